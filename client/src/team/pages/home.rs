//! The first page of a volunteer: where everything is, and what to do next.

use shared::{
    document::{DocumentId, Kind, tally},
    repo::ConnectionState,
};
use yew::prelude::*;

use super::{
    open_drafts::OpenDrafts,
    own_records::{ContactLines, sums, use_own_records},
};
use crate::{
    components::{
        Cloth, Hang, Place, Symbol, action_link, attrs, cloth_box, el, el_with, empty, icon, pressable, say,
        section, section_with, sign, step3, when,
    },
    driver::{Connection, use_connection, use_document, use_repo},
    services::{Services, StorageHealth, spawn, use_services},
    team::{
        app::use_notices,
        frame::Frame,
        hands::use_hands,
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
    let hands = use_hands();
    let Some(session) = handle.session.device() else { return html! {} };
    let count = sums(&contacts);
    let called = match hands.hands.current().name.as_str() {
        "" => session.label.as_str(),
        name => name,
    };
    // A session that the server does not know needs the bar: it says what to do.
    let signed_in = !connection.signed_out();
    let on_sync = Callback::from(move |()| repo.sync_now());
    let invited = when(!session.organiser.is_empty(), || {
        say(format!(" {}", text.with(Msg::TEAM_INVITED_BY, &[("name", (&session.organiser).into())])).into())
    });
    let day = text.date(Date::Weekday, session.market.date());
    let day = el("strong", "", [say(text.with(Msg::TEAM_MARKET, &[("date", day.into())]))]);
    let greeting = el(
        "section",
        "stack",
        [
            el("h1", "", [say(text.with(Msg::TEAM_HELLO, &[("label", called.into())]))]),
            el("p", "", [day, invited]),
            when(signed_in, || how_it_is(&text, &services, &connection)),
        ],
    );
    let places = [
        (Place::Phone, count.phone, Msg::TEAM_PHONE_MEANS),
        (Place::Server, count.server, Msg::TEAM_SERVER_MEANS),
        (Place::Team, count.organisers, Msg::TEAM_ORGANISERS_MEANS),
    ];
    let places = places.map(|(place, count, means)| step3(&text, place, count, means));
    let places = el_with("div", attrs![("role", "status".into())], [el("ol", "steps3", places)]);
    let send = action_link(icon(Symbol::Refresh), "sync", &on_sync, text.get(Msg::TEAM_SYNC_NOW));
    let heading = text.with(Msg::TEAM_WHERE, &[("n", count.total().into())]);
    let places = section_with("wo", heading, send, vec![places]);
    let latest = if contacts.is_empty() {
        empty(None, el("p", "", [say(text.get(Msg::TEAM_NO_CONTACTS))]))
    } else {
        html! { <ContactLines records={contacts.iter().take(LATEST).cloned().collect::<Vec<_>>()} /> }
    };
    let all = when(contacts.len() > LATEST, || {
        let attributes = attrs![("class", "link".into()), ("href", Route::List.path().into())];
        el_with("a", attributes, [say(text.get(Msg::TEAM_SHOW_ALL))])
    });
    let latest = section("zuletzt", text.get(Msg::TEAM_LATEST), vec![latest, all]);
    let may_be_cleared = when(notices.health == StorageHealth::MayBeCleared, || {
        let help = el("p", "", [say(text.get(Msg::TEAM_MAY_BE_CLEARED_HELP))]);
        cloth_box(Cloth::Sun, Symbol::Info, text.get(Msg::TEAM_MAY_BE_CLEARED), help)
    });
    html! {
        <Frame class="team-home" says_connection={signed_in}>
            { greeting }
            <OpenDrafts />
            { places }
            <TallySection session={session.clone()} />
            { latest }
            { may_be_cleared }
            { dock(&text) }
        </Frame>
    }
}

/// What is done most, under the thumb.
fn dock(text: &Text) -> Html {
    let key = |rank, action: &'static str, to: Route, content: [Html; 2]| {
        let attributes = attrs![
            ("class", "button".into()),
            ("data-rank", rank),
            ("data-size", "thumb".into()),
            ("data-action", action.into()),
            ("href", to.path().into()),
        ];
        el_with("a", attributes, content)
    };
    let contact = [icon(Symbol::Plus), say(text.get(Msg::TEAM_RECORD_CONTACT))];
    let feedback = el("span", "hidden-text", [say(text.get(Msg::TEAM_RECORD_FEEDBACK))]);
    el(
        "div",
        "dock",
        [
            key("first".into(), "record", Route::Record, contact),
            key(AttrValue::default(), "feedback", Route::Feedback, [icon(Symbol::Star), feedback]),
        ],
    )
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
    sign(Hang::No, symbol, el("span", "", [say(words)]))
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
    let heading = attrs![("id", "fragen".into()), ("class", "hidden-text".into())];
    let heading = el_with("h2", heading, [say(text.get(Msg::TEAM_TALLY_HEADING))]);
    let hint = el("span", "small soft", [say(text.get(Msg::TEAM_TALLY_HINT))]);
    let words = el("span", "grow", [say(text.get(Msg::TEAM_TALLY)), el("br", "", []), hint]);
    let number = attrs![("class", "count".into()), ("data-tally", answered.to_string().into())];
    let number = el_with("span", number, [say(answered.to_string().into())]);
    let key = attrs![("type", "button".into()), ("class", "key".into()), ("data-action", "tally".into())];
    let key = pressable(key, &count.reform(|()| 1), vec![icon(Symbol::Question), words, number]);
    let undo = when(*just_counted, || {
        action_link(Html::default(), "tally-undo", &count.reform(|()| -1), text.get(Msg::TEAM_TALLY_UNDO))
    });
    let undo = el_with("div", attrs![("role", "status".into())], [undo]);
    let section = attrs![("class", "stack-s".into()), ("aria-labelledby", "fragen".into())];
    el_with("section", section, [heading, key, undo])
}
