//! Reading single fields, whatever a peer wrote there.

use automerge::{Automerge, ObjId, ObjType, ROOT, ReadDoc, ScalarValue, Value};

use super::{Kind, Problem};

/// Reads the fields of one map and collects what does not fit.
pub(super) struct Fields<'a> {
    document: &'a Automerge,
    object: ObjId,
    path: String,
}

impl<'a> Fields<'a> {
    pub(super) fn root(document: &'a Automerge) -> Self {
        Self { document, object: ROOT, path: String::new() }
    }

    fn at(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn problem(&self, key: &str, expected: &str, problems: &mut Vec<Problem>) {
        problems.push(Problem { path: self.at(key), expected: expected.to_owned() });
    }

    fn value(&self, key: &str) -> Option<(Value<'a>, ObjId)> {
        self.document.get(&self.object, key).ok().flatten()
    }

    /// A string; programs that write strings as collaborative text are understood too.
    pub(super) fn text(&self, key: &str, problems: &mut Vec<Problem>) -> Option<String> {
        let (value, id) = self.value(key)?;
        match value {
            Value::Scalar(scalar) => match scalar.as_ref() {
                ScalarValue::Str(text) => return Some(text.to_string()),
                ScalarValue::Null => return None,
                _ => {}
            },
            Value::Object(ObjType::Text) => return self.document.text(&id).ok(),
            Value::Object(_) => {}
        }
        self.problem(key, "a string", problems);
        None
    }

    /// A whole number; counters, timestamps and whole floats count as one.
    pub(super) fn integer(&self, key: &str, problems: &mut Vec<Problem>) -> Option<i64> {
        let (value, _) = self.value(key)?;
        let number = match &value {
            Value::Scalar(scalar) => match scalar.as_ref() {
                ScalarValue::Null => return None,
                ScalarValue::F64(number) if number.fract() == 0.0 && number.abs() < 9e15 =>
                {
                    #[expect(
                        clippy::cast_possible_truncation,
                        reason = "whole and within i64, see the guard"
                    )]
                    Some(*number as i64)
                }
                ScalarValue::Counter(counter) => Some(counter.into()),
                ScalarValue::Timestamp(at) => Some(*at),
                other => other.as_i64(),
            },
            Value::Object(_) => None,
        };
        if number.is_none() {
            self.problem(key, "a whole number", problems);
        }
        number
    }

    /// Bytes.
    pub(super) fn bytes(&self, key: &str, problems: &mut Vec<Problem>) -> Option<Vec<u8>> {
        let (value, _) = self.value(key)?;
        if let Value::Scalar(scalar) = &value {
            match scalar.as_ref() {
                ScalarValue::Bytes(bytes) => return Some(bytes.clone()),
                ScalarValue::Null => return None,
                _ => {}
            }
        }
        self.problem(key, "bytes", problems);
        None
    }

    /// The map below `key`.
    pub(super) fn map(&self, key: &str, problems: &mut Vec<Problem>) -> Option<Self> {
        match self.value(key)? {
            (Value::Object(ObjType::Map), object) => {
                Some(Self { document: self.document, object, path: self.at(key) })
            }
            _ => {
                self.problem(key, "a map", problems);
                None
            }
        }
    }

    /// The keys of this map, in order.
    pub(super) fn keys(&self) -> Vec<String> {
        self.document.keys(&self.object).collect()
    }

    /// The members of the set below `key`: the keys with the value `true`.
    pub(super) fn set(&self, key: &str, problems: &mut Vec<Problem>) -> Vec<String> {
        let Some(map) = self.map(key, problems) else { return Vec::new() };
        map.keys().into_iter().filter(|member| map.flag(member)).collect()
    }

    fn flag(&self, key: &str) -> bool {
        matches!(self.value(key), Some((Value::Scalar(scalar), _)) if matches!(scalar.as_ref(), ScalarValue::Boolean(true)))
    }

    /// What stands below `key`, as JSON; bytes are left out.
    pub(super) fn json(&self, key: &str) -> Option<serde_json::Value> {
        let (value, id) = self.value(key)?;
        super::tree::value_to_json(self.document, &value, &id, 0)
    }
}

/// The kind that `document` says it is of; nothing if it says none or one that is not known.
pub fn kind_of(document: &Automerge) -> Option<Kind> {
    Fields::root(document).text("kind", &mut Vec::new())?.parse().ok()
}

/// The `market` or, failing that, the `season` that `document` says it belongs to.
pub fn season_or_market_of(document: &Automerge) -> Option<String> {
    let root = Fields::root(document);
    root.text("market", &mut Vec::new()).or_else(|| root.text("season", &mut Vec::new()))
}
