//! All contacts of a market, of all devices, on a board by where their follow-up stands.

use std::{collections::BTreeMap, rc::Rc};

use shared::document::{
    DocumentId, MarketKey,
    contact::{FollowUp, Step, set_state},
};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{DateProps, UnknownPage};
use crate::{
    components::{
        Button, Choice, ChoiceKind, Cloth, ClothBox, Drawing, Empty, Rank, Symbol, flip_icon, icon,
        small_icon,
    },
    driver::{Repo, use_repo},
    services::{Services, random_bytes, use_services},
    team::desk::{
        DeskState,
        board::{COLUMNS, ENDED, column, neighbour},
        duplicates::{Shared, possible_duplicates},
        entry::{Entry, Overdue, Personal},
        export::{self, ExportWords},
        filter::Filter,
        frame::Frame,
        key_panel::KeyPanel,
        link::DeskLink,
        opening::progress,
        route::DeskRoute,
        use_desk,
        words::{Words, state_symbol},
    },
    text::{Msg, use_text},
};

/// The page.
#[component]
pub(crate) fn ContactsPage(props: &DateProps) -> Html {
    let desk = use_desk();
    match desk.market_key(&props.date) {
        Some(market) => html! { <Contacts key={market.to_string()} market={market.clone()} /> },
        None => html! { <UnknownPage /> },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ContactsProps {
    market: MarketKey,
}

#[component]
fn Contacts(props: &ContactsProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let services = use_services();
    let filter = use_state(Filter::default);
    let comparing = use_state(|| false);
    let market = &props.market;
    let date = market.date().to_owned();
    let now_ms = services.clock.now_ms();
    let entries =
        use_memo((desk.data.clone(), (*desk.vault).clone(), market.clone()), |(data, vault, market)| {
            data.entries(market, vault)
        });
    let duplicates = use_memo(entries.clone(), |entries| possible_duplicates(entries));
    let unlocked = desk.vault.keys().key(market.as_str()).is_some();
    let title = text.with(Msg::DESK_CONTACTS_TITLE, &[("day", desk.words.day(&date).into())]);
    let shown: Vec<Entry> =
        entries.iter().filter(|entry| filter.admits(entry, &desk.today, now_ms)).cloned().collect();
    let unreadable = entries.iter().filter(|entry| entry.person == Personal::Unreadable).count();

    html! {
        <Frame title={title.clone()} at={DeskRoute::Contacts(date.clone())}>
            <div class="row row-between">
                <h1>{ title }</h1>
                if unlocked {
                    <LockSign market={market.clone()} />
                }
            </div>
            if entries.is_empty() {
                <Empty drawing={Drawing::Table}>
                    <p>{ text.get(Msg::DESK_NO_CONTACTS) }</p>
                    <p>{ text.get(Msg::DESK_NO_CONTACTS_HINT) }</p>
                    <DeskLink to={DeskRoute::Market(date)} class="button">{ text.get(Msg::DESK_TO_MARKET) }</DeskLink>
                </Empty>
            } else {
                if !unlocked {
                    <KeyPanel market={market.clone()} />
                }
                { opening_progress(&desk, market) }
                <Filters filter={filter.clone()} entries={entries.clone()} {now_ms} />
                if unreadable > 0 {
                    <ClothBox cloth={Cloth::Brick} symbol={Symbol::Alert} heading={text.with(Msg::DESK_UNREADABLE_SUM, &[("n", unreadable.into())])}>
                        <p>{ text.get(Msg::DESK_UNREADABLE_HINT) }</p>
                    </ClothBox>
                }
                if !duplicates.is_empty() {
                    { duplicates_notice(&desk, &date, &entries, &duplicates, &comparing) }
                }
                if shown.is_empty() {
                    <Empty>
                        <p>{ text.get(if unlocked { Msg::DESK_NOTHING_FOUND } else { Msg::DESK_NOTHING_FOUND_LOCKED }) }</p>
                        <Button on_click={clear(&filter)}>{ text.get(Msg::DESK_FILTER_CLEAR) }</Button>
                    </Empty>
                } else {
                    <Board date={AttrValue::from(date.clone())} entries={Rc::new(shown)} {now_ms} />
                }
                <Export entries={entries.clone()} {unlocked} date={AttrValue::from(date)} />
            }
        </Frame>
    }
}

fn clear(filter: &UseStateHandle<Filter>) -> Callback<()> {
    let filter = filter.clone();
    Callback::from(move |()| filter.set(Filter::default()))
}

fn opening_progress(desk: &DeskState, market: &MarketKey) -> Html {
    let text = &desk.words.text;
    if desk.vault.keys().key(market.as_str()).is_none() {
        return Html::default();
    }
    let (open, all) = progress(market, &desk.data, &desk.vault);
    if open == all {
        return Html::default();
    }
    html! {
        <div class="stack-s" role="status">
            <p>{ text.with(Msg::DESK_OPENING, &[("n", open.into()), ("of", all.into())]) }</p>
            <progress class="progress" max={all.to_string()} value={open.to_string()} />
        </div>
    }
}

/// Says how long contacts stay open, and closes them.
#[component]
pub(super) fn LockSign(props: &LockSignProps) -> Html {
    use crate::team::desk::{lock::KeysEvent, vault::VaultEvent};

    let text = use_text();
    let desk = use_desk();
    let services = use_services();
    let market = props.market.to_string();
    let until = desk.vault.keys().locks_at_ms(&market).map(|ms| desk.words.time(&services, ms));
    let lock = {
        let vault = desk.vault.clone();
        Callback::from(move |()| {
            vault.dispatch(VaultEvent::Keys(KeysEvent::KeyLocked { market: market.clone() }));
        })
    };
    html! {
        <div class="row no-print">
            if let Some(until) = until {
                <p class="sign">{ icon(Symbol::Lock) }{ text.with(Msg::DESK_KEY_UNTIL, &[("time", until.into())]) }</p>
            }
            <Button on_click={lock} action="lock">{ text.get(Msg::DESK_KEY_LOCK) }</Button>
        </div>
    }
}

/// Of which market.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LockSignProps {
    /// The market.
    pub(super) market: MarketKey,
}

#[derive(Clone, PartialEq, Properties)]
struct FiltersProps {
    filter: UseStateHandle<Filter>,
    entries: Rc<Vec<Entry>>,
    now_ms: i64,
}

#[component]
fn Filters(props: &FiltersProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let filter = &props.filter;
    let change = |set: fn(&mut Filter, Option<String>)| {
        let filter = filter.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let mut changed = (*filter).clone();
            set(&mut changed, Some(chosen).filter(|chosen| !chosen.is_empty()));
            filter.set(changed);
        })
    };
    let on_search = {
        let filter = filter.clone();
        Callback::from(move |event: InputEvent| {
            let search = event.target_unchecked_into::<HtmlInputElement>().value();
            filter.set(Filter { search, ..(*filter).clone() });
        })
    };
    let on_overdue = {
        let filter = filter.clone();
        Callback::from(move |overdue| filter.set(Filter { overdue, ..(*filter).clone() }))
    };
    let mut providers: BTreeMap<String, AttrValue> = BTreeMap::new();
    let mut languages: BTreeMap<String, AttrValue> = BTreeMap::new();
    for entry in props.entries.iter() {
        languages.insert(entry.contact.language.clone(), desk.words.language(&entry.contact.language));
        for wish in entry.contact.wishes.iter().filter(|wish| !wish.provider.is_empty()) {
            providers.insert(wish.provider.clone(), desk.words.provider(&wish.provider));
        }
    }
    let overdue =
        props.entries.iter().filter(|entry| entry.overdue(&desk.today, props.now_ms).is_some()).count();
    let options = |all: AttrValue, choices: Vec<(String, AttrValue)>, chosen: Option<&String>| {
        html! {
            <>
                <option value="" selected={chosen.is_none()}>{ all }</option>
                { for choices.into_iter().map(|(value, label)| {
                    let selected = chosen == Some(&value);
                    html! { <option {value} {selected}>{ label }</option> }
                }) }
            </>
        }
    };
    let states = FollowUp::ALL.map(|state| (state.name().to_owned(), desk.words.state(state)));
    let chosen_state = filter.state.map(|state| state.name().to_owned());
    html! {
        <form class="row desk-filters no-print" role="search" aria-label={text.get(Msg::DESK_FILTER)} onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <label class="field inline">
                <span>{ text.get(Msg::DESK_FILTER_NAME) }</span>
                <input class="input" type="search" value={filter.search.clone()} oninput={on_search} autocomplete="off" />
            </label>
            <label class="field inline">
                <span>{ text.get(Msg::DESK_FILTER_PROVIDER) }</span>
                <select class="input" onchange={change(|filter, chosen| filter.provider = chosen)}>
                    { options(
                        match providers.len() {
                            0 => text.get(Msg::DESK_FILTER_ALL),
                            n => text.with(Msg::DESK_FILTER_ALL_PROVIDERS, &[("n", n.into())]),
                        },
                        providers.into_iter().collect(),
                        filter.provider.as_ref(),
                    ) }
                </select>
            </label>
            <label class="field inline">
                <span>{ text.get(Msg::DESK_FILTER_STATE) }</span>
                <select class="input" onchange={change(|filter, chosen| filter.state = chosen.and_then(|name| state_named(&name)))}>
                    { options(text.get(Msg::DESK_FILTER_ALL), states.into(), chosen_state.as_ref()) }
                </select>
            </label>
            <label class="field inline">
                <span>{ text.get(Msg::DESK_FILTER_LANGUAGE) }</span>
                <select class="input" onchange={change(|filter, chosen| filter.language = chosen)}>
                    { options(text.get(Msg::DESK_FILTER_ALL), languages.into_iter().collect(), filter.language.as_ref()) }
                </select>
            </label>
            <Choice kind={ChoiceKind::Checkbox} name="overdue" tag=true checked={filter.overdue} on_change={on_overdue}>
                { text.with(Msg::DESK_FILTER_OVERDUE, &[("n", overdue.into())]) }
            </Choice>
            if filter.is_set() {
                <Button rank={Rank::Quiet} on_click={clear(filter)}>{ text.get(Msg::DESK_FILTER_CLEAR) }</Button>
            }
        </form>
    }
}

