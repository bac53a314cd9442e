//! What people do with their phones and laptops at a market.

use super::peer::Peer;
use automerge::AutomergeError;
use automerge::transaction::{Transactable as _, Transaction};
use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use serde_json::json;
use shared::document::contact::{
    self, Consent, Entered, FollowUp, NewContact, SealedPart, Step, Topic, Wish,
};
use shared::document::{DocumentId, Kind, MarketKey, tally, tree};
use shared::sync::claim::Claim;
use shared::sync::share_policy::Principal;
use tests::chance::Chance;

/// The two markets of the simulated season.
pub(crate) fn markets() -> [MarketKey; 2] {
    ["2026-05-23", "2026-06-20"].map(|date| MarketKey::new("pankow-2026", date).expect("a market's key"))
}

impl Peer {
    /// Does one thing that a person in this place does.
    pub(crate) fn work(&mut self, now_ms: i64, chance: &mut Chance) {
        match self.principal.clone() {
            Principal::Device { device, market } => match chance.below(4) {
                0 => self.record_contact(now_ms, device, market, chance),
                1 => self.correct_contact(now_ms, chance),
                _ => self.count_question(now_ms, device, &market),
            },
            Principal::Organiser { .. } => match chance.below(3) {
                0 => self.plan_market(now_ms, chance),
                _ => self.follow_up(now_ms, chance),
            },
            Principal::Staff { .. } if chance.one_in(20) => self.overstep(now_ms, chance),
            Principal::Staff { .. } => {}
        }
    }

    fn record_contact(&mut self, now_ms: i64, device: DocumentId, market: MarketKey, chance: &mut Chance) {
        let document = DocumentId::from_bytes(chance.bytes());
        let claim = self.key.as_ref().map(|key| sign(key, document, &market, device));
        let contact = new_contact(market, device, chance);
        let made = self.replica.create(document, Kind::Contact, claim, |tx| contact::fill(tx, &contact));
        self.perform(now_ms, made.expect("a new id"));
        self.made.insert(document);
    }

    fn correct_contact(&mut self, now_ms: i64, chance: &mut Chance) {
        let (id, part) = (chance.number().to_string(), sealed_part("message", chance));
        self.change_one_of(now_ms, Kind::Contact, chance, |tx| contact::add_part(tx, &id, &part));
    }

    fn count_question(&mut self, now_ms: i64, device: DocumentId, market: &MarketKey) {
        let document = DocumentId::tally(device, market);
        if self.replica.document(document).is_none() {
            let made = self.replica.create(document, Kind::Tally, None, |tx| tally::fill(tx, device, market));
            self.perform(now_ms, made.expect("it is not here"));
            self.made.insert(document);
        }
        let counted = self.replica.change(document, |tx| tally::count_question(tx, 1));
        self.perform(now_ms, counted.expect("it is here"));
    }

    fn plan_market(&mut self, now_ms: i64, chance: &mut Chance) {
        let market = markets()[chance.below(2)].clone();
        let document = DocumentId::market(&market);
        let names = [("season", market.season()), ("market", market.as_str())];
        let content = json!({ "hours": format!("{} bis 16", chance.below(12)), "weather": chance.below(9) });
        let planned = if self.replica.document(document).is_some() {
            self.replica.change(document, |tx| tree::write(tx, &[], &content))
        } else {
            self.replica.create(document, Kind::Market, None, |tx| tree::write(tx, &names, &content))
        };
        self.perform(now_ms, planned.expect("a market can be planned"));
    }

    fn follow_up(&mut self, now_ms: i64, chance: &mut Chance) {
        let number = chance.number();
        let step =
            Step { id: number.to_string(), state: FollowUp::Reached, at_ms: now_ms, by: "organiser".into() };
        let due = format!("2026-06-{:02}", number % 28 + 1);
        self.change_one_of(now_ms, Kind::Contact, chance, |tx| match number % 3 {
            0 => contact::mark_opened(tx, "organiser", now_ms),
            1 => contact::set_state(tx, &step),
            _ => contact::set_due(tx, Some(&due)),
        });
    }

    /// Changes a market without the right to.
    fn overstep(&mut self, now_ms: i64, chance: &mut Chance) {
        let changed =
            self.change_one_of(now_ms, Kind::Market, chance, |tx| tx.put(automerge::ROOT, "by", "staff"));
        self.overstepped.extend(changed);
    }

    fn change_one_of(
        &mut self,
        now_ms: i64,
        kind: Kind,
        chance: &mut Chance,
        edit: impl FnOnce(&mut Transaction<'_>) -> Result<(), AutomergeError>,
    ) -> Option<DocumentId> {
        let here = self.replica.documents().filter(|(_, of)| *of == kind).map(|(document, _)| document);
        let here: Vec<DocumentId> = here.filter(|document| !self.relayed.contains(document)).collect();
        let document = *chance.pick(&here)?;
        let effects = self.replica.change(document, edit).expect("the document is here");
        self.perform(now_ms, effects);
        Some(document)
    }
}

fn sign(key: &SigningKey, document: DocumentId, market: &MarketKey, device: DocumentId) -> Claim {
    let signature: Signature = key.sign(&Claim::message(document, Kind::Contact, market, device));
    Claim { kind: Kind::Contact, market: market.clone(), device, signature: signature.to_bytes().to_vec() }
}

pub(crate) fn new_contact(market: MarketKey, device: DocumentId, chance: &mut Chance) -> NewContact {
    NewContact {
        market,
        device,
        recorded_at_ms: 1_779_530_400_000,
        entered: Entered::OnTheSpot,
        language: "de".into(),
        topic: Topic::Offer,
        wishes: vec![Wish { id: "wish".into(), provider: "werkstatt".into(), offer: None }],
        target_groups: Vec::new(),
        consent: Consent { version: "1".into(), language: "de".into(), ..Consent::default() },
        receipt_hash: [7; 32],
        person: ("person".into(), sealed_part("person", chance)),
    }
}

fn sealed_part(field: &str, chance: &mut Chance) -> SealedPart {
    SealedPart {
        field: field.into(),
        to_market: chance.bytes().to_vec(),
        to_receipt: chance.bytes().to_vec(),
    }
}
