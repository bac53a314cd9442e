//! The browser behind the ports of [`crate::services`]. It translates and decides nothing.

mod keys;
mod locks;
mod page;
mod pin_key;
mod signing_key;
pub(super) mod start;
mod web_socket;
mod worker;

use std::rc::Rc;

use super::device::{api, clock, draft_key::BrowserDraftKey, indexed_db::IndexedDb, random};
use crate::services::{Services, StorageError, Table};

/// Name of the database.
const DATABASE: &str = "markt-team";

/// All ports on this browser. The database is opened here; it fails in some private windows.
async fn services() -> (Services, Option<StorageError>) {
    let (storage, failure) = match IndexedDb::open(DATABASE, Table::OF_TEAM).await {
        Ok(storage) => (Rc::new(storage), None),
        Err(error) => (Rc::new(IndexedDb::unavailable()), Some(error)),
    };
    let services = Services {
        draft_key: Rc::new(BrowserDraftKey::new(Rc::clone(&storage))),
        keys: Rc::new(keys::BrowserKeys::new(Rc::clone(&storage))),
        storage,
        transport: Rc::new(web_socket::WebSocketTransport),
        clock: Rc::new(clock::BrowserClock),
        random: Rc::new(random::BrowserRandom),
        api: Rc::new(api::FetchApi),
        platform: Rc::new(page::Page),
    };
    (services, failure)
}
