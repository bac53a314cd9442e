//! Reading never fails: what cannot be understood becomes a problem, the rest a value.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// Something in a document that could not be understood and was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, such as `offers.schweissen.places`.
    pub path: String,
    /// What was expected there.
    pub expected: String,
}

/// More problems than this in one document, and the rest of it is left out.
const MAX_PROBLEMS: usize = 64;

/// Reads `tree` as a `T`; each part that does not fit is left out and reported.
///
/// `T` must default its fields (`#[serde(default)]`), as all models here do.
pub fn read<T: DeserializeOwned + Default>(mut tree: Value) -> (T, Vec<Problem>) {
    let mut problems = Vec::new();
    while problems.len() < MAX_PROBLEMS {
        let error = match serde_path_to_error::deserialize::<_, T>(&tree) {
            Ok(value) => return (value, problems),
            Err(error) => error,
        };
        let path = error.path().clone();
        problems.push(Problem { path: path.to_string(), expected: error.into_inner().to_string() });
        if !remove(&mut tree, &path) {
            break;
        }
    }
    (T::default(), problems)
}

/// Takes the part at `path` out of `tree`; of an unknown enum variant, the value that held it.
fn remove(tree: &mut Value, path: &serde_path_to_error::Path) -> bool {
    use serde_path_to_error::Segment;

    let steps: Vec<&Segment> =
        path.iter().filter(|step| matches!(step, Segment::Map { .. } | Segment::Seq { .. })).collect();
    let Some((last, parents)) = steps.split_last() else { return false };
    let mut at = tree;
    for step in parents {
        let next = match step {
            Segment::Map { key } => at.get_mut(key.as_str()),
            Segment::Seq { index } => at.get_mut(*index),
            Segment::Enum { .. } | Segment::Unknown => None,
        };
        match next {
            Some(next) => at = next,
            None => return false,
        }
    }
    match (last, at) {
        (Segment::Map { key }, Value::Object(map)) => map.remove(key.as_str()).is_some(),
        (Segment::Seq { index }, Value::Array(list)) if *index < list.len() => {
            list.remove(*index);
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::{OfferKind, Provider};

    fn check(tree: Value, paths: &[&str]) -> Provider {
        let (provider, problems) = read::<Provider>(tree);
        assert_eq!(problems.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(), paths);
        provider
    }

    #[test]
    fn what_does_not_fit_is_left_out_and_the_rest_stays() {
        let provider = check(
            json!({"name": "A", "kind": "circus", "offers": {"x": {"kind": "job", "places": "many"}, "y": 3}}),
            &["kind", "offers.x.places", "offers.y"],
        );
        assert_eq!(provider.name, "A");
        assert_eq!(provider.offers["x"].kind, OfferKind::Job);
        assert_eq!(provider.offers["x"].places, None);
    }

    #[test]
    fn unknown_fields_pass() {
        check(json!({"name": "A", "from_a_later_version": {"z": 1}}), &[]);
    }

    #[test]
    fn a_tree_that_is_no_map_is_one_problem() {
        assert_eq!(check(json!("circus"), &["."]), Provider::default());
    }
}
