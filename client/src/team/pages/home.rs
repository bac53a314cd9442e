//! The first page of a volunteer: where everything is, and what to do next.

use shared::{
    document::{DocumentId, Kind, tally},
    repo::ConnectionState,
};
use yew::prelude::*;

use super::own_records::{ContactLines, sums, use_own_records};
use crate::{
    components::{
        Button, Cloth, ClothBox, Hang, LinkButton, Place, Rank, Symbol, empty, icon, section_head, sign,
        step3,
    },
    driver::{Connection, use_connection, use_document, use_repo},
    services::{Services, StorageHealth, spawn, use_services},
    team::{
        app::use_notices,
        frame::Frame,
        local_notes::use_local_notes,
        recording::Recorder,
        route::Route,
        session::{DeviceSession, use_session},
    },
    text::{Date, Msg, Text, use_text},
};

/// How many of the latest contacts are shown.
const LATEST: usize = 4;

/// The first page.
#[component]
pub fn HomePage() -> Html {
    let text = use_text();
    let services = use_services();
    let repo = use_repo();
    let connection = use_connection();
    let notices = use_notices();
    let contacts = use_own_records(Kind::Contact);
    let handle = use_session();
    let Some(session) = handle.session.device() else { return html! {} };
    let count = sums(&contacts);
    // A session that the server does not know needs the bar: it says what to do.
    let signed_in = !connection.signed_out();
    let on_sync = Callback::from(move |()| repo.sync_now());
    html! {
        <Frame class="team-home" says_connection={signed_in}>
            <section class="stack">
                <h1>{ text.with(Msg::TEAM_HELLO, &[("label", (&session.label).into())]) }</h1>
                <p>
                    <strong>{ text.with(Msg::TEAM_MARKET, &[("date", text.date(Date::Weekday, session.market.date()).into())]) }</strong>
                    if !session.organiser.is_empty() {
                        { " " }{ text.with(Msg::TEAM_INVITED_BY, &[("name", (&session.organiser).into())]) }
                    }
                </p>
                if signed_in {
                    { how_it_is(&text, &services, &connection) }
                }
            </section>
            <section class="stack" aria-labelledby="wo">
                { section_head(
                    "wo",
                    html! { text.with(Msg::TEAM_WHERE, &[("n", count.total().into())]) },
                    html! { <LinkButton symbol={Symbol::Refresh} action="sync" on_click={on_sync}>{ text.get(Msg::TEAM_SYNC_NOW) }</LinkButton> },
                ) }
                <div role="status">
                    <ol class="steps3">
                        { step3(&text, Place::Phone, count.phone, Msg::TEAM_PHONE_MEANS) }
                        { step3(&text, Place::Server, count.server, Msg::TEAM_SERVER_MEANS) }
                        { step3(&text, Place::Team, count.organisers, Msg::TEAM_ORGANISERS_MEANS) }
                    </ol>
                </div>
            </section>
            <TallySection session={session.clone()} />
            <section class="stack" aria-labelledby="zuletzt">
                { section_head("zuletzt", html! { text.get(Msg::TEAM_LATEST) }, html! {}) }
                if contacts.is_empty() {
                    { empty(None, html! { <p>{ text.get(Msg::TEAM_NO_CONTACTS) }</p> }) }
                } else {
                    <ContactLines records={contacts.iter().take(LATEST).cloned().collect::<Vec<_>>()} />
                }
                if contacts.len() > LATEST {
                    <a class="link" href={Route::List.path()}>{ text.get(Msg::TEAM_SHOW_ALL) }</a>
                }
            </section>
            if notices.health == StorageHealth::MayBeCleared {
                <ClothBox cloth={Cloth::Sun} symbol={Symbol::Info} heading={text.get(Msg::TEAM_MAY_BE_CLEARED)} id="speicher">
                    <p>{ text.get(Msg::TEAM_MAY_BE_CLEARED_HELP) }</p>
                </ClothBox>
            }
            <div class="dock">
                <Button rank={Rank::First} thumb=true symbol={Symbol::Plus} action="record" href={Route::Record.path()}>{ text.get(Msg::TEAM_RECORD_CONTACT) }</Button>
                <Button thumb=true symbol={Symbol::Star} action="feedback" href={Route::Feedback.path()}><span class="hidden-text">{ text.get(Msg::TEAM_RECORD_FEEDBACK) }</span></Button>
            </div>
        </Frame>
    }
}

/// One line about the connection.
fn how_it_is(text: &Text, services: &Services, connection: &Connection) -> Html {
    let last = connection.last_contact_ms.map(|ms| text.clock(&services.clock.local(ms).clock()));
    let (symbol, words) = match (connection.state, last) {
        (ConnectionState::UpToDate, _) if connection.unconfirmed > 0 => {
            (Symbol::Send, text.with(Msg::TEAM_SENDING, &[("n", connection.unconfirmed.into())]))
        }
        (ConnectionState::UpToDate, Some(last)) => {
            (Symbol::Check, text.with(Msg::TEAM_ONLINE_SINCE, &[("time", last.into())]))
        }
        (ConnectionState::UpToDate, None) => (Symbol::Check, text.get(Msg::TEAM_ONLINE)),
        (ConnectionState::Joining | ConnectionState::Reading, _) => {
            (Symbol::Refresh, text.get(Msg::TEAM_CONNECTING))
        }
        (ConnectionState::Offline, Some(last)) => {
            (Symbol::Offline, text.with(Msg::TEAM_OFFLINE_SINCE, &[("time", last.into())]))
        }
        (ConnectionState::Offline, None) => (Symbol::Offline, text.get(Msg::TEAM_OFFLINE_HERE)),
    };
    sign(Hang::No, symbol, html! { <span>{ words }</span> })
}

/// Properties of [`TallySection`].
#[derive(Clone, PartialEq, Properties)]
struct TallySectionProps {
    session: DeviceSession,
}

/// "Question answered": one tap counts, and can be taken back.
#[component]
fn TallySection(props: &TallySectionProps) -> Html {
    let text = use_text();
    let services = use_services();
    let repo = use_repo();
    let notes = use_local_notes();
    let tally_id = DocumentId::tally(props.session.device, &props.session.market);
    let counted = use_document(tally_id, |document| tally::read(document).0.question_answered);
    let just_counted = use_state(|| false);
    let recorder = Recorder { services, repo, session: props.session.clone(), notes };
    let count = {
        let just_counted = just_counted.clone();
        Callback::from(move |by: i64| {
            just_counted.set(by > 0);
            let recorder = recorder.clone();
            spawn(async move {
                if let Err(error) = recorder.count_question(by).await {
                    recorder.services.platform.log(&error);
                }
            });
        })
    };
    let answered = counted.map_or(0, |counted| (*counted).max(0));
    html! {
        <section class="stack-s" aria-labelledby="fragen">
            <h2 id="fragen" class="hidden-text">{ text.get(Msg::TEAM_TALLY_HEADING) }</h2>
            <button type="button" class="key" data-action="tally" onclick={count.reform(|_: MouseEvent| 1)}>
                { icon(Symbol::Question) }
                <span class="grow">{ text.get(Msg::TEAM_TALLY) }<br /><span class="small soft">{ text.get(Msg::TEAM_TALLY_HINT) }</span></span>
                <span class="count" data-tally={answered.to_string()}>{ answered }</span>
            </button>
            <div role="status">
                if *just_counted {
                    <LinkButton action="tally-undo" on_click={count.reform(|()| -1)}>{ text.get(Msg::TEAM_TALLY_UNDO) }</LinkButton>
                }
            </div>
        </section>
    }
}
