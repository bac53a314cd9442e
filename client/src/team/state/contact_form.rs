//! The form of a contact request: a slip with four lines, filled in any order.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use yew::Reducible;

/// A line of the slip.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// What the visitor wishes.
    #[default]
    Wish,
    /// How the visitor is reached.
    Reach,
    /// Which language the visitor speaks.
    Language,
    /// Whether the visitor agrees.
    Consent,
}

impl Step {
    /// From top to bottom.
    pub const ALL: [Self; 4] = [Self::Wish, Self::Reach, Self::Language, Self::Consent];
}

/// What a visitor without a particular offer wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Matter {
    /// An answer.
    Question,
    /// To become an admitted provider.
    Accreditation,
    /// To get to know other organisations.
    Networking,
}

impl Matter {
    /// Every matter.
    pub const ALL: [Self; 3] = [Self::Question, Self::Accreditation, Self::Networking];
}

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

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 3] = [Self::Phone, Self::Email, Self::Other];
}

/// An offer that the visitor wishes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WishedOffer {
    /// Key of the provider.
    pub provider: String,
    /// Name of the provider, for consent and receipt.
    pub provider_name: String,
    /// Id of the offer.
    pub offer: String,
    /// Title of the offer.
    pub title: String,
}

/// All that was said so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactForm {
    /// The line that is being filled.
    pub step: Step,
    /// Wished offers, in the order in which they were chosen.
    pub wishes: Vec<WishedOffer>,
    /// What else it is about.
    pub matter: Option<Matter>,
    /// How the visitor is called.
    pub name: String,
    /// Which field is shown.
    pub channel: Channel,
    /// Telephone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Any other way.
    pub other: String,
    /// What else the visitor said.
    pub note: String,
    /// The visitor's language, BCP 47.
    pub language: String,
    /// Whether it is entered afterwards from a paper slip.
    pub from_paper: bool,
}

/// What happens to the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactFormEvent {
    /// A line was tapped.
    StepChosen(Step),
    /// On to the next line that is empty.
    Continued,
    /// An offer was tapped: taken, or put back.
    OfferToggled(WishedOffer),
    /// A matter was tapped: taken, or put back.
    MatterToggled(Matter),
    /// The name was typed.
    NameTyped(String),
    /// A way to be reached was tapped.
    ChannelChosen(Channel),
    /// The current way to be reached was typed.
    ReachTyped(String),
    /// A note was typed.
    NoteTyped(String),
    /// A language was tapped.
    LanguageChosen(String),
    /// The mark for paper slips was tapped.
    PaperToggled,
}

impl ContactForm {
    /// An empty form in the language that most visitors of this phone speak.
    pub fn new(language: &str) -> Self {
        Self { language: language.to_owned(), ..Self::default() }
    }

    /// Whether nothing was said yet in a form that began in this language.
    pub fn is_empty(&self, language: &str) -> bool {
        let places = Self { step: self.step, channel: self.channel, ..Self::new(language) };
        *self == places
    }

    /// Whether nobody has said yet what it is about.
    pub fn is_about_nothing(&self) -> bool {
        !self.is_filled(Step::Wish)
    }

    /// Whether a line says something. The consent never does: it finishes the form.
    pub fn is_filled(&self, step: Step) -> bool {
        match step {
            Step::Wish => !self.wishes.is_empty() || self.matter.is_some(),
            Step::Reach => {
                [&self.name, &self.phone, &self.email, &self.other].iter().any(|text| !text.trim().is_empty())
            }
            Step::Language => !self.language.is_empty(),
            Step::Consent => false,
        }
    }

    /// What the current channel holds.
    pub fn reach(&self) -> &str {
        match self.channel {
            Channel::Phone => &self.phone,
            Channel::Email => &self.email,
            Channel::Other => &self.other,
        }
    }

    /// The first way to be reached that says something, shortened so that a glance at the phone
    /// does not give it away, and isolated: within Arabic words its parts would change places.
    pub fn reach_shortened(&self) -> Option<(Channel, String)> {
        let said = |channel| {
            let text = Self { channel, ..self.clone() }.reach().trim().to_owned();
            (!text.is_empty()).then(|| (channel, isolated(channel, &shortened(&text))))
        };
        Channel::ALL.into_iter().find_map(said)
    }

    /// Keys of the providers who would get the contact, each once.
    pub fn recipients(&self) -> Vec<String> {
        let mut keys: Vec<String> = self.wishes.iter().map(|wish| wish.provider.clone()).collect();
        keys.sort();
        keys.dedup();
        keys
    }

