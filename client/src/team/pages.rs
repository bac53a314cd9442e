//! The volunteers' screens.

pub mod enrol;
pub mod feedback;
pub mod hand_in;
pub mod hands;
pub mod help;
pub mod home;
pub mod list;
pub mod lock;
pub mod not_found;
mod open_drafts;
mod own_contact;
mod own_records;
mod pin_field;
pub mod record;
pub mod view;
pub mod welcome;
pub mod withdraw;

use yew::prelude::*;

use super::{frame::Frame, route::Route};
use crate::{
    components::{Cloth, Drawing, Symbol, attrs, cloth_box, el, el_with, empty, say},
    text::{Msg, Text},
};

/// A form that needs the catalog, without one.
fn no_catalog(text: &Text, title: Msg) -> Html {
    let nothing = empty(Some(Drawing::Offline), el("p", "", [say(text.get(Msg::RECORD_NO_CATALOG))]));
    let content = el("section", "stack", [el("h1", "", [say(text.get(title))]), nothing]);
    html! { <Frame>{ content }</Frame> }
}

/// What was not saved, though the form is still there, and what helps.
fn failure(text: &Text, advice: Msg) -> Html {
    let advice = el("p", "", [say(text.get(advice))]);
    let said = cloth_box(Cloth::Brick, Symbol::Alert, text.get(Msg::RECORD_FAILED), advice);
    el_with("div", attrs![("role", "alert".into())], [said])
}

/// Back to the first page from what is finished.
fn done_link(text: &Text) -> Html {
    let attributes = attrs![
        ("class", "button".into()),
        ("href", Route::Home.path().into()),
        ("data-action", "done".into())
    ];
    el_with("a", attributes, [say(text.get(Msg::RECORD_DONE))])
}
