//! The list as a file: to keep it elsewhere, or to take it to another phone without a network.

use yew::prelude::*;

use crate::{
    components::{Rank, Symbol, action_button, icon, section, when},
    list::{file, here::Here, state::Keeping},
    text::Msg,
    visitor::words::sentence,
};

/// The section.
pub(super) fn files(here: &Here) -> Html {
    let text = &here.text;
    let visit = &here.visit;
    let has_entries = !visit.list.entries().is_empty();
    let keeping = match visit.keeping {
        Keeping::MayBeCleared if has_entries => sentence(text.get(Msg::LIST_MAY_BE_CLEARED)),
        Keeping::Firm if has_entries => sentence(text.get(Msg::LIST_IS_KEPT)),
        Keeping::MayBeCleared | Keeping::Firm | Keeping::Unknown => Html::default(),
    };
    let export = {
        let (phone, visit, today) = (here.phone.clone(), visit.clone(), here.today.clone());
        Callback::from(move |()| {
            phone.download(&format!("markt-liste-{today}.json"), &file::write(&visit.list, &visit.catalog));
        })
    };
    let choose = {
        let phone = here.phone.clone();
        Callback::from(move |event: Event| phone.read_file(&event.target_unchecked_into()))
    };
    let content = html! {
        <>
            { keeping }
            <p>{ text.get(Msg::LIST_FILES_SAY) }</p>
            <div class="actions">
                { when(has_entries, || action_button(Rank::Plain, icon(Symbol::Download), "export", &export, text.get(Msg::LIST_EXPORT))) }
                <label class="button file">
                    { icon(Symbol::File) }{ text.get(Msg::LIST_IMPORT) }
                    <input type="file" class="hidden-text" accept=".json,application/json" data-action="import" onchange={choose} />
                </label>
            </div>
        </>
    };
    html! { <div class="on-screen">{ section("sichern", text.get(Msg::LIST_FILES), vec![content]) }</div> }
}
