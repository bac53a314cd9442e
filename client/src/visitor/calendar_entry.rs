//! Markets as entries for the phone's calendar (iCalendar, RFC 5545), made without the server.

use shared::catalog::Day;
use yew::AttrValue;

use super::here::Here;
use crate::text::Msg;

/// One market as a link that can be downloaded.
pub(super) fn entry(here: &Here, day: &Day) -> AttrValue {
    link(&event(here, day))
}

/// All markets from today on that take place.
pub(super) fn season(here: &Here) -> AttrValue {
    let days =
        here.catalog.days.iter().filter(|day| !day.cancelled && day.date.as_str() >= here.today.as_str());
    link(&days.map(|day| event(here, day)).collect::<String>())
}

fn event(here: &Here, day: &Day) -> String {
    let season = &here.catalog.season;
    let date: String = day.date.chars().filter(char::is_ascii_digit).collect();
    let time = |time: &str| format!("{}00", time.replace(':', ""));
    let place = [day.place.name.text.as_str(), &day.place.address].join(", ");
    format!(
        "BEGIN:VEVENT\r\nUID:{key}-{date}@markt\r\nDTSTAMP:{date}T000000Z\r\nDTSTART;TZID={zone}:{date}T{from}\r\nDTEND;TZID={zone}:{date}T{to}\r\nSUMMARY:{title}\r\nLOCATION:{place}\r\nEND:VEVENT\r\n",
        key = season.key,
        zone = season.time_zone,
        from = time(&day.from),
        to = time(&day.to),
        title = escaped(&here.text.get(Msg::CALENDAR_TITLE)),
        place = escaped(&place),
    )
}

fn link(events: &str) -> AttrValue {
    let calendar = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Markt der Moeglichkeiten//DE\r\n{events}END:VCALENDAR\r\n"
    );
    format!("data:text/calendar;charset=utf-8,{}", crate::route::encode(&calendar)).into()
}

/// Text of iCalendar: commas, semicolons and line breaks escaped.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            ',' | ';' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}
