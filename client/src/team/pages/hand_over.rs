//! Leaving without a network, or for good: a file for others to carry, a code for the organisers, and wiping.

use shared::sync::closing::Closing;
use yew::prelude::*;

use crate::{
    components::{Button, ClothBox, Rank, Symbol, qr_of, section_head},
    driver::use_repo,
    services::{Method, Row, Services, Table, spawn, use_services},
    team::{
        handing_over::bundle,
        passing_on::PassOn,
        session::{DeviceSession, SessionHandle, use_session},
        standing::empty,
    },
    text::{Msg, use_text},
};

/// Row in [`Table::Device`] with what was handed over last.
const ROW: &str = "handed-over";

/// Properties of [`HandOver`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct HandOverProps {
    /// Whose documents they are.
    pub(super) session: DeviceSession,
    /// How many contacts and questionnaires there are.
    pub(super) recorded: usize,
    /// How many documents the server lacks.
    pub(super) unsent: usize,
}

/// What was tried here, and how it ended.
#[derive(Clone, Copy, PartialEq)]
enum Said {
    Nothing,
    HandedOver,
    NotHandedOver,
    /// Whether to wipe the phone is asked.
    Sure,
    /// Something is neither sent nor handed over.
    NotYet,
}

/// The section.
#[component]
pub(super) fn HandOver(props: &HandOverProps) -> Html {
    let text = use_text();
    let services = use_services();
    let repo = use_repo();
    let handle = use_session();
    let said = use_state(|| Said::Nothing);
    let on_share = {
        let (services, repo, session, said) =
            (services.clone(), repo.clone(), props.session.clone(), said.clone());
        Callback::from(move |()| {
            let (services, repo, session, said) =
                (services.clone(), repo.clone(), session.clone(), said.clone());
            spawn(async move {
                said.set(match bundle(&services, &repo, &session).await {
                    Ok(Some(file)) => {
                        let name = format!("markt-{}.txt", Closing::new(session.device, 0, 0).code());
                        services.platform.share(&name, &hex::encode(file.to_bytes()));
                        let row = Row { table: Table::Device, key: ROW.to_owned(), bytes: file.content };
                        match services.storage.put(vec![row]).await {
                            Ok(()) => Said::HandedOver,
                            Err(_) => Said::NotHandedOver,
                        }
                    }
                    Ok(None) => Said::Nothing,
                    Err(error) => {
                        services.platform.log(&error);
                        Said::NotHandedOver
                    }
                });
            });
        })
    };
    let on_retire = {
        let (session, said) = (props.session.clone(), said.clone());
        Callback::from(move |()| {
            let (services, repo, session, said, handle) =
                (services.clone(), repo.clone(), session.clone(), said.clone(), handle.clone());
            spawn(async move {
                let open = bundle(&services, &repo, &session).await;
                let handed_over = services.storage.get(Table::Device, ROW).await.ok().flatten();
                let may_go = match open {
                    Ok(None) => true,
                    Ok(Some(open)) => handed_over.as_deref() == Some(&*open.content),
                    Err(_) => false,
                };
                match (may_go, *said) {
                    (false, _) => said.set(Said::NotYet),
                    (true, Said::Sure) => retire(&services, &handle).await,
                    (true, _) => said.set(Said::Sure),
                }
            });
        })
    };
    let code = Closing::new(props.session.device, props.recorded, props.unsent).code();
    let answer = match *said {
        Said::Nothing => None,
        Said::HandedOver => Some(Msg::HAND_OVER_DONE),
        Said::NotHandedOver => Some(Msg::HAND_OVER_FAILED),
        Said::Sure => Some(Msg::RETIRE_SURE),
        Said::NotYet => Some(Msg::RETIRE_NOT_YET),
    };
    html! {
        <>
            <section class="stack" aria-labelledby="ohne-netz">
                { section_head("ohne-netz", html! { text.get(Msg::HAND_OVER) }, html! {}) }
                if props.unsent > 0 {
                    <p>{ text.get(Msg::HAND_OVER_HELP) }</p>
                    <div class="actions">
                        <Button thumb=true symbol={Symbol::Share} action="hand-over" on_click={on_share}>{ text.get(Msg::HAND_OVER_NOW) }</Button>
                    </div>
                }
                <p>{ text.get(Msg::CLOSING_HELP) }</p>
                { qr_of(&code, text.get(Msg::CLOSING_QR)) }
                <p class="code" data-closing={code.clone()}>{ code.clone() }</p>
                <p>{ text.get(Msg::PASS_ON_HELP) }</p>
                <PassOn />
            </section>
            <ClothBox symbol={Symbol::Lock} heading={text.get(Msg::RETIRE)} id="abmelden">
                <p>{ text.get(Msg::RETIRE_HELP) }</p>
                <p role="status" data-said={answer.map(|_| "")}>{ answer.map(|answer| text.get(answer)) }</p>
                <div class="actions">
                    <Button rank={if *said == Said::Sure { Rank::Danger } else { Rank::Quiet }} action="retire" on_click={on_retire}>{ text.get(Msg::RETIRE_NOW) }</Button>
                </div>
            </ClothBox>
        </>
    }
}

/// Ends this phone's way in, if the server can be asked, and leaves nothing behind.
async fn retire(services: &Services, handle: &SessionHandle) {
    if let Err(error) = services.api.call(Method::Post, "/api/retire", None).await {
        services.platform.log(&error);
    }
    let standing = empty(services, handle, Msg::STANDING_RETIRED).await;
    handle.on_standing.emit(standing);
}
