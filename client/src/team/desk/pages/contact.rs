//! One contact: who it is, what was agreed, and the follow-up.
//!
//! State, due date and note are separate small changes, so that what two organisers edit at the same
//! time is merged field by field.

mod erase;
mod follow_up_form;

use std::rc::Rc;

use shared::document::{
    DocumentId, MarketKey,
    contact::{Entered, FollowUp},
};
use yew::prelude::*;

use self::{erase::EraseContact, follow_up_form::FollowUpForm};
use super::contacts::{LockSign, name_of, overdue_words, shared_words};
use crate::{
    components::{
        Cloth, ClothBox, Drawing, Place, Symbol, empty, icon, section_head, small_icon, state_badge,
    },
    driver::use_custody,
    services::{Services, use_services},
    team::desk::{
        DeskState,
        duplicates::possible_duplicates,
        entry::{Entry, Opened, Personal},
        frame::Frame,
        key_panel::KeyPanel,
        link::DeskLink,
        opening::progress,
        route::DeskRoute,
        use_desk,
        words::state_symbol,
    },
    text::{Msg, use_text},
};

/// Which contact.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ContactPageProps {
    /// Date of its market, ISO 8601.
    pub(crate) date: AttrValue,
    /// Its document's id.
    pub(crate) id: AttrValue,
}

