//! All contacts of a market, of all devices, on a board by where their follow-up stands.

mod board;
mod duplicates_notice;
mod export;
mod filters;
mod lock_sign;
mod ticket;
mod words;

pub(super) use self::{
    board::move_to,
    lock_sign::LockSign,
    words::{name_of, overdue_words, shared_words},
};

use std::rc::Rc;

use shared::document::MarketKey;
use yew::prelude::*;

use self::{
    board::Board,
    duplicates_notice::duplicates_notice,
    export::Export,
    filters::{Filters, clear},
};
use super::{DateProps, UnknownPage};
use crate::{
    components::{Button, Cloth, ClothBox, Drawing, Symbol, empty},
    services::use_services,
    team::desk::{
        DeskState,
        duplicates::possible_duplicates,
        entry::{Entry, Personal},
        filter::Filter,
        frame::Frame,
        key_panel::KeyPanel,
        link::DeskLink,
        opening::progress,
        route::DeskRoute,
        use_desk,
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
                { empty(Some(Drawing::Table), html! { <>
                    <p>{ text.get(Msg::DESK_NO_CONTACTS) }</p>
                    <p>{ text.get(Msg::DESK_NO_CONTACTS_HINT) }</p>
                    <DeskLink to={DeskRoute::Market(date)} class="button">{ text.get(Msg::DESK_TO_MARKET) }</DeskLink>
                </> }) }
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
                    { empty(None, html! { <>
                        <p>{ text.get(if unlocked { Msg::DESK_NOTHING_FOUND } else { Msg::DESK_NOTHING_FOUND_LOCKED }) }</p>
                        <Button on_click={clear(&filter)}>{ text.get(Msg::DESK_FILTER_CLEAR) }</Button>
                    </> }) }
                } else {
                    <Board date={AttrValue::from(date.clone())} entries={Rc::new(shown)} {now_ms} />
                }
                <Export entries={entries.clone()} {unlocked} date={AttrValue::from(date)} />
            }
        </Frame>
    }
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
