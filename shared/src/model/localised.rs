//! Text in several languages, each with who made it.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, MapAccess, Visitor},
    ser::SerializeMap,
};

/// Who made a wording. Nothing that no one reviewed may be called easy language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MadeBy {
    /// Written by a person.
    #[default]
    Human,
    /// Translated by a machine and read by a person who knows the language.
    Reviewed,
    /// Translated by a machine; shown with a mark.
    Machine,
}

/// One language's text.
///
/// **Shape**: a string if a person wrote it, else a map `{text, by}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The text itself.
    pub text: String,
    /// Who made it.
    pub by: MadeBy,
}

/// Text by BCP 47 tag (`de`, `de-x-leicht`, `en`, `ar`, …).
///
/// **Shape**: a map from tag to [`Wording`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Localised(pub BTreeMap<String, Wording>);

impl Localised {
    /// Text that a person wrote in German.
    pub fn german(text: impl Into<String>) -> Self {
        Self(BTreeMap::from([("de".to_owned(), Wording { text: text.into(), by: MadeBy::Human })]))
    }

    /// Whether there is no text in any language.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|wording| wording.text.is_empty())
    }

    /// The best text for `language` and the language it is in.
    ///
    /// The order of fallback:
    ///
    /// - German and easy German: the language itself, German, English;
    /// - any other language: the language itself, English, German;
    /// - then whatever there is.
    ///
    /// No language stands in for its neighbour: many Ukrainians read Russian, and many of them do not
    /// want to be addressed in it. Easy German never takes the place of German, from which it was made.
    pub fn in_language<'a>(&'a self, language: &'a str) -> Option<(&'a str, &'a Wording)> {
        let order: &[&str] =
            if language.starts_with("de") { &[language, "de", "en"] } else { &[language, "en", "de"] };
        order
            .iter()
            .find_map(|tag| self.0.get_key_value(*tag).filter(|(_, wording)| !wording.text.is_empty()))
            .or_else(|| self.0.iter().find(|(_, wording)| !wording.text.is_empty()))
            .map(|(tag, wording)| (tag.as_str(), wording))
    }
}

impl Serialize for Wording {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.by == MadeBy::Human {
            return serializer.serialize_str(&self.text);
        }
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("text", &self.text)?;
        map.serialize_entry("by", &self.by)?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for Wording {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl<'de> Visitor<'de> for Text {
            type Value = Wording;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text, or {\"text\": …, \"by\": \"human\", \"reviewed\" or \"machine\"}")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Wording, E> {
                Ok(Wording { text: text.to_owned(), by: MadeBy::Human })
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Wording, A::Error> {
                let mut wording = Wording::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "text" => wording.text = map.next_value()?,
                        "by" => wording.by = map.next_value()?,
                        _ => {
                            map.next_value::<de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(wording)
            }
        }

        deserializer.deserialize_any(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_in_the_stated_order() {
        let text: Localised = serde_json::from_str(r#"{"de":"Rat","en":"Advice"}"#).expect("valid");
        let tag = |language: &str| text.in_language(language).map(|(tag, _)| tag.to_owned());
        assert_eq!(tag("de-x-leicht").as_deref(), Some("de"));
        assert_eq!(tag("ar").as_deref(), Some("en"));
        let text: Localised =
            serde_json::from_str(r#"{"de":"Rat","de-x-leicht":"Hilfe","ru":"Совет"}"#).expect("valid");
        let tag = |language: &str| text.in_language(language).map(|(tag, _)| tag.to_owned());
        assert_eq!(tag("uk").as_deref(), Some("de"));
        assert_eq!(tag("de").as_deref(), Some("de"));
        assert_eq!(tag("de-x-leicht").as_deref(), Some("de-x-leicht"));
        assert_eq!(Localised::german("Rat").in_language("ar").map(|(tag, _)| tag), Some("de"));
        assert_eq!(Localised::default().in_language("de"), None);
    }

    #[test]
    fn a_machine_wording_survives_a_round_trip() {
        let json = r#"{"ar":{"text":"عمل","by":"machine"},"de":"Arbeit"}"#;
        let text: Localised = serde_json::from_str(json).expect("valid");
        assert_eq!(text.0["ar"].by, MadeBy::Machine);
        assert_eq!(serde_json::to_string(&text).expect("serialises"), json);
    }
}
