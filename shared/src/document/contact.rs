//! A recorded contact request.
//!
//! **Shape**: root `{kind, schema, market, device, recorded_at, entered, language, topic,
//! wishes: {id: {provider, offer?}}, target_groups: {id: true}, consent: {version, language, given,
//! recipients: {provider key: true}, erase_on}, receipt_hash, sealed: {id: {field, to_market,
//! to_receipt}}, follow_up: {state, due, assigned}, steps: {id: {state, at, by}},
//! opened: {member id: at}}`. Instants are milliseconds since the Unix epoch, UTC.

use automerge::{
    Automerge, AutomergeError, ObjId, ObjType, ROOT, ReadDoc, ScalarValue, Value,
    transaction::{Transactable, Transaction},
};

use super::{DocumentId, MarketKey, Problem, fields::Fields};

/// One hour; the time of recording is rounded down to it, so that it does not point at a person.
pub const HOUR_MS: i64 = 3_600_000;

/// A contact as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewContact {
    /// Where it was recorded.
    pub market: MarketKey,
    /// Which enrolled device recorded it; none if the visitor sent it.
    pub device: Option<DocumentId>,
    /// When, ms; rounded down to the hour when written.
    pub recorded_at_ms: i64,
    /// How it came into the phone.
    pub entered: Entered,
    /// The visitor's language, BCP 47.
    pub language: String,
    /// What it is about.
    pub topic: Topic,
    /// Whom or what the visitor wants to be put in touch with.
    pub wishes: Vec<Wish>,
    /// Target groups the visitor named; off by default.
    pub target_groups: Vec<String>,
    /// What the visitor agreed to.
    pub consent: Consent,
    /// SHA-256 of the receipt secret.
    pub receipt_hash: [u8; 32],
    /// The first sealed part, with its id.
    pub person: (String, SealedPart),
}

/// How a contact came into the phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Entered {
    /// While the visitor stood there.
    #[default]
    OnTheSpot,
    /// Afterwards, from a paper slip.
    FromPaper,
    /// By the visitor, on their own phone.
    ByVisitor,
}

impl Entered {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::OnTheSpot, Self::FromPaper, Self::ByVisitor];

    /// As it stands in the document.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OnTheSpot => "on-the-spot",
            Self::FromPaper => "from-paper",
            Self::ByVisitor => "by-visitor",
        }
    }
}

/// What a contact is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// An offer.
    Offer,
    /// A question.
    #[default]
    Question,
    /// How to become an admitted provider.
    Accreditation,
    /// Getting to know other organisations.
    Networking,
}

impl Topic {
    /// Every topic.
    pub const ALL: [Self; 4] = [Self::Offer, Self::Question, Self::Accreditation, Self::Networking];

    /// As it stands in the document.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::Question => "question",
            Self::Accreditation => "accreditation",
            Self::Networking => "networking",
        }
    }
}

/// Whom or what a visitor wants to be put in touch with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Id of the wish.
    pub id: String,
    /// Key of the provider.
    pub provider: String,
    /// Id of the offer.
    pub offer: Option<String>,
}

/// What a visitor agreed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    /// Version of the text.
    pub version: String,
    /// Language it was given in, BCP 47.
    pub language: String,
    /// `spoken`, `read` or `written`.
    pub given: String,
    /// Keys of the providers who may get the contact.
    pub recipients: Vec<String>,
    /// The day of erasure, ISO 8601.
    pub erase_on: String,
}

/// Bytes that only the organisers, or the holder of the receipt, can open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SealedPart {
    /// What it is: `person`, `message` or `note`.
    pub field: String,
    /// Sealed to the market's key.
    pub to_market: Vec<u8>,
    /// Sealed to the receipt's key; empty in a note of the organisers.
    pub to_receipt: Vec<u8>,
}

/// Where the follow-up stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum FollowUp {
    /// Nobody has done anything yet.
    #[default]
    New,
    /// The provider has it.
    HandedOver,
    /// The visitor was reached.
    Reached,
    /// There is an appointment.
    Appointment,
    /// The visitor takes part.
    Started,
    /// Done.
    Closed,
    /// The visitor cannot be reached.
    Unreachable,
    /// The visitor took it back.
    Withdrawn,
}

impl FollowUp {
    /// Every state, in the order of work.
    pub const ALL: [Self; 8] = [
        Self::New,
        Self::HandedOver,
        Self::Reached,
        Self::Appointment,
        Self::Started,
        Self::Closed,
        Self::Unreachable,
        Self::Withdrawn,
    ];

