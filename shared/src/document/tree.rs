//! Published documents: their content is a tree, value by value the JSON that operators import.
//!
//! **Shape**: root `{kind, schema, season, market? | key?, content: {…}}`.

use automerge::{
    Automerge, AutomergeError, ObjId, ObjType, ROOT, ReadDoc, ScalarValue, Value,
    transaction::{Transactable, Transaction},
};
use serde_json::{Map, Value as Json};

use super::{Problem, fields::Fields};

/// Deeper trees are cut off: nothing that people write nests like that.
const MAX_DEPTH: usize = 32;

/// The content of `document` as a `T`, and what could not be understood.
pub fn read<T: serde::de::DeserializeOwned + Default>(document: &Automerge) -> (T, Vec<Problem>) {
    match content(document) {
        Some(tree) => crate::model::read(tree),
        None => (T::default(), vec![Problem { path: "content".into(), expected: "a map".into() }]),
    }
}

/// The content of `document` as JSON.
pub fn content(document: &Automerge) -> Option<Json> {
    Fields::root(document).json("content").filter(Json::is_object)
}

/// The string below `key` in the root, such as `season`, `market` or `key`.
pub fn root_text(document: &Automerge, key: &str) -> Option<String> {
    Fields::root(document).text(key, &mut Vec::new())
}

/// Writes `content`, and below the root the strings in `names`; only what differs is changed.
///
/// Keys that `content` does not have stay: they may come from a later version. Lists are compared
/// place by place.
///
/// # Errors
/// When the document has no map `content`, that is, when it is not a published kind.
pub fn write(tx: &mut Transaction<'_>, names: &[(&str, &str)], content: &Json) -> Result<(), AutomergeError> {
    for (key, name) in names {
        put_scalar(tx, &ROOT, (*key).into(), &ScalarValue::from(*name))?;
    }
    let Some((Value::Object(ObjType::Map), object)) = tx.get(ROOT, "content")? else {
        return Err(AutomergeError::InvalidObjId("content".into()));
    };
    match content {
        Json::Object(map) => write_map(tx, &object, map),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Array(_) => Ok(()),
    }
}

fn write_map(
    tx: &mut Transaction<'_>,
    object: &ObjId,
    map: &Map<String, Json>,
) -> Result<(), AutomergeError> {
    for (key, value) in map {
        write_value(tx, object, key.as_str().into(), value)?;
    }
    Ok(())
}

fn write_value(
    tx: &mut Transaction<'_>,
    object: &ObjId,
    prop: automerge::Prop,
    value: &Json,
) -> Result<(), AutomergeError> {
    match value {
        Json::Object(map) => {
            let child = child_object(tx, object, prop, ObjType::Map)?;
            write_map(tx, &child, map)
        }
        Json::Array(list) => {
            let child = child_object(tx, object, prop, ObjType::List)?;
            for (index, value) in list.iter().enumerate() {
                if index == tx.length(&child) {
                    match value {
                        Json::Object(_) => {
                            tx.insert_object(&child, index, ObjType::Map)?;
                        }
                        Json::Array(_) => {
                            tx.insert_object(&child, index, ObjType::List)?;
                        }
                        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {
                            tx.insert(&child, index, scalar(value))?;
                            continue;
                        }
                    }
                }
                write_value(tx, &child, index.into(), value)?;
            }
            while tx.length(&child) > list.len() {
                tx.delete(&child, list.len())?;
            }
            Ok(())
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {
            put_scalar(tx, object, prop, &scalar(value))
        }
    }
}

fn child_object(
    tx: &mut Transaction<'_>,
    object: &ObjId,
    prop: automerge::Prop,
    wanted: ObjType,
) -> Result<ObjId, AutomergeError> {
    match tx.get(object, prop.clone())? {
        Some((Value::Object(found), id)) if found == wanted => Ok(id),
        _ => tx.put_object(object, prop, wanted),
    }
}

fn put_scalar(
    tx: &mut Transaction<'_>,
    object: &ObjId,
    prop: automerge::Prop,
    wanted: &ScalarValue,
) -> Result<(), AutomergeError> {
    if let Some((Value::Scalar(found), _)) = tx.get(object, prop.clone())?
        && found.as_ref() == wanted
    {
        return Ok(());
    }
    tx.put(object, prop, wanted.clone())
}

fn scalar(value: &Json) -> ScalarValue {
    match value {
        Json::Bool(flag) => ScalarValue::Boolean(*flag),
        Json::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => ScalarValue::Int(whole),
            (None, Some(float)) => ScalarValue::F64(float),
            (None, None) => ScalarValue::Null,
        },
        Json::String(text) => ScalarValue::from(text.as_str()),
        Json::Null | Json::Array(_) | Json::Object(_) => ScalarValue::Null,
    }
}

