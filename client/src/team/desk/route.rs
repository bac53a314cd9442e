//! The addresses of the desk: `/team/tisch` and what lies below it.

use std::fmt;

/// A page of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DeskRoute {
    /// The season with all its dates.
    Season,
    /// One market: hand-ins, counts, key, invites.
    Market(String),
    /// The contacts of one market.
    Contacts(String),
    /// One contact.
    Contact(String, String),
    /// What one market brought.
    Evaluation(String),
    /// Language and colours.
    View,
    /// No such page.
    Unknown,
}

impl DeskRoute {
    /// Where the desk begins.
    pub(crate) const ROOT: &'static str = "/team/tisch";

    /// The page at `path`; a slash at the end makes no difference.
    pub(crate) fn parse(path: &str) -> Self {
        let Some(rest) = path.strip_prefix(Self::ROOT) else { return Self::Unknown };
        let steps: Vec<&str> = rest.split('/').filter(|step| !step.is_empty()).collect();
        match steps.as_slice() {
            [] if rest.is_empty() || rest == "/" => Self::Season,
            ["ansicht"] => Self::View,
            [date] if is_date(date) => Self::Market((*date).to_owned()),
            [date, "kontakte"] if is_date(date) => Self::Contacts((*date).to_owned()),
            [date, "kontakte", id] if is_date(date) => Self::Contact((*date).to_owned(), (*id).to_owned()),
            [date, "auswertung"] if is_date(date) => Self::Evaluation((*date).to_owned()),
            _ => Self::Unknown,
        }
    }

    /// The market that the page is about.
    pub(crate) fn date(&self) -> Option<&str> {
        match self {
            Self::Market(date) | Self::Contacts(date) | Self::Contact(date, _) | Self::Evaluation(date) => {
                Some(date)
            }
            Self::Season | Self::View | Self::Unknown => None,
        }
    }
}

impl fmt::Display for DeskRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let root = Self::ROOT;
        match self {
            Self::Season | Self::Unknown => f.write_str(root),
            Self::View => write!(f, "{root}/ansicht"),
            Self::Market(date) => write!(f, "{root}/{date}"),
            Self::Contacts(date) => write!(f, "{root}/{date}/kontakte"),
            Self::Contact(date, id) => write!(f, "{root}/{date}/kontakte/{id}"),
            Self::Evaluation(date) => write!(f, "{root}/{date}/auswertung"),
        }
    }
}

fn is_date(step: &str) -> bool {
    step.len() == 10
        && step.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, route: DeskRoute) {
        assert_eq!(DeskRoute::parse(path), route, "{path}");
        if route != DeskRoute::Unknown {
            assert_eq!(DeskRoute::parse(&route.to_string()), route, "{path} survives a round trip");
        }
    }

    #[test]
    fn pages_have_addresses() {
        let date = || "2026-05-23".to_owned();
        check("/team/tisch", DeskRoute::Season);
        check("/team/tisch/", DeskRoute::Season);
        check("/team/tisch/ansicht", DeskRoute::View);
        check("/team/tisch/2026-05-23", DeskRoute::Market(date()));
        check("/team/tisch/2026-05-23/kontakte", DeskRoute::Contacts(date()));
        check("/team/tisch/2026-05-23/kontakte/4Xa", DeskRoute::Contact(date(), "4Xa".into()));
        check("/team/tisch/2026-05-23/auswertung/", DeskRoute::Evaluation(date()));
        for unknown in ["/team/tischler", "/team/tisch/morgen", "/team/tisch/2026-05-23/nichts", "/team/"] {
            check(unknown, DeskRoute::Unknown);
        }
    }
}
