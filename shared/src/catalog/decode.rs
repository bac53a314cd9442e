//! Reads the bytes of a catalog.
//!
//! **Source**: the postcard wire format, as serde writes it. The derived reader does the same in twenty
//! kilobytes of wasm, of which a phone loads eight; this one takes a quarter, because it does not
//! return a result from every field but notes the failure and goes on with nothing.

use super::{
    Announcement, Catalog, Condition, ConsentText, Day, Label, Offer, Place, ProgrammePoint, Provider,
    Question, QuestionOption, SeasonInfo, Stand, Text, Vocabulary,
};

/// What is left to be read.
struct Reader<'a> {
    rest: &'a [u8],
    failed: bool,
}

/// The catalog of all of `bytes`, if they are one.
pub(super) fn catalog(bytes: &[u8]) -> Option<Catalog> {
    let mut reader = Reader { rest: bytes, failed: false };
    let catalog = Catalog::read(&mut reader);
    (!reader.failed && reader.rest.is_empty()).then_some(catalog)
}

impl<'a> Reader<'a> {
    /// Everything after a failure is empty, so that reading comes to its end at once.
    #[inline(never)]
    fn fail(&mut self) {
        self.failed = true;
        self.rest = &[];
    }

    #[inline(never)]
    fn take(&mut self, count: usize) -> &'a [u8] {
        match self.rest.split_at_checked(count) {
            Some((taken, rest)) => {
                self.rest = rest;
                taken
            }
            None => {
                self.fail();
                &[]
            }
        }
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or_default()
    }

    /// Seven bits to a byte, the lowest first.
    #[inline(never)]
    fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return number;
            }
        }
        self.fail();
        0
    }

    /// A number of things that are still to come, each of one byte at least.
    #[inline(never)]
    fn count(&mut self) -> usize {
        match usize::try_from(self.number()) {
            Ok(count) if count <= self.rest.len() => count,
            _ => {
                self.fail();
                0
            }
        }
    }
}

trait Read {
    fn read(reader: &mut Reader<'_>) -> Self;
}

impl Read for u8 {
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.byte()
    }
}

impl Read for bool {
    #[inline(never)]
    fn read(reader: &mut Reader<'_>) -> Self {
        match reader.byte() {
            0 => false,
            1 => true,
            _ => {
                reader.fail();
                false
            }
        }
    }
}

impl Read for u16 {
    fn read(reader: &mut Reader<'_>) -> Self {
        u16::try_from(reader.number()).unwrap_or_else(|_| {
            reader.fail();
            0
        })
    }
}

impl Read for u32 {
    fn read(reader: &mut Reader<'_>) -> Self {
        u32::try_from(reader.number()).unwrap_or_else(|_| {
            reader.fail();
            0
        })
    }
}

impl Read for i64 {
    fn read(reader: &mut Reader<'_>) -> Self {
        let number = reader.number();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }
}

impl Read for (f64, f64) {
    fn read(reader: &mut Reader<'_>) -> Self {
        let mut next = || reader.take(8).try_into().map_or(0.0, f64::from_le_bytes);
        (next(), next())
    }
}

impl Read for String {
    #[inline(never)]
    fn read(reader: &mut Reader<'_>) -> Self {
        let count = reader.count();
        match str::from_utf8(reader.take(count)) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                reader.fail();
                String::new()
            }
        }
    }
}

impl<T: Read> Read for Option<T> {
    fn read(reader: &mut Reader<'_>) -> Self {
        bool::read(reader).then(|| T::read(reader))
    }
}

impl<T: Read> Read for Vec<T> {
    #[inline(never)]
    fn read(reader: &mut Reader<'_>) -> Self {
        let count = reader.count();
        let mut things = Vec::new();
        for _ in 0..count {
            things.push(T::read(reader));
        }
        things
    }
}

/// Reads structs field by field. The compiler sees to it that none is missing, the tests that the order
/// is that of the declaration.
macro_rules! read_in_order {
    ($($name:ident { $($field:ident),+ $(,)? })+) => {
        $(impl Read for $name {
            #[inline(never)]
            fn read(reader: &mut Reader<'_>) -> Self {
                Self { $($field: Read::read(reader)),+ }
            }
        })+
    };
}

