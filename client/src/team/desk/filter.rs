//! Finding contacts: by name, provider, state and language.

use shared::{document::contact::FollowUp, seal::receipt::Secret};

use super::entry::Entry;

/// What the organiser looks for; everything empty shows all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Part of a name, a telephone number or an e-mail address, or the code of a receipt.
    pub(crate) search: String,
    /// Key of a provider.
    pub(crate) provider: Option<String>,
    /// A state of the follow-up.
    pub(crate) state: Option<FollowUp>,
    /// A language, BCP 47.
    pub(crate) language: Option<String>,
    /// Only what waits for too long.
    pub(crate) overdue: bool,
}

impl Filter {
    /// Whether `entry` is to be shown on the day `today`.
    pub(crate) fn admits(&self, entry: &Entry, today: &str, now_ms: i64) -> bool {
        self.search.trim().is_empty() && !self.narrows()
            || self.finds(entry)
                && self.state.is_none_or(|state| state == entry.contact.state)
                && self.language.as_ref().is_none_or(|language| *language == entry.contact.language)
                && self
                    .provider
                    .as_ref()
                    .is_none_or(|provider| entry.contact.wishes.iter().any(|wish| wish.provider == *provider))
                && (!self.overdue || entry.overdue(today, now_ms).is_some())
    }

    /// Whether anything but the search is set.
    pub(crate) fn narrows(&self) -> bool {
        self.provider.is_some() || self.state.is_some() || self.language.is_some() || self.overdue
    }

    /// Whether anything is set at all.
    pub(crate) fn is_set(&self) -> bool {
        self.narrows() || !self.search.trim().is_empty()
    }

    fn finds(&self, entry: &Entry) -> bool {
        let sought = folded(&self.search);
        if sought.is_empty() {
            return true;
        }
        if Secret::parse(&self.search).is_some_and(|secret| entry.contact.receipt_hash == secret.hash()) {
            return true;
        }
        let Some(opened) = entry.opened() else { return false };
        let number = digits(&self.search);
        sought.split(' ').all(|word| folded(&opened.name).contains(word))
            || opened.email.to_lowercase().contains(&sought)
            || number.len() >= 3 && digits(&opened.phone).contains(&number)
    }
}

/// Lower case, without accents as they are typed differently, single spaces.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' | 'á' | 'à' | 'â' | 'ã' | 'å' | 'ą' | 'ă' => folded.push('a'),
            'ö' | 'ó' | 'ò' | 'ô' | 'õ' | 'ø' => folded.push('o'),
            'ü' | 'ú' | 'ù' | 'û' | 'ů' => folded.push('u'),
            'é' | 'è' | 'ê' | 'ë' | 'ę' => folded.push('e'),
            'í' | 'ì' | 'î' | 'ï' | 'ı' => folded.push('i'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'ş' | 'ś' | 'š' => folded.push('s'),
            'ž' | 'ź' | 'ż' => folded.push('z'),
            'ń' | 'ñ' => folded.push('n'),
            'ł' => folded.push('l'),
            'ğ' => folded.push('g'),
            'ß' => folded.push_str("ss"),
            // A dotted capital I leaves its dot behind in lower case.
            '\u{307}' => {}
            '-' | '.' | ',' => folded.push(' '),
            other => folded.push(other),
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The digits of a telephone number; a German country code counts as a leading zero.
pub(crate) fn digits(text: &str) -> String {
    let trimmed = text.trim();
    let rest = trimmed.strip_prefix("+49").or_else(|| trimmed.strip_prefix("0049"));
    let digits: String = rest.unwrap_or(trimmed).chars().filter_map(|c| c.to_digit(10)).map(digit).collect();
    match rest {
        Some(_) => format!("0{}", digits.trim_start_matches('0')),
        None => digits,
    }
}

fn digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use shared::document::contact::{Contact, Wish};

    use super::*;
    use crate::team::desk::entry::tests::{entry, person};

    fn check(filter: Filter, expected: bool) {
        let wish = Wish { id: "1".into(), provider: "panke".into(), offer: Some("schweissen".into()) };
        let contact = Contact { language: "de".into(), wishes: vec![wish], ..Contact::default() };
        let entry = Entry {
            contact: Rc::new(contact),
            ..person(1, "Şule Müller-Öz", "030 2312 5999", "sule@beispiel.example")
        };
        assert_eq!(filter.admits(&entry, "1970-01-02", 0), expected, "{filter:?}");
    }

    fn search(text: &str) -> Filter {
        Filter { search: text.into(), ..Filter::default() }
    }

    #[test]
    fn finds_names_however_they_are_typed() {
        for text in ["", "  ", "sule", "ŞULE", "oz mull", "muller oz", "2312 59", "+49 30 2312", "beispiel"]
        {
            check(search(text), true);
        }
        for text in ["Schulz", "oz x", "99", "1111"] {
            check(search(text), false);
        }
    }

    #[test]
    fn a_receipt_finds_its_contact_even_sealed() {
        let secret = Secret([7; 10]);
        let sealed = Entry {
            contact: Rc::new(Contact { receipt_hash: secret.hash().to_vec(), ..Contact::default() }),
            ..entry(1)
        };
        let typed = secret.code().to_lowercase().replace('-', " ");
        assert!(search(&typed).admits(&sealed, "1970-01-02", 0));
        assert!(!search(&Secret([8; 10]).code()).admits(&sealed, "1970-01-02", 0));
    }

    #[test]
    fn narrows() {
        check(Filter { provider: Some("panke".into()), ..Filter::default() }, true);
        check(Filter { provider: Some("other".into()), ..Filter::default() }, false);
        check(Filter { state: Some(FollowUp::Reached), ..Filter::default() }, false);
        check(Filter { language: Some("de".into()), ..search("sule") }, true);
        check(Filter { overdue: true, ..Filter::default() }, false);
    }

    #[test]
    fn a_sealed_contact_is_not_found_by_name_but_shown_without_a_search() {
        assert!(!search("a").admits(&entry(1), "2026-05-24", 0));
        assert!(Filter::default().admits(&entry(1), "2026-05-24", 0));
    }
}
