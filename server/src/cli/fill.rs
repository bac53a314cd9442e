//! `markt fill`: so many contacts that a measurement shows what a full server costs.

use futures_util::future::try_join_all;
use rand::{Rng as _, RngExt as _, SeedableRng as _, rngs::StdRng};
use shared::{
    document::{
        DocumentId, Head, Kind, MarketKey,
        contact::{self, NewContact},
    },
    repo::Commit,
    sync::share_policy::{Facts, Owner},
};

use super::{CliError, Data, Opened, parse_market};
use crate::{
    enrolment::{self, NewDevice, first_commit},
    output,
    storage::Storage as _,
};

/// So many documents are made while those before them are written: several of each device, whose places in the
/// index of owners are then written once.
const BATCH: usize = 20_000;

/// So many are handed over together. What one call changes can be undone alone; SQLite goes through all that it has
/// noted for that at each statement, so that a long call takes the square of its length.
const CALL: usize = 250;

/// Enough for all pages that a transaction touches here and there.
const CACHE_KIB: u32 = 128 * 1024;

/// Add devices with invented contacts, to measure with; never to be done to real data.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    data: Data,
    /// How many devices; they are called `Messgerät 0` and so on.
    #[arg(long, value_name = "N")]
    devices: usize,
    /// How many contacts of each, in turn, so that those of one device are spread over the log.
    #[arg(long, value_name = "N")]
    contacts: usize,
    /// Market of them all; without it the next one.
    #[arg(long, value_name = "SEASON/DATE", value_parser = parse_market)]
    market: Option<MarketKey>,
}

impl Arguments {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let opened = Opened::open(&self.data.folder)?;
        let market = opened.market(self.market).await?;
        let now_ms = opened.clock.now_ms();
        let mut devices = Vec::with_capacity(self.devices);
        for number in 0..self.devices {
            let new = NewDevice { label: format!("Messgerät {number}"), public_key: Vec::new() };
            devices.push(enrolment::add_device(&opened.storage, new, &market, now_ms).await?.id);
        }
        let mut chance = StdRng::seed_from_u64(0);
        opened.storage.hold_in_memory(CACHE_KIB).await?;
        let contacts = self.devices * self.contacts;
        // In the order of their tables, which then grow at their end only.
        let mut ids: Vec<[u8; 16]> = (0..contacts).map(|_| chance.random()).collect();
        ids.sort_unstable();
        let mut receipts: Vec<Head> = (0..contacts).map(|_| chance.random()).collect();
        receipts.sort_unstable();
        let mut all = ids.into_iter().map(DocumentId::from_bytes).zip(receipts).zip(devices.iter().cycle());
        let mut being_written = Vec::new();
        loop {
            let batch = all.by_ref().take(BATCH);
            let mut commits = batch
                .map(|((document, receipt_hash), device)| {
                    let new = contact::invented(*device, &market, now_ms, |bytes| chance.fill_bytes(bytes));
                    commit_of(document, *device, &NewContact { receipt_hash, ..new })
                })
                .collect::<Vec<Commit>>()
                .into_iter();
            try_join_all(std::mem::take(&mut being_written)).await?;
            if commits.len() == 0 {
                break;
            }
            while commits.len() > 0 {
                being_written.push(opened.storage.commit(commits.by_ref().take(CALL).collect()));
            }
        }
        output::line(&format!("{} devices, {contacts} contacts", self.devices))?;
        opened.close().await
    }
}

fn commit_of(document: DocumentId, device: DocumentId, new: &NewContact) -> Commit {
    let facts = Facts {
        kind: Some(Kind::Contact),
        market: Some(new.market.to_string()),
        owner: Owner::Device(device),
    };
    let commit = first_commit(document, facts, |tx| contact::fill(tx, new));
    Commit { receipt: Some(new.receipt_hash), ..commit }
}
