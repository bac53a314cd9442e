//! The table to take along.

use std::rc::Rc;

use shared::document::contact::FollowUp;
use yew::prelude::*;

use crate::{
    components::{Button, Cloth, ClothBox, Rank, Symbol},
    services::{Services, use_services},
    team::desk::{
        entry::{Entry, Personal},
        export::{self, ExportWords},
        use_desk,
        words::Words,
    },
    text::{Msg, use_text},
};

/// What is exported.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ExportProps {
    pub(super) entries: Rc<Vec<Entry>>,
    pub(super) unlocked: bool,
    pub(super) date: AttrValue,
}

/// The table to take along, behind a warning.
#[component]
pub(super) fn Export(props: &ExportProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let services = use_services();
    let asked = use_state(|| false);
    let saved = use_state(|| None::<usize>);
    let sealed = props.entries.iter().filter(|entry| entry.person == Personal::Sealed).count();
    let ask = {
        let (asked, saved) = (asked.clone(), saved.clone());
        Callback::from(move |()| {
            asked.set(!*asked);
            saved.set(None);
        })
    };
    let save = {
        let (entries, date, saved, services) =
            (props.entries.clone(), props.date.clone(), saved.clone(), services.clone());
        let words = ForExport { words: desk.words.clone(), services: services.clone() };
        Callback::from(move |()| {
            let rows = export::rows(&entries, &words);
            let table = export::table(&rows);
            let name = words.words.text.with(Msg::DESK_EXPORT_FILE, &[("date", date.as_str().into())]);
            services.platform.download(&name, "text/csv;charset=utf-8", table.as_bytes());
            saved.set(Some(rows.len().saturating_sub(1)));
        })
    };
    let unavailable = (!props.unlocked || sealed > 0).then(|| text.get(Msg::DESK_EXPORT_LOCKED));
    html! {
        <section class="stack no-print" aria-labelledby="export">
            <h2 id="export" class="hidden-text">{ text.get(Msg::DESK_EXPORT) }</h2>
            <div class="row">
                <Button symbol={Symbol::Download} on_click={if unavailable.is_none() { ask.clone() } else { Callback::noop() }} unavailable={unavailable.clone()} action="export">
                    { text.get(Msg::DESK_EXPORT) }
                </Button>
                if let Some(reason) = unavailable.clone() {
                    <p class="hint">{ reason }</p>
                }
            </div>
            if *asked && unavailable.is_none() {
                <ClothBox cloth={Cloth::Sun} symbol={Symbol::Alert} heading={text.get(Msg::DESK_EXPORT_WARNING)} level=3>
                    <p>{ text.get(Msg::DESK_EXPORT_WARNING_HINT) }</p>
                    <div class="row">
                        <Button rank={Rank::First} symbol={Symbol::Download} on_click={save} action="export-now">{ text.get(Msg::DESK_EXPORT_NOW) }</Button>
                        <Button rank={Rank::Quiet} on_click={ask}>{ text.get(Msg::DESK_BACK) }</Button>
                    </div>
                    if let Some(n) = *saved {
                        <p role="status">{ text.with(Msg::DESK_EXPORT_SAVED, &[("n", n.into())]) }</p>
                    }
                </ClothBox>
            }
        </section>
    }
}

/// The words of the table in the reader's language.
struct ForExport {
    words: Words,
    services: Services,
}

impl ExportWords for ForExport {
    fn heads(&self) -> Vec<String> {
        [
            Msg::DESK_HEAD_NAME,
            Msg::DESK_HEAD_PHONE,
            Msg::DESK_HEAD_EMAIL,
            Msg::DESK_HEAD_OTHER,
            Msg::DESK_HEAD_NOTE,
            Msg::DESK_HEAD_NOTES,
            Msg::DESK_HEAD_OFFERS,
            Msg::DESK_HEAD_PROVIDERS,
            Msg::DESK_HEAD_TOPIC,
            Msg::DESK_HEAD_LANGUAGE,
            Msg::DESK_HEAD_GROUPS,
            Msg::DESK_HEAD_STATE,
            Msg::DESK_HEAD_DUE,
            Msg::DESK_HEAD_RECORDED,
            Msg::DESK_HEAD_DEVICE,
            Msg::DESK_HEAD_CONSENT,
            Msg::DESK_HEAD_RECIPIENTS,
            Msg::DESK_HEAD_ERASE,
            Msg::DESK_HEAD_ID,
        ]
        .map(|head| self.words.text.get(head).to_string())
        .into()
    }

    fn no_name(&self, person: &Personal) -> String {
        let message = match person {
            Personal::Sealed => Msg::DESK_SEALED_NAME,
            Personal::Unreadable => Msg::DESK_UNREADABLE_NAME,
            Personal::Missing | Personal::Open(_) => Msg::DESK_WITHOUT_NAME,
        };
        self.words.text.get(message).to_string()
    }

    fn state(&self, state: FollowUp) -> String {
        self.words.state(state).to_string()
    }

    fn topic(&self, name: &str) -> String {
        self.words.topic(name).to_string()
    }

    fn language(&self, tag: &str) -> String {
        self.words.language(tag).to_string()
    }

    fn group(&self, id: &str) -> String {
        self.words.group(id).to_string()
    }

    fn provider(&self, key: &str) -> String {
        self.words.provider(key).to_string()
    }

    fn offer(&self, id: &str) -> String {
        self.words.offer(id).to_string()
    }

    fn moment(&self, ms: i64) -> String {
        // As programs for tables read it.
        let local = self.services.clock.local(ms);
        format!("{} {}", local.day, local.clock())
    }
}
