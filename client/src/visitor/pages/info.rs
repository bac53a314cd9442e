//! What the market is; the way to the legal pages and to the team's program.

use shared::catalog::Text as CatalogText;
use yew::prelude::*;

use crate::{
    components::{attrs, each, el, el_with, element, say, section, when},
    route::{Legal, Route},
    text::{Language, Msg},
    visitor::{
        head::legal_name,
        here::Here,
        words::{document, forms, main_of, read_aloud, sentence},
    },
};

/// Explained to readers of German.
const EASY: &str = "de-x-leicht";

/// The page.
pub(in crate::visitor) fn info(here: &Here) -> Html {
    let text = &here.text;
    let season = &here.catalog.season;
    let link = |href: AttrValue, words: AttrValue| {
        el_with("a", attrs![("class", "link".into()), ("href", href)], [say(words)])
    };
    let easy = text.language() == "de" && season.languages.iter().any(|language| language == EASY);
    let easy = Language::of(EASY).filter(|_| easy).map(|language| {
        let href = attrs![
            ("class", "link".into()),
            ("href", Route::Info.path(EASY).into()),
            ("hreflang", EASY.into()),
        ];
        el("p", "", [el_with("a", href, [say(language.name.into())])])
    });
    let explained = CatalogText { text: text.get(Msg::INFO_EXPLAINED).to_string(), ..CatalogText::default() };
    let mut head = vec![
        el("h1", "", [say(text.get(Msg::INFO))]),
        easy.unwrap_or_default(),
        el("p", "", [read_aloud(text, "link")]),
    ];
    head.push(when(season.example, || el("p", "", [el("strong", "", [say(text.get(Msg::EXAMPLE_SAYS))])])));
    head.extend(document(&explained));
    head.push(sentence(text.get(Msg::INFO_OFFLINE)));
    head.push(el("p", "", [link(here.href(&Route::View), text.get(Msg::VIEW))]));
    head.push(forms(here));

    let legal =
        |legal: &Legal| el("li", "", [link(here.href(&Route::Legal(*legal)), text.get(legal_name(*legal)))]);
    let legal = each(&[Legal::Privacy, Legal::Accessibility, Legal::Imprint], legal);
    let team = el_with("a", attrs![("href", "/team/".into())], [say(text.get(Msg::INFO_TEAM_LINK))]);
    let team = [say(text.get(Msg::INFO_TEAM)), say(" ".into()), team];
    main_of(
        "page",
        vec![
            element("section", attrs![("class", "stack".into())], head),
            section(
                "rechtliches",
                text.get(Msg::INFO_LEGAL),
                vec![
                    sentence(text.get(Msg::INFO_STORED)),
                    element("ul", attrs![("class", "stack-s".into())], legal),
                ],
            ),
            el("p", "hint", team),
        ],
    )
}
