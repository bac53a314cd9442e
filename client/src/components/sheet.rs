//! A sheet that slides over the page from the table's edge.

use yew::prelude::*;

use super::{Symbol, icon};
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
    html! {
        <>
            <div class="veil" />
            <dialog open=true class="sheet" aria-labelledby="sheet-title" {oncancel}>
                <div class="sheet-head">
                    <h2 id="sheet-title">{ title }</h2>
                    <a class="tool" href={close}>
                        { icon(Symbol::Close) }
                        <span class="hidden-text">{ text.get(Msg::SHEET_CLOSE) }</span>
                    </a>
                </div>
                { body }
                <div class="sheet-foot">{ foot }</div>
            </dialog>
        </>
    }
}
