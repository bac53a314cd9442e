//! Who is responsible, what happens with data, how accessible this is.

use shared::catalog::Text as CatalogText;
use yew::prelude::*;

use crate::{
    components::{attrs, el, el_with, parts, say, section, tagged_language, when},
    route::Route,
    text::Msg,
    visitor::{
        here::Here,
        words::{forms, main_of, paragraphs, sentence},
    },
};

/// The page.
pub(in crate::visitor) fn info(here: &Here) -> Html {
    let text = &here.text;
    let season = &here.catalog.season;
    let link = |class: &'static str, href: AttrValue, words: Msg| {
        el_with("a", attrs![("class", class.into()), ("href", href)], [say(text.get(words))])
    };
    let head = [
        el("h1", "", [say(text.get(Msg::INFO))]),
        sentence(text.get(Msg::INFO_WHAT)),
        sentence(text.get(Msg::INFO_OFFLINE)),
        when(season.example, || el("p", "", [el("strong", "", [say(text.get(Msg::EXAMPLE_SAYS))])])),
        el("p", "", [link("link", here.href(&Route::View), Msg::VIEW)]),
        forms(here),
    ];
    let privacy = vec![sentence(text.get(Msg::INFO_STORED)), said(here, &season.privacy)];
    let team =
        [say(text.get(Msg::INFO_TEAM)), say(" ".into()), link("", "/team/".into(), Msg::INFO_TEAM_LINK)];
    main_of(
        "page",
        vec![
            el("section", "stack", head),
            section("daten", text.get(Msg::INFO_PRIVACY), privacy),
            section("zugang", text.get(Msg::INFO_ACCESSIBILITY), vec![said(here, &season.accessibility)]),
            section("impressum", text.get(Msg::INFO_IMPRINT), vec![said(here, &season.imprint)]),
            el("p", "hint", team),
        ],
    )
}

fn said(here: &Here, words: &CatalogText) -> Html {
    let mark =
        when(words.language.is_some() || words.machine, || el("p", "", [tagged_language(words, &here.text)]));
    parts(vec![mark, paragraphs(words)])
}
