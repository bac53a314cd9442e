//! What is searched and filtered for, and its form in addresses.

/// What is searched and filtered for; the default finds everything.
///
/// **Shape** as text: the query of an address as a browser's form sends it, each choice a field of its
/// own: `q=pflege&brauche=learn&brauche=advice&zugang=wc`. The names are the same in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// `q`: words to search for.
    pub text: String,
    /// `brauche`: needs; any of them.
    pub needs: Vec<String>,
    /// `art`: kinds of offer; any of them.
    pub kinds: Vec<String>,
    /// `gruppe`: target groups; any of them. Offers for everyone fit each.
    pub groups: Vec<String>,
    /// `sprache`: languages; any of them.
    pub languages: Vec<String>,
    /// `zugang`: barrier-free features; **all** of them, since whoever needs two can not do with one.
    pub access: Vec<String>,
    /// `thema`: focus topics; any of them.
    pub topics: Vec<String>,
    /// `bezirk`: districts of the providers; any of them.
    pub districts: Vec<String>,
    /// `stand`: label of a stand.
    pub stand: Option<String>,
    /// `ab`: how many results to pass over.
    pub offset: usize,
}

impl Query {
    /// Reads the query of an address, with or without its `?`.
    ///
    /// Never fails: unknown fields and empty values are left out, broken escapes stay as they are.
    pub fn from_query_string(text: &str) -> Self {
        let mut query = Self::default();
        for field in text.strip_prefix('?').unwrap_or(text).split('&') {
            let (name, value) = field.split_once('=').unwrap_or((field, ""));
            let value = decode(value);
            if value.is_empty() {
                continue;
            }
            match name {
                "q" => query.text = value,
                "brauche" => insert(&mut query.needs, value),
                "art" => insert(&mut query.kinds, value),
                "gruppe" => insert(&mut query.groups, value),
                "sprache" => insert(&mut query.languages, value),
                "zugang" => insert(&mut query.access, value),
                "thema" => insert(&mut query.topics, value),
                "bezirk" => insert(&mut query.districts, value),
                "stand" => query.stand = Some(value),
                "ab" => query.offset = value.parse().unwrap_or(0),
                _ => {}
            }
        }
        query
    }

    /// The query of an address, without its `?`; empty for the default.
    pub fn to_query_string(&self) -> String {
        let mut text = String::new();
        let mut field = |name: &str, value: &str| {
            if value.is_empty() {
                return;
            }
            if !text.is_empty() {
                text.push('&');
            }
            text.push_str(name);
            text.push('=');
            encode(&mut text, value);
        };
        field("q", &self.text);
        for (name, values) in [
            ("brauche", &self.needs),
            ("art", &self.kinds),
            ("gruppe", &self.groups),
            ("sprache", &self.languages),
            ("zugang", &self.access),
            ("thema", &self.topics),
            ("bezirk", &self.districts),
        ] {
            for value in values {
                field(name, value);
            }
        }
        field("stand", self.stand.as_deref().unwrap_or_default());
        if self.offset > 0 {
            field("ab", &self.offset.to_string());
        }
        text
    }

    /// Whether anything is filtered for, the text aside.
    pub fn has_filters(&self) -> bool {
        self.filter_count() > 0
    }

    /// How many options are chosen, the text aside.
    pub fn filter_count(&self) -> usize {
        self.needs.len()
            + self.kinds.len()
            + self.groups.len()
            + self.languages.len()
            + self.access.len()
            + self.topics.len()
            + self.districts.len()
            + usize::from(self.stand.is_some())
    }
}

fn insert(values: &mut Vec<String>, value: String) {
    if !values.contains(&value) {
        values.push(value);
    }
}

/// Appends `value` as `application/x-www-form-urlencoded`.
///
/// **Source**: the serialiser of the URL Standard, as browsers do it for forms.
fn encode(text: &mut String, value: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => {
                text.push(char::from(byte))
            }
            b' ' => text.push('+'),
            _ => {
                text.push('%');
                text.push(char::from(DIGITS[usize::from(byte >> 4)]));
                text.push(char::from(DIGITS[usize::from(byte & 15)]));
            }
        }
    }
}

fn decode(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        match (byte, after) {
            (b'%', [high, low, after @ ..]) if let (Some(high), Some(low)) = (digit(*high), digit(*low)) => {
                bytes.push(high << 4 | low);
                rest = after;
            }
            (b'+', _) => bytes.push(b' '),
            _ => bytes.push(*byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_what_a_form_sends() {
        let query = Query::from_query_string(
            "?q=Gabel+stapler+%C3%BCben&brauche=learn&brauche=advice&brauche=learn&art=&zugang=wc&stand=7&ab=24&x=1",
        );
        assert_eq!(
            query,
            Query {
                text: "Gabel stapler üben".to_owned(),
                needs: vec!["learn".to_owned(), "advice".to_owned()],
                access: vec!["wc".to_owned()],
                stand: Some("7".to_owned()),
                offset: 24,
                ..Query::default()
            }
        );
        assert_eq!(query.filter_count(), 4);
        assert_eq!(
            query.to_query_string(),
            "q=Gabel+stapler+%C3%BCben&brauche=learn&brauche=advice&zugang=wc&stand=7&ab=24"
        );
    }

    #[test]
    fn the_default_is_empty() {
        assert_eq!(Query::default().to_query_string(), "");
        assert_eq!(Query::from_query_string(""), Query::default());
        assert_eq!(Query::from_query_string("?&&=&q&ab=-1"), Query::default());
        assert!(!Query::default().has_filters());
    }

    #[test]
    fn broken_escapes_stay() {
        assert_eq!(Query::from_query_string("q=100%").text, "100%");
        assert_eq!(Query::from_query_string("q=%4").text, "%4");
        assert_eq!(Query::from_query_string("q=%zz%41").text, "%zzA");
        assert_eq!(Query::from_query_string("q=%ff").text, "");
    }

    proptest! {
        #[test]
        fn any_query_survives_an_address(
            text in ".*",
            needs in proptest::collection::btree_set(".+", 0..4),
            access in proptest::collection::btree_set(".+", 0..4),
            stand in proptest::option::of(".+"),
            offset in any::<u32>(),
        ) {
            let query = Query {
                text,
                needs: needs.into_iter().collect(),
                access: access.into_iter().collect(),
                stand,
                offset: offset as usize,
                ..Query::default()
            };
            let address = query.to_query_string();
            prop_assert!(address.bytes().all(|byte| byte.is_ascii_graphic()));
            prop_assert_eq!(Query::from_query_string(&address), query);
        }

        #[test]
        fn any_address_is_read_without_panic(address in ".*") {
            let query = Query::from_query_string(&address);
            prop_assert_eq!(Query::from_query_string(&query.to_query_string()), query);
        }
    }
}
