//! An offer on a list: what it is, and on paper how to reach it.

use shared::catalog::{Offer, Provider};
use yew::prelude::*;

use crate::{
    components::{
        Cloth, Symbol, attrs, dir_of, each, el, el_with, element, icon, lang_of, parts, say, small_icon,
        stand, tagged_language, when,
    },
    list::{
        bundle,
        here::Here,
        state::{Action, Entry, Step},
    },
    route::Route,
    text::Msg,
    visitor::words::{cloth, telephone},
};

/// An entry of the own list.
pub(super) fn entry(here: &Here, entry: &Entry, position: (usize, usize)) -> Html {
    let id = &entry.id;
    let writing = here.visit.writing.as_ref() == Some(id);
    let note = if writing { note_field(here, entry) } else { note(&entry.note) };
    let tools = if here.visit.ordering {
        steps(here, id, position, Action::Moved)
    } else {
        tools(here, entry, writing)
    };
    let remove = save(here, id, Action::Removed(id.clone()));
    let state = if entry.done { "done" } else { "" };
    line(here, id, state, parts(vec![note, tools]), remove)
}

/// An offer of a list that is not this phone's.
pub(super) fn plain(here: &Here, id: &str, tools: Html) -> Html {
    line(here, id, "", tools, Html::default())
}

fn line(here: &Here, id: &str, state: &'static str, below: Html, after: Html) -> Html {
    let content = match here.offer(id) {
        Some(offer) => {
            let label = here.stand(offer).map(|stand| stand.label.as_str());
            [stand(&here.text, label, cloth(offer)), el("div", "", [about(here, offer), below]), after]
        }
        None => {
            let ring = stand(&here.text, None, Cloth::Sky);
            let said = el("h2", "", [say(here.text.get(Msg::LIST_GONE))]);
            [ring, el("div", "", [heading_anchor(id), said, below]), after]
        }
    };
    let attributes = attrs![
        ("class", "offer-card kept".into()),
        ("data-offer", id.to_owned().into()),
        ("data-state", state.into()),
    ];
    el_with("li", attributes, content)
}

/// Where the focus goes when an entry whose offer is gone comes back.
fn heading_anchor(id: &str) -> Html {
    el_with("span", attrs![("id", format!("eintrag-{id}").into()), ("tabindex", "-1".into())], [])
}

fn about(here: &Here, offer: &Offer) -> Html {
    let provider = here.provider(offer);
    let title = attrs![
        ("id", format!("eintrag-{}", offer.id).into()),
        ("href", here.href(&Route::Offer(offer.id.clone()))),
        ("lang", lang_of(&offer.title)),
        ("dir", dir_of(&offer.title)),
    ];
    let title = el("h2", "", [el_with("a", title, [say(offer.title.text.clone().into())])]);
    let mut facts = Vec::new();
    if let Some(provider) = provider {
        facts.push(el("bdi", "", [say(provider.name.clone().into())]));
    }
    facts.extend(here.time(offer));
    let facts = with_dots(facts);
    let paused = when(offer.paused, || {
        el("p", "small row", [small_icon(Symbol::Alert), say(here.text.get(Msg::OFFER_PAUSED))])
    });
    parts(vec![
        title,
        element("p", attrs![("class", "small".into())], facts),
        paused,
        when(offer.title.language.is_some() || offer.title.machine, || {
            el("p", "", [tagged_language(&offer.title, &here.text)])
        }),
        provider.map(|provider| on_paper(here, provider)).unwrap_or_default(),
    ])
}

fn with_dots(facts: Vec<Html>) -> Vec<Html> {
    let mut dotted = Vec::new();
    for fact in facts {
        if !dotted.is_empty() {
            dotted.push(say(" · ".into()));
        }
        dotted.push(fact);
    }
    dotted
}

/// What only the printed sheet needs: there is nothing to tap.
fn on_paper(here: &Here, provider: &Provider) -> Html {
    let mut facts = Vec::new();
    if !provider.phone.is_empty() {
        let number = el_with("bdi", attrs![("dir", "ltr".into())], [say(provider.phone.clone().into())]);
        facts.push(parts(vec![say(here.text.get(Msg::LIST_PAPER_PHONE)), say(" ".into()), number]));
    }
    if !provider.address.is_empty() {
        facts.push(el_with("bdi", attrs![("lang", "de".into())], [say(provider.address.clone().into())]));
    }
    element("p", attrs![("class", "on-paper".into())], with_dots(facts))
}

fn note(words: &str) -> Html {
    when(!words.is_empty(), || {
        let attributes = attrs![
            ("class", "cloth small note".into()),
            ("data-cloth", "sun".into()),
            ("dir", "auto".into())
        ];
        el_with("p", attributes, [say(words.to_owned().into())])
    })
}

