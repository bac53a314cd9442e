//! Reads the bytes of a catalog and of small print.
//!
//! **Source**: the postcard wire format, as serde writes it, but for providers and offers, which stand there
//! by column (`columns`). The derived reader does the same in twenty
//! kilobytes of wasm, of which a phone loads eight; this one takes a quarter, because it does not
//! return a result from every field but notes the failure and goes on with nothing.

use super::{
    Announcement, Catalog, Condition, ConsentText, Day, Label, Place, ProgrammePoint, Question,
    QuestionOption, SeasonInfo, SmallPrint, Stand, Text, Vocabulary, columns,
};

/// What is left to be read.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
    failed: bool,
}

/// The catalog of all of `bytes`, if they are one.
pub(super) fn catalog(bytes: &[u8]) -> Option<Catalog> {
    whole(bytes)
}

/// The small print of all of `bytes`, if they are one.
pub(super) fn small_print(bytes: &[u8]) -> Option<SmallPrint> {
    whole(bytes)
}

fn whole<T: Read>(bytes: &[u8]) -> Option<T> {
    let mut reader = Reader { rest: bytes, failed: false };
    let thing = T::read(&mut reader);
    (!reader.failed && reader.rest.is_empty()).then_some(thing)
}

impl<'a> Reader<'a> {
    /// How many bytes are left.
    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    /// The text before the next `end`.
    #[inline(never)]
    pub(super) fn text_until(&mut self, end: u8) -> String {
        let Some(length) = self.rest.iter().position(|byte| *byte == end) else {
            self.fail();
            return String::new();
        };
        let text = self.take(length);
        self.take(1);
        self.text(text)
    }

    fn text(&mut self, bytes: &[u8]) -> String {
        match str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                self.fail();
                String::new()
            }
        }
    }

    /// Everything after a failure is empty, so that reading comes to its end at once.
    #[inline(never)]
    pub(super) fn fail(&mut self) {
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
    pub(super) fn number(&mut self) -> u64 {
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
    pub(super) fn count(&mut self) -> usize {
        match usize::try_from(self.number()) {
            Ok(count) if count <= self.rest.len() => count,
            _ => {
                self.fail();
                0
            }
        }
    }
}

pub(super) trait Read: Sized {
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
        let bytes = reader.take(count);
        reader.text(bytes)
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

impl Read for Catalog {
    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            format: Read::read(reader),
            language: Read::read(reader),
            season: Read::read(reader),
            days: Read::read(reader),
            vocabulary: Read::read(reader),
            synonyms: Read::read(reader),
            providers: columns::read(reader),
            offers: columns::read(reader),
        }
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
    Text { text, language, machine }
    SeasonInfo { key, title, example, languages, time_zone, retention_days }
    SmallPrint { format, language, imprint, privacy, accessibility, consent, questionnaire, questions }
    Day {
        date, cancelled, extra, from, to, place, focus, weather, stands, programme, announcements,
        sealing_key,
    }
    Place { name, address, position, how_to_find, access }
    Stand { id, label, x, y, provider }
    ProgrammePoint { time, title, place }
    Announcement { at, text }
    Label { id, text }
    Vocabulary { offer_kinds, provider_kinds, target_groups, topics, needs, access, languages, districts }
    ConsentText { version, purpose, language, text, machine }
    Question { id, kind, text, low, high, options, when }
    Condition { question, is }
    QuestionOption { id, text }
}

#[cfg(test)]
mod tests;
