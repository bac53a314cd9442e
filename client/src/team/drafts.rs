//! Forms that were begun on this phone and are not finished.
//!
//! Whatever a form becomes has its id, and a contact the secret of its receipt, from the first word on: however
//! often it is finished, after however many closed browsers, it becomes one document. A draft is erased only
//! when that document is stored.

mod night;
mod open;

use std::rc::Rc;

use shared::{
    document::{DocumentId, Kind},
    repo::Custody,
    seal::receipt::Secret,
};
use yew::prelude::*;

use super::route::Route;
use crate::{
    driver::use_custody,
    forms::{
        draft_keeper::{DraftKeeper, DraftPorts, Keeping},
        drafts::{DraftError, Drafts},
    },
    services::{History, Services, random_bytes, spawn, use_services},
};

pub use night::{sweep, watch};
pub use open::OpenDraft;

/// Names a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftId {
    /// What it becomes.
    pub kind: Kind,
    /// The id of the document that it becomes.
    pub document: DocumentId,
}

impl DraftId {
    /// The row that it lies in.
    fn row(self) -> String {
        format!("{} {}", self.kind, self.document)
    }

    fn parse(row: &str) -> Option<Self> {
        let (kind, document) = row.split_once(' ')?;
        Some(Self { kind: kind.parse().ok()?, document: document.parse().ok()? })
    }

    fn drafts(self, services: &Services) -> Drafts {
        Drafts { storage: services.storage.clone(), key: services.draft_key.clone(), name: self.row().into() }
    }

    /// Where the form goes on. The fragment is sent to no server.
    pub fn path(self) -> String {
        let page = if self.kind == Kind::Feedback { Route::Feedback } else { Route::Record };
        format!("{}#{}", page.path(), self.document)
    }
}

/// A form with what is drawn before its first word.
#[derive(Clone, PartialEq)]
pub struct Begun {
    /// Its name.
    pub id: DraftId,
    /// The secret of the receipt; feedback has no use for it.
    pub secret: Secret,
    /// When the first word was written, ms since the Unix epoch.
    pub begun_ms: Option<i64>,
    /// The form as JSON, as far as it was stored.
    pub form: Vec<u8>,
}

impl Begun {
    /// One that nobody has written in.
    fn new(services: &Services, kind: Kind) -> Self {
        let document = DocumentId::from_bytes(random_bytes::<16>(&*services.random));
        let secret = Secret(random_bytes::<10>(&*services.random));
        Self { id: DraftId { kind, document }, secret, begun_ms: None, form: Vec::new() }
    }

    /// What is encrypted of it.
    ///
    /// **Shape**: the secret's 10 bytes, then the form as JSON.
    fn written(&self, form: &[u8]) -> Vec<u8> {
        [self.secret.0.as_slice(), form].concat()
    }

    fn read(id: DraftId, begun_ms: i64, written: &[u8]) -> Option<Self> {
        let (secret, form) = written.split_first_chunk()?;
        Some(Self { id, secret: Secret(*secret), begun_ms: Some(begun_ms), form: form.to_vec() })
    }
}

async fn load(services: &Services, id: DraftId) -> Result<Option<Begun>, DraftError> {
    let loaded = id.drafts(services).load().await?;
    Ok(loaded.and_then(|(begun_ms, written)| Begun::read(id, begun_ms, &written)))
}

/// The draft that the address of a page names, or a form that begins now; nothing until that is known. And
/// what begins the next one.
#[hook]
pub fn use_begun(kind: Kind, fragment: &str) -> (Option<Rc<Begun>>, Callback<()>) {
    let services = use_services();
    let document = fragment.parse::<DocumentId>().ok();
    let begun = use_state(|| document.is_none().then(|| Rc::new(Begun::new(&services, kind))));
    let next = {
        let (begun, services) = (begun.setter(), services.clone());
        Callback::from(move |()| {
            let (path, _) = services.platform.address();
            services.platform.set_address(&path, History::Replace);
            begun.set(Some(Rc::new(Begun::new(&services, kind))));
        })
    };
    {
        let begun = begun.setter();
        use_effect_with((), move |()| {
            let Some(document) = document else { return };
            spawn(async move {
                let found = load(&services, DraftId { kind, document }).await.unwrap_or_else(|error| {
                    services.platform.log(&error);
                    None
                });
                begun.set(Some(Rc::new(found.unwrap_or_else(|| Begun::new(&services, kind)))));
            });
        });
    }
    ((*begun).clone(), next)
}

/// How a form is, for its draft.
#[derive(Clone, PartialEq, Eq)]
pub enum Written {
    /// It says this, as JSON.
    Open(Vec<u8>),
    /// Nobody has said anything.
    Empty,
    /// It is finished.
    Closed,
}

/// Stores a form while it is open, and erases its draft as soon as its document is stored. Gives how storing
/// goes, and what erases the draft because nothing shall come of it.
#[hook]
pub fn use_keeping(begun: &Rc<Begun>, written: Written) -> (Keeping, Callback<()>) {
    let services = use_services();
    let keeping = use_state_eq(|| Keeping::Nothing);
    let id = begun.id;
    let keeper = use_memo((), |()| {
        let (platform, keeping) = (services.platform.clone(), keeping.setter());
        let on_drafts = services.on_drafts.clone();
        let ports = DraftPorts {
            drafts: id.drafts(&services),
            clock: services.clock.clone(),
            on_keeping: Callback::from(move |now| {
                keeping.set(now);
                if matches!(now, Keeping::Kept | Keeping::Nothing) {
                    let listing = on_drafts.borrow().clone();
                    listing.emit(());
                }
            }),
            on_failure: Callback::from(move |error: DraftError| platform.log(&error)),
        };
        DraftKeeper::new(ports, begun.begun_ms)
    });
    let is_stored = use_custody(id.document).is_some_and(|custody| is_stored(&custody));
    {
        let (keeper, platform, begun) = (keeper.clone(), services.platform.clone(), begun.clone());
        let lies_there = *keeping != Keeping::Nothing;
        use_effect_with((written, is_stored), move |(written, is_stored)| match written {
            _ if *is_stored => keeper.erase(),
            Written::Open(form) => {
                // A browser that comes back after it was killed opens this address again.
                let (path, fragment) = platform.address();
                let document = id.document.to_string();
                if fragment != document {
                    platform.set_address(&format!("{path}#{document}"), History::Replace);
                }
                keeper.write(begun.written(form));
            }
            Written::Empty if lies_there => keeper.erase(),
            Written::Empty => {}
            Written::Closed => keeper.flush(),
        });
    }
    {
        let keeper = keeper.clone();
        use_effect_with((), move |()| move || keeper.flush());
    }
    (*keeping, Callback::from(move |()| keeper.erase()))
}

/// Whether this phone's storage has a document.
fn is_stored(custody: &Custody) -> bool {
    !matches!(custody, Custody::Saving | Custody::NotSaved)
}