/// Every letter is stored at once: there is nothing to be lost, and "done" only closes.
fn note_field(here: &Here, entry: &Entry) -> Html {
    let id = entry.id.clone();
    let name = here.naming(Msg::LIST_NOTE_NAME, &id);
    let oninput = {
        let (dispatcher, id) = (here.dispatcher.clone(), id.clone());
        Callback::from(move |event: InputEvent| {
            let words = event.target_unchecked_into::<web_sys::HtmlTextAreaElement>().value();
            dispatcher.dispatch(Action::Noted(id.clone(), words));
        })
    };
    html! {
        <textarea class="input note-field" id={format!("notiz-{id}")} rows="3" dir="auto" aria-label={name} value={entry.note.clone()} {oninput} />
    }
}

fn tools(here: &Here, entry: &Entry, writing: bool) -> Html {
    let id = entry.id.as_str();
    let text = &here.text;
    let named = |words: Msg| parts(vec![say(text.get(words)), hidden(here, id)]);
    let call =
        here.offer(id).and_then(|offer| here.provider(offer)).filter(|it| !it.phone.is_empty()).map(|it| {
            let href = telephone(&it.phone);
            el_with(
                "a",
                attrs![("class", "link".into()), ("href", href)],
                [small_icon(Symbol::Phone), named(Msg::CONTACT_CALL)],
            )
        });
    let to = (!writing).then(|| id.to_owned());
    let words = if writing {
        Msg::LIST_NOTE_DONE
    } else if entry.note.is_empty() {
        Msg::LIST_NOTE
    } else {
        Msg::LIST_NOTE_CHANGE
    };
    let onclick = here.act(Action::Writing(to)).reform(|_: MouseEvent| ());
    let write = html! {
        <button type="button" class="link" id={format!("schreiben-{id}")} data-action="note" aria-expanded={if writing { "true" } else { "false" }} {onclick}>
            { small_icon(if writing { Symbol::Check } else { Symbol::Pencil }) }{ named(words) }
        </button>
    };
    let show = when(here.offer(id).is_some(), || {
        let href = format!("#{}", bundle::show(id));
        let attributes =
            attrs![("class", "link".into()), ("href", href.into()), ("data-action", "show".into())];
        el_with("a", attributes, [small_icon(Symbol::Qr), named(Msg::LIST_SHOW)])
    });
    el("div", "row tools on-screen", [call.unwrap_or_default(), write, show, done(here, entry)])
}

fn done(here: &Here, entry: &Entry) -> Html {
    let (dispatcher, id) = (here.dispatcher.clone(), entry.id.clone());
    let onchange = Callback::from(move |event: Event| {
        let on = event.target_unchecked_into::<web_sys::HtmlInputElement>().checked();
        dispatcher.dispatch(Action::Done(id.clone(), on));
    });
    html! {
        <label class="choice" data-size="tag">
            <input type="checkbox" name="erledigt" checked={entry.done} {onchange} />
            { here.text.get(Msg::LIST_DONE) }{ hidden(here, &entry.id) }
        </label>
    }
}

/// Which offer a button is about, for screen readers.
fn hidden(here: &Here, id: &str) -> Html {
    el("span", "hidden-text", [say(format!(": {}", here.title(id)).into())])
}

/// Up and down, for fingers and keys alike; at the edge a button stays and does nothing.
pub(super) fn steps(
    here: &Here,
    id: &str,
    (at, of): (usize, usize),
    action: fn(String, Step) -> Action,
) -> Html {
    let steps = [
        (Step::Up, "hoch", "up", Symbol::Up, Msg::LIST_UP, at == 0),
        (Step::Down, "runter", "down", Symbol::Down, Msg::LIST_DOWN, at + 1 == of),
    ];
    let button = |(step, name, data, symbol, words, at_edge): &(
        Step,
        &str,
        &'static str,
        Symbol,
        Msg,
        bool,
    )| {
        let onclick = here.act(action(id.to_owned(), *step)).reform(|_: MouseEvent| ());
        html! {
            <button type="button" class="button" id={format!("{name}-{id}")} data-action={*data} aria-disabled={at_edge.then_some("true")} {onclick}>
                { icon(*symbol) }{ here.text.get(*words) }{ hidden(here, id) }
            </button>
        }
    };
    element("div", attrs![("class", "row tools on-screen".into())], each(&steps, button))
}

fn save(here: &Here, id: &str, action: Action) -> Html {
    let onclick = here.act(action).reform(|_: MouseEvent| ());
    html! {
        <button type="button" class="save" data-action="save" aria-pressed="true" aria-label={here.naming(Msg::SAVE_DONE_NAME, id)} {onclick}>
            { icon(Symbol::Bookmark) }
            <span aria-hidden="true">{ here.text.get(Msg::SAVE_DONE) }</span>
        </button>
    }
}

/// A button that takes an offer off a list for someone else, or puts it on.
pub(super) fn pick(here: &Here, id: &str, on: bool) -> Html {
    let (action, words, symbol) =
        if on { ("pick", Msg::LIST_PICK, Symbol::Plus) } else { ("unpick", Msg::LIST_REMOVE, Symbol::Trash) };
    let onclick = here.act(Action::Picked(id.to_owned(), on)).reform(|_: MouseEvent| ());
    html! {
        <button type="button" class="link" data-action={action} {onclick}>
            { small_icon(symbol) }{ here.text.get(words) }{ hidden(here, id) }
        </button>
    }
}
