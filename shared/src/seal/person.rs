//! What stands in the sealed field `person`.

use serde::{Deserialize, Serialize};

/// How a visitor is called and reached.
///
/// **Shape**: JSON; unknown keys pass, missing ones are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// Name, as given.
    pub name: String,
    /// Telephone number, as given.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// E-mail address, as given.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Any other way to be reached.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub other: String,
    /// What else the visitor said.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Person {
    /// The bytes to seal.
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("strings always serialise")
    }

    /// Reads opened bytes; nothing if they are no person.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// The first letters of up to three parts of the name: all that a phone still shows.
    pub fn initials(&self) -> String {
        self.name
            .split([' ', '-'])
            .filter_map(|part| part.chars().next())
            .take(3)
            .flat_map(char::to_uppercase)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_all_that_is_left() {
        let initials = |name: &str| Person { name: name.into(), ..Person::default() }.initials();
        assert_eq!(initials("ada lovelace-byron"), "ALB");
        assert_eq!(initials("علي حسن"), "عح");
        assert_eq!(initials("  "), "");
    }
}