read_in_order! {
    Catalog {
        format, language, season, days, vocabulary, providers, offers, consent, questionnaire, questions,
    }
    Text { text, language, machine }
    SeasonInfo { key, title, example, languages, time_zone, retention_days, imprint, privacy, accessibility }
    Day {
        date, cancelled, extra, from, to, place, focus, weather, stands, programme, announcements,
        sealing_key,
    }
    Place { name, address, position, how_to_find, access }
    Stand { id, label, x, y, provider }
    ProgrammePoint { time, title, place }
    Announcement { at, text }
    Label { id, text }
    Vocabulary { offer_kinds, provider_kinds, target_groups, topics, needs, access, languages }
    Provider {
        key, name, example, walk_in, kind, description, desk, phone, email, website, address, district, position,
        languages, last_checked,
    }
    Offer {
        id, provider, kind, title, summary, description, needs, topics, target_groups, eligibility, bring,
        free, cost, schedule, start_dates, duration, places, languages, access, access_note, apply, paused,
        last_checked,
    }
    ConsentText { version, purpose, language, text, machine }
    Question { id, kind, text, low, high, options, when }
    Condition { question, is }
    QuestionOption { id, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Different values in neighbouring fields, so that no two can be swapped unnoticed.
    fn full() -> Catalog {
        let mut count = 0;
        let mut word = || {
            count += 1;
            format!("wort {count}")
        };
        let mut text = |language: Option<&str>| Text {
            text: word(),
            language: language.map(str::to_owned),
            machine: language.is_some(),
        };
        let (a, b, c) = (text(Some("de")), text(None), text(Some("en")));
        let mut catalog =
            Catalog { format: Catalog::FORMAT, language: "ar".to_owned(), ..Catalog::default() };
        catalog.season = SeasonInfo {
            key: "k".to_owned(),
            title: a.clone(),
            example: true,
            time_zone: "Europe/Berlin".to_owned(),
            languages: vec!["ar".to_owned(), "de".to_owned()],
            retention_days: 180,
            imprint: b.clone(),
            privacy: c.clone(),
            accessibility: a.clone(),
        };
        catalog.days.push(Day {
            date: "2026-05-23".to_owned(),
            extra: true,
            from: "10:00".to_owned(),
            to: "16:00".to_owned(),
            place: Place {
                name: a.clone(),
                address: "x".to_owned(),
                position: Some((52.5, -13.4)),
                how_to_find: b.clone(),
                access: c.clone(),
            },
            focus: vec!["f".to_owned()],
            weather: a.clone(),
            stands: vec![Stand {
                id: "s".to_owned(),
                label: "7".to_owned(),
                x: -3,
                y: 400,
                provider: "p".to_owned(),
            }],
            programme: vec![ProgrammePoint { time: "t".to_owned(), title: b.clone(), place: c.clone() }],
            announcements: vec![Announcement { at: "n".to_owned(), text: a.clone() }],
            sealing_key: "ab".to_owned(),
            ..Day::default()
        });
        let label = |id: &str| vec![Label { id: id.to_owned(), text: b.clone() }];
        catalog.vocabulary = Vocabulary {
            offer_kinds: label("1"),
            provider_kinds: label("2"),
            target_groups: label("3"),
            topics: label("4"),
            needs: label("5"),
            access: label("6"),
            languages: label("7"),
        };
        let words = |word: &str| vec![word.to_owned()];
        catalog.providers.push(Provider {
            key: "1".to_owned(),
            name: "2".to_owned(),
            example: true,
            walk_in: false,
            kind: "3".to_owned(),
            description: a.clone(),
            desk: b.clone(),
            phone: "4".to_owned(),
            email: "5".to_owned(),
            website: "6".to_owned(),
            address: "7".to_owned(),
            district: "8".to_owned(),
            position: Some((1.5, 2.5)),
            languages: words("9"),
            last_checked: "10".to_owned(),
        });
        catalog.offers.push(Offer {
            id: "1".to_owned(),
            provider: 300,
            kind: "2".to_owned(),
            title: a.clone(),
            summary: b.clone(),
            description: c.clone(),
            needs: words("3"),
            topics: words("4"),
            target_groups: words("5"),
            eligibility: b.clone(),
            bring: vec![c.clone(), a.clone()],
            free: true,
            cost: a.clone(),
            schedule: b.clone(),
            start_dates: words("6"),
            duration: c.clone(),
            places: Some(70_000),
            languages: words("7"),
            access: words("8"),
            access_note: a.clone(),
            apply: b.clone(),
            paused: false,
            last_checked: "9".to_owned(),
        });
        catalog.consent.push(ConsentText {
            version: "1".to_owned(),
            purpose: "2".to_owned(),
            language: "3".to_owned(),
            text: "4".to_owned(),
            machine: true,
        });
        catalog.questionnaire = "q".to_owned();
        catalog.questions.push(Question {
            id: "1".to_owned(),
            kind: "2".to_owned(),
            text: a.clone(),
            low: b.clone(),
            high: c,
            options: vec![QuestionOption { id: "3".to_owned(), text: b }],
            when: Some(Condition { question: "4".to_owned(), is: words("5") }),
        });
        catalog
    }

    #[test]
    fn reads_what_serde_writes() {
        let bytes = full().to_bytes();
        assert_eq!(postcard::from_bytes::<Catalog>(&bytes), Ok(full()));
        assert_eq!(catalog(&bytes), Some(full()));
    }

    #[test]
    fn a_catalog_that_was_cut_off_or_is_too_long_is_none() {
        let mut bytes = full().to_bytes();
        for end in 0..bytes.len() {
            assert_eq!(catalog(&bytes[..end]), None, "the first {end} bytes");
        }
        bytes.push(0);
        assert_eq!(catalog(&bytes), None);
    }

    #[test]
    fn a_count_beyond_the_bytes_allocates_nothing() {
        assert_eq!(catalog(&[1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]), None);
    }
}