    /// Names of the providers who would get the contact, each once.
    pub fn recipient_names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for wish in &self.wishes {
            if !names.contains(&wish.provider_name) {
                names.push(wish.provider_name.clone());
            }
        }
        names
    }

    /// The form after `event`.
    pub fn after(mut self, event: ContactFormEvent) -> Self {
        match event {
            ContactFormEvent::StepChosen(step) => self.step = step,
            ContactFormEvent::Continued => self.step = self.next_step(),
            ContactFormEvent::OfferToggled(wish) => {
                match self.wishes.iter().position(|known| known.offer == wish.offer) {
                    Some(index) => {
                        self.wishes.remove(index);
                    }
                    None => self.wishes.push(wish),
                }
            }
            ContactFormEvent::MatterToggled(matter) => {
                self.matter = (self.matter != Some(matter)).then_some(matter);
            }
            ContactFormEvent::NameTyped(name) => self.name = name,
            ContactFormEvent::ChannelChosen(channel) => self.channel = channel,
            ContactFormEvent::ReachTyped(text) => match self.channel {
                Channel::Phone => self.phone = text,
                Channel::Email => self.email = text,
                Channel::Other => self.other = text,
            },
            ContactFormEvent::NoteTyped(note) => self.note = note,
            ContactFormEvent::LanguageChosen(language) => {
                self.language = language;
                self.step = self.next_step();
            }
            ContactFormEvent::PaperToggled => self.from_paper = !self.from_paper,
        }
        self
    }

    /// The first empty line below the current one, then any empty line; the consent last.
    fn next_step(&self) -> Step {
        let below = Step::ALL.into_iter().skip_while(|step| *step != self.step).skip(1);
        below
            .chain(Step::ALL)
            .find(|step| *step != Step::Consent && *step != self.step && !self.is_filled(*step))
            .unwrap_or(Step::Consent)
    }
}

impl Reducible for ContactForm {
    type Action = ContactFormEvent;

    fn reduce(self: Rc<Self>, event: ContactFormEvent) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).after(event))
    }
}

/// Between marks that keep its direction of writing apart from that of the words around it.
fn isolated(channel: Channel, text: &str) -> String {
    let start = match channel {
        Channel::Phone | Channel::Email => '\u{2066}',
        Channel::Other => '\u{2068}',
    };
    format!("{start}{text}\u{2069}")
}

fn shortened(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= 6 {
        return text.to_owned();
    }
    let (start, end) = (&letters[..4], &letters[letters.len() - 2..]);
    start.iter().chain(&['…']).chain(end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn welding() -> WishedOffer {
        WishedOffer {
            provider: "lernwerkstatt".to_owned(),
            provider_name: "Lernwerkstatt".to_owned(),
            offer: "schweissen".to_owned(),
            title: "Schweißen lernen".to_owned(),
        }
    }

    fn after(events: impl IntoIterator<Item = ContactFormEvent>) -> ContactForm {
        events.into_iter().fold(ContactForm::new("de"), ContactForm::after)
    }

    #[test]
    fn the_shortest_way_leads_from_the_wish_to_the_consent_in_two_taps() {
        let form = after([ContactFormEvent::OfferToggled(welding()), ContactFormEvent::Continued]);
        assert_eq!(form.step, Step::Reach);
        let form = form
            .after(ContactFormEvent::ReachTyped("0151 2345689".to_owned()))
            .after(ContactFormEvent::Continued);
        assert_eq!(form.step, Step::Consent);
        assert_eq!(form.reach_shortened(), Some((Channel::Phone, "\u{2066}0151…89\u{2069}".to_owned())));
    }

    #[test]
    fn any_order_ends_at_the_consent_and_offers_what_is_missing() {
        let form = after([
            ContactFormEvent::StepChosen(Step::Reach),
            ContactFormEvent::NameTyped("Ada".to_owned()),
            ContactFormEvent::Continued,
        ]);
        assert_eq!(form.step, Step::Wish);
        let form =
            form.after(ContactFormEvent::MatterToggled(Matter::Question)).after(ContactFormEvent::Continued);
        assert_eq!(form.step, Step::Consent);
    }

    #[test]
    fn nothing_but_the_consent_is_asked_twice() {
        let form = after([
            ContactFormEvent::StepChosen(Step::Consent),
            ContactFormEvent::StepChosen(Step::Language),
            ContactFormEvent::LanguageChosen("ar".to_owned()),
        ]);
        assert_eq!((form.language.as_str(), form.step), ("ar", Step::Wish));
    }

    #[test]
    fn a_second_tap_takes_back() {
        let form = after([
            ContactFormEvent::OfferToggled(welding()),
            ContactFormEvent::MatterToggled(Matter::Networking),
            ContactFormEvent::OfferToggled(welding()),
            ContactFormEvent::MatterToggled(Matter::Networking),
        ]);
        assert!(form.is_empty("de"));
    }

    #[test]
    fn whatever_was_said_first_is_worth_keeping() {
        let events = [
            ContactFormEvent::OfferToggled(welding()),
            ContactFormEvent::NameTyped("Ada".to_owned()),
            ContactFormEvent::NoteTyped("abends".to_owned()),
            ContactFormEvent::LanguageChosen("ar".to_owned()),
            ContactFormEvent::PaperToggled,
        ];
        for event in events {
            assert!(!after([event.clone()]).is_empty("de"), "{event:?}");
        }
        assert!(after([ContactFormEvent::StepChosen(Step::Consent)]).is_empty("de"));
    }

    #[test]
    fn what_was_typed_for_another_channel_is_kept() {
        let form = after([
            ContactFormEvent::ReachTyped("0151".to_owned()),
            ContactFormEvent::ChannelChosen(Channel::Email),
            ContactFormEvent::ReachTyped("a@b.example".to_owned()),
            ContactFormEvent::ChannelChosen(Channel::Phone),
        ]);
        assert_eq!((form.reach(), form.email.as_str()), ("0151", "a@b.example"));
    }

    #[test]
    fn each_provider_is_named_once() {
        let other = WishedOffer { offer: "pflege".to_owned(), ..welding() };
        let form = after([ContactFormEvent::OfferToggled(welding()), ContactFormEvent::OfferToggled(other)]);
        assert_eq!(form.recipients(), ["lernwerkstatt"]);
        assert_eq!(form.recipient_names(), ["Lernwerkstatt"]);
    }
}