fn state_named(name: &str) -> Option<FollowUp> {
    FollowUp::ALL.into_iter().find(|state| state.name() == name)
}

fn duplicates_notice(
    desk: &DeskState,
    date: &str,
    entries: &[Entry],
    duplicates: &BTreeMap<DocumentId, Vec<(DocumentId, Shared)>>,
    comparing: &UseStateHandle<bool>,
) -> Html {
    let text = &desk.words.text;
    let toggle = {
        let comparing = comparing.clone();
        Callback::from(move |()| comparing.set(!*comparing))
    };
    let link = |id: DocumentId| {
        let name = entries.iter().find(|entry| entry.id == id).map(|entry| name_of(text, entry));
        html! {
            <DeskLink to={DeskRoute::Contact(date.to_owned(), id.to_string())}><bdi>{ name.unwrap_or_default() }</bdi></DeskLink>
        }
    };
    html! {
        <section class="cloth no-print" data-cloth="sky">
            <div class="row row-between">
                <p class="cloth-head">
                    { icon(Symbol::Merge) }
                    <span>{ text.with(Msg::DESK_DUPLICATES, &[("n", duplicates.len().into())]) }</span>
                </p>
                <Button on_click={toggle} pressed={**comparing} action="compare">{ text.get(Msg::DESK_COMPARE) }</Button>
            </div>
            if **comparing {
                <ul class="lines">
                    { for duplicates.iter().flat_map(|(id, others)| {
                        // Each pair once.
                        others.iter().filter(move |(other, _)| id < other).map(move |(other, shared)| (*id, *other, *shared))
                    }).map(|(id, other, shared)| html! {
                        <li class="duplicate">
                            <span>{ link(id) }{ " · " }{ link(other) }</span>
                            <span class="soft">{ text.get(shared_words(shared)) }</span>
                        </li>
                    }) }
                </ul>
                <p class="hint">{ text.get(Msg::DESK_DUPLICATES_HINT) }</p>
            }
        </section>
    }
}