/// A value as JSON. Bytes and unknown scalars have no JSON form and are left out, and so is `null`.
pub(super) fn value_to_json(
    document: &Automerge,
    value: &Value<'_>,
    id: &ObjId,
    depth: usize,
) -> Option<Json> {
    if depth > MAX_DEPTH {
        return None;
    }
    match value {
        Value::Object(ObjType::Map | ObjType::Table) => Some(Json::Object(
            document
                .keys(id)
                .filter_map(|key| {
                    let (value, child) = document.get(id, key.as_str()).ok().flatten()?;
                    Some((key, value_to_json(document, &value, &child, depth + 1)?))
                })
                .collect(),
        )),
        Value::Object(ObjType::List) => Some(Json::Array(
            (0..document.length(id))
                .filter_map(|index| {
                    let (value, child) = document.get(id, index).ok().flatten()?;
                    value_to_json(document, &value, &child, depth + 1)
                })
                .collect(),
        )),
        Value::Object(ObjType::Text) => document.text(id).ok().map(Json::String),
        Value::Scalar(scalar) => match scalar.as_ref() {
            ScalarValue::Str(text) => Some(Json::String(text.to_string())),
            ScalarValue::Int(number) | ScalarValue::Timestamp(number) => Some(Json::from(*number)),
            ScalarValue::Uint(number) => Some(Json::from(*number)),
            ScalarValue::F64(number) => serde_json::Number::from_f64(*number).map(Json::Number),
            ScalarValue::Counter(counter) => Some(Json::from(i64::from(counter))),
            ScalarValue::Boolean(flag) => Some(Json::Bool(*flag)),
            ScalarValue::Bytes(_) | ScalarValue::Null | ScalarValue::Unknown { .. } => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::document::{Kind, blank};

    fn write_into(document: &mut Automerge, content: &Json) -> bool {
        document
            .transact::<_, _, AutomergeError>(|tx| write(tx, &[("season", "s")], content))
            .expect("writes")
            .hash
            .is_some()
    }

    #[test]
    fn a_tree_comes_back_as_it_was_and_writing_it_again_changes_nothing() {
        let content = json!({"name": "A", "list": [{"id": "a"}, 1, "x"], "set": {"b": true}, "n": 52.5});
        let mut document = blank(Kind::Provider);
        assert!(write_into(&mut document, &content));
        assert_eq!(super::content(&document), Some(content.clone()));
        assert!(!write_into(&mut document, &content));
    }

    #[test]
    fn two_people_change_different_fields_of_one_offer() {
        let mut one = blank(Kind::Provider);
        write_into(&mut one, &json!({"offers": {"x": {"title": {"de": "Alt"}, "places": 3}}}));
        let mut two = one.fork();
        write_into(&mut one, &json!({"offers": {"x": {"title": {"de": "Neu"}}}}));
        write_into(&mut two, &json!({"offers": {"x": {"places": 4}}}));
        one.merge(&mut two).expect("merges");
        assert_eq!(
            super::content(&one),
            Some(json!({"offers": {"x": {"title": {"de": "Neu"}, "places": 4}}}))
        );
    }

    #[test]
    fn a_shorter_list_loses_its_tail() {
        let mut document = blank(Kind::Market);
        write_into(&mut document, &json!({"programme": [{"id": "a"}, {"id": "b"}]}));
        write_into(&mut document, &json!({"programme": [{"id": "b"}]}));
        assert_eq!(super::content(&document), Some(json!({"programme": [{"id": "b"}]})));
    }
}
