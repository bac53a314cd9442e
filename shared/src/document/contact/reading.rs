//! Reading a contact.

use automerge::Automerge;

use super::{Consent, Contact, Entered, FollowUp, Step, Topic, Wish};
use crate::document::{Problem, fields::Fields};

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
        sealed: crate::document::feedback::read_parts(&root, problems_ref),
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

pub(in crate::document) fn read_opened(root: &Fields<'_>, problems: &mut Vec<Problem>) -> Vec<(String, i64)> {
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
