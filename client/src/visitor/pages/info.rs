//! Who is responsible, what happens with data, how accessible this is.

use shared::catalog::Text as CatalogText;
use yew::prelude::*;

use crate::{
    components::{section_head, tagged_language},
    route::Route,
    text::Msg,
    visitor::{here::Here, words::paragraphs},
};

/// The page.
pub(in crate::visitor) fn info(here: &Here) -> Html {
    let text = &here.text;
    let season = &here.catalog.season;
    html! {
        <main id="inhalt" class="page" tabindex="-1">
            <section class="stack">
                <h1>{ text.get(Msg::INFO) }</h1>
                <p>{ text.get(Msg::INFO_WHAT) }</p>
                <p>{ text.get(Msg::INFO_OFFLINE) }</p>
                if season.example {
                    <p><strong>{ text.get(Msg::EXAMPLE_SAYS) }</strong></p>
                }
                <p><a class="link" href={here.href(&Route::View)}>{ text.get(Msg::VIEW) }</a></p>
            </section>
            <section class="stack" aria-labelledby="daten">
                { section_head("daten", text.get(Msg::INFO_PRIVACY).into(), Html::default()) }
                <p>{ text.get(Msg::INFO_STORED) }</p>
                { said(here, &season.privacy) }
            </section>
            { part(here, "zugang", Msg::INFO_ACCESSIBILITY, &season.accessibility) }
            { part(here, "impressum", Msg::INFO_IMPRINT, &season.imprint) }
            <p class="hint">{ text.get(Msg::INFO_TEAM) }{ " " }<a href="/team/">{ text.get(Msg::INFO_TEAM_LINK) }</a></p>
        </main>
    }
}

fn part(here: &Here, id: &'static str, heading: Msg, words: &CatalogText) -> Html {
    html! {
        <section class="stack" aria-labelledby={id}>
            { section_head(id, here.text.get(heading).into(), Html::default()) }
            { said(here, words) }
        </section>
    }
}

fn said(here: &Here, words: &CatalogText) -> Html {
    let mark = tagged_language(words, &here.text);
    html! {
        <>
            if words.language.is_some() || words.machine {
                <p>{ mark }</p>
            }
            { paragraphs(words) }
        </>
    }
}
