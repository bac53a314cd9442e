//! Done for today: what is sent, what is not and why.

use shared::{
    document::{Kind, device},
    repo::ConnectionState,
};
use yew::prelude::*;

use super::own_records::{ContactLines, OwnRecord, sums, use_own_records};
use crate::{
    components::{
        Button, Cloth, ClothBox, Place, Rank, Symbol, attrs, cloth_box, el_with, icon, say, section_head,
        state_badge, when,
    },
    driver::{Connection, use_connection, use_document, use_repo},
    services::use_services,
    team::{
        frame::Frame,
        route::Route,
        session::DeviceSession,
        state::custody_sums::{HandIn, Whereabouts, hand_in},
        withdrawals::use_withdrawals,
    },
    text::{Msg, Text, use_text},
};

/// Properties of [`HandInPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct HandInPageProps {
    /// Whose records they are.
    pub session: DeviceSession,
}

/// The page.
#[component]
pub fn HandInPage(props: &HandInPageProps) -> Html {
    let text = use_text();
    let services = use_services();
    let repo = use_repo();
    let connection = use_connection();
    let contacts = use_own_records(Kind::Contact);
    let feedback = use_own_records(Kind::Feedback);
    let device = use_document(props.session.device, |document| device::read(document).0);
    let (contact_sums, feedback_sums) = (sums(&contacts), sums(&feedback));
    let readiness = hand_in(contact_sums, feedback_sums, connection.unreadable);
    let withdrawals = use_withdrawals().waiting.len();
    let may_hand_in = matches!(readiness, HandIn::Ready | HandIn::Unreadable(_)) && withdrawals == 0;
    let handed_in = device.as_ref().and_then(|device| device.handed_in_at_ms);
    // What can not be read is missing at the server, and the organisers must see that.
    let recorded = contacts.len() + feedback.len() + connection.unreadable;
    let known = device.as_ref().map_or(0, |device| device.recorded);
    let on_done = {
        let (services, repo, device) = (services.clone(), repo.clone(), props.session.device);
        Callback::from(move |()| {
            let now_ms = services.clock.now_ms();
            let counted = i64::try_from(recorded).unwrap_or(i64::MAX).max(known);
            if let Err(error) = repo.change(device, |tx| device::hand_in(tx, counted, now_ms)) {
                services.platform.log(&error);
            }
        })
    };
    let on_retry = Callback::from(move |_: MouseEvent| repo.sync_now());
    let unsent: Vec<OwnRecord> =
        contacts.iter().filter(|record| record.whereabouts < Whereabouts::Server).cloned().collect();
    let place = |place: Place, contacts: usize, feedback: usize| {
        html! {
            <tr>
                <th scope="row">{ state_badge(&text, place, None) }</th>
                <td class="n">{ contacts }</td>
                <td class="n">{ feedback }</td>
            </tr>
        }
    };
    html! {
        <Frame>
            <section class="stack">
                <h1>{ text.get(Msg::TEAM_HAND_IN_HEADING) }</h1>
                <p class="lead">{ text.with(Msg::TEAM_HAND_IN_LEAD, &[("contacts", contacts.len().into()), ("feedback", feedback.len().into())]) }</p>
                <div class="table-wrap" tabindex="0" role="region" aria-label={text.get(Msg::TEAM_HAND_IN_TABLE)}>
                    <table class="table">
                        <thead><tr>
                            <th scope="col">{ text.get(Msg::TEAM_HAND_IN_PLACE) }</th>
                            <th scope="col" class="n">{ text.get(Msg::TEAM_HAND_IN_CONTACTS) }</th>
                            <th scope="col" class="n">{ text.get(Msg::TEAM_HAND_IN_FEEDBACK) }</th>
                        </tr></thead>
                        <tbody>
                            { place(Place::Phone, contact_sums.phone, feedback_sums.phone) }
                            { place(Place::Server, contact_sums.server, feedback_sums.server) }
                            { place(Place::Team, contact_sums.organisers, feedback_sums.organisers) }
                        </tbody>
                    </table>
                </div>
            </section>
            { not_sent(&text, readiness, &connection, on_retry) }
            { when(withdrawals > 0, || withdrawals_wait(&text, withdrawals)) }
            if !unsent.is_empty() {
                <section class="stack" aria-labelledby="fehlen">
                    { section_head("fehlen", html! { text.with(Msg::TEAM_HAND_IN_MISSING, &[("n", unsent.len().into())]) }, html! {}) }
                    <ContactLines records={unsent} />
                </section>
            }
            if let Some(at_ms) = handed_in {
                <ClothBox cloth={Cloth::Meadow} symbol={Symbol::Check} heading={text.get(Msg::TEAM_HANDED_IN)} id="abgegeben">
                    <p>{ text.with(Msg::TEAM_HANDED_IN_AT, &[("time", text.clock(&services.clock.local(at_ms).clock()).into()), ("n", recorded.into())]) }</p>
                </ClothBox>
            }
            <section class="stack">
                <div class="actions">
                    <Button rank={if readiness == HandIn::Ready { Rank::First } else { Rank::Plain }} thumb=true action="hand-in" on_click={on_done}
                        unavailable={(!may_hand_in).then(|| text.get(Msg::TEAM_HAND_IN_NOT_YET))}>
                        { text.get(if matches!(readiness, HandIn::Unreadable(_)) { Msg::TEAM_HAND_IN_ANYWAY } else { Msg::TEAM_HAND_IN_DONE }) }
                    </Button>
                </div>
                if !may_hand_in {
                    <p class="small">{ text.get(Msg::TEAM_HAND_IN_NOT_YET) }</p>
                }
            </section>
        </Frame>
    }
}

