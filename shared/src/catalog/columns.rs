//! Providers and offers by column: all titles, then all summaries, and so on, each text closed by a zero
//! byte, words that come again and again as numbers into a table of them. Like stands next to like, which
//! brotli packs smaller than one offer after the other.

use super::{
    Offer, Provider, Text,
    decode::{Read, Reader},
};

/// Closes a text; none has one in it.
const END: char = '\0';

/// A row takes more bytes than this, even with nothing in it.
const MIN_ROW: usize = 16;

/// Degrees are counted in millionths.
const MICRO: f64 = 1_000_000.0;

/// What can be read and written by column.
pub(super) trait Columns: Default + Clone {
    fn read_columns(reader: &mut Reader<'_>, rows: &mut [Self]);
    fn write_columns(rows: &[Self], bytes: &mut Vec<u8>);
}

/// Reads the number of rows and their columns.
#[inline(never)]
pub(super) fn read<T: Columns>(reader: &mut Reader<'_>) -> Vec<T> {
    let count = reader.count();
    if count > reader.left() / MIN_ROW {
        reader.fail();
        return Vec::new();
    }
    let mut rows = vec![T::default(); count];
    T::read_columns(reader, &mut rows);
    rows
}

/// Writes what [`read`] reads.
pub(super) fn write<T: Columns>(rows: &[T], bytes: &mut Vec<u8>) {
    number(rows.len(), bytes);
    T::write_columns(rows, bytes);
}

/// How the values of one field are written, one below the other.
trait Column {
    type Value;
    fn read(reader: &mut Reader<'_>, count: usize) -> Vec<Self::Value>;
    fn write(values: &[&Self::Value], bytes: &mut Vec<u8>);
}

/// Texts, all different.
struct Plain;
/// Words from a table.
struct Named;
/// Any number of words from a table.
struct Names;
/// Texts with their languages.
struct Texts;
/// Any number of texts with their languages.
struct TextLists;
/// Places on the map.
struct Positions;
/// Anything small, as postcard writes it.
struct Small<T>(std::marker::PhantomData<T>);

impl Column for Plain {
    type Value = String;

    #[inline(never)]
    fn read(reader: &mut Reader<'_>, count: usize) -> Vec<String> {
        (0..count).map(|_| reader.text_until(END as u8)).collect()
    }

    fn write(values: &[&String], bytes: &mut Vec<u8>) {
        for value in values {
            bytes.extend(value.bytes().filter(|byte| *byte != END as u8));
            bytes.push(END as u8);
        }
    }
}

impl Column for Named {
    type Value = String;

    #[inline(never)]
    fn read(reader: &mut Reader<'_>, count: usize) -> Vec<String> {
        let table = reader.count();
        let table = Plain::read(reader, table);
        let mut values = Vec::new();
        for _ in 0..count {
            match table.get(reader.number() as usize) {
                Some(value) => values.push(value.clone()),
                None => {
                    reader.fail();
                    values.push(String::new());
                }
            }
        }
        values
    }

    fn write(values: &[&String], bytes: &mut Vec<u8>) {
        let mut table: Vec<&String> = values.to_vec();
        table.sort();
        table.dedup();
        number(table.len(), bytes);
        Plain::write(&table, bytes);
        for value in values {
            number(table.partition_point(|known| known < value), bytes);
        }
    }
}

impl Column for Names {
    type Value = Vec<String>;

    #[inline(never)]
    fn read(reader: &mut Reader<'_>, count: usize) -> Vec<Vec<String>> {
        let (lengths, all) = lengths(reader, count);
        split(&lengths, Named::read(reader, all))
    }

    fn write(values: &[&Vec<String>], bytes: &mut Vec<u8>) {
        for value in values {
            number(value.len(), bytes);
        }
        Named::write(&values.iter().flat_map(|value| value.iter()).collect::<Vec<_>>(), bytes);
    }
}

impl Column for Texts {
    type Value = Text;

    #[inline(never)]
    fn read(reader: &mut Reader<'_>, count: usize) -> Vec<Text> {
        let texts = Plain::read(reader, count);
        let languages = Named::read(reader, count);
        let mut values = Vec::new();
        for (text, language) in texts.into_iter().zip(languages) {
            let language = (!language.is_empty()).then_some(language);
            values.push(Text { text, language, machine: Read::read(reader) });
        }
        values
    }

    fn write(values: &[&Text], bytes: &mut Vec<u8>) {
        Plain::write(&values.iter().map(|value| &value.text).collect::<Vec<_>>(), bytes);
        let none = String::new();
        let languages: Vec<&String> =
            values.iter().map(|value| value.language.as_ref().unwrap_or(&none)).collect();
        Named::write(&languages, bytes);
        bytes.extend(values.iter().map(|value| u8::from(value.machine)));
    }
}

impl Column for TextLists {
    type Value = Vec<Text>;

