//! The addresses of the team app, and what a link may carry into it.

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
    /// Questions and answers.
    Help,
    /// Language and colours.
    View,
    /// A page of the organisers; its whole path.
    Desk(String),
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
            "hilfe" => Self::Help,
            "ansicht" => Self::View,
            _ if rest == "tisch" || rest.starts_with("tisch/") => Self::Desk(path.to_owned()),
            _ => Self::NotFound,
        }
    }

    /// Its path.
    pub fn path(&self) -> String {
        match self {
            Self::Home | Self::NotFound => "/team/".to_owned(),
            Self::Record => "/team/aufnehmen".to_owned(),
            Self::Feedback => "/team/rueckmeldung".to_owned(),
            Self::List => "/team/liste".to_owned(),
            Self::HandIn => "/team/abgabe".to_owned(),
            Self::Help => "/team/hilfe".to_owned(),
            Self::View => "/team/ansicht".to_owned(),
            Self::Desk(path) => path.clone(),
        }
    }

    /// Whether the page holds a form that nothing may interrupt.
    pub fn holds_a_form(&self) -> bool {
        matches!(self, Self::Record | Self::Feedback)
    }
}

/// What a link carries in its fragment, which never reaches the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// `einladung=<token>.<fingerprint>`: enrol this device.
    Invite(Invite),
    /// `einrichten=<token>`: make the first organiser.
    SetUp(String),
}

/// An invite as it stands in a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    /// What the server knows it by.
    pub token: String,
    /// Of the key that contacts are sealed to; the phone pins it.
    pub fingerprint: String,
}

impl Errand {
    /// Reads a fragment (without `#`).
    pub fn parse(fragment: &str) -> Option<Self> {
        let (name, value) = fragment.split_once('=')?;
        match name {
            "einladung" => {
                let (token, fingerprint) = value.split_once('.')?;
                (!token.is_empty() && !fingerprint.is_empty()).then(|| {
                    Self::Invite(Invite { token: token.to_owned(), fingerprint: fingerprint.to_owned() })
                })
            }
            "einrichten" if !value.is_empty() => Some(Self::SetUp(value.to_owned())),
            _ => None,
        }
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
            Route::Help,
            Route::View,
            Route::Desk("/team/tisch".to_owned()),
            Route::Desk("/team/tisch/kontakte".to_owned()),
        ] {
            assert_eq!(Route::parse(&route.path()), route);
        }
    }

    #[test]
    fn slashes_at_the_end_do_not_matter_and_strangers_are_not_found() {
        assert_eq!(Route::parse("/team"), Route::Home);
        assert_eq!(Route::parse("/team/liste/"), Route::List);
        assert_eq!(Route::parse("/team/tischler"), Route::NotFound);
        assert_eq!(Route::parse("/de/"), Route::NotFound);
    }

    #[test]
    fn an_invite_needs_both_parts() {
        let invite = Invite { token: "abc".to_owned(), fingerprint: "0f".to_owned() };
        assert_eq!(Errand::parse("einladung=abc.0f"), Some(Errand::Invite(invite)));
        for broken in ["", "einladung", "einladung=", "einladung=abc", "einladung=.0f", "einladung=abc."] {
            assert_eq!(Errand::parse(broken), None, "{broken}");
        }
        assert_eq!(Errand::parse("einrichten=xyz"), Some(Errand::SetUp("xyz".to_owned())));
    }
}
