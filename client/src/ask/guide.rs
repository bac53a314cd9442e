//! The guide to accreditation: who needs it, who decides, steps, papers, how long it lasts.
//!
//! It stands in the catalogues and not in the season's documents, because it says what the law says,
//! which is the same for every market.

use yew::prelude::*;

use crate::{
    components::{attrs, el, el_with, element, say, section},
    text::{Msg, Text},
    visitor::words::sentence,
};

const STEPS: [Msg; 6] = [
    Msg::GUIDE_STEP_1,
    Msg::GUIDE_STEP_2,
    Msg::GUIDE_STEP_3,
    Msg::GUIDE_STEP_4,
    Msg::GUIDE_STEP_5,
    Msg::GUIDE_STEP_6,
];

const PAPERS: [Msg; 7] = [
    Msg::GUIDE_PAPER_1,
    Msg::GUIDE_PAPER_2,
    Msg::GUIDE_PAPER_3,
    Msg::GUIDE_PAPER_4,
    Msg::GUIDE_PAPER_5,
    Msg::GUIDE_PAPER_6,
    Msg::GUIDE_PAPER_7,
];

/// **Source**: §§ 176–181 SGB III and § 5 AZAV say what stands in the guide.
const LINKS: [(Msg, &str); 4] = [
    (Msg::GUIDE_LINK_LAW, "https://www.gesetze-im-internet.de/sgb_3/__176.html"),
    (Msg::GUIDE_LINK_AZAV, "https://www.gesetze-im-internet.de/azav/"),
    (Msg::GUIDE_LINK_AGENCY, "https://www.arbeitsagentur.de/weiterleitung/1478944126466"),
    (Msg::GUIDE_LINK_DAKKS, "https://www.dakks.de/"),
];

/// The sections above the question.
pub fn guide(text: &Text) -> Vec<Html> {
    let says = |message| sentence(text.get(message));
    let list = |tag, messages: &[Msg]| {
        let lines = messages.iter().map(|message| el("li", "", [say(text.get(*message))])).collect();
        element(tag, attrs![("class", "stack-s points".into())], lines)
    };
    let head = [
        el("h1", "", [say(text.get(Msg::GUIDE_HEADING))]),
        el("p", "lead", [say(text.get(Msg::GUIDE_LEAD))]),
    ];
    let no = [Msg::GUIDE_WHO_NO_EMPLOYERS, Msg::GUIDE_WHO_NO_COUNSELLING, Msg::GUIDE_WHO_NO_MARKET];
    let who = vec![
        says(Msg::GUIDE_WHO_YES),
        says(Msg::GUIDE_WHO_VOUCHER),
        el("h3", "", [say(text.get(Msg::GUIDE_WHO_NO_HEADING))]),
        list("ul", &no),
    ];
    let long = [Msg::GUIDE_LONG_PROVIDER, Msg::GUIDE_LONG_MEASURE, Msg::GUIDE_LONG_TIME];
    let link = |(words, href): &(Msg, &'static str)| {
        let attributes =
            attrs![("class", "link".into()), ("href", (*href).into()), ("rel", "noopener".into())];
        el("li", "", [el_with("a", attributes, [say(text.get(*words))])])
    };
    let links = element("ul", attrs![("class", "stack-s".into())], LINKS.iter().map(link).collect());
    let read = vec![links, el("p", "hint", [say(text.get(Msg::GUIDE_READ_NOTE))])];
    vec![
        el("section", "stack", head),
        section("wer", text.get(Msg::GUIDE_WHO), who),
        section(
            "stelle",
            text.get(Msg::GUIDE_BODY),
            vec![says(Msg::GUIDE_BODY_SAYS), says(Msg::GUIDE_BODY_PRICE)],
        ),
        section("schritte", text.get(Msg::GUIDE_STEPS), vec![list("ol", &STEPS)]),
        section("papiere", text.get(Msg::GUIDE_PAPERS), vec![list("ul", &PAPERS)]),
        section("dauer", text.get(Msg::GUIDE_LONG), vec![list("ul", &long)]),
        section("nachlesen", text.get(Msg::GUIDE_READ), read),
    ]
}
