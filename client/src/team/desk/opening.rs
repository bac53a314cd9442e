//! Opens what is sealed, a little at a time, and tells the phones that it has arrived.

use shared::document::{DocumentId, MarketKey, contact::mark_opened};
use yew::prelude::*;

use super::{
    season_data::{SeasonData, of_market},
    vault::{OpenedPart, SealedDocument, Vault, VaultEvent, open},
};
use crate::{driver::use_repo, services::use_services};

/// Documents opened before the browser may paint again; about ten milliseconds.
const CHUNK: usize = 24;

/// Opens the contacts and feedback of `market` once its key is unlocked.
#[hook]
pub(crate) fn use_opening(
    market: Option<MarketKey>,
    data: &SeasonData,
    vault: &UseReducerHandle<Vault>,
    member: DocumentId,
) {
    let services = use_services();
    let repo = use_repo();
    let key = market.as_ref().and_then(|market| vault.keys().key(market.as_str()));
    let work = match (&key, &market) {
        (Some(_), Some(market)) => Work::left(market, data, vault, member),
        _ => Work::default(),
    };
    let dispatcher = vault.dispatcher();
    use_effect_with(work, move |work| {
        let guard = key.zip(market).filter(|_| !work.is_done()).map(|(key, market)| {
            let (work, clock) = (work.clone(), services.clock.clone());
            services.clock.after(
                0,
                Box::new(move || {
                    let now_ms = clock.now_ms();
                    let mut parts = Vec::new();
                    for document in work.sealed.iter().take(CHUNK) {
                        parts.extend(open(&key, document));
                    }
                    for document in work.unmarked.iter().take(CHUNK) {
                        // A document that can not be changed stays unmarked; its phone keeps it.
                        let _ = repo.change(*document, |tx| mark_opened(tx, &member.to_string(), now_ms));
                    }
                    if !parts.is_empty() {
                        dispatcher.dispatch(VaultEvent::PartsOpened { market: market.to_string(), parts });
                    }
                }),
            )
        });
        move || drop(guard)
    });
}

/// What is left to do for a market whose key is unlocked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Work {
    /// Documents with parts that were not opened yet.
    sealed: Vec<SealedDocument>,
    /// Documents that are open and do not say so yet.
    unmarked: Vec<DocumentId>,
}

impl Work {
    fn left(market: &MarketKey, data: &SeasonData, vault: &Vault, member: DocumentId) -> Self {
        let member = member.to_string();
        let contacts = of_market(&data.contacts, market)
            .map(|(id, reading)| (id, &reading.value.sealed, &reading.value.opened));
        let feedback = of_market(&data.feedback, market)
            .map(|(id, reading)| (id, &reading.value.sealed, &reading.value.opened));
        let mut work = Self::default();
        for (id, sealed, opened) in contacts.chain(feedback) {
            let document = SealedDocument { id, parts: sealed.clone() };
            if !vault.pending(std::slice::from_ref(&document)).is_empty() {
                work.sealed.push(document);
            } else if !opened.iter().any(|(by, _)| *by == member) && vault.could_read(&document) {
                work.unmarked.push(id);
            }
        }
        work
    }

    fn is_done(&self) -> bool {
        self.sealed.is_empty() && self.unmarked.is_empty()
    }
}

/// How far opening has come: how many documents are open of how many.
pub(crate) fn progress(market: &MarketKey, data: &SeasonData, vault: &Vault) -> (usize, usize) {
    let contacts = of_market(&data.contacts, market).map(|(id, reading)| (id, &reading.value.sealed));
    let feedback = of_market(&data.feedback, market).map(|(id, reading)| (id, &reading.value.sealed));
    let documents: Vec<SealedDocument> = contacts
        .chain(feedback)
        .filter(|(_, sealed)| !sealed.is_empty())
        .map(|(id, sealed)| SealedDocument { id, parts: sealed.clone() })
        .collect();
    (documents.len() - vault.pending(&documents).len(), documents.len())
}

impl Vault {
    /// Whether every part of `document` is open and made sense.
    fn could_read(&self, document: &SealedDocument) -> bool {
        document
            .parts
            .iter()
            .all(|(part, _)| self.part(document.id, part).is_some_and(|part| *part != OpenedPart::Unreadable))
    }
}
