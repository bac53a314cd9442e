//! One market: what has arrived, what is still out, its key, and invites.

use yew::prelude::*;

use super::{DateProps, UnknownPage, season::Standing};
use crate::{
    components::{Hang, section_head, sign},
    team::desk::{
        device_list::DeviceList, frame::Frame, invites::Invites, key_panel::KeyPanel, link::DeskLink,
        route::DeskRoute, use_desk,
    },
    text::{Date, Msg, use_text},
};

/// The page.
#[component]
pub(crate) fn MarketPage(props: &DateProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let day = desk.catalog().day(&props.date).cloned();
    let Some((market, day)) = desk.market_key(&props.date).zip(day) else {
        return html! { <UnknownPage /> };
    };
    let document = desk.data.market(&market).cloned();
    let standing = Standing::of(&day, document.as_ref(), &desk.today);
    let figures = desk.data.figures(&market);
    let has_key = document.as_ref().is_some_and(|market| market.sealing_key.is_some());
    let title = text.with(Msg::DESK_MARKET_TITLE, &[("day", desk.words.day(&props.date).into())]);
    let key_panel = html! { <KeyPanel key={market.to_string()} market={market.clone()} /> };
    let work = html! {
            <div key="work" class="stack market-work">
            <section class="stack" aria-labelledby="hand-ins">
                { section_head("hand-ins", html! { { text.get(Msg::DESK_HAND_INS) } }, Html::default()) }
                <DeviceList key={format!("devices/{market}")} market={market.clone()} />
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
