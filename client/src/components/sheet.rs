//! A sheet that slides over the page from the table's edge.

use yew::prelude::*;

use super::{Symbol, attrs, el, el_with, icon, parts, say};
use crate::text::{Msg, Text};

/// A sheet: open as it stands, and modal as soon as the app that shows it makes it so.
///
/// `close` is where its closing leads: a link, so that it closes without scripts too. `on_cancel` is
/// called when it is closed by a key.
pub fn sheet(
    text: &Text,
    title: AttrValue,
    close: AttrValue,
    on_cancel: Callback<()>,
    body: Html,
    foot: Html,
) -> Html {
    let oncancel = Callback::from(move |event: Event| {
        event.prevent_default();
        on_cancel.emit(());
    });
    let closing = [icon(Symbol::Close), el("span", "hidden-text", [say(text.get(Msg::SHEET_CLOSE))])];
    let head = [
        el_with("h2", attrs![("id", "sheet-title".into())], [say(title)]),
        el_with("a", attrs![("class", "tool".into()), ("href", close)], closing),
    ];
    let content = parts(vec![el("div", "sheet-head", head), body, el("div", "sheet-foot", [foot])]);
    let dialog = html! {
        <dialog open=true class="sheet" aria-labelledby="sheet-title" {oncancel}>{ content }</dialog>
    };
    parts(vec![el("div", "veil", []), dialog])
}
