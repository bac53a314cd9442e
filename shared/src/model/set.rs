//! A set that merges: in a document a map from each member to `true`.

use std::{collections::BTreeSet, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, SeqAccess, Visitor},
    ser::SerializeMap,
};

/// A set of ids.
///
/// **Shape**: written as a map from id to `true`, so that two people who add different members at
/// the same time both succeed. Read from such a map (members with another value are left out) or
/// from a list of strings, as operators write it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Set(pub BTreeSet<String>);

impl Set {
    /// Whether `member` is in the set.
    pub fn contains(&self, member: &str) -> bool {
        self.0.contains(member)
    }

    /// The members in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl<S: Into<String>> FromIterator<S> for Set {
    fn from_iter<I: IntoIterator<Item = S>>(members: I) -> Self {
        Self(members.into_iter().map(Into::into).collect())
    }
}

impl Serialize for Set {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for member in &self.0 {
            map.serialize_entry(member, &true)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Set {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = Set;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of ids, or a map from id to true")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Set, A::Error> {
                let mut members = BTreeSet::new();
                while let Some(member) = seq.next_element()? {
                    members.insert(member);
                }
                Ok(Set(members))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Set, A::Error> {
                let mut members = BTreeSet::new();
                while let Some((member, present)) = map.next_entry::<String, bool>()? {
                    if present {
                        members.insert(member);
                    }
                }
                Ok(Set(members))
            }
        }

        deserializer.deserialize_any(Members)
    }
}
