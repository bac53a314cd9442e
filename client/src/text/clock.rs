//! Times of day in words.

use yew::AttrValue;

use super::{Arg, Msg, Text};

/// Opening hours, both `HH:MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours<'a> {
    /// Opens.
    pub from: &'a str,
    /// Closes.
    pub to: &'a str,
}

impl Text {
    /// `HH:MM` as a time: "10 Uhr", "11:30 Uhr".
    pub fn clock(&self, time: &str) -> AttrValue {
        self.with(Msg::CLOCK, &[("time", self.time(time))])
    }

    /// A span of time: "10 bis 16 Uhr".
    pub fn hours(&self, hours: Hours<'_>) -> AttrValue {
        self.with(Msg::CLOCK_SPAN, &[("from", self.time(hours.from)), ("to", self.time(hours.to))])
    }

    fn time(&self, time: &str) -> Arg<'static> {
        let (hour, minute) = time.split_once(':').unwrap_or((time, "00"));
        let hour = if hour.len() > 1 { hour.strip_prefix('0').unwrap_or(hour) } else { hour };
        match minute {
            "00" => self.with(Msg::CLOCK_HOUR, &[("hour", hour.into())]).into(),
            _ => self.with(Msg::CLOCK_MINUTE, &[("hour", hour.into()), ("minute", minute.into())]).into(),
        }
    }
}
