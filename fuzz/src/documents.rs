//! Documents that can be loaded and hold nonsense: any value at any place.

use crate::chance::Chance;
use automerge::transaction::{Transactable as _, Transaction};
use automerge::{Automerge, AutomergeError, ObjId, ObjType, ROOT, ReadDoc as _, ScalarValue, Value};

/// Words that stand in real documents, and some that do not.
const WORDS: [&str; 24] = [
    "kind",
    "schema",
    "market",
    "season",
    "content",
    "wishes",
    "consent",
    "sealed",
    "follow_up",
    "steps",
    "opened",
    "answers",
    "counts",
    "question_answered",
    "recorded_at",
    "state",
    "at",
    "by",
    "field",
    "offers",
    "title",
    "contact",
    "pankow-2026/2026-05-23",
    "\u{202e}\0ß",
];

/// Puts some nonsense into a document.
pub fn spoil(document: &mut Automerge, chance: &mut Chance) {
    let spoilt = document.transact::<_, _, AutomergeError>(|tx| {
        for _ in 0..=chance.below(6) {
            let object = any_object(tx, chance);
            put_anything(tx, &object, chance)?;
        }
        Ok(())
    });
    spoilt.expect("any value may stand anywhere");
}

/// An object that is reached from the root by chance.
fn any_object(tx: &Transaction<'_>, chance: &mut Chance) -> ObjId {
    let mut object = ROOT;
    while !chance.one_in(4) {
        let inside: Vec<ObjId> = match tx.object_type(&object) {
            Ok(ObjType::Map) => {
                let keys = tx.keys(&object).filter_map(|key| tx.get(&object, key).ok().flatten());
                keys.filter(|(value, _)| matches!(value, Value::Object(ObjType::Map)))
                    .map(|(_, id)| id)
                    .collect()
            }
            _ => Vec::new(),
        };
        match chance.pick(&inside) {
            Some(inner) => object = inner.clone(),
            None => break,
        }
    }
    object
}

fn put_anything(tx: &mut Transaction<'_>, object: &ObjId, chance: &mut Chance) -> Result<(), AutomergeError> {
    let keys: Vec<String> = tx.keys(object).collect();
    let word = WORDS[chance.below(WORDS.len())].to_owned();
    let key = if chance.one_in(3) { word } else { chance.pick(&keys).cloned().unwrap_or(word) };
    match chance.below(5) {
        0 => nest(tx, object, &key, 1 + chance.below(80)),
        1 => {
            let list = tx.put_object(object, key, ObjType::List)?;
            tx.insert(&list, 0, any_scalar(chance))
        }
        2 => {
            let text = tx.put_object(object, key, ObjType::Text)?;
            tx.splice_text(&text, 0, 0, WORDS[chance.below(WORDS.len())])
        }
        _ => tx.put(object, key, any_scalar(chance)),
    }
}

/// Maps in maps, deeper than anyone writes.
fn nest(tx: &mut Transaction<'_>, object: &ObjId, key: &str, depth: usize) -> Result<(), AutomergeError> {
    let mut inner = tx.put_object(object, key, ObjType::Map)?;
    for _ in 1..depth {
        inner = tx.put_object(&inner, key, ObjType::Map)?;
    }
    Ok(())
}

fn any_scalar(chance: &mut Chance) -> ScalarValue {
    let number = chance.number();
    match number % 9 {
        0 => ScalarValue::Null,
        1 => ScalarValue::Boolean(number & 16 == 0),
        2 => ScalarValue::Int(number as i64),
        3 => ScalarValue::Uint(number),
        4 => ScalarValue::F64(f64::from_bits(number)),
        5 => ScalarValue::Timestamp(number as i64),
        6 => ScalarValue::counter(number as i64),
        7 => ScalarValue::Bytes(number.to_le_bytes().to_vec()),
        _ => ScalarValue::Str(WORDS[chance.below(WORDS.len())].into()),
    }
}
