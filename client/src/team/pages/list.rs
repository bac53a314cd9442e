//! Every contact of this phone.

use shared::document::Kind;
use yew::prelude::*;

use super::own_records::{ContactLines, use_own_records};
use crate::{
    components::{Button, Drawing, Rank, empty},
    team::{frame::Frame, route::Route},
    text::{Msg, use_text},
};

/// The list.
#[component]
pub fn ListPage() -> Html {
    let text = use_text();
    let contacts = use_own_records(Kind::Contact);
    html! {
        <Frame class="team-home">
            <section class="stack">
                <div class="section-head"><h1>{ text.with(Msg::TEAM_LIST_HEADING, &[("n", contacts.len().into())]) }</h1></div>
                if contacts.is_empty() {
                    { empty(Some(Drawing::Table), html! { <>
                        <p>{ text.get(Msg::TEAM_NO_CONTACTS) }</p>
                        <Button rank={Rank::First} href={Route::Record.path()}>{ text.get(Msg::TEAM_RECORD_CONTACT) }</Button>
                    </> }) }
                } else {
                    <p class="small">{ text.get(Msg::TEAM_LIST_INITIALS) }</p>
                    <ContactLines records={contacts} />
                }
            </section>
        </Frame>
    }
}