/// What two contacts share, in words.
pub(super) fn shared_words(shared: Shared) -> Msg {
    match shared {
        Shared::Phone => Msg::DESK_SAME_PHONE,
        Shared::Email => Msg::DESK_SAME_EMAIL,
        Shared::Name => Msg::DESK_SAME_NAME,
    }
}

/// What a contact is called on the screen.
pub(super) fn name_of(text: &crate::text::Text, entry: &Entry) -> AttrValue {
    match &entry.person {
        Personal::Open(opened) if !opened.name.is_empty() => opened.name.clone().into(),
        Personal::Open(_) => text.get(Msg::DESK_WITHOUT_NAME),
        Personal::Sealed => text.get(Msg::DESK_SEALED_NAME),
        Personal::Unreadable => text.get(Msg::DESK_UNREADABLE_NAME),
        Personal::Missing => text.get(Msg::DESK_WITHOUT_NAME),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BoardProps {
    date: AttrValue,
    entries: Rc<Vec<Entry>>,
    now_ms: i64,
}

#[component]
fn Board(props: &BoardProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let services = use_services();
    let repo = use_repo();
    let moved = use_state(|| None::<DocumentId>);
    let said = use_state(AttrValue::default);
    {
        let services = services.clone();
        use_effect_with((*moved, props.entries.clone()), move |(moved, _)| {
            if let Some(id) = moved {
                services.platform.focus(&ticket_id(*id));
            }
        });
    }
    let columns: Vec<(FollowUp, Vec<&Entry>)> = COLUMNS
        .into_iter()
        .map(|state| (state, column(&props.entries, state, &desk.today, props.now_ms)))
        .collect();
    let ended: Vec<(FollowUp, Vec<&Entry>)> = ENDED
        .into_iter()
        .map(|state| (state, column(&props.entries, state, &desk.today, props.now_ms)))
        .filter(|(_, entries)| !entries.is_empty())
        .collect();
    let order: Vec<DocumentId> =
        columns.iter().chain(&ended).flat_map(|(_, entries)| entries.iter().map(|entry| entry.id)).collect();
    let on_key = {
        let (desk, entries, moved, said) = (desk.clone(), props.entries.clone(), moved.clone(), said.clone());
        Callback::from(move |event: KeyboardEvent| {
            let here = event
                .target_dyn_into::<Element>()
                .and_then(|element| order.iter().position(|id| element.id() == ticket_id(*id)));
            let rtl = desk.words.text.dir() == "rtl";
            let to = |place: Option<usize>| {
                if let Some(id) = place.and_then(|place| order.get(place)) {
                    moved.set(None);
                    services.platform.focus(&ticket_id(*id));
                }
            };
            match (event.key().as_str(), event.shift_key(), here) {
                ("j" | "J", _, here) => to(Some(here.map_or(0, |here| here + 1))),
                ("k" | "K", _, Some(here)) => to(here.checked_sub(1)),
                (key @ ("ArrowRight" | "ArrowLeft"), true, Some(here)) => {
                    let forward = (key == "ArrowRight") != rtl;
                    let id = order[here];
                    let Some(entry) = entries.iter().find(|entry| entry.id == id) else { return };
                    let Some(state) = neighbour(entry.contact.state, forward) else { return };
                    event.prevent_default();
                    if move_to(&repo, &services, &desk, id, state) {
                        said.set(desk.words.text.with(
                            Msg::DESK_MOVED,
                            &[
                                ("name", name_of(&desk.words.text, entry).into()),
                                ("state", desk.words.state(state).into()),
                            ],
                        ));
                        moved.set(Some(id));
                    }
                }
                _ => {}
            }
        })
    };
    html! {
        <div class="stack" onkeydown={on_key}>
            <p class="hidden-text" role="status">{ (*said).clone() }</p>
            <div class="board">
                { for columns.iter().map(|(state, entries)| {
                    let symbol = if *state == FollowUp::HandedOver { flip_icon } else { icon };
                    let heading = format!("column-{}", state.name());
                    html! {
                        <section aria-labelledby={heading.clone()}>
                            <h2 id={heading}>
                                { symbol(state_symbol(*state)) }
                                { desk.words.state(*state) }
                                { " " }
                                <span class="count push">{ entries.len() }</span>
                            </h2>
                            if !entries.is_empty() {
                                <ol>{ for entries.iter().map(|entry| ticket(&desk, &props.date, entry, props.now_ms)) }</ol>
                            }
                        </section>
                    }
                }) }
            </div>
            if !ended.is_empty() {
                <details class="ended">
                    <summary class="link">
                        { text.with(Msg::DESK_ENDED, &[("n", ended.iter().map(|(_, entries)| entries.len()).sum::<usize>().into())]) }
                    </summary>
                    <div class="board">
                        { for ended.iter().map(|(state, entries)| html! {
                            <section>
                                <h2>{ icon(state_symbol(*state)) }{ desk.words.state(*state) }{ " " }<span class="count push">{ entries.len() }</span></h2>
                                <ol>{ for entries.iter().map(|entry| ticket(&desk, &props.date, entry, props.now_ms)) }</ol>
                            </section>
                        }) }
                    </div>
                </details>
            }
            <p class="hint no-print">
                { text.get(Msg::DESK_WITHDRAWN_NEVER) }
                { " " }
                <span class="keys-hint">
                    { text.get(Msg::DESK_KEYS) }{ " " }<kbd>{ "J" }</kbd>{ " " }<kbd>{ "K" }</kbd>{ " " }
                    { text.get(Msg::DESK_KEYS_CHOOSE) }{ ", " }
                    <kbd>{ text.get(Msg::DESK_KEYS_SHIFT) }</kbd>{ " " }<kbd>{ if text.dir() == "rtl" { "←" } else { "→" } }</kbd>{ " " }
                    { text.get(Msg::DESK_KEYS_MOVE) }
                </span>
            </p>
        </div>
    }
}

/// Moves a contact on the board: one small change, which merges with what others edit.
pub(super) fn move_to(
    repo: &Repo,
    services: &Services,
    desk: &DeskState,
    id: DocumentId,
    state: FollowUp,
) -> bool {
    let step = Step {
        id: hex::encode(random_bytes::<8>(&*services.random)),
        state,
        at_ms: services.clock.now_ms(),
        by: desk.member.member.to_string(),
    };
    repo.change(id, |tx| set_state(tx, &step)).is_ok()
}

fn ticket_id(id: DocumentId) -> String {
    format!("ticket-{id}")
}

fn ticket(desk: &DeskState, date: &AttrValue, entry: &Entry, now_ms: i64) -> Html {
    let text = &desk.words.text;
    let contact = &entry.contact;
    let overdue = entry.overdue(&desk.today, now_ms);
    let mut wishes: Vec<AttrValue> = contact.wishes.iter().map(|wish| desk.words.wish(wish)).collect();
    wishes.dedup();
    let about = match wishes.split_first() {
        None => desk.words.topic(contact.topic.name()),
        Some((first, [])) => first.clone(),
        Some((first, more)) => {
            text.with(Msg::DESK_WISHES_MORE, &[("wish", first.clone().into()), ("n", more.len().into())])
        }
    };
    let assigned = contact.assigned.as_deref().and_then(|member| desk.data.member_name(member));
    html! {
        <li key={entry.id.to_string()} class="ticket" data-due={overdue.map(|_| "")}>
            <h3>
                <DeskLink to={DeskRoute::Contact(date.to_string(), entry.id.to_string())} id={ticket_id(entry.id)}>
                    <bdi>{ name_of(text, entry) }</bdi>
                </DeskLink>
            </h3>
            <p>{ about }</p>
            if let Some(due) = &contact.due {
                <p><strong>{ text.with(Msg::DESK_DUE_ON, &[("day", desk.words.day(due).into())]) }</strong></p>
            }
            if let Some(overdue) = overdue {
                <p class="warn">{ small_icon(Symbol::Alert) }<span>{ overdue_words(text, overdue) }</span></p>
            }
            if entry.person == Personal::Unreadable || entry.has_problems {
                <p class="warn">{ small_icon(Symbol::Alert) }<span>{ text.get(Msg::DESK_TICKET_PROBLEM) }</span></p>
            }
            <p class="soft">
                { desk.words.language(&contact.language) }
                if !entry.device.is_empty() {
                    { " · " }<bdi>{ entry.device.clone() }</bdi>
                }
                if let Some(name) = assigned {
                    { " · " }<bdi>{ name.to_owned() }</bdi>
                }
            </p>
        </li>
    }
}

/// Why a contact waits for too long, in words.
pub(super) fn overdue_words(text: &crate::text::Text, overdue: Overdue) -> AttrValue {
    match overdue {
        Overdue::Date => text.get(Msg::DESK_OVERDUE_DATE),
        Overdue::New { days } => text.with(Msg::DESK_OVERDUE_NEW, &[("n", days.into())]),
        Overdue::Unanswered { days } => text.with(Msg::DESK_OVERDUE_UNANSWERED, &[("n", days.into())]),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ExportProps {
    entries: Rc<Vec<Entry>>,
    unlocked: bool,
    date: AttrValue,
}

/// The table to take along, behind a warning.
#[component]
fn Export(props: &ExportProps) -> Html {
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
        self.words.moment(&self.services, ms).to_string()
    }
}