/// The page.
#[component]
pub(crate) fn ContactPage(props: &ContactPageProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let market = desk.market_key(&props.date);
    let id: Option<DocumentId> = props.id.parse().ok();
    let entries =
        use_memo((desk.data.clone(), (*desk.vault).clone(), market.clone()), |(data, vault, market)| {
            market.as_ref().map(|market| data.entries(market, vault)).unwrap_or_default()
        });
    let entry = entries.iter().find(|entry| Some(entry.id) == id).cloned();
    match market.zip(entry) {
        Some((market, entry)) => html! {
            <OneContact key={props.id.to_string()} {market} entry={Rc::new(entry)} {entries} />
        },
        None => html! {
            <Frame title={text.get(Msg::DESK_NO_CONTACT)} at={DeskRoute::Contact(props.date.to_string(), props.id.to_string())}>
                <h1>{ text.get(Msg::DESK_NO_CONTACT) }</h1>
                { empty(Some(Drawing::Table), html! { <>
                    <p>{ text.get(Msg::DESK_NO_CONTACT_HINT) }</p>
                    <DeskLink to={DeskRoute::Contacts(props.date.to_string())} class="button">{ text.get(Msg::DESK_TO_CONTACTS) }</DeskLink>
                </> }) }
            </Frame>
        },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OneContactProps {
    market: MarketKey,
    entry: Rc<Entry>,
    entries: Rc<Vec<Entry>>,
}

#[component]
fn OneContact(props: &OneContactProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let services = use_services();
    let entry = &props.entry;
    let date = props.market.date().to_owned();
    let unlocked = desk.vault.keys().key(props.market.as_str()).is_some();
    let custody = use_custody(entry.id);
    let title = name_of(&text, entry);
    let overdue = entry.overdue(&desk.today, services.clock.now_ms());
    let duplicates = possible_duplicates(&props.entries).remove(&entry.id).unwrap_or_default();
    let waiting = unlocked && entry.person == Personal::Sealed;
    html! {
        <Frame title={title.clone()} at={DeskRoute::Contact(date.clone(), entry.id.to_string())}>
            <div class="row row-between">
                <div>
                    <nav aria-label={text.get(Msg::DESK_PATH)} class="small no-print">
                        <DeskLink to={DeskRoute::Contacts(date.clone())}>
                            { text.with(Msg::DESK_CONTACTS_TITLE, &[("day", desk.words.day(&date).into())]) }
                        </DeskLink>
                    </nav>
                    <h1><bdi>{ title }</bdi></h1>
                </div>
                if unlocked {
                    <LockSign market={props.market.clone()} />
                }
            </div>
            if let Some(overdue) = overdue {
                <p class="warn" role="status">{ icon(Symbol::Alert) }<span>{ overdue_words(&text, overdue) }</span></p>
            }
            { notices(&desk, entry) }
            if !duplicates.is_empty() {
                <section class="cloth" data-cloth="sky">
                    <p class="cloth-head">{ icon(Symbol::Merge) }<span>{ text.get(Msg::DESK_MAYBE_SAME) }</span></p>
                    <ul class="plain-list">
                        { for duplicates.iter().filter_map(|(other, shared)| {
                            let other = props.entries.iter().find(|entry| entry.id == *other)?;
                            Some(html! {
                                <li>
                                    <DeskLink to={DeskRoute::Contact(date.clone(), other.id.to_string())}><bdi>{ name_of(&text, other) }</bdi></DeskLink>
                                    { ": " }{ text.get(shared_words(*shared)) }
                                </li>
                            })
                        }) }
                    </ul>
                </section>
            }
            <div class="split split-even">
                <div class="stack">
                    if !unlocked {
                        <KeyPanel market={props.market.clone()} />
                    } else if waiting {
                        { opening(&desk, &props.market) }
                    }
                    { person(&desk, &services, entry) }
                </div>
                <div class="stack">
                    <FollowUpForm market={props.market.clone()} entry={entry.clone()} {unlocked} />
                    { history(&desk, &services, entry, custody.is_some_and(is_safe)) }
                    <EraseContact id={entry.id} date={date} />
                </div>
            </div>
        </Frame>
    }
}

fn is_safe(custody: shared::repo::Custody) -> bool {
    use shared::repo::Custody;
    match custody {
        Custody::OnTheServer | Custody::WithTheOrganisers => true,
        Custody::Saving
        | Custody::NotSaved
        | Custody::OnThisPhone
        | Custody::EditOnThisPhone { .. }
        | Custody::Refused { .. } => false,
    }
}

fn opening(desk: &DeskState, market: &MarketKey) -> Html {
    let (open, all) = progress(market, &desk.data, &desk.vault);
    html! {
        <p role="status">
            { desk.words.text.with(Msg::DESK_OPENING, &[("n", open.into()), ("of", all.into())]) }
        </p>
    }
}

fn notices(desk: &DeskState, entry: &Entry) -> Html {
    let text = &desk.words.text;
    let unreadable_parts = entry.opened().map(|opened| opened.unreadable).unwrap_or_default();
    html! {
        <>
            if entry.person == Personal::Unreadable {
                <ClothBox cloth={Cloth::Brick} symbol={Symbol::Alert} heading={text.get(Msg::DESK_UNREADABLE)}>
                    <p>{ text.get(Msg::DESK_UNREADABLE_HINT) }</p>
                </ClothBox>
            }
            if unreadable_parts > 0 {
                <ClothBox cloth={Cloth::Sun} symbol={Symbol::Alert} heading={text.with(Msg::DESK_PARTS_UNREADABLE, &[("n", unreadable_parts.into())])}>
                    <p>{ text.get(Msg::DESK_PARTS_UNREADABLE_HINT) }</p>
                </ClothBox>
            }
            if entry.has_problems {
                <ClothBox cloth={Cloth::Sun} symbol={Symbol::Alert} heading={text.get(Msg::DESK_HAS_PROBLEMS)}>
                    <p>{ text.get(Msg::DESK_HAS_PROBLEMS_HINT) }</p>
                </ClothBox>
            }
            if entry.contact.state == FollowUp::Withdrawn {
                <ClothBox cloth={Cloth::Brick} symbol={Symbol::Close} heading={text.get(Msg::DESK_WITHDRAWN)}>
                    <p>{ text.get(Msg::DESK_WITHDRAWN_HINT) }</p>
                </ClothBox>
            }
        </>
    }
}

fn fact(symbol: Symbol, term: AttrValue, value: Html) -> Html {
    html! { <div>{ icon(symbol) }<dt>{ term }</dt><dd>{ value }</dd></div> }
}

fn person(desk: &DeskState, services: &Services, entry: &Entry) -> Html {
    let text = &desk.words.text;
    let contact = &entry.contact;
    let consent = &contact.consent;
    let recipients: Vec<String> =
        consent.recipients.iter().map(|key| desk.words.provider(key).to_string()).collect();
    let groups: Vec<String> =
        contact.target_groups.iter().map(|id| desk.words.group(id).to_string()).collect();
    html! {
        <>
            if let Some(opened) = entry.opened() {
                <section class="stack" aria-labelledby="person">
                    { section_head("person", html! { { text.get(Msg::DESK_PERSON) } }, Html::default()) }
                    { reached(desk, opened) }
                </section>
            }
            <section class="stack" aria-labelledby="wishes">
                { section_head("wishes", html! { { text.get(Msg::DESK_WISHES) } }, Html::default()) }
                <dl class="lines" data-kind="facts">
                    { fact(Symbol::Question, text.get(Msg::DESK_HEAD_TOPIC), html! { { desk.words.topic(contact.topic.name()) } }) }
                    { for contact.wishes.iter().map(|wish| {
                        let provider = desk.words.provider(&wish.provider);
                        match &wish.offer {
                            Some(offer) => fact(Symbol::Card, desk.words.offer(offer), html! { <bdi>{ provider }</bdi> }),
                            None => fact(Symbol::Parasol, text.get(Msg::DESK_WISH_PROVIDER), html! { <bdi>{ provider }</bdi> }),
                        }
                    }) }
                    { fact(Symbol::Globe, text.get(Msg::DESK_HEAD_LANGUAGE), html! { { desk.words.language(&contact.language) } }) }
                    if !groups.is_empty() {
                        { fact(Symbol::People, text.get(Msg::DESK_HEAD_GROUPS), html! { { groups.join(", ") } }) }
                    }
                </dl>
            </section>
            <section class="stack" aria-labelledby="consent">
                { section_head("consent", html! { { text.get(Msg::DESK_CONSENT) } }, Html::default()) }
                <dl class="lines" data-kind="facts">
                    { fact(
                        Symbol::Check,
                        text.get(Msg::DESK_HEAD_CONSENT),
                        html! {
                            { text.with(Msg::DESK_CONSENT_GIVEN, &[
                                ("version", consent.version.as_str().into()),
                                ("language", desk.words.language(&consent.language).into()),
                                ("given", text.get(given(&consent.given)).into()),
                            ]) }
                        },
                    ) }
                    { fact(
                        Symbol::Send,
                        text.get(Msg::DESK_HEAD_RECIPIENTS),
                        if recipients.is_empty() {
                            html! { { text.get(Msg::DESK_NO_RECIPIENTS) } }
                        } else {
                            html! { { recipients.join(", ") } }
                        },
                    ) }
                    if !consent.erase_on.is_empty() {
                        { fact(Symbol::Trash, text.get(Msg::DESK_HEAD_ERASE), html! { { desk.words.text.date(crate::text::Date::Year, &consent.erase_on) } }) }
                    }
                    { fact(Symbol::Clock, text.get(Msg::DESK_HEAD_RECORDED), html! { { desk.words.moment(services, contact.recorded_at_ms) } }) }
                    { fact(
                        Symbol::Mobile,
                        text.get(Msg::DESK_HEAD_DEVICE),
                        if contact.entered == Entered::ByVisitor {
                            html! { { text.get(Msg::DESK_BY_VISITOR) } }
                        } else if entry.device.is_empty() {
                            html! { { text.get(Msg::DESK_UNKNOWN_DEVICE) } }
                        } else {
                            html! { <bdi>{ entry.device.clone() }</bdi> }
                        },
                    ) }
                </dl>
            </section>
        </>
    }
}

fn given(how: &str) -> Msg {
    match how {
        "spoken" => Msg::DESK_GIVEN_SPOKEN,
        "read" => Msg::DESK_GIVEN_READ,
        "written" => Msg::DESK_GIVEN_WRITTEN,
        _ => Msg::DESK_UNKNOWN,
    }
}

fn reached(desk: &DeskState, opened: &Opened) -> Html {
    let text = &desk.words.text;
    let dial: String = opened.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    html! {
        <dl class="lines" data-kind="facts">
            if !opened.phone.is_empty() {
                { fact(Symbol::Phone, text.get(Msg::DESK_HEAD_PHONE), html! { <a href={format!("tel:{dial}")} dir="ltr">{ opened.phone.clone() }</a> }) }
            }
            if !opened.email.is_empty() {
                { fact(Symbol::Mail, text.get(Msg::DESK_HEAD_EMAIL), html! { <a href={format!("mailto:{}", opened.email)} dir="ltr">{ opened.email.clone() }</a> }) }
            }
            if !opened.other.is_empty() {
                { fact(Symbol::Advice, text.get(Msg::DESK_HEAD_OTHER), html! { <bdi>{ opened.other.clone() }</bdi> }) }
            }
            if opened.phone.is_empty() && opened.email.is_empty() && opened.other.is_empty() {
                { fact(Symbol::Alert, text.get(Msg::DESK_NOT_REACHABLE), html! { { text.get(Msg::DESK_NOT_REACHABLE_HINT) } }) }
            }
            if !opened.note.is_empty() {
                { fact(Symbol::Text, text.get(Msg::DESK_HEAD_NOTE), html! { <bdi class="kept-lines">{ opened.note.clone() }</bdi> }) }
            }
            { for opened.notes.iter().map(|(_, note)| {
                fact(Symbol::Pencil, text.get(Msg::DESK_NOTE), html! { <bdi class="kept-lines">{ note.clone() }</bdi> })
            }) }
        </dl>
    }
}

fn history(desk: &DeskState, services: &Services, entry: &Entry, is_safe: bool) -> Html {
    let text = &desk.words.text;
    let contact = &entry.contact;
    let by = |member: &str| match desk.data.member_name(member) {
        Some(name) => AttrValue::from(name.to_owned()),
        None => text.get(Msg::DESK_SOMEONE),
    };
    let line = |at_ms: i64, symbol: Symbol, what: Html, who: Option<&str>| {
        let line = html! {
            <li>
                <time>{ desk.words.moment(services, at_ms) }</time>
                <span>
                    <span class="row-tight">{ small_icon(symbol) }{ what }</span>
                    { for who.map(|member| html! { <bdi class="soft">{ by(member) }</bdi> }) }
                </span>
            </li>
        };
        (at_ms, line)
    };
    let recorded = html! { { text.get(Msg::DESK_RECORDED_STEP) } };
    let mut lines = vec![line(contact.recorded_at_ms, Symbol::Plus, recorded, None)];
    lines.extend(contact.opened.iter().map(|(member, at_ms)| {
        line(*at_ms, Symbol::Parasol, html! { { text.get(Msg::DESK_OPENED_BY) } }, Some(member.as_str()))
    }));
    lines.extend(contact.steps.iter().map(|step| {
        let state = html! { <strong>{ desk.words.state(step.state) }</strong> };
        line(step.at_ms, state_symbol(step.state), state, Some(step.by.as_str()))
    }));
    lines.sort_by_key(|(at_ms, _)| *at_ms);
    let badge = if is_safe {
        state_badge(text, Place::Server, None)
    } else {
        state_badge(text, Place::Phone, Some(text.get(Msg::DESK_ON_THIS_DEVICE)))
    };
    html! {
        <section class="stack" aria-labelledby="history">
            { section_head("history", html! { { text.get(Msg::DESK_HISTORY) } }, badge) }
            <ol class="lines history">{ for lines.into_iter().rev().map(|(_, line)| line) }</ol>
        </section>
    }
}
