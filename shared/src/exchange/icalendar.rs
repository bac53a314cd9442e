//! Markets as calendar events.
//!
//! **Source**: RFC 5545. Local times name their time zone and bring its rules along; only `Europe/Berlin`
//! is known here, events elsewhere have floating times. A market's UID stays the same in every language
//! and after every change, so that calendars replace the event instead of adding another.

use crate::{
    calendar::Date,
    catalog::{Catalog, Day, Label},
};

/// The time zone whose rules are known.
const BERLIN: &str = "Europe/Berlin";

/// Summer time since 1996, Directive 2000/84/EC.
const BERLIN_RULES: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n\
BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n\
DTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n\
DTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n\
END:VTIMEZONE\r\n";

/// Bytes that a line has at most, its end aside.
const MAX_LINE: usize = 75;

/// What a calendar file says besides its markets.
#[derive(Clone, Copy)]
pub struct About<'a> {
    /// Where the market is on the web, if there is such a place.
    pub link: Option<&'a str>,
    /// When the file is made: milliseconds since the Unix epoch, UTC.
    pub now_ms: i64,
    /// When the markets changed last.
    pub modified_ms: i64,
    /// How often the market of a date changed; it only rises, or calendars keep what they have.
    pub sequence: &'a dyn Fn(&str) -> u64,
}

/// One market as a calendar file.
pub fn market(catalog: &Catalog, day: &Day, about: &About<'_>) -> String {
    calendar(catalog, std::slice::from_ref(day), about)
}

/// All markets of the season as one calendar file; cancelled ones are in it as cancelled.
pub fn season(catalog: &Catalog, about: &About<'_>) -> String {
    calendar(catalog, &catalog.days, about)
}

fn calendar(catalog: &Catalog, days: &[Day], about: &About<'_>) -> String {
    let mut text = String::new();
    line(&mut text, "BEGIN", "VCALENDAR");
    line(&mut text, "VERSION", "2.0");
    line(&mut text, "PRODID", "-//Markt der Moeglichkeiten//markt//DE");
    line(&mut text, "METHOD", "PUBLISH");
    line(&mut text, "NAME", &escaped(&catalog.season.title.text));
    line(&mut text, "X-WR-CALNAME", &escaped(&catalog.season.title.text));
    // Twice a day is enough for dates, and for those who subscribe on a small plan.
    line(&mut text, "REFRESH-INTERVAL;VALUE=DURATION", "PT12H");
    line(&mut text, "X-PUBLISHED-TTL", "PT12H");
    if catalog.season.time_zone == BERLIN {
        text.push_str(BERLIN_RULES);
    }
    for day in days {
        event(&mut text, catalog, day, about);
    }
    line(&mut text, "END", "VCALENDAR");
    text
}

fn event(text: &mut String, catalog: &Catalog, day: &Day, about: &About<'_>) {
    let season = &catalog.season;
    line(text, "BEGIN", "VEVENT");
    line(text, "UID", &format!("{}-{}@markt-der-moeglichkeiten", season.key, day.date));
    line(text, "DTSTAMP", &utc(about.now_ms));
    line(text, "LAST-MODIFIED", &utc(about.modified_ms));
    line(text, "SEQUENCE", &(about.sequence)(&day.date).to_string());
    line(text, "STATUS", if day.cancelled { "CANCELLED" } else { "CONFIRMED" });
    for (name, time) in [("DTSTART", &day.from), ("DTEND", &day.to)] {
        let local = format!("{}T{}00", day.date.replace('-', ""), time.replace(':', ""));
        if season.time_zone == BERLIN {
            line(text, &format!("{name};TZID={BERLIN}"), &local);
        } else {
            line(text, name, &local);
        }
    }
    line(text, "SUMMARY", &escaped(&season.title.text));
    let place = [day.place.name.text.as_str(), day.place.address.as_str()];
    line(text, "LOCATION", &escaped(&joined(&place, ", ")));
    if let Some((latitude, longitude)) = day.place.position {
        line(text, "GEO", &format!("{latitude};{longitude}"));
    }
    let focus: Vec<&str> = day
        .focus
        .iter()
        .filter_map(|id| Label::find(&catalog.vocabulary.topics, id))
        .map(|label| label.text.text.as_str())
        .collect();
    let description = joined(
        &[&focus.join(", "), &day.place.how_to_find.text, &day.place.access.text, &day.weather.text],
        "\n\n",
    );
    if !description.is_empty() {
        line(text, "DESCRIPTION", &escaped(&description));
    }
    if let Some(link) = about.link {
        line(text, "URL", link);
    }
    line(text, "END", "VEVENT");
}

fn joined(parts: &[&str], separator: &str) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(separator)
}

