//! Everything that reads a document.

use automerge::Automerge;
use shared::document::{self, contact, device, feedback, member, tally, tree};
use shared::model::{Market, Provider, Season};

/// Reads a document as every kind that there is; what does not fit is a problem and no panic.
pub fn read_all(document: &Automerge) {
    let _kind = document::kind_of(document);
    let _market = document::season_or_market_of(document);
    let _contact = contact::read(document);
    let _feedback = feedback::read(document);
    let _tally = tally::read(document);
    let _device = device::read(document);
    let _member = member::read(document);
    let _season = tree::read::<Season>(document);
    let _of_market = tree::read::<Market>(document);
    let _provider = tree::read::<Provider>(document);
}
