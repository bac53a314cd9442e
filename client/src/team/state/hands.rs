//! In whose hands the phone is: one volunteer's, another's, or a visitor's who fills in the questionnaire.

use serde::{Deserialize, Serialize};

/// How many digits a PIN has at least.
pub const SHORTEST_PIN: usize = 4;

/// An open phone that nobody touches for so long is locked.
pub const IDLE_MS: i64 = 5 * 60 * 1_000;

/// Somebody who records with this phone. Never sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Volunteer {
    /// Part of the names of their drafts; empty for the first.
    pub id: String,
    /// What the others call them; empty if nobody has said.
    pub name: String,
    /// What opens the phone for them.
    pub pin: Option<Pin>,
}

/// How a PIN is recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// Goes into its key.
    pub salt: [u8; 16],
    /// Bytes that its key opens.
    pub check: Vec<u8>,
}

/// Who records with this phone, and who holds it.
///
/// **Shape**: JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hands {
    volunteers: Vec<Volunteer>,
    current: usize,
    /// A visitor has it, and sees the questionnaire only.
    pub handed_over: bool,
}

impl Default for Hands {
    fn default() -> Self {
        Self { volunteers: vec![Volunteer::default()], current: 0, handed_over: false }
    }
}

impl Hands {
    /// Reads what was stored. Whatever it is, somebody holds the phone.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let stored: Self = serde_json::from_slice(bytes).unwrap_or_default();
        if stored.current < stored.volunteers.len() { stored } else { Self::default() }
    }

    /// The bytes to store.
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("text and numbers always serialise")
    }

    /// Everybody, in the order in which they came.
    pub fn volunteers(&self) -> &[Volunteer] {
        &self.volunteers
    }

    /// Whose turn it is.
    pub fn current(&self) -> &Volunteer {
        &self.volunteers[self.current]
    }

    /// Gives the phone to another volunteer.
    pub fn given_to(mut self, id: &str) -> Self {
        if let Some(index) = self.volunteers.iter().position(|volunteer| volunteer.id == id) {
            self.current = index;
            self.handed_over = false;
        }
        self
    }

    /// Somebody new takes it.
    pub fn taken_by(mut self, id: String, name: &str) -> Self {
        self.volunteers.push(Volunteer { id: id.clone(), name: name.trim().to_owned(), pin: None });
        self.given_to(&id)
    }

    /// Whoever holds it has another PIN, or none.
    pub fn with_pin(mut self, pin: Option<Pin>) -> Self {
        self.volunteers[self.current].pin = pin;
        self
    }

    /// Whoever holds it is called that.
    pub fn named(mut self, name: &str) -> Self {
        name.trim().clone_into(&mut self.volunteers[self.current].name);
        self
    }

    /// A visitor has it, or gave it back.
    pub fn handed_over(self, handed_over: bool) -> Self {
        Self { handed_over, ..self }
    }
}

/// Whether this can be a PIN: digits, and enough of them.
pub fn may_be_pin(typed: &str) -> bool {
    typed.chars().count() >= SHORTEST_PIN && typed.chars().all(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pin() -> Option<Pin> {
        Some(Pin { salt: [7; 16], check: vec![1, 2] })
    }

    #[test]
    fn each_keeps_their_own_pin() {
        let hands = Hands::default().with_pin(pin()).taken_by("b".to_owned(), " Aylin ");
        assert_eq!((hands.current().name.as_str(), &hands.current().pin), ("Aylin", &None));
        let hands = hands.given_to("");
        assert_eq!(hands.current().pin, pin());
        assert_eq!(hands.clone().given_to("unknown"), hands);
    }

    #[test]
    fn a_visitor_loses_the_phone_when_it_changes_hands() {
        let hands = Hands::default().taken_by("b".to_owned(), "Aylin").handed_over(true);
        assert!(!hands.given_to("").handed_over);
    }

    #[test]
    fn whatever_is_stored_somebody_holds_the_phone() {
        let hands = Hands::default().taken_by("b".to_owned(), "Aylin").with_pin(pin());
        assert_eq!(Hands::from_bytes(&hands.to_bytes()), hands);
        for broken in [&b""[..], b"{}", b"{\"volunteers\":[]}", b"{\"volunteers\":[],\"current\":9}"] {
            assert_eq!(Hands::from_bytes(broken), Hands::default());
        }
    }

    #[test]
    fn a_pin_is_digits_of_any_script() {
        assert!(may_be_pin("4711") && may_be_pin("٤٧١١"));
        assert!(!may_be_pin("471") && !may_be_pin("47a1") && !may_be_pin(""));
    }
}
