//! Language and colours, and erasing all that this app stored.

use yew::prelude::*;

use crate::{
    components::{
        ChoiceKind, ChoiceProps, Rank, Symbol, action_button, attrs, choice, choices, el, el_with, element,
        icon, parts, say, section_head, when,
    },
    route::Route,
    text::{LANGUAGES, Language, Msg},
    visitor::{
        app::REQUESTS,
        here::Here,
        state::{Action, Erasing},
    },
};

/// Colours, their symbols and names; the first follows the phone.
const SCHEMES: [(&str, Symbol, Msg); 4] = [
    ("", Symbol::Mobile, Msg::SCHEME_PHONE),
    ("light", Symbol::Parasol, Msg::SCHEME_LIGHT),
    ("dark", Symbol::Clock, Msg::SCHEME_DARK),
    ("sun", Symbol::Sun, Msg::SCHEME_SUN),
];

/// The page.
pub(in crate::visitor) fn view(here: &Here) -> Html {
    let text = &here.text;
    let published = &here.catalog.season.languages;
    let languages: Vec<&Language> = LANGUAGES
        .iter()
        .filter(|language| language.tag == text.language() || published.iter().any(|tag| tag == language.tag))
        .collect();
    html! {
        <main id="inhalt" class="page" tabindex="-1">
            <section class="stack">
                <h1>{ text.get(Msg::VIEW) }</h1>
                <nav class="field" id="sprache" aria-labelledby="sprache-titel">
                    <h2 id="sprache-titel">{ text.get(Msg::VIEW_LANGUAGE) }</h2>
                    <ul class="choices two-up">{ for languages.iter().map(|language| language_link(here, language)) }</ul>
                    { unreviewed(here, &languages) }
                </nav>
            </section>
            <form class="stack">
                { choices(Some("farben".into()), html! { <h2>{ text.get(Msg::VIEW_COLOURS) }</h2> }, false, SCHEMES.iter().map(|scheme| scheme_choice(here, *scheme)).collect()) }
            </form>
            { erase(here) }
        </main>
    }
}

fn language_link(here: &Here, language: &Language) -> Html {
    let current = here.text.language() == language.tag;
    let attributes = attrs![
        ("class", "choice".into()),
        ("href", Route::Today.path(language.tag).into()),
        ("hreflang", language.tag.into()),
        ("lang", language.tag.into()),
        ("dir", crate::text::direction(language.tag).into()),
        ("aria-current", if current { "true" } else { "" }.into()),
    ];
    el("li", "", [el_with("a", attributes, [say(language.name.into())])])
}

/// Names the languages that no one has checked.
fn unreviewed(here: &Here, languages: &[&Language]) -> Html {
    let mut words = vec![say(here.text.get(Msg::VIEW_UNREVIEWED))];
    for (at, language) in languages.iter().filter(|language| !language.reviewed).enumerate() {
        if at > 0 {
            words.push(say(here.text.get(Msg::LIST_COMMA)));
        }
        words.push(say(" ".into()));
        words.push(el_with("bdi", attrs![("lang", language.tag.into())], [say(language.name.into())]));
    }
    when(words.len() > 1, || element("p", attrs![("class", "hint".into())], words))
}

fn scheme_choice(here: &Here, (value, symbol, name): (&'static str, Symbol, Msg)) -> Html {
    let checked = here.scheme.as_deref().unwrap_or_default() == value;
    let chosen = (!value.is_empty()).then(|| value.to_owned());
    let on_change = here.act(Action::SchemeChosen(chosen)).reform(|_: bool| ());
    choice(&ChoiceProps {
        kind: ChoiceKind::Radio,
        name: "farben".into(),
        value: value.into(),
        checked,
        tag: false,
        on_change,
        children: html! { <>{ icon(symbol) }{ here.text.get(name) }</> },
    })
}

fn erase(here: &Here) -> Html {
    let text = &here.text;
    let confirm = {
        let (phone, visit) = (here.phone.clone(), here.visit.clone());
        Callback::from(move |()| {
            phone.erase();
            visit.dispatch(Action::Erased);
        })
    };
    html! {
        <section class="stack" aria-labelledby="loeschen">
            { section_head("loeschen", text.get(Msg::ERASE).into(), Html::default()) }
            <p tabindex="-1" data-next={(here.erasing == Erasing::No).then_some("true")}>{ text.get(Msg::ERASE_SAYS) }</p>
            if here.erasing == Erasing::Done {
                <p role="status" tabindex="-1" data-next="true"><strong>{ text.get(Msg::ERASE_DONE) }</strong></p>
            } else if here.erasing == Erasing::Asked {
                <p role="alert" tabindex="-1" data-next="true"><strong>{ text.get(Msg::ERASE_SURE) }</strong>{ unsent(here) }</p>
                <div class="actions">
                    { action_button(Rank::Danger, icon(Symbol::Trash), "erase-confirm", &confirm, text.get(Msg::ERASE_CONFIRM)) }
                    { action_button(Rank::Plain, Html::default(), "erase-keep", &here.act(Action::EraseAsked(false)), text.get(Msg::ERASE_KEEP)) }
                </div>
            } else {
                <div class="actions">
                    { action_button(Rank::Danger, icon(Symbol::Trash), "erase", &here.act(Action::EraseAsked(true)), text.get(Msg::ERASE_BUTTON)) }
                </div>
            }
        </section>
    }
}

/// What nobody but this phone has is named before it is lost.
fn unsent(here: &Here) -> Html {
    when(here.phone.read(REQUESTS).as_deref() == Some("unsent"), || {
        parts(vec![say(" ".into()), say(here.text.get(Msg::ERASE_UNSENT))])
    })
}
