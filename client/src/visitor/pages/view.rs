//! Language and colours, and erasing all that this app stored.

use yew::prelude::*;

use crate::{
    components::{
        ChoiceKind, ChoiceProps, Rank, Symbol, action_button, choice, choices, icon, parts, say,
        section_head, when,
    },
    route::Route,
    text::{LANGUAGES, Msg},
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
    html! {
        <main id="inhalt" class="page" tabindex="-1">
            <section class="stack">
                <h1>{ text.get(Msg::VIEW) }</h1>
                <nav class="field" id="sprache" aria-labelledby="sprache-titel">
                    <h2 id="sprache-titel">{ text.get(Msg::VIEW_LANGUAGE) }</h2>
                    <ul class="choices two-up">{ for LANGUAGES.iter().map(|language| language_link(here, language)) }</ul>
                </nav>
            </section>
            <form class="stack">
                { choices(Some("farben".into()), html! { <h2>{ text.get(Msg::VIEW_COLOURS) }</h2> }, false, SCHEMES.iter().map(|scheme| scheme_choice(here, *scheme)).collect()) }
            </form>
            { erase(here) }
        </main>
    }
}

fn language_link(here: &Here, language: &'static str) -> Html {
    let name = match language {
        "en" => Msg::LANGUAGE_EN,
        "ar" => Msg::LANGUAGE_AR,
        _ => Msg::LANGUAGE_DE,
    };
    let current = here.text.language() == language;
    html! {
        <li>
            <a class="choice" href={Route::Today.path(language)} hreflang={language} lang={language} dir={crate::text::direction(language)} aria-current={current.then_some("true")}>
                { here.text.get(name) }
            </a>
        </li>
    }
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
            <p>{ text.get(Msg::ERASE_SAYS) }</p>
            if here.erasing == Erasing::Done {
                <p role="status"><strong>{ text.get(Msg::ERASE_DONE) }</strong></p>
            } else if here.erasing == Erasing::Asked {
                <p role="alert"><strong>{ text.get(Msg::ERASE_SURE) }</strong>{ unsent(here) }</p>
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