/// What visitors took back and the server has not heard of.
fn withdrawals_wait(text: &Text, waiting: usize) -> Html {
    let link = attrs![("class", "link".into()), ("href", Route::Withdraw.path().into())];
    let link = el_with("a", link, [say(text.get(Msg::TEAM_TITLE_WITHDRAW))]);
    let heading = text.with(Msg::TEAM_HAND_IN_WITHDRAWALS, &[("n", waiting.into())]);
    cloth_box(Cloth::Sun, Symbol::Trash, heading, link)
}

/// What is only here, why, and the next step.
fn not_sent(text: &Text, readiness: HandIn, connection: &Connection, on_retry: Callback<MouseEvent>) -> Html {
    let (count, heading, help) = match readiness {
        HandIn::Ready => return html! {},
        HandIn::Unreadable(count) => {
            return html! {
                <ClothBox cloth={Cloth::Brick} symbol={Symbol::Alert} heading={text.with(Msg::TEAM_HAND_IN_UNREADABLE, &[("n", count.into())])} id="fehlt">
                    <p>{ text.get(Msg::TEAM_HAND_IN_UNREADABLE_HELP) }</p>
                </ClothBox>
            };
        }
        HandIn::Refused(count) => (count, Msg::TEAM_HAND_IN_REFUSED, Msg::TEAM_HAND_IN_REFUSED_HELP),
        HandIn::NotSent(count) => (
            count,
            Msg::TEAM_HAND_IN_NOT_SENT,
            match connection.state {
                _ if connection.signed_out() => Msg::TEAM_SIGNED_OUT,
                ConnectionState::Offline => Msg::TEAM_HAND_IN_OFFLINE_HELP,
                ConnectionState::Joining | ConnectionState::Reading | ConnectionState::UpToDate => {
                    Msg::TEAM_HAND_IN_SENDING_HELP
                }
            },
        ),
    };
    html! {
        <ClothBox cloth={Cloth::Sun} symbol={Symbol::Mobile} heading={text.with(heading, &[("n", count.into())])} id="fehlt">
            <p>{ text.get(help) }</p>
            <ul class="choices">
                <li><button type="button" class="key" data-action="sync" onclick={on_retry}>{ icon(Symbol::Refresh) }<span>{ text.get(Msg::TEAM_HAND_IN_RETRY) }</span></button></li>
            </ul>
        </ClothBox>
    }
}
