//! The saved list: ids of offers in the order in which they were saved.

/// What a visitor saved; it never leaves the phone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    ids: Vec<String>,
    /// What was taken away last, and where it was.
    removed: Option<(usize, String)>,
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

    /// What was taken away last and can be put back.
    pub fn removed(&self) -> Option<&str> {
        self.removed.as_ref().map(|(_, id)| id.as_str())
    }

    /// Saves an offer, or takes it away.
    #[must_use]
    pub fn toggled(&self, id: &str) -> Self {
        let mut saved = self.clone();
        match saved.ids.iter().position(|known| known == id) {
            Some(at) => saved.removed = Some((at, saved.ids.remove(at))),
            None => {
                saved.ids.push(id.to_owned());
                saved.removed = None;
            }
        }
        saved
    }

    /// Puts back what was taken away last.
    #[must_use]
    pub fn put_back(&self) -> Self {
        let mut saved = self.clone();
        if let Some((at, id)) = saved.removed.take()
            && !saved.contains(&id)
        {
            saved.ids.insert(at.min(saved.ids.len()), id);
        }
        saved
    }
}

#[cfg(test)]
mod tests {
    use super::Saved;

    #[test]
    fn what_is_taken_away_comes_back_to_its_place() {
        let saved = Saved::from_storage("a\nb\n\nc\na");
        assert_eq!(saved.ids(), ["a", "b", "c"]);
        let without = saved.toggled("b");
        assert_eq!(without.to_storage(), "a\nc");
        assert_eq!(without.removed(), Some("b"));
        assert_eq!(without.put_back().ids(), saved.ids());
        assert_eq!(without.toggled("b").put_back().ids(), ["a", "c", "b"]);
    }
}
