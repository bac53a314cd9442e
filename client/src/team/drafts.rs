//! Forms that were begun on this phone and are not finished.
//!
//! Whatever a form becomes has its id, and a contact the secret of its receipt, from the first word on: however
//! often it is finished, after however many closed browsers, it becomes one document. A draft is erased only
//! when that document is stored.

mod night;
mod open;

use std::rc::Rc;

use serde::{Serialize, de::DeserializeOwned};
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
        stored_draft::StoredDraft,
    },
    services::{DraftKey, History, Row, Services, StorageError, Table, random_bytes, spawn},
};

pub use night::{NightWatch, sweep};
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
    /// Where the form goes on. The fragment is sent to no server.
    pub fn path(self) -> String {
        let page = if self.kind == Kind::Feedback { Route::Feedback } else { Route::Record };
        format!("{}#{}", page.path(), self.document)
    }
}

/// Where the drafts of whoever holds the phone lie: nobody else sees them.
#[derive(Clone)]
pub struct Drawer {
    /// Ports.
    pub services: Services,
    /// Whose it is; see [`super::state::hands::Volunteer`].
    pub volunteer: Rc<str>,
    /// What opens it.
    pub key: Rc<dyn DraftKey>,
}

impl PartialEq for Drawer {
    fn eq(&self, other: &Self) -> bool {
        self.volunteer == other.volunteer && Rc::ptr_eq(&self.key, &other.key)
    }
}

impl Drawer {
    /// The row of a draft: kind, document and volunteer.
    fn row(&self, id: DraftId) -> String {
        format!("{} {} {}", id.kind, id.document, self.volunteer)
    }

    /// The name of the draft in a row; none if it is somebody else's.
    fn id_in(&self, row: &str) -> Option<DraftId> {
        let mut parts = row.splitn(3, ' ');
        let (kind, document, volunteer) = (parts.next()?, parts.next()?, parts.next()?);
        (*volunteer == *self.volunteer).then_some(())?;
        Some(DraftId { kind: kind.parse().ok()?, document: document.parse().ok()? })
    }

    /// What a visitor answers does not wait for the volunteer's PIN.
    fn key_of(&self, kind: Kind) -> &Rc<dyn DraftKey> {
        if kind == Kind::Feedback { &self.services.draft_key } else { &self.key }
    }

    fn drafts(&self, id: DraftId) -> Drafts {
        Drafts {
            storage: self.services.storage.clone(),
            key: self.key_of(id.kind).clone(),
            name: self.row(id).into(),
        }
    }

    /// All rows of it.
    async fn rows(&self) -> Result<Vec<(DraftId, Row)>, StorageError> {
        let rows = self.services.storage.all(Table::Drafts).await?;
        Ok(rows.into_iter().filter_map(|row| Some((self.id_in(&row.key)?, row))).collect())
    }
}

/// Seals what lies in a drawer under another key; all of it or nothing.
///
/// # Errors
/// If the database or a key can not be used.
pub async fn seal_anew(drawer: &Drawer, key: &dyn DraftKey) -> Result<(), DraftError> {
    let mut rows = Vec::new();
    for (id, row) in drawer.rows().await? {
        let Some(StoredDraft { begun_ms, sealed }) = StoredDraft::from_bytes(&row.bytes) else { continue };
        if id.kind != Kind::Feedback {
            let sealed = key.seal(drawer.key.open(sealed).await?).await?;
            rows.push(Row { bytes: StoredDraft { begun_ms, sealed }.to_bytes(), ..row });
        }
    }
    if !rows.is_empty() {
        drawer.services.storage.put(rows).await?;
    }
    Ok(())
}

/// Erases all that lies in a drawer.
///
/// # Errors
/// If the database can not be written.
pub async fn erase_all(drawer: &Drawer) -> Result<(), StorageError> {
    for (_, row) in drawer.rows().await? {
        drawer.services.storage.delete(Table::Drafts, &row.key).await?;
    }
    Ok(())
}

/// The drawer, from the context that [`super::hands::InHands`] provides.
#[hook]
pub fn use_drawer() -> Drawer {
    use_context::<Drawer>().expect("the pages of an enrolled phone are in someone's hands")
}

/// A form with what is drawn before its first word.
#[derive(Clone, PartialEq)]
pub struct Begun<F> {
    /// Its name.
    pub id: DraftId,
    /// The secret of the receipt; feedback has no use for it.
    pub secret: Secret,
    /// When the first word was written, ms since the Unix epoch.
    pub begun_ms: Option<i64>,
    /// What it says.
    pub form: F,
}

