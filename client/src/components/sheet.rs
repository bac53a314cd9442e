//! A sheet that slides over the page from the table's edge.

use yew::prelude::*;

use super::{Symbol, icon};
use crate::text::{Msg, use_text};

/// Properties of [`Sheet`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SheetProps {
    /// Heading.
    pub title: AttrValue,
    /// Where its closing leads; a link, so that it closes without scripts too.
    pub close: AttrValue,
    /// Called when it is closed by a key.
    #[prop_or_default]
    pub on_cancel: Callback<()>,
    /// Buttons at the lower edge.
    #[prop_or_default]
    pub foot: Html,
    /// What is on it.
    #[prop_or_default]
    pub children: Html,
}

/// A sheet: open as it stands, modal as soon as scripts are there.
#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    let text = use_text();
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<web_sys::HtmlDialogElement>() {
                dialog.close();
                // Without it the sheet stays as it is: open, but not modal.
                let _ = dialog.show_modal();
            }
        });
    }
    let oncancel = {
        let on_cancel = props.on_cancel.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            on_cancel.emit(());
        })
    };
    html! {
        <>
            <div class="veil" />
            <dialog ref={dialog} open=true class="sheet" aria-labelledby="sheet-title" {oncancel}>
                <div class="sheet-head">
                    <h2 id="sheet-title">{ props.title.clone() }</h2>
                    <a class="tool" href={props.close.clone()}>
                        { icon(Symbol::Close) }
                        <span class="hidden-text">{ text.get(Msg::SHEET_CLOSE) }</span>
                    </a>
                </div>
                { props.children.clone() }
                <div class="sheet-foot">{ props.foot.clone() }</div>
            </dialog>
        </>
    }
}
