//! The form of a request: how to be reached, and a few words.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use yew::Reducible;

/// A way to be reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Channel {
    /// By telephone.
    #[default]
    Phone,
    /// By e-mail.
    Email,
    /// Any other way.
    Other,
}

/// All that was written so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactForm {
    /// Which field is shown.
    pub channel: Channel,
    /// Telephone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Any other way.
    pub other: String,
    /// How the visitor is called.
    pub name: String,
    /// The question, or what else there is to say.
    pub note: String,
    /// The visitor's language, BCP 47.
    pub language: String,
}

/// What happens to the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactFormEvent {
    /// A stored draft was opened, or the form was emptied.
    Opened(ContactForm),
    /// A way to be reached was chosen.
    ChannelChosen(Channel),
    /// The current way to be reached was typed.
    ReachTyped(String),
    /// The name was typed.
    NameTyped(String),
    /// The words were typed.
    NoteTyped(String),
    /// A language was chosen.
    LanguageChosen(String),
}

/// What keeps a form from making sense. Only the consent keeps it from being sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A question without words.
    Note,
    /// Nobody could answer.
    Reach,
    /// The person did not agree.
    Consent,
}

impl ContactForm {
    /// An empty form.
    pub fn new(language: &str) -> Self {
        Self { language: language.to_owned(), ..Self::default() }
    }

    /// What the current channel holds.
    pub fn reach(&self) -> &str {
        match self.channel {
            Channel::Phone => &self.phone,
            Channel::Email => &self.email,
            Channel::Other => &self.other,
        }
    }

    /// Whether nothing was written yet.
    pub fn is_empty(&self) -> bool {
        [&self.phone, &self.email, &self.other, &self.name, &self.note].iter().all(|field| is_blank(field))
    }

    /// What is missing first. Someone who was told once may send without the rest, but never without
    /// consent.
    pub fn missing(&self, is_question: bool, agreed: bool, told: Option<Missing>) -> Option<Missing> {
        let unreachable = [&self.phone, &self.email, &self.other].iter().all(|field| is_blank(field));
        let note = is_question && is_blank(&self.note) && told.is_none();
        let reach = unreachable && !matches!(told, Some(Missing::Reach | Missing::Consent));
        match (note, reach, agreed) {
            (true, ..) => Some(Missing::Note),
            (_, true, _) => Some(Missing::Reach),
            (.., false) => Some(Missing::Consent),
            (false, false, true) => None,
        }
    }

    /// The form after `event`.
    pub fn after(mut self, event: ContactFormEvent) -> Self {
        match event {
            ContactFormEvent::Opened(form) => return form,
            ContactFormEvent::ChannelChosen(channel) => self.channel = channel,
            ContactFormEvent::ReachTyped(text) => match self.channel {
                Channel::Phone => self.phone = text,
                Channel::Email => self.email = text,
                Channel::Other => self.other = text,
            },
            ContactFormEvent::NameTyped(name) => self.name = name,
            ContactFormEvent::NoteTyped(note) => self.note = note,
            ContactFormEvent::LanguageChosen(language) => self.language = language,
        }
        self
    }
}

fn is_blank(field: &str) -> bool {
    field.trim().is_empty()
}

impl Reducible for ContactForm {
    type Action = ContactFormEvent;

    fn reduce(self: Rc<Self>, event: ContactFormEvent) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).after(event))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_once_and_consent_always() {
        let form = ContactForm::new("de");
        let mut told = None;
        for expected in [Missing::Note, Missing::Reach, Missing::Consent, Missing::Consent] {
            told = form.missing(true, false, told);
            assert_eq!(told, Some(expected));
        }
        assert_eq!(form.missing(true, true, told), None, "told of all, it goes");
        assert_eq!(form.missing(false, true, None), Some(Missing::Reach));
        let form = form.after(ContactFormEvent::ReachTyped("0151".to_owned()));
        assert_eq!(form.missing(false, true, None), None);
        assert_eq!(form.missing(false, false, None), Some(Missing::Consent));
    }

    #[test]
    fn what_was_typed_for_another_channel_is_kept() {
        let form = ContactForm::new("de")
            .after(ContactFormEvent::ReachTyped("0151".to_owned()))
            .after(ContactFormEvent::ChannelChosen(Channel::Email))
            .after(ContactFormEvent::ReachTyped("a@b.example".to_owned()));
        assert_eq!((form.phone.as_str(), form.reach()), ("0151", "a@b.example"));
        assert!(!form.is_empty() && ContactForm::new("ar").is_empty());
    }
}
