//! What the forms ask of the phone, besides the ports that they share with the team app.

use std::rc::Rc;

use crate::services::{Api, Clock, DraftKey, Guard, Random, Storage};

/// All ports.
#[derive(Clone)]
pub struct Ports {
    /// The program's own database.
    pub storage: Rc<dyn Storage>,
    /// The key of drafts.
    pub draft_key: Rc<dyn DraftKey>,
    /// Random bytes.
    pub random: Rc<dyn Random>,
    /// Time and timers.
    pub clock: Rc<dyn Clock>,
    /// The server's JSON.
    pub api: Rc<dyn Api>,
    /// The page.
    pub page: Rc<dyn Page>,
}

impl PartialEq for Ports {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.storage, &other.storage)
    }
}

/// What the page asks of the browser.
pub trait Page {
    /// Calls `then` whenever the server may be worth a try: network back, page in front again.
    fn on_wake(&self, then: Rc<dyn Fn()>) -> Box<dyn Guard>;
    /// Notes for the visitor app whether there are requests here, and whether some are unsent.
    fn note_requests(&self, note: Option<&str>);
    /// Scheme, host and port.
    fn origin(&self) -> String;
    /// Moves keyboard, screen reader and view to the element with that id.
    fn focus(&self, id: &str);
    /// Writes a failure that needs no answer to the browser's log; it must not carry personal data.
    fn log(&self, failure: &dyn std::error::Error);
}
