//! What a market brought: contacts, and what visitors said.

use std::rc::Rc;

use shared::{
    catalog::Question,
    document::{MarketKey, contact::FollowUp},
};
use yew::prelude::*;

use super::{DateProps, UnknownPage};
use crate::{
    components::{Button, Drawing, Symbol, empty, icon, section_head},
    services::use_services,
    team::desk::{
        DeskState,
        chart::{self, Column, Fill, InPrint, Part, bars},
        entry::Entry,
        evaluation::{
            Answers, ContactCounts, Counting, Outcome, contact_counts, median_days_to_talk, outcome,
        },
        frame::Frame,
        key_panel::KeyPanel,
        key_setup::print,
        overview::Figures,
        route::DeskRoute,
        season_data::of_market,
        use_desk,
        words::shown,
    },
    text::{Msg, use_text},
};

/// The page.
#[component]
pub(crate) fn EvaluationPage(props: &DateProps) -> Html {
    let desk = use_desk();
    match desk.market_key(&props.date) {
        Some(market) => html! { <Evaluation key={market.to_string()} market={market.clone()} /> },
        None => html! { <UnknownPage /> },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct EvaluationProps {
    market: MarketKey,
}

#[component]
fn Evaluation(props: &EvaluationProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let services = use_services();
    let market = &props.market;
    let date = market.date().to_owned();
    let figures = desk.data.figures(market);
    let entries =
        use_memo((desk.data.clone(), (*desk.vault).clone(), market.clone()), |(data, vault, market)| {
            data.entries(market, vault)
        });
    let answers =
        use_memo((desk.data.clone(), (*desk.vault).clone(), market.clone()), |(data, vault, market)| {
            of_market(&data.feedback, market)
                .map(|(id, reading)| Answers {
                    chosen: reading.value.answers.clone(),
                    texts: reading
                        .value
                        .sealed
                        .iter()
                        .map(|(part_id, part)| (part.field.clone(), vault.text(id, part_id)))
                        .collect(),
                })
                .collect::<Vec<_>>()
        });
    let clock = services.clock.clone();
    let counts = contact_counts(&entries, |ms| i64::from(clock.local(ms).hour));
    let sealed = answers.iter().flat_map(|answers| &answers.texts).any(|(_, text)| text.is_none());
    let unlocked = desk.vault.keys().key(market.as_str()).is_some();
    let title = text.with(Msg::DESK_EVALUATION_TITLE, &[("day", desk.words.day(&date).into())]);
    let nothing = figures.contacts == 0 && figures.feedback == 0 && figures.questions == 0;
    html! {
        <Frame title={title.clone()} at={DeskRoute::Evaluation(date)}>
            <div class="row row-between">
                <h1>{ title }</h1>
                if !nothing {
                    <div class="row no-print">
                        <Button symbol={Symbol::Print} on_click={print()} action="print">{ text.get(Msg::DESK_PRINT_REPORT) }</Button>
                    </div>
                }
            </div>
            if nothing {
                { empty(Some(Drawing::Shut), html! { <>
                    <p>{ text.get(Msg::DESK_NOTHING_TO_EVALUATE) }</p>
                    <p>{ text.get(Msg::DESK_NOTHING_TO_EVALUATE_HINT) }</p>
                </> }) }
            } else {
                { chart::fills() }
                { lead(&desk, &counts, figures) }
                { figures_list(&desk, &counts, figures, &entries) }
                if figures.contacts > 0 {
                    { contacts(&desk, &counts) }
                }
                <section class="stack" aria-labelledby="said">
                    { section_head("said", html! { { text.get(Msg::DESK_SAID) } }, html! {
                        <span>{ text.with(Msg::DESK_ANSWERED_SHEETS, &[("n", figures.feedback.into())]) }</span>
                    }) }
                    if figures.feedback == 0 {
                        <p>{ text.get(Msg::DESK_NO_FEEDBACK) }</p>
                    } else {
                        { questions(&desk, &answers) }
                    }
                </section>
                if sealed && !unlocked {
                    <div class="no-print"><KeyPanel market={market.clone()} /></div>
                }
            }
        </Frame>
    }
}

fn state_count(counts: &ContactCounts, state: FollowUp) -> usize {
    counts.states.iter().find(|(known, _)| *known == state).map(|(_, count)| *count).unwrap_or_default()
}

fn lead(desk: &DeskState, counts: &ContactCounts, figures: Figures) -> Html {
    let text = &desk.words.text;
    let busiest = counts.hours.iter().max_by_key(|(_, count)| *count).filter(|_| counts.hours.len() > 1);
    html! {
        <p class="lead eval-lead">
            <strong>
                { text.with(Msg::DESK_LEAD, &[
                    ("n", figures.contacts.into()),
                    ("started", state_count(counts, FollowUp::Started).into()),
                    ("appointments", state_count(counts, FollowUp::Appointment).into()),
                ]) }
            </strong>
            if let Some((hour, _)) = busiest {
                { " " }
                { text.with(Msg::DESK_LEAD_BUSIEST, &[("time", text.clock(&format!("{hour:02}:00")).into())]) }
            }
        </p>
    }
}

fn figures_list(desk: &DeskState, counts: &ContactCounts, figures: Figures, entries: &[Entry]) -> Html {
    let text = &desk.words.text;
    let figure = |term: AttrValue, value: AttrValue| {
        html! { <div><dt>{ term }</dt><dd class="figure-big">{ value }</dd></div> }
    };
    let number = |n: usize| AttrValue::from(n.to_string());
    html! {
        <dl class="figures">
            { figure(text.get(Msg::DESK_CONTACTS), number(figures.contacts)) }
            { figure(wishes_words(desk, counts, figures), number(counts.wishes)) }
            { figure(text.get(Msg::DESK_QUESTIONS), figures.questions.to_string().into()) }
            { figure(text.get(Msg::DESK_FEEDBACK), number(figures.feedback)) }
            if let Some(days) = median_days_to_talk(entries) {
                { figure(text.get(Msg::DESK_DAYS_TO_TALK), days.to_string().into()) }
            }
        </dl>
    }
}

fn wishes_words(desk: &DeskState, counts: &ContactCounts, figures: Figures) -> AttrValue {
    let text = &desk.words.text;
    if figures.contacts == 0 || counts.wishes == 0 {
        return text.get(Msg::DESK_WISHES);
    }
    let tenths = counts.wishes * 10 / figures.contacts;
    let average =
        text.with(Msg::DESK_DECIMAL, &[("whole", (tenths / 10).into()), ("tenths", (tenths % 10).into())]);
    text.with(Msg::DESK_WISHES_AVERAGE, &[("average", average.into())])
}

fn contacts(desk: &DeskState, counts: &ContactCounts) -> Html {
    let text = &desk.words.text;
    let labelled = |counts: &[(String, usize)], label: &dyn Fn(&str) -> AttrValue| {
        counts.iter().map(|(id, count)| (label(id), *count)).collect::<Vec<_>>()
    };
    let topics = labelled(&counts.topics, &|id| desk.words.topic(id));
    let providers = labelled(&counts.providers, &|id| desk.words.provider(id));
    let offers = labelled(&counts.offers, &|id| desk.words.offer(id));
    let languages = labelled(&counts.languages, &|id| desk.words.language(id));
    let groups = labelled(&counts.groups, &|id| desk.words.group(id));
    let hour = |hour: i64| text.clock(&format!("{hour:02}:00"));
    let columns: Vec<Column> =
        counts.hours.iter().map(|(at, count)| Column { label: hour(*at), count: *count }).collect();
    let hours: Vec<(AttrValue, usize)> = counts.hours.iter().map(|(at, count)| (hour(*at), *count)).collect();
    let section = |id: &'static str, heading: Msg, content: Html| {
        html! {
            <section class="chart stack" aria-labelledby={id}>
                { section_head(id, html! { { text.get(heading) } }, Html::default()) }
                { content }
            </section>
        }
    };
    let table = |what: Msg, unit: Msg, rows: &[(AttrValue, usize)], in_print: InPrint| {
        bars(&desk.words, text.get(what), text.get(unit), rows, in_print)
    };
    html! {
        <>
            <div class="two">
                { section("by-topic", Msg::DESK_BY_TOPIC, table(Msg::DESK_HEAD_TOPIC, Msg::DESK_CONTACTS, &topics, InPrint::All)) }
                { section("by-hour", Msg::DESK_BY_HOUR, html! {
                    <>
                        { chart::columns(text.get(Msg::DESK_BY_HOUR_LABEL), &columns) }
                        { chart::as_table(&desk.words, text.get(Msg::DESK_HOUR), text.get(Msg::DESK_CONTACTS), &hours) }
                    </>
                }) }
            </div>
            { section("outcome", Msg::DESK_BECAME, chart::stack(text.get(Msg::DESK_BECAME_LABEL), &parts(desk, counts))) }
            <div class="two">
                if !providers.is_empty() {
                    { section("by-provider", Msg::DESK_BY_PROVIDER, table(Msg::DESK_PROVIDER, Msg::DESK_CONTACTS, &providers, InPrint::All)) }
                }
                if !offers.is_empty() {
                    { section("by-offer", Msg::DESK_BY_OFFER, table(Msg::DESK_OFFER, Msg::DESK_WISHES, &offers, InPrint::All)) }
                }
                { section("by-language", Msg::DESK_BY_LANGUAGE, table(Msg::DESK_HEAD_LANGUAGE, Msg::DESK_CONTACTS, &languages, InPrint::SmallTogether)) }
                { section("by-group", Msg::DESK_BY_GROUP, if groups.is_empty() {
                    html! { <p>{ text.get(Msg::DESK_NO_GROUPS) }</p> }
                } else {
                    table(Msg::DESK_HEAD_GROUPS, Msg::DESK_CONTACTS, &groups, InPrint::SmallTogether)
                }) }
            </div>
        </>
    }
}

fn parts(desk: &DeskState, counts: &ContactCounts) -> Vec<Part> {
    let part = |state: FollowUp, fill: Fill| Part {
        label: desk.words.state(state),
        count: state_count(counts, state),
        fill,
    };
    let without = [FollowUp::Closed, FollowUp::Unreachable, FollowUp::Withdrawn]
        .map(|state| state_count(counts, state));
    vec![
        part(FollowUp::Started, Fill::Solid),
        part(FollowUp::Appointment, Fill::Hatch),
        part(FollowUp::Reached, Fill::Dots),
        part(FollowUp::HandedOver, Fill::Lines),
        part(FollowUp::New, Fill::Empty),
        Part {
            label: desk.words.text.get(Msg::DESK_ENDED_LABEL),
            count: without.iter().sum(),
            fill: Fill::Cross,
        },
    ]
}

fn questions(desk: &DeskState, answers: &Rc<Vec<Answers>>) -> Html {
    let asked = &desk.small_print.questions;
    if asked.is_empty() {
        return html! { <p>{ desk.words.text.get(Msg::DESK_NO_QUESTIONS) }</p> };
    }
    html! {
        <div class="two questions">
            { for asked.iter().map(|asked| question(desk, asked, answers)) }
        </div>
    }
}

fn question(desk: &DeskState, asked: &Question, answers: &[Answers]) -> Html {
    let text = &desk.words.text;
    let counting = match asked.kind.as_str() {
        "yes-no" => Counting::YesNo,
        "choice" | "choices" => Counting::Options,
        "text" => Counting::Text,
        _ => Counting::Scale,
    };
    let options: Vec<&str> = asked.options.iter().map(|option| option.id.as_str()).collect();
    let result = outcome(&asked.id, counting, &options, answers);
    let answered = result.answered();
    let table = |rows: &[(AttrValue, usize)]| {
        bars(&desk.words, text.get(Msg::DESK_ANSWER), text.get(Msg::DESK_ANSWERS), rows, InPrint::All)
    };
    let content = match &result {
        _ if answered == 0 => html! { <p>{ text.get(Msg::DESK_NOT_ANSWERED) }</p> },
        Outcome::Scale { counts, median_halves } => {
            let rows: Vec<(AttrValue, usize)> = (0..5)
                .map(|at| {
                    let step = (at + 1).to_string();
                    let label = match at {
                        0 if !asked.low.text.is_empty() => format!("{step}: {}", asked.low.text),
                        4 if !asked.high.text.is_empty() => format!("{step}: {}", asked.high.text),
                        _ => step,
                    };
                    (label.into(), counts[at])
                })
                .collect();
            html! {
                <>
                    { table(&rows) }
                    if let Some(halves) = median_halves {
                        <p><strong>{ text.with(Msg::DESK_MEDIAN, &[("value", half(desk, *halves).into())]) }</strong></p>
                    }
                </>
            }
        }
        Outcome::YesNo { yes, no } => {
            table(&[(text.get(Msg::DESK_YES), *yes), (text.get(Msg::DESK_NO), *no)])
        }
        Outcome::Options(counts) => {
            let rows: Vec<(AttrValue, usize)> = counts
                .iter()
                .map(|(id, count)| {
                    let option = asked.options.iter().find(|option| option.id == *id);
                    (option.map_or_else(|| id.clone().into(), |option| shown(&option.text)), *count)
                })
                .collect();
            table(&rows)
        }
        Outcome::Text { open, sealed } => html! {
            <>
                if !open.is_empty() {
                    <ul class="lines said">
                        { for open.iter().map(|said| html! { <li><bdi class="kept-lines">{ said.clone() }</bdi></li> }) }
                    </ul>
                }
                if *sealed > 0 {
                    <p class="row-tight">
                        { icon(Symbol::Lock) }
                        <span>{ text.with(Msg::DESK_TEXTS_SEALED, &[("n", (*sealed).into())]) }</span>
                    </p>
                }
            </>
        },
    };
    html! {
        <section class="chart stack-s">
            <h3><bdi>{ shown(&asked.text) }</bdi></h3>
            if answered > 0 {
                <p class="hint">{ text.with(Msg::DESK_ANSWERS_OF, &[("n", answered.into())]) }</p>
            }
            { content }
        </section>
    }
}

fn half(desk: &DeskState, halves: usize) -> AttrValue {
    if halves.is_multiple_of(2) {
        return (halves / 2).to_string().into();
    }
    desk.words.text.with(Msg::DESK_DECIMAL, &[("whole", (halves / 2).into()), ("tenths", 5.into())])
}
