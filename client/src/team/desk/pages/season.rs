//! The season: all dates, what they brought, and what the next one still lacks.

use shared::{
    calendar::Date as Civil,
    catalog::Day,
    model::{Market, MarketStatus},
};
use yew::prelude::*;

use crate::{
    components::{Drawing, Symbol, empty, icon, section_head, small_icon, tag},
    team::desk::{
        DeskState, frame::Frame, link::DeskLink, overview::Figures, route::DeskRoute, use_desk, words::shown,
    },
    text::{Date, Msg, use_text},
};

/// Where a date stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Does not take place.
    Cancelled,
    /// Is over.
    Past,
    /// Is over, and everything is in.
    Closed,
    /// Is today.
    Today,
    /// Will be.
    Confirmed,
    /// Will be, unless something happens.
    Planned,
}

impl Standing {
    /// Where the market of `day` stands on the day `today`.
    pub(super) fn of(day: &Day, market: Option<&Market>, today: &str) -> Self {
        let status = market.map(|market| market.status).unwrap_or_default();
        match status {
            MarketStatus::Cancelled => Self::Cancelled,
            _ if day.cancelled => Self::Cancelled,
            MarketStatus::Closed => Self::Closed,
            MarketStatus::Planned | MarketStatus::Confirmed if day.date.as_str() < today => Self::Past,
            MarketStatus::Planned | MarketStatus::Confirmed if day.date == today => Self::Today,
            MarketStatus::Confirmed => Self::Confirmed,
            MarketStatus::Planned => Self::Planned,
        }
    }

    /// Its drawing.
    pub(super) fn symbol(self) -> Symbol {
        match self {
            Self::Cancelled => Symbol::Close,
            Self::Past | Self::Closed => Symbol::ParasolShut,
            Self::Today | Self::Confirmed => Symbol::Parasol,
            Self::Planned => Symbol::Pencil,
        }
    }

    /// Its words.
    pub(super) fn words(self) -> Msg {
        match self {
            Self::Cancelled => Msg::DESK_STANDING_CANCELLED,
            Self::Past => Msg::DESK_STANDING_PAST,
            Self::Closed => Msg::DESK_STANDING_CLOSED,
            Self::Today => Msg::DESK_STANDING_TODAY,
            Self::Confirmed => Msg::DESK_STANDING_CONFIRMED,
            Self::Planned => Msg::DESK_STANDING_PLANNED,
        }
    }
}

/// One date with what it brought.
struct Row<'a> {
    day: &'a Day,
    standing: Standing,
    figures: Figures,
}

fn rows(desk: &DeskState) -> Vec<Row<'_>> {
    let rows = desk.catalog().days.iter().map(|day| {
        let market = desk.market_key(&day.date);
        let document = market.as_ref().and_then(|market| desk.data.market(market));
        Row {
            day,
            standing: Standing::of(day, document, &desk.today),
            figures: market.map(|market| desk.data.figures(&market)).unwrap_or_default(),
        }
    });
    rows.collect()
}

/// The page.
#[component]
pub(crate) fn SeasonPage() -> Html {
    let text = use_text();
    let desk = use_desk();
    let rows = rows(&desk);
    let season = &desk.catalog().season;
    let title =
        if season.title.text.is_empty() { text.get(Msg::DESK_NAV_SEASON) } else { shown(&season.title) };
    html! {
        <Frame title={title.clone()} at={DeskRoute::Season}>
            <div class="row row-between">
                <h1>{ title }</h1>
                if season.example {
                    { tag(Symbol::Info, text.get(Msg::DESK_EXAMPLE)) }
                }
            </div>
            if rows.is_empty() {
                { empty(Some(Drawing::Table), html! { <>
                    <p>{ text.get(Msg::DESK_NO_DATES) }</p>
                    <p>{ text.get(Msg::DESK_NO_DATES_HINT) }</p>
                </> }) }
            } else {
                { overview(&desk, &rows) }
                <NextMarket />
                <DatesTable />
            }
        </Frame>
    }
}

