//! One market: what has arrived, what is still out, its key, and invites.

use yew::prelude::*;

use super::{DateProps, UnknownPage, season::Standing};
use crate::{
    components::{Drawing, Hang, Symbol, empty, icon, section_head, sign, small_icon},
    services::{Services, use_services},
    team::desk::{
        DeskState, frame::Frame, invites::Invites, key_panel::KeyPanel, link::DeskLink, overview::HandIn,
        route::DeskRoute, use_desk,
    },
    text::{Date, Msg, use_text},
};

/// The page.
#[component]
pub(crate) fn MarketPage(props: &DateProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let services = use_services();
    let day = desk.catalog().day(&props.date).cloned();
    let Some((market, day)) = desk.market_key(&props.date).zip(day) else {
        return html! { <UnknownPage /> };
    };
    let document = desk.data.market(&market).cloned();
    let standing = Standing::of(&day, document.as_ref(), &desk.today);
    let figures = desk.data.figures(&market);
    let hand_ins = desk.data.hand_ins(&market);
    let has_key = document.as_ref().is_some_and(|market| market.sealing_key.is_some());
    let title = text.with(Msg::DESK_MARKET_TITLE, &[("day", desk.words.day(&props.date).into())]);
    let key_panel = html! { <KeyPanel key={market.to_string()} market={market.clone()} /> };
    let work = html! {
            <div key="work" class="stack market-work">
            <section class="stack" aria-labelledby="hand-ins">
                { section_head("hand-ins", html! { { text.get(Msg::DESK_HAND_INS) } }, Html::default()) }
                if hand_ins.is_empty() {
                    { empty(Some(Drawing::Table), html! { <>
                        <p>{ text.get(Msg::DESK_NO_DEVICES) }</p>
                        <p>{ text.get(Msg::DESK_NO_DEVICES_HINT) }</p>
                    </> }) }
                } else {
                    { hand_in_table(&desk, &services, &hand_ins) }
                }
            </section>
            <Invites key={format!("invites/{market}")} market={market.clone()} {has_key} />
            </div>
    };
    // Without a key there is nothing that could be invited or opened.
    let parts = if has_key { [work, key_panel] } else { [key_panel, work] };
    html! {
        <Frame title={title.clone()} at={DeskRoute::Market(props.date.to_string())}>
            <div class="row row-between">
                <h1>{ title }</h1>
                { sign(Hang::No, standing.symbol(), html! { { text.get(standing.words()) } }) }
            </div>
            <p class="lead">
                { text.date(Date::Weekday, &props.date) }
                { ", " }
                { text.hours(crate::text::Hours { from: &day.from, to: &day.to }) }
                if !day.place.name.text.is_empty() {
                    { ", " }{ day.place.name.text.clone() }
                }
            </p>
            <dl class="figures">
                <div>
                    <dt><DeskLink to={DeskRoute::Contacts(props.date.to_string())}>{ text.get(Msg::DESK_CONTACTS) }</DeskLink></dt>
                    <dd class="figure-big">{ figures.contacts }</dd>
                </div>
                <div>
                    <dt><DeskLink to={DeskRoute::Evaluation(props.date.to_string())}>{ text.get(Msg::DESK_FEEDBACK) }</DeskLink></dt>
                    <dd class="figure-big">{ figures.feedback }</dd>
                </div>
                <div>
                    <dt>{ text.get(Msg::DESK_QUESTIONS) }</dt>
                    <dd class="figure-big">{ figures.questions }</dd>
                </div>
                <div>
                    <dt>{ text.get(Msg::DESK_DEVICES_HANDED_IN) }</dt>
                    <dd class="figure-big">{ text.with(Msg::DESK_OF, &[("n", figures.handed_in.into()), ("of", figures.devices.into())]) }</dd>
                </div>
            </dl>
            <div class={if has_key { "split" } else { "stack" }}>{ for parts }</div>
        </Frame>
    }
}

fn hand_in_table(desk: &DeskState, services: &Services, hand_ins: &[HandIn]) -> Html {
    let text = &desk.words.text;
    let missing: i64 = hand_ins.iter().map(HandIn::missing).sum();
    html! {
        <>
            <p class="row-tight" role="status">
                if missing > 0 {
                    { icon(Symbol::Alert) }
                    <strong>{ text.with(Msg::DESK_MISSING_SUM, &[("n", missing.into())]) }</strong>
                } else {
                    { icon(Symbol::Server) }
                    <span>{ text.get(Msg::DESK_NOTHING_MISSING) }</span>
                }
            </p>
            <div class="table-wrap" tabindex="0" role="region" aria-label={text.get(Msg::DESK_HAND_INS_REGION)}>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{ text.get(Msg::DESK_DEVICE) }</th>
                            <th scope="col" class="n">{ text.get(Msg::DESK_RECORDED) }</th>
                            <th scope="col" class="n">{ text.get(Msg::DESK_ON_SERVER) }</th>
                            <th scope="col" class="n">{ text.get(Msg::DESK_MISSING) }</th>
                            <th scope="col">{ text.get(Msg::DESK_HANDED_IN_AT) }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for hand_ins.iter().map(|hand_in| html! {
                            <tr key={hand_in.id.to_string()}>
                                <th scope="row">
                                    if hand_in.label.is_empty() {
                                        { text.get(Msg::DESK_UNKNOWN_DEVICE) }
                                    } else {
                                        <bdi>{ hand_in.label.clone() }</bdi>
                                    }
                                </th>
                                <td class="n">{ hand_in.recorded }</td>
                                <td class="n">{ hand_in.arrived }</td>
                                <td class="n">
                                    if hand_in.missing() > 0 {
                                        <strong>{ hand_in.missing() }</strong>
                                    } else {
                                        { "0" }
                                    }
                                </td>
                                <td>{ handed_in(desk, services, hand_in) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            if missing > 0 {
                <p class="hint">{ text.get(Msg::DESK_MISSING_HINT) }</p>
            }
        </>
    }
}

fn handed_in(desk: &DeskState, services: &Services, hand_in: &HandIn) -> Html {
    let text = &desk.words.text;
    let (symbol, words) = match hand_in.at_ms {
        Some(at_ms) if hand_in.missing() == 0 => (Symbol::Check, desk.words.moment(services, at_ms)),
        Some(at_ms) => (
            Symbol::Alert,
            text.with(
                Msg::DESK_HANDED_IN_INCOMPLETE,
                &[("moment", desk.words.moment(services, at_ms).into())],
            ),
        ),
        None => (Symbol::Clock, text.get(Msg::DESK_NOT_HANDED_IN)),
    };
    html! { <span class="row-tight">{ small_icon(symbol) }<span>{ words }</span></span> }
}
