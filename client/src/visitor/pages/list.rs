//! What the visitor saved: only on this phone, so the server knows nothing of it.

use yew::prelude::*;

use crate::{
    components::{Bar, Button, Drawing, Empty, Hang, LinkButton, Rank, Symbol, sign},
    route::Route,
    text::Msg,
    visitor::{
        here::{Here, PageProps},
        offer_card::{Level, offer_card},
        state::Action,
    },
};

/// The page.
#[component]
pub(in crate::visitor) fn List(props: &PageProps) -> Html {
    let here = &props.here;
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
                    <Empty drawing={Drawing::Table}>
                        <p>{ text.get(Msg::LIST_EMPTY) }</p>
                        <Button rank={Rank::First} href={here.href(&Route::Offers)}>{ text.get(Msg::LIST_EMPTY_NEXT) }</Button>
                    </Empty>
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
    html! {
        <Bar symbol={Symbol::Trash} words={here.text.with(Msg::LIST_REMOVED, &[("title", title.into())])}>
            <LinkButton action="undo" on_click={here.act(Action::PutBack)}>{ here.text.get(Msg::LIST_PUT_BACK) }</LinkButton>
        </Bar>
    }
}

/// The saved offers; one that is no longer in the catalog is said, not dropped.
fn offers(here: &Here) -> Html {
    let gone = |id: &String| {
        html! {
            <li key={id.clone()} class="offer-card" data-offer={id.clone()}>
                <span class="stand" data-state="away">{ "–" }</span>
                <div>
                    <p>{ here.text.get(Msg::LIST_GONE) }</p>
                    <p><LinkButton symbol={Symbol::Trash} on_click={here.act(Action::SaveToggled(id.clone()))}>{ here.text.get(Msg::LIST_REMOVE) }</LinkButton></p>
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
