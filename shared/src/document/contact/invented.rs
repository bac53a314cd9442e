//! Contacts to measure with.

use super::{Consent, Entered, NewContact, SealedPart, Topic, Wish};
use crate::document::{DocumentId, MarketKey};

/// Version, encapsulated key, 256 bytes of padded text, tag: a name, a telephone number and an address.
const SEALED: usize = 1 + 32 + 256 + 16;

/// A contact as a phone makes it, of the usual size. Sealing is left out: to a server, sealed bytes are random;
/// `fill_random` gives them.
pub fn invented(
    device: DocumentId,
    market: &MarketKey,
    recorded_at_ms: i64,
    mut fill_random: impl FnMut(&mut [u8]),
) -> NewContact {
    let mut random = |length| {
        let mut bytes = vec![0; length];
        fill_random(&mut bytes);
        bytes
    };
    let person = SealedPart { field: "person".into(), to_market: random(SEALED), to_receipt: random(SEALED) };
    let mut receipt_hash = [0; 32];
    fill_random(&mut receipt_hash);
    NewContact {
        market: market.clone(),
        device: Some(device),
        recorded_at_ms,
        entered: Entered::OnTheSpot,
        language: "de".into(),
        topic: Topic::Offer,
        wishes: vec![Wish {
            id: "w1".into(),
            provider: "lernwerkstatt".into(),
            offer: Some("schweissen".into()),
        }],
        target_groups: Vec::new(),
        consent: Consent {
            version: "1".into(),
            language: "de".into(),
            given: "spoken".into(),
            recipients: vec!["lernwerkstatt".into()],
            erase_on: "2099-12-31".into(),
        },
        receipt_hash,
        person: ("p1".into(), person),
    }
}