    /// As it stands in the document.
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::HandedOver => "handed-over",
            Self::Reached => "reached",
            Self::Appointment => "appointment",
            Self::Started => "started",
            Self::Closed => "closed",
            Self::Unreachable => "unreachable",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// One step of the follow-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Id.
    pub id: String,
    /// The state it led to.
    pub state: FollowUp,
    /// When, ms.
    pub at_ms: i64,
    /// Which member.
    pub by: String,
}

/// A contact as it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Where it was recorded.
    pub market: String,
    /// Which device recorded it; empty if the visitor sent it.
    pub device: String,
    /// When, ms, to the hour.
    pub recorded_at_ms: i64,
    /// How it came into the phone.
    pub entered: Entered,
    /// The visitor's language, BCP 47.
    pub language: String,
    /// What it is about.
    pub topic: Topic,
    /// Whom or what the visitor wants to be put in touch with.
    pub wishes: Vec<Wish>,
    /// Target groups the visitor named.
    pub target_groups: Vec<String>,
    /// What the visitor agreed to.
    pub consent: Consent,
    /// SHA-256 of the receipt secret.
    pub receipt_hash: Vec<u8>,
    /// Sealed parts by id.
    pub sealed: Vec<(String, SealedPart)>,
    /// Where the follow-up stands.
    pub state: FollowUp,
    /// When something is due, ISO 8601.
    pub due: Option<String>,
    /// Which member takes care.
    pub assigned: Option<String>,
    /// What was done, by time.
    pub steps: Vec<Step>,
    /// Which members' devices have opened it, and when (ms).
    pub opened: Vec<(String, i64)>,
}

/// Fills a blank contact document.
///
/// # Errors
/// When the document is not a blank contact.
pub fn fill(tx: &mut Transaction<'_>, contact: &NewContact) -> Result<(), AutomergeError> {
    tx.put(ROOT, "market", contact.market.as_str())?;
    if let Some(device) = contact.device {
        tx.put(ROOT, "device", device.to_string())?;
    }
    tx.put(ROOT, "recorded_at", contact.recorded_at_ms - contact.recorded_at_ms.rem_euclid(HOUR_MS))?;
    tx.put(ROOT, "entered", contact.entered.name())?;
    tx.put(ROOT, "language", contact.language.as_str())?;
    tx.put(ROOT, "topic", contact.topic.name())?;
    tx.put(ROOT, "receipt_hash", contact.receipt_hash.to_vec())?;
    let wishes = container(tx, "wishes")?;
    for wish in &contact.wishes {
        let object = tx.put_object(&wishes, wish.id.as_str(), ObjType::Map)?;
        tx.put(&object, "provider", wish.provider.as_str())?;
        if let Some(offer) = &wish.offer {
            tx.put(&object, "offer", offer.as_str())?;
        }
    }
    let groups = container(tx, "target_groups")?;
    for group in &contact.target_groups {
        tx.put(&groups, group.as_str(), true)?;
    }
    let consent = container(tx, "consent")?;
    tx.put(&consent, "version", contact.consent.version.as_str())?;
    tx.put(&consent, "language", contact.consent.language.as_str())?;
    tx.put(&consent, "given", contact.consent.given.as_str())?;
    tx.put(&consent, "erase_on", contact.consent.erase_on.as_str())?;
    let recipients = tx.put_object(&consent, "recipients", ObjType::Map)?;
    for recipient in &contact.consent.recipients {
        tx.put(&recipients, recipient.as_str(), true)?;
    }
    add_part(tx, &contact.person.0, &contact.person.1)
}

/// Adds a sealed part; parts are never changed, a correction is another part.
///
/// # Errors
/// When the document is not a contact.
pub fn add_part(tx: &mut Transaction<'_>, id: &str, part: &SealedPart) -> Result<(), AutomergeError> {
    let sealed = container(tx, "sealed")?;
    super::feedback::put_part(tx, &sealed, id, part)
}

/// Sets where the follow-up stands and writes the step down.
///
/// # Errors
/// When the document is not a contact.
pub fn set_state(tx: &mut Transaction<'_>, step: &Step) -> Result<(), AutomergeError> {
    let follow_up = container(tx, "follow_up")?;
    tx.put(&follow_up, "state", step.state.name())?;
    let steps = container(tx, "steps")?;
    let object = tx.put_object(&steps, step.id.as_str(), ObjType::Map)?;
    tx.put(&object, "state", step.state.name())?;
    tx.put(&object, "at", step.at_ms)?;
    tx.put(&object, "by", step.by.as_str())
}

/// Sets when something is due (ISO 8601), or that nothing is.
///
/// # Errors
/// When the document is not a contact.
pub fn set_due(tx: &mut Transaction<'_>, due: Option<&str>) -> Result<(), AutomergeError> {
    put_optional(tx, "due", due)
}