/// Every week of the season on one line.
fn overview(desk: &DeskState, rows: &[Row<'_>]) -> Html {
    let text = &desk.words.text;
    let (extra, cancelled) = (
        rows.iter().filter(|row| row.day.extra).count(),
        rows.iter().filter(|row| row.standing == Standing::Cancelled).count(),
    );
    let first = rows.first().and_then(|row| row.day.date.parse::<Civil>().ok());
    let last = rows.last().and_then(|row| row.day.date.parse::<Civil>().ok());
    let weeks: Vec<Civil> = first
        .zip(last)
        .map(|(first, last)| {
            let steps = (last.days_since_epoch() - first.days_since_epoch()) / 7;
            (0..=steps).filter_map(|week| first.plus_days(week * 7)).collect()
        })
        .unwrap_or_default();
    // A date on another day of the week stands between the weeks.
    let mut days: Vec<(String, Option<&Row<'_>>)> =
        weeks.iter().map(|week| (week.to_string(), None)).collect();
    for row in rows {
        match days.iter_mut().find(|(date, _)| *date == row.day.date) {
            Some((_, market)) => *market = Some(row),
            None => days.push((row.day.date.clone(), Some(row))),
        }
    }
    days.sort_by(|a, b| a.0.cmp(&b.0));
    html! {
        <section class="stack" aria-labelledby="year">
            <h2 id="year">
                { text.with(Msg::DESK_SEASON_SUMMARY, &[
                    ("n", (rows.len() - cancelled).into()),
                    ("extra", extra.into()),
                    ("cancelled", cancelled.into()),
                ]) }
            </h2>
            <ol class="season-line" aria-label={text.get(Msg::DESK_SEASON_LINE)}>
                { for days.iter().map(|(date, row)| season_day(desk, date, *row)) }
            </ol>
            <ul class="facts">
                <li>{ icon(Symbol::Parasol) }{ text.get(Msg::DESK_LEGEND_MARKET) }</li>
                <li>{ icon(Symbol::ParasolShut) }{ text.get(Msg::DESK_STANDING_PAST) }</li>
                <li>{ icon(Symbol::Close) }{ text.get(Msg::DESK_STANDING_CANCELLED) }</li>
            </ul>
        </section>
    }
}

fn season_day(desk: &DeskState, date: &str, row: Option<&Row<'_>>) -> Html {
    let text = &desk.words.text;
    let Some(row) = row else {
        let day = date.get(8..).unwrap_or(date).trim_start_matches('0').to_owned();
        return html! {
            <li>
                <time datetime={date.to_owned()}>
                    <span class="hidden-text">{ text.get(Msg::DESK_NO_MARKET) }{ " " }</span>{ day }
                </time>
            </li>
        };
    };
    let (kind, symbol) = match row.standing {
        Standing::Cancelled => ("x", Symbol::Close),
        Standing::Past | Standing::Closed => ("done", Symbol::ParasolShut),
        Standing::Today | Standing::Confirmed | Standing::Planned => ("m", Symbol::Parasol),
    };
    html! {
        <li data-market={kind}>
            { icon(symbol) }
            <DeskLink to={DeskRoute::Market(date.to_owned())}>
                <time datetime={date.to_owned()}>{ desk.words.day_short(date) }</time>
            </DeskLink>
        </li>
    }
}

#[component]
fn DatesTable() -> Html {
    let text = use_text();
    let desk = use_desk();
    let rows = rows(&desk);
    html! {
        <section class="stack" aria-labelledby="dates">
            { section_head("dates", html! { { text.get(Msg::DESK_DATES) } }, Html::default()) }
            <div class="table-wrap" tabindex="0" role="region" aria-label={text.get(Msg::DESK_DATES_REGION)}>
                <table class="table dates">
                    <thead>
                        <tr>
                            <th scope="col">{ text.get(Msg::DESK_DAY) }</th>
                            <th scope="col">{ text.get(Msg::DESK_STATUS) }</th>
                            <th scope="col" class="n">{ text.get(Msg::DESK_CONTACTS) }</th>
                            <th scope="col" class="n">{ text.get(Msg::DESK_FEEDBACK) }</th>
                            <th scope="col" class="n">{ text.get(Msg::DESK_HANDED_IN) }</th>
                            <th scope="col">{ text.get(Msg::DESK_FOCUS) }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows.iter().map(|row| date_row(&desk, row)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn date_row(desk: &DeskState, row: &Row<'_>) -> Html {
    let text = &desk.words.text;
    let Figures { contacts, feedback, devices, handed_in, .. } = row.figures;
    let none = || html! { { "–" } };
    let count = |n: usize| {
        if n == 0 {
            none()
        } else {
            html! { { n } }
        }
    };
    let focus: Vec<String> = row.day.focus.iter().map(|id| desk.words.focus(id).to_string()).collect();
    html! {
        <tr>
            <th scope="row">
                <DeskLink to={DeskRoute::Market(row.day.date.clone())}>{ desk.words.day(&row.day.date) }</DeskLink>
            </th>
            <td>
                <span class="row-tight">
                    { small_icon(row.standing.symbol()) }
                    <span>
                        { text.get(row.standing.words()) }
                        if row.day.extra {
                            { " " }{ text.get(Msg::DESK_EXTRA_DATE) }
                        }
                    </span>
                </span>
            </td>
            <td class="n">
                if contacts > 0 {
                    <DeskLink to={DeskRoute::Contacts(row.day.date.clone())}>{ contacts }</DeskLink>
                } else {
                    { none() }
                }
            </td>
            <td class="n">
                if feedback > 0 {
                    <DeskLink to={DeskRoute::Evaluation(row.day.date.clone())}>{ feedback }</DeskLink>
                } else {
                    { count(feedback) }
                }
            </td>
            <td class="n">
                if devices > 0 {
                    { text.with(Msg::DESK_OF, &[("n", handed_in.into()), ("of", devices.into())]) }
                } else {
                    { none() }
                }
            </td>
            <td>{ if focus.is_empty() { "–".to_owned() } else { focus.join(", ") } }</td>
        </tr>
    }
}

/// The market of today, else the next one, and what it lacks.
#[component]
fn NextMarket() -> Html {
    let text = use_text();
    let desk = use_desk();
    let today = desk.today.clone();
    let Some(day) =
        desk.catalog().days.iter().find(|day| day.date.as_str() >= today.as_str() && !day.cancelled)
    else {
        return html! {
            <section class="cloth" aria-labelledby="next">
                <h2 id="next">{ text.get(Msg::DESK_SEASON_OVER) }</h2>
                <p>{ text.get(Msg::DESK_SEASON_OVER_HINT) }</p>
            </section>
        };
    };
    let market = desk.market_key(&day.date);
    let document = market.as_ref().and_then(|market| desk.data.market(market));
    let figures = market.as_ref().map(|market| desk.data.figures(market)).unwrap_or_default();
    let to = || DeskRoute::Market(day.date.clone());
    let missing_key = document.is_none_or(|market| market.sealing_key.is_none());
    let open_hand_ins = figures.devices - figures.handed_in;
    let hand_ins = text.with(Msg::DESK_LACKS_HAND_INS, &[("n", open_hand_ins.into())]);
    let contacts = text.with(Msg::DESK_CONTACTS_IN, &[("n", figures.contacts.into())]);
    // Of two links with the same word, those who hear it are told what each is about.
    let heard = |subject: &AttrValue| html! { <span class="hidden-text">{ ": " }{ subject.clone() }</span> };
    let days = days_until(&today, &day.date);
    html! {
        <section class="cloth" data-cloth="sun" aria-labelledby="next">
            <p class="sign">{ small_icon(Symbol::Clock) }{ text.with(Msg::DESK_IN_DAYS, &[("n", days.into())]) }</p>
            <h2 id="next">{ text.date(Date::Weekday, &day.date) }</h2>
            <ul class="todo">
                if missing_key {
                    <li>
                        { icon(Symbol::Lock) }
                        <span class="grow">{ text.get(Msg::DESK_LACKS_KEY) }</span>
                        <DeskLink to={to()} class="link">{ text.get(Msg::DESK_LACKS_KEY_DO) }</DeskLink>
                    </li>
                }
                if figures.devices == 0 {
                    <li>
                        { icon(Symbol::Mobile) }
                        <span class="grow">{ text.get(Msg::DESK_LACKS_DEVICES) }</span>
                        <DeskLink to={to()} class="link">{ text.get(Msg::DESK_LACKS_DEVICES_DO) }</DeskLink>
                    </li>
                } else if open_hand_ins > 0 {
                    <li>
                        { icon(Symbol::Mobile) }
                        <span class="grow">{ hand_ins.clone() }</span>
                        <DeskLink to={to()} class="link">{ text.get(Msg::DESK_LACKS_HAND_INS_DO) }{ heard(&hand_ins) }</DeskLink>
                    </li>
                }
                if figures.contacts > 0 {
                    <li>
                        { icon(Symbol::People) }
                        <span class="grow">{ contacts.clone() }</span>
                        <DeskLink to={DeskRoute::Contacts(day.date.clone())} class="link">{ text.get(Msg::DESK_SEE) }{ heard(&contacts) }</DeskLink>
                    </li>
                }
            </ul>
            <div class="row">
                <DeskLink to={to()} class="button" rank="first">{ icon(Symbol::Parasol) }{ text.get(Msg::DESK_TO_MARKET) }</DeskLink>
            </div>
        </section>
    }
}

fn days_until(today: &str, date: &str) -> i64 {
    match (today.parse::<Civil>(), date.parse::<Civil>()) {
        (Ok(today), Ok(date)) => i64::from(date.days_since_epoch() - today.days_since_epoch()),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(status: MarketStatus, cancelled: bool, date: &str, expected: Standing) {
        let day = Day { date: date.into(), cancelled, ..Day::default() };
        let market = Market { status, ..Market::default() };
        assert_eq!(Standing::of(&day, Some(&market), "2026-05-23"), expected, "{status:?} {date}");
    }

    #[test]
    fn where_a_date_stands() {
        check(MarketStatus::Planned, false, "2026-06-20", Standing::Planned);
        check(MarketStatus::Confirmed, false, "2026-06-20", Standing::Confirmed);
        check(MarketStatus::Confirmed, false, "2026-05-23", Standing::Today);
        check(MarketStatus::Planned, false, "2026-05-16", Standing::Past);
        check(MarketStatus::Closed, false, "2026-05-16", Standing::Closed);
        check(MarketStatus::Confirmed, true, "2026-06-20", Standing::Cancelled);
        check(MarketStatus::Cancelled, false, "2026-05-16", Standing::Cancelled);
        assert_eq!(days_until("2026-05-30", "2026-06-02"), 3);
    }
}
