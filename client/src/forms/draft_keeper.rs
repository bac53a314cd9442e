//! Stores a form while it is written: soon after each change, one write at a time, and only the latest words.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use yew::Callback;

use super::drafts::{DraftError, Drafts};
use crate::services::{Clock, Guard, spawn};

/// How long after a change the draft is stored. Further changes do not put it off: what was typed a second ago
/// lies on the disk, however fast somebody types.
const PAUSE_MS: u32 = 250;

/// How long after a failure the phone is asked again.
const RETRY_MS: u32 = 3_000;

/// Whether the phone takes the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing was stored yet.
    Nothing,
    /// What was written last is about to be stored.
    Writing,
    /// What was written lies there.
    Kept,
    /// The form is in this page only.
    Fails,
}

/// What is still to be done.
#[derive(Default)]
enum Due {
    #[default]
    Nothing,
    Store(Vec<u8>),
    Erase,
}

/// Keeps the draft of one form.
#[derive(Clone)]
pub struct DraftKeeper(Rc<Inner>);

/// What a keeper needs.
pub struct DraftPorts {
    /// Which draft.
    pub drafts: Drafts,
    /// Timers, and the time of the first word.
    pub clock: Rc<dyn Clock>,
    /// Told how storing goes.
    pub on_keeping: Callback<Keeping>,
    /// Told of failures.
    pub on_failure: Callback<DraftError>,
}

struct Inner {
    ports: DraftPorts,
    begun_ms: Cell<Option<i64>>,
    due: RefCell<Due>,
    timer: RefCell<Option<Box<dyn Guard>>>,
    working: Cell<bool>,
}

impl DraftKeeper {
    /// A keeper of a draft that was begun then, or begins with the first words.
    pub fn new(ports: DraftPorts, begun_ms: Option<i64>) -> Self {
        Self(Rc::new(Inner {
            ports,
            begun_ms: Cell::new(begun_ms),
            due: RefCell::default(),
            timer: RefCell::default(),
            working: Cell::default(),
        }))
    }

    /// The draft was begun then.
    pub fn begun(&self, ms: i64) {
        self.0.begun_ms.set(Some(ms));
    }

    /// Stores this in a moment.
    pub fn write(&self, plain: Vec<u8>) {
        if self.0.begun_ms.get().is_none() {
            self.begun(self.0.ports.clock.now_ms());
        }
        self.0.due.replace(Due::Store(plain));
        self.0.ports.on_keeping.emit(Keeping::Writing);
        if self.0.timer.borrow().is_none() {
            self.work_after(PAUSE_MS);
        }
    }

    /// Does at once what is due: whoever leaves the page leaves nothing in it.
    pub fn flush(&self) {
        self.0.timer.take();
        self.work();
    }

    /// Erases the draft; what was to be stored is forgotten.
    pub fn erase(&self) {
        self.0.begun_ms.set(None);
        self.0.due.replace(Due::Erase);
        self.flush();
    }

    fn work_after(&self, ms: u32) {
        let keeper = self.clone();
        let timer = self.0.ports.clock.after(ms, Box::new(move || keeper.flush()));
        self.0.timer.replace(Some(timer));
    }

    /// One write after the other, each with what is due by then.
    fn work(&self) {
        if self.0.working.replace(true) {
            return;
        }
        let keeper = self.clone();
        spawn(async move {
            while keeper.do_what_is_due().await {}
            keeper.0.working.set(false);
        });
    }

    /// Says whether there was something to do that succeeded.
    async fn do_what_is_due(&self) -> bool {
        let ports = &self.0.ports;
        let due = self.0.due.take();
        let (done, keeping) = match &due {
            Due::Nothing => return false,
            Due::Store(plain) => {
                let begun_ms = self.0.begun_ms.get().unwrap_or_else(|| ports.clock.now_ms());
                (ports.drafts.save(begun_ms, plain.clone()).await, Keeping::Kept)
            }
            Due::Erase => (ports.drafts.erase().await, Keeping::Nothing),
        };
        let nothing_newer = matches!(*self.0.due.borrow(), Due::Nothing);
        match done {
            Ok(()) => {
                if nothing_newer {
                    ports.on_keeping.emit(keeping);
                }
                true
            }
            Err(error) => {
                ports.on_failure.emit(error);
                ports.on_keeping.emit(Keeping::Fails);
                if nothing_newer {
                    self.0.due.replace(due);
                }
                self.work_after(RETRY_MS);
                false
            }
        }
    }
}