/// `20260523T080000Z`.
fn utc(now_ms: i64) -> String {
    let seconds = now_ms.div_euclid(1000);
    let days = i32::try_from(seconds.div_euclid(86_400)).unwrap_or_default();
    let (date, second) = match Date::from_days_since_epoch(days) {
        Some(date) => (date, seconds.rem_euclid(86_400)),
        None => (Date::new(1970, 1, 1).expect("a day"), 0),
    };
    let date = date.to_string().replace('-', "");
    format!("{date}T{:02}{:02}{:02}Z", second / 3600, second / 60 % 60, second % 60)
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_ascii_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Adds a line, folded before it gets too long, never within a letter.
fn line(text: &mut String, name: &str, value: &str) {
    let mut length = 0;
    for letter in
        name.chars().chain([':']).chain(value.chars().filter(|letter| !matches!(letter, '\r' | '\n')))
    {
        if length + letter.len_utf8() > MAX_LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(letter);
        length += letter.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalog::{Place, SeasonInfo, Text};

    fn text(text: &str) -> Text {
        Text { text: text.to_owned(), ..Text::default() }
    }

    fn pankow() -> Catalog {
        let day = |date: &str, cancelled| Day {
            date: date.to_owned(),
            cancelled,
            from: "10:00".to_owned(),
            to: "16:00".to_owned(),
            place: Place {
                name: text("Mauerpark"),
                address: "Am Park 1, 10437 Berlin".to_owned(),
                position: Some((52.54, 13.4)),
                how_to_find: text("Neben dem Basketballplatz, unter dem gelben Sonnenschirm; gut zu sehen."),
                ..Place::default()
            },
            focus: vec!["handwerk".to_owned()],
            ..Day::default()
        };
        let mut catalog = Catalog {
            season: SeasonInfo {
                key: "pankow-2026".to_owned(),
                title: text("Markt der Möglichkeiten"),
                time_zone: BERLIN.to_owned(),
                ..SeasonInfo::default()
            },
            days: vec![day("2026-05-16", true), day("2026-05-23", false)],
            ..Catalog::default()
        };
        catalog.vocabulary.topics.push(Label { id: "handwerk".to_owned(), text: text("Handwerk") });
        catalog
    }

    const ABOUT: About<'_> = About {
        link: Some("https://markt.example/de/"),
        now_ms: 1_775_037_599_000,
        modified_ms: 1_775_000_000_000,
        sequence: &|date| if date == "2026-05-16" { 7 } else { 3 },
    };

    #[test]
    fn an_event_says_when_and_where() {
        let catalog = pankow();
        let file = market(&catalog, &catalog.days[1], &ABOUT);
        assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
        assert!(file.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
        for line in [
            "UID:pankow-2026-2026-05-23@markt-der-moeglichkeiten",
            "DTSTAMP:20260401T095959Z",
            "LAST-MODIFIED:20260331T233320Z",
            "SEQUENCE:3",
            "DTSTART;TZID=Europe/Berlin:20260523T100000",
            "DTEND;TZID=Europe/Berlin:20260523T160000",
            "SUMMARY:Markt der Möglichkeiten",
            "LOCATION:Mauerpark\\, Am Park 1\\, 10437 Berlin",
            "GEO:52.54;13.4",
            "STATUS:CONFIRMED",
            "URL:https://markt.example/de/",
            "TZID:Europe/Berlin",
        ] {
            assert!(file.contains(&format!("\r\n{line}\r\n")), "{line}\n{file}");
        }
        let unfolded = file.replace("\r\n ", "");
        assert!(
            unfolded.contains(
                "\r\nDESCRIPTION:Handwerk\\n\\nNeben dem Basketballplatz\\, unter dem gelben Sonnenschirm\\; gut zu sehen.\r\n"
            ),
            "{unfolded}"
        );
    }

    #[test]
    fn a_season_holds_cancelled_markets_as_cancelled() {
        let file = season(&pankow(), &ABOUT);
        assert_eq!(file.matches("BEGIN:VEVENT").count(), 2);
        assert_eq!(file.matches("STATUS:CANCELLED").count(), 1);
        assert!(file.contains("\r\nSEQUENCE:7\r\nSTATUS:CANCELLED\r\n"), "{file}");
        assert_eq!(file.matches("BEGIN:VTIMEZONE").count(), 1);
    }

    #[test]
    fn times_elsewhere_float() {
        let mut catalog = pankow();
        catalog.season.time_zone = "Asia/Tokyo".to_owned();
        let file = season(&catalog, &ABOUT);
        assert!(file.contains("\r\nDTSTART:20260523T100000\r\n"));
        assert!(!file.contains("TZID"));
    }

    proptest! {
        #[test]
        fn lines_are_never_too_long_and_unfold_to_what_went_in(title in ".{0,200}") {
            let mut catalog = pankow();
            catalog.season.title = text(&title);
            let file = season(&catalog, &ABOUT);
            prop_assert!(file.split("\r\n").all(|line| line.len() <= MAX_LINE && !line.contains(['\r', '\n'])));
            let wanted = format!("\r\nSUMMARY:{}\r\n", escaped(&title));
            prop_assert!(file.replace("\r\n ", "").contains(&wanted));
        }
    }
}
