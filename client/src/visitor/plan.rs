//! The plan of the stands: drawn, tappable, and the same stands as a list.

use shared::catalog::{Day, Offer, Stand};
use yew::prelude::*;

use super::{
    here::Here,
    words::{cloth, label},
};
use crate::{
    components::{Cloth, Symbol, local, small_flip_icon, stand as sign_of},
    text::Msg,
};

const GRASS: &str = "M0 0h400v400H0z";
const MEADOW: &str = "M282 400c16-58 66-86 118-80v80zM0 0h44C30 70 22 130 0 166zM0 330c26 8 52 36 58 70H0z";
const PATH: &str = "M164 400C148 280 114 150 50 0h58c62 140 94 260 110 400z";
const PATH_MIDDLE: &str = "M190 394C174 280 140 160 82 8";
const COURT: &str = "M234 20h156v106H234z";
const COURT_LINES: &str = "M240 26h144v94H240zM312 26v94M326 73a14 14 0 1 1-28 0 14 14 0 0 1 28 0M240 56h28v34h-28M268 56a17 17 0 0 1 0 34M384 56h-28v34h28M356 56a17 17 0 0 0 0 34";
const TREES: [(u16, u16, u16); 9] = [
    (22, 262, 19),
    (44, 292, 13),
    (34, 372, 22),
    (378, 352, 22),
    (344, 378, 15),
    (172, 44, 19),
    (200, 76, 13),
    (16, 40, 17),
    (24, 112, 12),
];
const PARASOL: &str = "M-7.6 -18.5H7.6L18.5 -7.6V7.6L7.6 18.5H-7.6L-18.5 7.6V-7.6z";
const RIBS: &str = "M-7.7-18.5l3 7.3M7.7-18.5l-3 7.3M-7.7 18.5l3-7.3M7.7 18.5l-3-7.3M-18.5-7.7l7 2.9M-18.5 7.7l7-2.9M18.5-7.7l-7 2.9M18.5 7.7l-7-2.9";

/// The plan and its list.
pub(super) fn plan(here: &Here, day: &Day) -> Html {
    let text = &here.text;
    html! {
        <div class="stack plan-and-list">
            <figure class="stack-s">
                <div class="plan">
                    <svg viewBox="0 0 400 400" role="group" aria-label={text.get(Msg::PLAN_NAME)} direction="ltr">
                        { ground(here) }
                        { for day.stands.iter().map(|stand| parasol(here, stand)) }
                    </svg>
                </div>
                <figcaption class="hint">{ text.with(Msg::PLAN_HINT, &[("n", day.stands.len().into())]) }</figcaption>
            </figure>
            <ul class="stand-list">{ for day.stands.iter().map(|stand| line(here, stand)) }</ul>
        </div>
    }
}

/// Grass, paths, the basketball court and trees, always as seen from the south.
fn ground(here: &Here) -> Html {
    let text = &here.text;
    html! {
        <>
            <path class="p-grass" d={GRASS} />
            <path class="p-grass2" d={MEADOW} />
            <path class="p-path" d={PATH} />
            <path class="p-dash" d={PATH_MIDDLE} />
            <g transform="rotate(2 312 72)"><path class="p-court" d={COURT} /><path class="p-chalk" d={COURT_LINES} /></g>
            <g class="p-tree">
                { for TREES.iter().map(|(x, y, r)| html! { <circle cx={x.to_string()} cy={y.to_string()} r={r.to_string()} /> }) }
            </g>
            <path class="p-label" d="M242 60h140v26h-140zM145 366h86v28h-86z" />
            <text class="p-ink" x="312" y="78" text-anchor="middle">{ text.get(Msg::PLAN_COURT) }</text>
            <text class="p-ink" x="188" y="385" text-anchor="middle">{ text.get(Msg::PLAN_ENTRANCE) }</text>
            <text class="p-ink" transform="translate(96 92) rotate(66)" text-anchor="middle">{ text.get(Msg::PLAN_PATH) }</text>
            <text class="p-ink" x="312" y="330" text-anchor="middle">{ text.get(Msg::PLAN_MEADOW) }</text>
        </>
    }
}

fn parasol(here: &Here, stand: &Stand) -> Html {
    let name = provider_name(here, stand);
    let title =
        here.text.with(Msg::PLAN_STAND, &[("stand", stand.label.as_str().into()), ("name", name.into())]);
    html! {
        <a href={format!("#stand-{}", stand.label)} data-cloth={cloth_of(here, stand).name()} transform={format!("translate({} {})", stand.x, stand.y)} aria-label={title}>
            <circle class="hit" r="27.5" />
            <path class="p-seat" d="M-15-24h30v9h-30z" />
            <path class="p-shadow" d={PARASOL} transform="translate(3 4)" />
            <path class="p-top" d={PARASOL} />
            <path class="p-rib" d={RIBS} />
            <text class="p-num" y="5">{ stand.label.clone() }</text>
        </a>
    }
}

fn line(here: &Here, stand: &Stand) -> Html {
    let kind = offers(here, stand).next().map(|offer| offer.kind.as_str());
    html! {
        <li id={format!("stand-{}", stand.label)}>
            <a href={format!("{}?stand={}", here.href(&crate::route::Route::Offers), stand.label)}>
                { sign_of(&here.text, Some(&stand.label), cloth_of(here, stand)) }
                <span class="grow">
                    <bdi>{ provider_name(here, stand).to_owned() }</bdi>
                    if let Some(kind) = kind {
                        <small>{ label(&here.catalog.vocabulary.offer_kinds, kind) }</small>
                    } else if let Some(provider) = here.catalog.provider(&stand.provider) {
                        <small>{ local(&provider.desk) }</small>
                    }
                </span>
                { small_flip_icon(Symbol::Next) }
            </a>
        </li>
    }
}

fn provider_name<'a>(here: &'a Here, stand: &Stand) -> &'a str {
    here.catalog.provider(&stand.provider).map_or("", |provider| provider.name.as_str())
}

fn offers<'a>(here: &'a Here, stand: &'a Stand) -> impl Iterator<Item = &'a Offer> {
    here.catalog.offers_of(&stand.provider)
}

/// A stand has the cloth of its first offer, or that of advice.
fn cloth_of(here: &Here, stand: &Stand) -> Cloth {
    offers(here, stand).next().map_or(Cloth::Sky, cloth)
}