    #[inline(never)]
    fn read(reader: &mut Reader<'_>, count: usize) -> Vec<Vec<Text>> {
        let (lengths, all) = lengths(reader, count);
        split(&lengths, Texts::read(reader, all))
    }

    fn write(values: &[&Vec<Text>], bytes: &mut Vec<u8>) {
        for value in values {
            number(value.len(), bytes);
        }
        Texts::write(&values.iter().flat_map(|value| value.iter()).collect::<Vec<_>>(), bytes);
    }
}

impl Column for Positions {
    type Value = Option<(f64, f64)>;

    fn read(reader: &mut Reader<'_>, count: usize) -> Vec<Option<(f64, f64)>> {
        let degrees = |reader: &mut Reader<'_>| <i64 as Read>::read(reader) as f64 / MICRO;
        (0..count).map(|_| <bool as Read>::read(reader).then(|| (degrees(reader), degrees(reader)))).collect()
    }

    fn write(values: &[&Option<(f64, f64)>], bytes: &mut Vec<u8>) {
        for value in values {
            let micro =
                value.map(|(north, east)| ((north * MICRO).round() as i64, (east * MICRO).round() as i64));
            postcard(&micro, bytes);
        }
    }
}

impl<T: Read + serde::Serialize> Column for Small<T> {
    type Value = T;

    fn read(reader: &mut Reader<'_>, count: usize) -> Vec<T> {
        (0..count).map(|_| T::read(reader)).collect()
    }

    fn write(values: &[&T], bytes: &mut Vec<u8>) {
        for value in values {
            postcard(value, bytes);
        }
    }
}

/// Reads one column; the same code for all fields of a kind.
#[inline(never)]
fn read_into<T, C: Column>(reader: &mut Reader<'_>, rows: &mut [T], field: fn(&mut T) -> &mut C::Value) {
    let values = C::read(reader, rows.len());
    for (row, value) in rows.iter_mut().zip(values) {
        *field(row) = value;
    }
}

/// How many things each row has, and how many there are together.
fn lengths(reader: &mut Reader<'_>, count: usize) -> (Vec<usize>, usize) {
    let lengths: Vec<usize> = (0..count).map(|_| reader.count()).collect();
    let all = lengths.iter().fold(0_usize, |all, length| all.saturating_add(*length));
    // Each takes a byte at least.
    if all <= reader.left() {
        return (lengths, all);
    }
    reader.fail();
    (Vec::new(), 0)
}

fn split<T>(lengths: &[usize], all: Vec<T>) -> Vec<Vec<T>> {
    let mut all = all.into_iter();
    lengths.iter().map(|length| all.by_ref().take(*length).collect()).collect()
}

fn number(number: usize, bytes: &mut Vec<u8>) {
    postcard(&(number as u64), bytes);
}

fn postcard(value: &impl serde::Serialize, bytes: &mut Vec<u8>) {
    bytes.extend(postcard::to_allocvec(value).expect("plain values have a known length"));
}

/// Reads and writes structs by column, in the order given.
macro_rules! by_column {
    ($($name:ident { $($field:ident: $column:ty),+ $(,)? })+) => {
        $(impl Columns for $name {
            #[inline(never)]
            fn read_columns(reader: &mut Reader<'_>, rows: &mut [Self]) {
                $(read_into::<Self, $column>(reader, rows, |row| &mut row.$field);)+
            }

            fn write_columns(rows: &[Self], bytes: &mut Vec<u8>) {
                // The compiler sees to it that no field is missing.
                fn _all(row: $name) {
                    let $name { $($field: _),+ } = row;
                }
                $(<$column>::write(&rows.iter().map(|row| &row.$field).collect::<Vec<_>>(), bytes);)+
            }
        })+
    };
}

by_column! {
    Provider {
        key: Plain,
        name: Plain,
        description: Texts,
        desk: Texts,
        phone: Plain,
        email: Plain,
        website: Plain,
        address: Plain,
        district: Named,
        kind: Named,
        last_checked: Named,
        languages: Names,
        example: Small<bool>,
        walk_in: Small<bool>,
        position: Positions,
    }
    Offer {
        id: Plain,
        title: Texts,
        summary: Texts,
        description: Texts,
        eligibility: Texts,
        apply: Texts,
        cost: Texts,
        schedule: Texts,
        duration: Texts,
        access_note: Texts,
        bring: TextLists,
        kind: Named,
        last_checked: Named,
        needs: Names,
        topics: Names,
        target_groups: Names,
        languages: Names,
        access: Names,
        start_dates: Names,
        free: Small<bool>,
        paused: Small<bool>,
        places: Small<Option<u32>>,
        provider: Small<u16>,
    }
}