/// Sets which member takes care, or that nobody does.
///
/// # Errors
/// When the document is not a contact.
pub fn set_assigned(tx: &mut Transaction<'_>, member: Option<&str>) -> Result<(), AutomergeError> {
    put_optional(tx, "assigned", member)
}

/// Says that a device of `member` has opened the contact; the first time stays.
///
/// # Errors
/// When the document has no map `opened`.
pub fn mark_opened(tx: &mut Transaction<'_>, member: &str, at_ms: i64) -> Result<(), AutomergeError> {
    let opened = container(tx, "opened")?;
    if tx.get(&opened, member)?.is_none() {
        tx.put(&opened, member, at_ms)?;
    }
    Ok(())
}

/// Hash of the receipt's secret, without reading the rest.
pub fn receipt_hash(document: &Automerge) -> Option<[u8; 32]> {
    Fields::root(document).bytes("receipt_hash", &mut Vec::new())?.try_into().ok()
}

/// Reads a contact; what does not fit is reported and left out.
pub fn read(document: &Automerge) -> (Contact, Vec<Problem>) {
    let mut problems = Vec::new();
    let problems_ref = &mut problems;
    let root = Fields::root(document);
    let named = |text: Option<String>| text.unwrap_or_default();
    let mut contact = Contact {
        market: named(root.text("market", problems_ref)),
        device: named(root.text("device", problems_ref)),
        recorded_at_ms: root.integer("recorded_at", problems_ref).unwrap_or_default(),
        language: named(root.text("language", problems_ref)),
        target_groups: root.set("target_groups", problems_ref),
        receipt_hash: root.bytes("receipt_hash", problems_ref).unwrap_or_default(),
        sealed: super::feedback::read_parts(&root, problems_ref),
        opened: read_opened(&root, problems_ref),
        ..Contact::default()
    };
    if let Some(name) = root.text("entered", problems_ref) {
        match Entered::ALL.into_iter().find(|entered| entered.name() == name) {
            Some(entered) => contact.entered = entered,
            None => problems_ref.push(unknown("entered", "on-the-spot, from-paper or by-visitor")),
        }
    }
    if let Some(name) = root.text("topic", problems_ref) {
        match Topic::ALL.into_iter().find(|topic| topic.name() == name) {
            Some(topic) => contact.topic = topic,
            None => problems_ref.push(unknown("topic", "offer, question, accreditation or networking")),
        }
    }
    if let Some(wishes) = root.map("wishes", problems_ref) {
        for id in wishes.keys() {
            let Some(wish) = wishes.map(&id, problems_ref) else { continue };
            contact.wishes.push(Wish {
                id,
                provider: named(wish.text("provider", problems_ref)),
                offer: wish.text("offer", problems_ref),
            });
        }
    }
    if let Some(consent) = root.map("consent", problems_ref) {
        contact.consent = Consent {
            version: named(consent.text("version", problems_ref)),
            language: named(consent.text("language", problems_ref)),
            given: named(consent.text("given", problems_ref)),
            recipients: consent.set("recipients", problems_ref),
            erase_on: named(consent.text("erase_on", problems_ref)),
        };
    }
    if let Some(follow_up) = root.map("follow_up", problems_ref) {
        contact.state = read_state(&follow_up, "state", problems_ref);
        contact.due = follow_up.text("due", problems_ref);
        contact.assigned = follow_up.text("assigned", problems_ref);
    }
    if let Some(steps) = root.map("steps", problems_ref) {
        for id in steps.keys() {
            let Some(step) = steps.map(&id, problems_ref) else { continue };
            contact.steps.push(Step {
                id,
                state: read_state(&step, "state", problems_ref),
                at_ms: step.integer("at", problems_ref).unwrap_or_default(),
                by: named(step.text("by", problems_ref)),
            });
        }
        contact.steps.sort_by(|a, b| (a.at_ms, &a.id).cmp(&(b.at_ms, &b.id)));
    }
    (contact, problems)
}

pub(super) fn read_opened(root: &Fields<'_>, problems: &mut Vec<Problem>) -> Vec<(String, i64)> {
    let Some(opened) = root.map("opened", problems) else { return Vec::new() };
    opened
        .keys()
        .into_iter()
        .filter_map(|member| Some((member.clone(), opened.integer(&member, problems)?)))
        .collect()
}

fn read_state(map: &Fields<'_>, key: &str, problems: &mut Vec<Problem>) -> FollowUp {
    let Some(name) = map.text(key, problems) else { return FollowUp::New };
    FollowUp::ALL.into_iter().find(|state| state.name() == name).unwrap_or_else(|| {
        problems.push(unknown(key, "a state of the follow-up"));
        FollowUp::New
    })
}

