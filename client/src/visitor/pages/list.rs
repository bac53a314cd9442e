//! What the visitor saved: only on this phone, so the server knows nothing of it.

use yew::prelude::*;

use crate::{
    components::{BarKind, Drawing, Hang, Rank, Symbol, action_link, bar, button_link, empty, icon, sign},
    route::Route,
    text::Msg,
    visitor::{
        here::Here,
        offer_card::{Level, offer_card},
        state::Action,
    },
};

/// The page.
pub(in crate::visitor) fn list(here: &Here) -> Html {
    let text = &here.text;
    html! {
        <main id="inhalt" class="page" tabindex="-1">
            <section class="stack">
                <h1>{ text.get(Msg::LIST) }</h1>
                { sign(Hang::No, Symbol::Lock, text.get(Msg::LIST_ONLY_HERE).into()) }
                { removed(here) }
                if !here.alive {
                    <p>{ text.get(Msg::LIST_NEEDS_SCRIPT) }</p>
                } else if here.saved.ids().is_empty() {
                    { nothing(here) }
                } else {
                    { offers(here) }
                }
            </section>
            if here.alive && !here.saved.ids().is_empty() {
                <p><a class="link" href={format!("{}#loeschen", here.href(&Route::View))}>{ text.get(Msg::ERASE) }</a></p>
            }
        </main>
    }
}

fn removed(here: &Here) -> Html {
    let Some(id) = here.saved.removed() else { return Html::default() };
    let title = here.catalog.offer(id).map_or_else(|| id.to_owned(), |offer| offer.title.text.clone());
    let words = here.text.with(Msg::LIST_REMOVED, &[("title", title.into())]);
    let put_back =
        action_link(Html::default(), "undo", &here.act(Action::PutBack), here.text.get(Msg::LIST_PUT_BACK));
    bar(BarKind::Plain, Symbol::Trash, words, put_back)
}

fn nothing(here: &Here) -> Html {
    let next = button_link(
        Rank::First,
        Html::default(),
        here.href(&Route::Offers),
        here.text.get(Msg::LIST_EMPTY_NEXT),
    );
    empty(Some(Drawing::Table), html! { <><p>{ here.text.get(Msg::LIST_EMPTY) }</p>{ next }</> })
}

/// The saved offers; one that is no longer in the catalog is said, not dropped.
fn offers(here: &Here) -> Html {
    let gone = |id: &String| {
        html! {
            <li key={id.clone()} class="offer-card" data-offer={id.clone()}>
                <span class="stand" data-state="away">{ "–" }</span>
                <div>
                    <p>{ here.text.get(Msg::LIST_GONE) }</p>
                    <p>{ action_link(icon(Symbol::Trash), "save", &here.act(Action::SaveToggled(id.clone())), here.text.get(Msg::LIST_REMOVE)) }</p>
                </div>
            </li>
        }
    };
    let card = |id: &String| match here.catalog.offer(id) {
        Some(offer) => offer_card(here, offer, Level::Two, None),
        None => gone(id),
    };
    html! { <ol class="offer-cards">{ for here.saved.ids().iter().map(card) }</ol> }
}