impl<F> Begun<F> {
    /// One that nobody has written in.
    fn new(services: &Services, kind: Kind, form: F) -> Self {
        let document = DocumentId::from_bytes(random_bytes::<16>(&*services.random));
        let secret = Secret(random_bytes::<10>(&*services.random));
        Self { id: DraftId { kind, document }, secret, begun_ms: None, form }
    }
}

/// What is encrypted of a draft.
///
/// **Shape**: JSON, a list of the secret's bytes and the form.
type Written<F> = ([u8; 10], F);

async fn load<F: DeserializeOwned>(drawer: &Drawer, id: DraftId) -> Result<Option<Begun<F>>, DraftError> {
    let loaded = drawer.drafts(id).load::<Written<F>>().await?;
    Ok(loaded.map(|(begun_ms, (secret, form))| Begun {
        id,
        secret: Secret(secret),
        begun_ms: Some(begun_ms),
        form,
    }))
}

/// The draft that the address of a page names, or a form that begins now; nothing until that is known. And
/// what begins the next one.
#[hook]
pub fn use_begun<F: DeserializeOwned + Clone + 'static>(
    kind: Kind,
    fragment: &str,
    blank: F,
) -> (Option<Rc<Begun<F>>>, Callback<()>) {
    let drawer = use_drawer();
    let services = drawer.services.clone();
    let document = fragment.parse::<DocumentId>().ok();
    let begin = {
        let (services, blank) = (services.clone(), blank.clone());
        move || Some(Rc::new(Begun::new(&services, kind, blank.clone())))
    };
    let begun = use_state(|| if document.is_none() { begin() } else { None });
    let next = {
        let (begun, begin, platform) = (begun.setter(), begin.clone(), services.platform.clone());
        Callback::from(move |()| {
            let (path, _) = platform.address();
            platform.set_address(&path, History::Replace);
            begun.set(begin());
        })
    };
    {
        let begun = begun.setter();
        use_effect_with((), move |()| {
            let Some(document) = document else { return };
            spawn(async move {
                let found = load(&drawer, DraftId { kind, document }).await.unwrap_or_else(|error| {
                    services.platform.log(&error);
                    None
                });
                begun.set(found.map(Rc::new).or_else(begin));
            });
        });
    }
    ((*begun).clone(), next)
}

/// Stores `form` while it is open, and erases its draft as soon as its document is stored. Gives how storing
/// goes, and what erases the draft because nothing shall come of it.
#[hook]
pub fn use_keeping<F: Serialize + Clone + PartialEq + 'static>(
    begun: &Begun<F>,
    form: &F,
    is_open: bool,
    is_empty: bool,
) -> (Keeping, Callback<()>) {
    let drawer = use_drawer();
    let services = drawer.services.clone();
    let keeping = use_state_eq(|| Keeping::Nothing);
    let id = begun.id;
    let keeper = use_memo((), |()| {
        let (platform, keeping) = (services.platform.clone(), keeping.setter());
        let ports = DraftPorts {
            drafts: drawer.drafts(id),
            clock: services.clock.clone(),
            on_keeping: Callback::from(move |now| keeping.set(now)),
            on_failure: Callback::from(move |error: DraftError| platform.log(&error)),
        };
        DraftKeeper::new(ports, begun.begun_ms)
    });
    let secret = begun.secret.0;
    {
        let (keeper, platform, lies_there) =
            (keeper.clone(), services.platform.clone(), *keeping != Keeping::Nothing);
        use_effect_with((form.clone(), is_open, is_empty), move |(form, is_open, is_empty)| {
            if !is_open {
                keeper.flush();
            } else if !is_empty {
                // A browser that comes back after it was killed opens this address again.
                let (path, fragment) = platform.address();
                let document = id.document.to_string();
                if fragment != document {
                    platform.set_address(&format!("{path}#{document}"), History::Replace);
                }
                keeper.write(serde_json::to_vec(&(secret, form)).expect("forms always serialise"));
            } else if lies_there {
                keeper.erase();
            }
        });
    }
    {
        let keeper = keeper.clone();
        let is_stored = use_custody(id.document).is_some_and(|custody| is_stored(&custody));
        use_effect_with(is_stored, move |is_stored| {
            if *is_stored {
                keeper.erase();
            }
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
