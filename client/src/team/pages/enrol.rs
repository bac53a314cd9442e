//! Opening an invite: this phone becomes a device of a market.

use yew::prelude::*;

use crate::{
    components::{Button, Cloth, ClothBox, Field, Input, Rank, Symbol},
    services::{ApiError, KeyError, StorageError, spawn, use_services},
    team::{
        catalog::use_catalog,
        enrolment::{EnrolmentError, enrol, enrol_later},
        frame::canopy_with,
        route::{Invite, Route},
        session::{Session, use_session},
    },
    text::{Msg, Text, use_text},
};

/// Properties of [`Enrol`].
#[derive(Clone, PartialEq, Properties)]
pub struct EnrolProps {
    /// The invite that was opened.
    pub invite: Invite,
    /// Called when there is nothing more to do here.
    pub on_done: Callback<()>,
}

/// How far enrolling has come.
#[derive(Clone, PartialEq)]
enum Progress {
    Asking,
    Working,
    Failed(EnrolmentError),
}

/// The page.
#[component]
pub fn Enrol(props: &EnrolProps) -> Html {
    let text = use_text();
    let services = use_services();
    let handle = use_session();
    let catalog = use_catalog();
    let label = use_state(String::new);
    let progress = use_state(|| Progress::Asking);
    let on_submit = {
        let (services, progress, label, props, handle, catalog) =
            (services.clone(), progress.clone(), label.clone(), props.clone(), handle.clone(), catalog);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            progress.set(Progress::Working);
            let (services, progress, props, handle, catalog) =
                (services.clone(), progress.clone(), props.clone(), handle.clone(), catalog.clone());
            let label = match label.trim() {
                "" => services.platform.device_name(),
                label => label.to_owned(),
            };
            spawn(async move {
                let mut enrolled = enrol(&services, &props.invite, &label).await;
                if let (Err(EnrolmentError::Api(ApiError::Offline)), Some(catalog)) = (&enrolled, catalog) {
                    enrolled = enrol_later(&services, &props.invite, &label, &catalog).await;
                }
                match enrolled {
                    Ok(session) => {
                        props.on_done.emit(());
                        handle.sign_in.emit(Session::Device(session));
                    }
                    Err(error) => progress.set(Progress::Failed(error)),
                }
            });
        })
    };
    let on_label = {
        let label = label.clone();
        Callback::from(move |typed| label.set(typed))
    };
    html! {
        <>
            { canopy_with(&text, Html::default()) }
            <main id="inhalt" class="page" tabindex="-1">
                <section class="stack">
                    <h1>{ text.get(Msg::ENROL_HEADING) }</h1>
                    <p class="lead">{ text.get(Msg::ENROL_LEAD) }</p>
                    <ul class="consent">
                        <li>{ text.get(Msg::ENROL_POINT_OFFLINE) }</li>
                        <li>{ text.get(Msg::ENROL_POINT_SEALED) }</li>
                        <li>{ text.get(Msg::ENROL_POINT_KEY) }</li>
                    </ul>
                </section>
                if services.platform.belongs_on_home_screen() {
                    <ClothBox cloth={Cloth::Sun} symbol={Symbol::Mobile} heading={text.get(Msg::ENROL_INSTALL)} id="startbildschirm">
                        <p>{ text.get(Msg::ENROL_INSTALL_HELP) }</p>
                    </ClothBox>
                }
                if let Some(device) = handle.session.device() {
                    <ClothBox cloth={Cloth::Sun} symbol={Symbol::Info} heading={text.get(Msg::ENROL_AGAIN)} id="schon">
                        <p>{ text.with(Msg::ENROL_AGAIN_HELP, &[("label", (&device.label).into())]) }</p>
                        <div class="actions"><Button href={Route::Home.path()} action="home">{ text.get(Msg::TEAM_TO_START) }</Button></div>
                    </ClothBox>
                }
                if let Progress::Failed(error) = &*progress {
                    <div role="alert">{ failure(&text, error) }</div>
                }
                <form class="stack" onsubmit={on_submit}>
                    <Field label={text.get(Msg::ENROL_LABEL)} control="label" hint={text.get(Msg::ENROL_LABEL_HINT)}>
                        <Input id="label" name="label" value={(*label).clone()} on_input={on_label} describedby="label-hint" />
                    </Field>
                    <div class="actions">
                        if *progress == Progress::Working {
                            <Button rank={Rank::First} thumb=true unavailable={text.get(Msg::ENROL_WORKING)}>{ text.get(Msg::ENROL_WORKING) }</Button>
                        } else {
                            <Button rank={Rank::First} thumb=true submit=true action="enrol">{ text.get(Msg::ENROL_SUBMIT) }</Button>
                        }
                    </div>
                </form>
            </main>
        </>
    }
}

/// What went wrong, and the next step.
fn failure(text: &Text, error: &EnrolmentError) -> Html {
    let (heading, help) = match error {
        EnrolmentError::Api(ApiError::Offline) => (Msg::ENROL_OFFLINE, Msg::ENROL_OFFLINE_HELP),
        EnrolmentError::Api(ApiError::Refused { code, .. }) => match code.as_str() {
            "invite-expired" => (Msg::ENROL_EXPIRED, Msg::ENROL_EXPIRED_HELP),
            "invite-used" => (Msg::ENROL_USED, Msg::ENROL_USED_HELP),
            "other-key" => (Msg::ENROL_OTHER_KEY, Msg::ENROL_OTHER_KEY_HELP),
            "invite-unknown" => (Msg::ENROL_UNKNOWN, Msg::ENROL_UNKNOWN_HELP),
            "device-lost" | "device-retired" => (Msg::ENROL_LOCKED, Msg::ENROL_LOCKED_HELP),
            _ => (Msg::ENROL_FAILED, Msg::ENROL_FAILED_HELP),
        },
        EnrolmentError::Api(ApiError::Unreadable) | EnrolmentError::Unreadable => {
            (Msg::ENROL_FAILED, Msg::ENROL_FAILED_HELP)
        }
        EnrolmentError::OtherKey => (Msg::ENROL_OTHER_KEY, Msg::ENROL_OTHER_KEY_HELP),
        EnrolmentError::NotKept(StorageError::Full(_))
        | EnrolmentError::Key(KeyError::NotKept(StorageError::Full(_))) => {
            (Msg::TEAM_STORAGE_HEADING, Msg::TEAM_STORAGE_FULL)
        }
        EnrolmentError::NotKept(_) | EnrolmentError::Key(_) => {
            (Msg::TEAM_STORAGE_HEADING, Msg::TEAM_STORAGE_PRIVATE)
        }
    };
    html! {
        <ClothBox cloth={Cloth::Brick} symbol={Symbol::Alert} heading={text.get(heading)} id="fehler">
            <p>{ text.get(help) }</p>
        </ClothBox>
    }
}
