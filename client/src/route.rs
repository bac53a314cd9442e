//! Addresses of the visitor's pages: typed, the same slugs in every language.

/// A program that brings pages to life; a link from one to another is a plain link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// What people come for: today, the offers, who makes them.
    Visitor,
    /// What the market is, and what this phone keeps.
    About,
    /// The saved list.
    List,
    /// The forms.
    Ask,
}

impl Program {
    /// The name of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::About => "about",
            Self::List => "list",
            Self::Ask => "ask",
        }
    }
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Today's or the next market.
    Today,
    /// Search and filters.
    Offers,
    /// One offer, by id.
    Offer(String),
    /// One provider, by key.
    Provider(String),
    /// What the visitor saved.
    List,
    /// Language, colours, erase.
    View,
    /// What the market is, and the way to the legal pages.
    Info,
    /// One of the legal pages.
    Legal(Legal),
    /// A form, or what became of those that were sent.
    Form(Form),
    /// Where the code on a receipt leads.
    Receipt,
    /// The frame that the service worker keeps for pages it has not.
    Shell,
    /// No page.
    NotFound,
}

/// What the law asks a site to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legal {
    /// Who is responsible.
    Imprint,
    /// What happens with data.
    Privacy,
    /// How accessible this is.
    Accessibility,
}

/// A page of the forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Asks for a contact: `?angebot=ID` or `?traeger=KEY` says with whom.
    Contact,
    /// Asks the organisers.
    Question,
    /// The season's questionnaire.
    Feedback,
    /// The guide to accreditation, with a question.
    BecomeProvider,
    /// What was sent from this phone, or waits to be.
    Requests,
}

impl Route {
    /// The page of a path without its language, split at `/`.
    fn of(segments: &[&str]) -> Self {
        match segments {
            [] | [""] => Self::Today,
            ["angebote"] => Self::Offers,
            ["angebote", id] if !id.is_empty() => Self::Offer(decode(id)),
            ["anbieter", key] if !key.is_empty() => Self::Provider(decode(key)),
            ["liste"] => Self::List,
            ["ansicht"] => Self::View,
            ["info"] => Self::Info,
            ["impressum"] => Self::Legal(Legal::Imprint),
            ["datenschutz"] => Self::Legal(Legal::Privacy),
            ["barrierefreiheit"] => Self::Legal(Legal::Accessibility),
            ["kontakt"] => Self::Form(Form::Contact),
            ["frage"] => Self::Form(Form::Question),
            ["rueckmeldung"] => Self::Form(Form::Feedback),
            ["traeger-werden"] => Self::Form(Form::BecomeProvider),
            ["anfragen"] => Self::Form(Form::Requests),
            ["quittung"] => Self::Receipt,
            ["huelle"] => Self::Shell,
            _ => Self::NotFound,
        }
    }

    /// What brings it to life; nothing where there is only something to read.
    pub fn program(&self) -> Option<Program> {
        match self {
            Self::List => Some(Program::List),
            Self::View | Self::Info | Self::Receipt => Some(Program::About),
            Self::Form(_) => Some(Program::Ask),
            Self::Legal(_) => None,
            _ => Some(Program::Visitor),
        }
    }

    /// Its path in a language.
    pub fn path(&self, language: &str) -> String {
        let rest = match self {
            Self::Today | Self::NotFound => String::new(),
            Self::Offers => "angebote".to_owned(),
            Self::Offer(id) => format!("angebote/{}", encode(id)),
            Self::Provider(key) => format!("anbieter/{}", encode(key)),
            Self::List => "liste".to_owned(),
            Self::View => "ansicht".to_owned(),
            Self::Info => "info".to_owned(),
            Self::Legal(Legal::Imprint) => "impressum".to_owned(),
            Self::Legal(Legal::Privacy) => "datenschutz".to_owned(),
            Self::Legal(Legal::Accessibility) => "barrierefreiheit".to_owned(),
            Self::Form(Form::Contact) => "kontakt".to_owned(),
            Self::Form(Form::Question) => "frage".to_owned(),
            Self::Form(Form::Feedback) => "rueckmeldung".to_owned(),
            Self::Form(Form::BecomeProvider) => "traeger-werden".to_owned(),
            Self::Form(Form::Requests) => "anfragen".to_owned(),
            Self::Receipt => "quittung".to_owned(),
            Self::Shell => "huelle".to_owned(),
        };
        format!("/{language}/{rest}")
    }
}

/// Where a visitor is: language, page and query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// First segment of the path.
    pub language: String,
    /// The page.
    pub route: Route,
    /// What follows `?`; the pages that have one read it.
    pub query: String,
}

impl Address {
    /// Reads a path that begins with `/` and a query without `?`.
    pub fn parse(path: &str, query: &str) -> Self {
        let mut segments = path.trim_start_matches('/').split('/');
        let language = segments.next().unwrap_or_default().to_owned();
        let rest: Vec<&str> = segments.collect();
        Self { language, route: Route::of(&rest), query: query.to_owned() }
    }

    /// Reads what a link points to within this site: path, perhaps a query, perhaps a fragment.
    pub fn of_href(href: &str) -> Self {
        let href = href.split('#').next().unwrap_or_default();
        let (path, query) = href.split_once('?').unwrap_or((href, ""));
        Self::parse(path, query)
    }

    /// Path and query, to be put into a link.
    pub fn href(&self) -> String {
        let path = self.route.path(&self.language);
        if self.query.is_empty() { path } else { format!("{path}?{}", self.query) }
    }
}

/// Percent-encodes all but what is safe in a path segment.
pub(crate) fn encode(words: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(words.len());
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(byte.into());
        } else {
            out.push('%');
            out.push(DIGITS[usize::from(byte >> 4)].into());
            out.push(DIGITS[usize::from(byte & 15)].into());
        }
    }
    out
}

/// Undoes [`encode`]; broken escapes stay, of what is no UTF-8 nothing is left.
pub(crate) fn decode(words: &str) -> String {
    let bytes = words.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = (byte == b'%')
            .then(|| words.get(at + 1..at + 3))
            .flatten()
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        out.push(escaped.unwrap_or(byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, route: Route) {
        let address = Address::parse(path, "");
        assert_eq!(address.route, route, "{path}");
        if !matches!(route, Route::NotFound) {
            assert_eq!(address.href(), path);
        }
    }

    #[test]
    fn paths_and_routes_are_the_same_thing() {
        check("/de/", Route::Today);
        check("/ar/angebote", Route::Offers);
        check("/en/angebote/schweissen", Route::Offer("schweissen".to_owned()));
        check("/de/anbieter/a%20b", Route::Provider("a b".to_owned()));
        check("/de/liste", Route::List);
        check("/ar/kontakt", Route::Form(Form::Contact));
        check("/ar/frage", Route::Form(Form::Question));
        check("/ar/rueckmeldung", Route::Form(Form::Feedback));
        check("/ar/traeger-werden", Route::Form(Form::BecomeProvider));
        check("/ar/anfragen", Route::Form(Form::Requests));
        check("/de-x-leicht/datenschutz", Route::Legal(Legal::Privacy));
        check("/de/angebote/a/b", Route::NotFound);
        check("/de/anbieter/", Route::NotFound);
        assert_eq!(Address::parse("/de/anbieter/100%", "").route, Route::Provider("100%".to_owned()));
    }

    #[test]
    fn a_link_with_fragment_is_read_without_it() {
        let address = Address::of_href("/de/angebote?q=a+b#stand-7");
        assert_eq!(address.route, Route::Offers);
        assert_eq!(address.href(), "/de/angebote?q=a+b");
    }
}
