//! The addresses of the volunteers' pages, and the invite that a link may carry to them.

/// A page of the team app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Where everything is.
    Home,
    /// A contact request.
    Record,
    /// The questionnaire.
    Feedback,
    /// All own contacts.
    List,
    /// Done for today.
    HandIn,
    /// Taking back by a receipt's code.
    Withdraw,
    /// Who holds the phone.
    Hands,
    /// Questions and answers.
    Help,
    /// Language and colours.
    View,
    /// Anything else.
    NotFound,
}

impl Route {
    /// The page of a path.
    pub fn parse(path: &str) -> Self {
        let Some(rest) = path.strip_prefix("/team") else { return Self::NotFound };
        let rest = rest.trim_matches('/');
        match rest {
            "" | "index.html" => Self::Home,
            "aufnehmen" => Self::Record,
            "rueckmeldung" => Self::Feedback,
            "liste" => Self::List,
            "abgabe" => Self::HandIn,
            "zurueck" => Self::Withdraw,
            "wer" => Self::Hands,
            "hilfe" => Self::Help,
            "ansicht" => Self::View,
            _ => Self::NotFound,
        }
    }

    /// Its path.
    pub fn path(&self) -> &'static str {
        match self {
            Self::Home | Self::NotFound => "/team/",
            Self::Record => "/team/aufnehmen",
            Self::Feedback => "/team/rueckmeldung",
            Self::List => "/team/liste",
            Self::HandIn => "/team/abgabe",
            Self::Withdraw => "/team/zurueck",
            Self::Hands => "/team/wer",
            Self::Help => "/team/hilfe",
            Self::View => "/team/ansicht",
        }
    }

    /// Whether the page holds a form that nothing may interrupt.
    pub fn holds_a_form(&self) -> bool {
        matches!(self, Self::Record | Self::Feedback)
    }
}

/// An invite as it stands in the fragment of a link: `einladung=<token>.<fingerprint>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    /// What the server knows it by.
    pub token: String,
    /// Of the key that contacts are sealed to; the phone pins it.
    pub fingerprint: String,
}

/// What an invite's fragment begins with.
const INVITE: &str = "einladung";

impl Invite {
    /// Whether a fragment was meant to be an invite, even if a part of it was cut off.
    pub fn is_meant(fragment: &str) -> bool {
        fragment.starts_with(INVITE)
    }

    /// Reads a fragment (without `#`).
    pub fn parse(fragment: &str) -> Option<Self> {
        let (token, fingerprint) = fragment.strip_prefix(INVITE)?.strip_prefix('=')?.split_once('.')?;
        let complete = !token.is_empty() && !fingerprint.is_empty();
        complete.then(|| Self { token: token.to_owned(), fingerprint: fingerprint.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_at_its_own_path() {
        for route in [
            Route::Home,
            Route::Record,
            Route::Feedback,
            Route::List,
            Route::HandIn,
            Route::Withdraw,
            Route::Hands,
            Route::Help,
            Route::View,
        ] {
            assert_eq!(Route::parse(route.path()), route);
        }
    }

    #[test]
    fn slashes_at_the_end_do_not_matter_and_strangers_are_not_found() {
        assert_eq!(Route::parse("/team"), Route::Home);
        assert_eq!(Route::parse("/team/liste/"), Route::List);
        // The organisers' desk is another program.
        assert_eq!(Route::parse("/team/tisch"), Route::NotFound);
        assert_eq!(Route::parse("/de/"), Route::NotFound);
    }

    #[test]
    fn an_invite_needs_both_parts() {
        let invite = Invite { token: "abc".to_owned(), fingerprint: "0f".to_owned() };
        assert_eq!(Invite::parse("einladung=abc.0f"), Some(invite));
        for broken in [
            "",
            "einladung",
            "einrichten=abc.0f",
            "einladung=",
            "einladung=abc",
            "einladung=.0f",
            "einladung=abc.",
        ] {
            assert_eq!(Invite::parse(broken), None, "{broken}");
        }
    }
}
