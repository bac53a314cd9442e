//! The saved list: ids of offers in the order in which they were saved.

/// What a visitor saved; it never leaves the phone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    ids: Vec<String>,
}

impl Saved {
    /// Reads what [`Self::to_storage`] wrote.
    pub fn from_storage(stored: &str) -> Self {
        let mut saved = Self::default();
        for id in stored.lines().filter(|id| !id.is_empty()) {
            if !saved.contains(id) {
                saved.ids.push(id.to_owned());
            }
        }
        saved
    }

    /// One id per line.
    pub fn to_storage(&self) -> String {
        self.ids.join("\n")
    }

    /// The ids, the first saved first.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Whether an offer is saved.
    pub fn contains(&self, id: &str) -> bool {
        self.ids.iter().any(|known| known == id)
    }

    /// Saves an offer, or takes it away.
    #[must_use]
    pub fn toggled(&self, id: &str) -> Self {
        let mut saved = self.clone();
        match saved.ids.iter().position(|known| known == id) {
            Some(at) => drop(saved.ids.remove(at)),
            None => saved.ids.push(id.to_owned()),
        }
        saved
    }
}

#[cfg(test)]
mod tests {
    use super::Saved;

    #[test]
    fn an_offer_is_saved_once_at_the_end_and_taken_away() {
        let saved = Saved::from_storage("a\nb\n\nc\na");
        assert_eq!(saved.ids(), ["a", "b", "c"]);
        let without = saved.toggled("b");
        assert_eq!(without.to_storage(), "a\nc");
        assert_eq!(without.toggled("b").ids(), ["a", "c", "b"]);
    }
}