fn unknown(path: &str, expected: &str) -> Problem {
    Problem { path: path.to_owned(), expected: expected.to_owned() }
}

fn put_optional(tx: &mut Transaction<'_>, key: &str, text: Option<&str>) -> Result<(), AutomergeError> {
    let follow_up = container(tx, "follow_up")?;
    match text {
        Some(text) => tx.put(&follow_up, key, text),
        None if tx.get(&follow_up, key)?.is_some() => tx.delete(&follow_up, key),
        None => Ok(()),
    }
}

/// The map below `key` of the root; made if another program left it out.
pub(super) fn container(tx: &mut Transaction<'_>, key: &str) -> Result<ObjId, AutomergeError> {
    match tx.get(ROOT, key)? {
        Some((Value::Object(ObjType::Map), id)) => Ok(id),
        Some((Value::Scalar(scalar), _)) if !matches!(scalar.as_ref(), ScalarValue::Null) => {
            Err(AutomergeError::InvalidOp(ObjType::Map))
        }
        _ => tx.put_object(ROOT, key, ObjType::Map),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Kind, blank};

    fn contact() -> Automerge {
        let mut document = blank(Kind::Contact);
        document.set_actor(automerge::ActorId::from([7_u8; 16]));
        document
            .transact::<_, _, AutomergeError>(|tx| {
                fill(
                    tx,
                    &NewContact {
                        market: "pankow-2026/2026-05-23".parse().expect("valid"),
                        device: Some(DocumentId::from_bytes([1; 16])),
                        recorded_at_ms: 1_779_530_000_123,
                        entered: Entered::OnTheSpot,
                        language: "ar".into(),
                        topic: Topic::Offer,
                        wishes: vec![Wish { id: "w1".into(), provider: "p".into(), offer: Some("o".into()) }],
                        target_groups: vec!["eltern".into()],
                        consent: Consent {
                            version: "2026-1".into(),
                            language: "ar".into(),
                            given: "spoken".into(),
                            recipients: vec!["p".into()],
                            erase_on: "2026-11-19".into(),
                        },
                        receipt_hash: [9; 32],
                        person: (
                            "s1".into(),
                            SealedPart { field: "person".into(), to_market: vec![1], to_receipt: vec![2] },
                        ),
                    },
                )
            })
            .expect("fills");
        document
    }

    fn step(state: FollowUp, by: &str) -> Step {
        Step { id: format!("{by}-{}", state.name()), state, at_ms: 5, by: by.into() }
    }

    #[test]
    fn a_contact_comes_back_as_it_was_recorded_but_to_the_hour() {
        let (read, problems) = read(&contact());
        assert_eq!(problems, []);
        assert_eq!(read.recorded_at_ms % HOUR_MS, 0);
        assert_eq!(read.wishes[0].offer.as_deref(), Some("o"));
        assert_eq!(read.consent.recipients, ["p"]);
        assert_eq!(read.sealed[0].1.to_market, [1]);
        assert_eq!(read.state, FollowUp::New);
    }

    #[test]
    fn two_organisers_edit_different_fields_and_both_survive() {
        let mut one = contact();
        let mut two = one.fork();
        one.transact::<_, _, AutomergeError>(|tx| set_state(tx, &step(FollowUp::Reached, "a")))
            .expect("sets");
        two.transact::<_, _, AutomergeError>(|tx| set_due(tx, Some("2026-06-01"))).expect("sets");
        two.transact::<_, _, AutomergeError>(|tx| mark_opened(tx, "b", 8)).expect("marks");
        one.merge(&mut two).expect("merges");
        two.merge(&mut one).expect("merges");
        let (merged, _) = read(&one);
        assert_eq!(merged, read(&two).0);
        assert_eq!(merged.state, FollowUp::Reached);
        assert_eq!(merged.due.as_deref(), Some("2026-06-01"));
        assert_eq!(merged.steps.len(), 1);
        assert_eq!(merged.opened, [("b".to_owned(), 8)]);
    }

    #[test]
    fn what_another_program_wrote_wrongly_is_reported_and_the_rest_is_read() {
        let mut document = contact();
        document
            .transact::<_, _, AutomergeError>(|tx| {
                tx.put(ROOT, "topic", "circus")?;
                tx.put(ROOT, "wishes", 3)?;
                tx.put(ROOT, "from_a_later_version", true)
            })
            .expect("writes");
        let (read, problems) = read(&document);
        assert_eq!(
            problems.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(),
            ["topic", "wishes"]
        );
        assert_eq!(read.language, "ar");
    }
}
