//! What the visitor saved: only on this phone, so the server knows nothing of it.

use yew::prelude::*;

use crate::{
    components::{
        BarKind, Drawing, Hang, Rank, Symbol, action_link, attrs, bar, button_link, each, el, el_with,
        element, empty, icon, parts, say, sign, when,
    },
    route::{Form, Route},
    text::Msg,
    visitor::{
        app::REQUESTS,
        here::Here,
        offer_card::{Level, offer_card},
        state::Action,
        words::{form_link, main_of, sentence},
    },
};

/// The page.
pub(in crate::visitor) fn list(here: &Here) -> Html {
    let text = &here.text;
    let list = if !here.alive {
        sentence(text.get(Msg::LIST_NEEDS_SCRIPT))
    } else if here.saved.ids().is_empty() {
        nothing(here)
    } else {
        offers(here)
    };
    let heading = el("h1", "", [say(text.get(Msg::LIST))]);
    let only_here = sign(Hang::No, Symbol::Lock, say(text.get(Msg::LIST_ONLY_HERE)));
    let erase = when(!here.saved.ids().is_empty(), || {
        let href = format!("{}#loeschen", here.href(&Route::View));
        let link = el_with(
            "a",
            attrs![("class", "link".into()), ("href", href.into())],
            [say(text.get(Msg::ERASE))],
        );
        el("p", "on-screen", [link])
    });
    let requests = when(here.alive && here.phone.read(REQUESTS).is_some(), || {
        let href = Form::Requests.path(text.language());
        el("p", "on-screen", [form_link("link", href, text.get(Msg::ASK_REQUESTS))])
    });
    main_of("page", vec![el("section", "stack", [heading, only_here, removed(here), list]), requests, erase])
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
    empty(Some(Drawing::Table), parts(vec![sentence(here.text.get(Msg::LIST_EMPTY)), next]))
}

/// The saved offers; one that is no longer in the catalog is said, not dropped.
fn offers(here: &Here) -> Html {
    let gone = |id: &String| {
        let remove = action_link(
            icon(Symbol::Trash),
            "save",
            &here.act(Action::SaveToggled(id.clone())),
            here.text.get(Msg::LIST_REMOVE),
        );
        let said = el("div", "", [sentence(here.text.get(Msg::LIST_GONE)), el("p", "", [remove])]);
        let ring = el_with(
            "span",
            attrs![("class", "stand".into()), ("data-state", "away".into())],
            [say("–".into())],
        );
        el_with("li", attrs![("class", "offer-card".into()), ("data-offer", id.clone().into())], [ring, said])
    };
    let card = |id: &String| match here.catalog.offer(id) {
        Some(offer) => offer_card(here, offer, Level::Two, None),
        None => gone(id),
    };
    element("ol", attrs![("class", "offer-cards".into())], each(here.saved.ids(), card))
}
