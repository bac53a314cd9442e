//! The dates of a season, without a time zone database.
//!
//! A season is a rule, **plus** extra dates, **minus** cancelled ones. All dates are civil days and all
//! times local times at the place of the market; nothing here asks what day it is.
//!
//! ```
//! use shared::calendar::{SeasonDates, days};
//!
//! let (days, problems) = days(&SeasonDates {
//!     rule: "RRULE:FREQ=MONTHLY;BYMONTH=5,6;BYDAY=3SA",
//!     from: "2026-05-01",
//!     until: "2026-06-30",
//!     extra: &["2026-05-23"],
//!     cancelled: &["2026-05-16"],
//! });
//! assert!(problems.is_empty());
//! assert_eq!(days.iter().map(|day| day.date.to_string()).collect::<Vec<_>>(), [
//!     "2026-05-16", // cancelled
//!     "2026-05-23", // extra
//!     "2026-06-20",
//! ]);
//! ```

mod date;
mod erasure;
mod opening;
mod rule;
mod season;

pub use date::{Date, InvalidDate, Weekday};
pub use erasure::market_ends_on;
pub use opening::{Opening, minutes_of_day, opening};
pub use rule::{InvalidRule, Rule};
pub use season::{CalendarProblem, DayState, MAX_DAYS, SeasonDates, SeasonDay, days, next_or_running};
