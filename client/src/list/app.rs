//! The frame of the list's page, and which view is shown.

use std::rc::Rc;

use shared::catalog::Search;
use yew::prelude::*;

use super::{
    bundle::Fragment,
    here::Here,
    phone::PhoneHandle,
    state::{Action, Entries, Mode, Visit},
    views,
};
use crate::{
    components::{canopy, tab_bar},
    route::Route,
    text::{Msg, Text},
    visitor::{
        Network, Published,
        app::{SAVED, canopy_of, tabs, unreviewed},
        bars::{Bars, bars},
        today_or_next,
    },
};

/// Where notes and marks are stored.
pub const NOTES: &str = "notes";

/// Properties of [`ListApp`].
#[derive(Clone, PartialEq, Properties)]
pub struct ListProps {
    /// What there is to read.
    pub catalog: Published,
    /// All words.
    pub text: Text,
    /// ISO 8601.
    pub today: AttrValue,
    /// The phone.
    pub phone: PhoneHandle,
}

/// The program of the saved list.
#[component]
pub fn ListApp(props: &ListProps) -> Html {
    let visit = use_reducer_eq(|| {
        let stored = |key| props.phone.read(key).unwrap_or_default();
        let list = Entries::from_storage(&stored(SAVED), &stored(NOTES));
        Visit::new(props.catalog.clone(), list, &props.phone.fragment())
    });
    let here = Here {
        text: props.text.clone(),
        today: props.today.clone(),
        search: use_search(&visit, &props.today),
        dispatcher: visit.dispatcher(),
        visit: Rc::new((*visit).clone()),
        phone: props.phone.clone(),
    };
    use_phone(&here);

    let text = &here.text;
    let saved = here.visit.list.entries().len();
    let page = match &here.visit.mode {
        Mode::Own => views::own(&here),
        Mode::Opened(bundle) => views::opened(&here, bundle),
        Mode::ForOther(bundle) => views::for_other(&here, bundle),
        Mode::Show(id) => views::show(&here, id),
    };
    html! {
        <>
            { views::sprite() }
            <a class="skip" href="#inhalt">{ text.get(Msg::SKIP) }</a>
            { canopy(text, canopy_of(text)) }
            { bars_of(&here) }
            { page }
            { unreviewed(text) }
            { tab_bar(text.get(Msg::TABS), &tabs(text, &Route::List, saved)) }
        </>
    }
}

/// The index of the catalog, made when a list for someone else is begun.
#[hook]
fn use_search(visit: &Visit, today: &AttrValue) -> Rc<Option<Search>> {
    let needed = matches!(visit.mode, Mode::ForOther(_));
    use_memo((visit.catalog.clone(), today.clone(), needed), |(catalog, today, needed)| {
        let stands = today_or_next(catalog, today).map_or(&[][..], |market| &market.day.stands);
        needed.then(|| Search::new(catalog, stands))
    })
}

fn bars_of(here: &Here) -> Html {
    let phone = here.phone.clone();
    let load = Callback::from(move |()| phone.load_update());
    let shown = Bars {
        is_away: here.visit.network == Network::Away,
        update_waits: here.visit.update_waits,
        not_stored: here.visit.not_stored,
    };
    bars(&here.text, shown, &load, &here.act(Action::UpdatePutOff))
}

/// What the phone was told last.
#[derive(Default)]
struct Told {
    listens: bool,
    focus: u32,
    entries: usize,
}

/// After each rendering: stores what changed, keeps the address in step, moves the focus.
#[hook]
fn use_phone(here: &Here) {
    let told = use_mut_ref(Told::default);
    let here = here.clone();
    use_effect(move || {
        let mut told = told.borrow_mut();
        let entries = here.visit.list.entries().len();
        if !told.listens {
            told.listens = true;
            told.entries = entries;
            let dispatcher = here.dispatcher.clone();
            here.phone.listen(Callback::from(move |event| dispatcher.dispatch(Action::Phone(event))));
            if entries > 0 {
                here.phone.ask_to_keep();
            }
        }
        store(&here);
        address(&here);
        here.phone.name_page(&here.text.with(Msg::TITLE_OF, &[("page", views::title(&here).into())]));
        let (times, id) = &here.visit.focus;
        if told.focus != *times {
            told.focus = *times;
            here.phone.focus(id);
        }
        if told.entries < entries {
            here.phone.ask_to_keep();
        }
        told.entries = entries;
    });
}

/// Stores ids and notes where they differ from what is stored; what was refused is tried again each time.
fn store(here: &Here) {
    // Notes first: an id without its note is found again, a note without its id as well.
    let mut refused = false;
    for (key, value) in [(NOTES, here.visit.list.notes()), (SAVED, here.visit.list.saved())] {
        let value = (!value.is_empty()).then_some(value);
        let differs = here.phone.read(key) != value;
        refused |= differs && here.phone.store(key, value.as_deref()).is_err();
    }
    if refused != here.visit.not_stored {
        here.dispatcher.dispatch(Action::Stored(!refused));
    }
}

/// A list for someone else stands in the address and nowhere else; what was accepted leaves it.
fn address(here: &Here) {
    let fragment = here.phone.fragment();
    match &here.visit.mode {
        Mode::ForOther(bundle) => {
            let being_made = bundle.fragment_being_made();
            if fragment != being_made {
                here.phone.set_fragment(&being_made);
            }
        }
        Mode::Own if Fragment::read(&fragment, &here.visit.catalog) != Fragment::None => {
            here.phone.set_fragment("");
        }
        Mode::Own | Mode::Opened(_) | Mode::Show(_) => {}
    }
}
