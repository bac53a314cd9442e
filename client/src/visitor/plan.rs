//! The plan of the stands: drawn, tappable, and the same stands as a list.

use shared::catalog::{Day, Offer, Stand};
use yew::prelude::*;

use super::{
    here::Here,
    words::{cloth, label},
};
use crate::{
    components::{
        Cloth, Symbol, attrs, each, el, el_with, element, local, say, small_flip_icon, stand as sign_of,
    },
    route::Route,
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
    let mut drawing = ground(here);
    drawing.extend(each(&day.stands, |stand| parasol(here, stand)));
    let attributes = attrs![
        ("viewBox", "0 0 400 400".into()),
        ("role", "group".into()),
        ("aria-label", text.get(Msg::PLAN_NAME)),
        ("direction", "ltr".into()),
    ];
    let hint = say(text.with(Msg::PLAN_HINT, &[("n", day.stands.len().into())]));
    let figure = [el("div", "plan", [element("svg", attributes, drawing)]), el("figcaption", "hint", [hint])];
    let list = attrs![("class", "stand-list".into())];
    let list = element("ul", list, each(&day.stands, |stand| line(here, stand)));
    el("div", "stack plan-and-list", [el("figure", "stack-s", figure), list])
}

/// Grass, paths, the basketball court and trees, always as seen from the south.
fn ground(here: &Here) -> Vec<Html> {
    let tree = |(x, y, r): &(u16, u16, u16)| {
        let place = attrs![("cx", number(*x)), ("cy", number(*y)), ("r", number(*r))];
        el_with("circle", place, [])
    };
    let label = |x: &'static str, y: &'static str, turned: &'static str, words| {
        let place = attrs![
            ("class", "p-ink".into()),
            ("x", x.into()),
            ("y", y.into()),
            ("transform", turned.into()),
            ("text-anchor", "middle".into()),
        ];
        el_with("text", place, [say(here.text.get(words))])
    };
    let turned = attrs![("transform", "rotate(2 312 72)".into())];
    vec![
        shape("p-grass", GRASS),
        shape("p-grass2", MEADOW),
        shape("p-path", PATH),
        shape("p-dash", PATH_MIDDLE),
        el_with("g", turned, [shape("p-court", COURT), shape("p-chalk", COURT_LINES)]),
        element("g", attrs![("class", "p-tree".into())], each(&TREES, tree)),
        shape("p-label", "M242 60h140v26h-140zM145 366h86v28h-86z"),
        label("312", "78", "", Msg::PLAN_COURT),
        label("188", "385", "", Msg::PLAN_ENTRANCE),
        label("", "", "translate(96 92) rotate(66)", Msg::PLAN_PATH),
        label("312", "330", "", Msg::PLAN_MEADOW),
    ]
}

fn shape(class: &'static str, d: &'static str) -> Html {
    el_with("path", attrs![("class", class.into()), ("d", d.into())], [])
}

fn number(number: u16) -> AttrValue {
    number.to_string().into()
}

fn parasol(here: &Here, stand: &Stand) -> Html {
    let name = provider_name(here, stand);
    let title =
        here.text.with(Msg::PLAN_STAND, &[("stand", stand.label.as_str().into()), ("name", name.into())]);
    let attributes = attrs![
        ("href", format!("#stand-{}", stand.label).into()),
        ("data-cloth", cloth_of(here, stand).name().into()),
        ("transform", format!("translate({} {})", stand.x, stand.y).into()),
        ("aria-label", title),
    ];
    let shadow =
        attrs![("class", "p-shadow".into()), ("d", PARASOL.into()), ("transform", "translate(3 4)".into()),];
    let drawing = [
        el_with("circle", attrs![("class", "hit".into()), ("r", "27.5".into())], []),
        shape("p-seat", "M-15-24h30v9h-30z"),
        el_with("path", shadow, []),
        shape("p-top", PARASOL),
        shape("p-rib", RIBS),
        el_with(
            "text",
            attrs![("class", "p-num".into()), ("y", "5".into())],
            [say(stand.label.clone().into())],
        ),
    ];
    el_with("a", attributes, drawing)
}

fn line(here: &Here, stand: &Stand) -> Html {
    let what = match (offers(here, stand).next(), here.catalog.provider(&stand.provider)) {
        (Some(offer), _) => el("small", "", [label(&here.catalog.vocabulary.offer_kinds, &offer.kind)]),
        (None, Some(provider)) => el("small", "", [local(&provider.desk)]),
        (None, None) => Html::default(),
    };
    let name = el("bdi", "", [say(provider_name(here, stand).to_owned().into())]);
    let href = format!("{}?stand={}", here.href(&Route::Offers), stand.label);
    let content = [
        sign_of(&here.text, Some(&stand.label), cloth_of(here, stand)),
        el("span", "grow", [name, what]),
        small_flip_icon(Symbol::Next),
    ];
    let link = el_with("a", attrs![("href", href.into())], content);
    el_with("li", attrs![("id", format!("stand-{}", stand.label).into())], [link])
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
