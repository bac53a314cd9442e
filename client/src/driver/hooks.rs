//! Hooks that read documents and render again when they change.
//!
//! Changes are gathered: a thousand documents that arrive at once render once.

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use automerge::Automerge;
use shared::{
    document::{DocumentId, Kind},
    repo::Custody,
};
use yew::prelude::*;

use super::{Connection, Repo, subscribers::Topic};

/// The repo, from the context that the app provides.
#[hook]
pub fn use_repo() -> Repo {
    use_context::<Repo>().expect("the app provides the repo around every page")
}

/// What `read` makes of one document; none if it is not here.
#[hook]
pub fn use_document<T: 'static>(document: DocumentId, read: impl Fn(&Automerge) -> T) -> Option<Rc<T>> {
    let repo = use_repo();
    let revision = use_revision(&repo, move |changed| changed == document);
    // Read once per change, not once per rendering.
    let kept = use_mut_ref(|| None::<(DocumentId, u32, Option<Rc<T>>)>);
    let mut kept = kept.borrow_mut();
    match &*kept {
        Some((of, at, value)) if *of == document && *at == revision => value.clone(),
        _ => {
            let value = repo.read(document, read).map(Rc::new);
            *kept = Some((document, revision, value.clone()));
            value
        }
    }
}

/// Where a document is safe; none if it is not here.
#[hook]
pub fn use_custody(document: DocumentId) -> Option<Custody> {
    let repo = use_repo();
    use_revision(&repo, move |changed| changed == document);
    repo.custody(document)
}

/// A document's id with what was read of it.
pub type ReadDocument<T> = (DocumentId, Rc<T>);

/// What `read` makes of each document of a kind, in the order of ids. Only documents that changed
/// are read again.
#[hook]
pub fn use_documents<T: 'static>(
    kind: Kind,
    read: impl Fn(DocumentId, &Automerge) -> T,
) -> Rc<Vec<ReadDocument<T>>> {
    let repo = use_repo();
    let changed = use_mut_ref(BTreeSet::<DocumentId>::new);
    let revision = {
        let changed = Rc::clone(&changed);
        use_revision(&repo, move |document| {
            changed.borrow_mut().insert(document);
            true
        })
    };
    let values = use_mut_ref(BTreeMap::<DocumentId, Rc<T>>::new);
    let list = use_mut_ref(|| None::<(u32, Rc<Vec<ReadDocument<T>>>)>);

    let mut list = list.borrow_mut();
    if let Some((at, list)) = &*list
        && *at == revision
    {
        return Rc::clone(list);
    }
    let mut values = values.borrow_mut();
    for document in changed.take() {
        values.remove(&document);
    }
    let present: BTreeSet<DocumentId> = repo.documents(kind).into_iter().collect();
    values.retain(|document, _| present.contains(document));
    for document in present {
        values.entry(document).or_insert_with(|| {
            Rc::new(
                repo.read(document, |automerge| read(document, automerge)).expect("it was listed just now"),
            )
        });
    }
    let all: Rc<Vec<ReadDocument<T>>> =
        Rc::new(values.iter().map(|(document, value)| (*document, Rc::clone(value))).collect());
    *list = Some((revision, Rc::clone(&all)));
    all
}

/// How things are with the server and the storage.
#[hook]
pub fn use_connection() -> Connection {
    let repo = use_repo();
    let update = use_force_update();
    use_effect_with(repo.clone(), move |repo| {
        let subscription = repo.subscribe(Topic::Connection, gathered(update));
        move || drop(subscription)
    });
    let counted = use_force_update();
    use_effect_with(repo.clone(), move |repo| {
        let subscription = repo.subscribe(Topic::Documents, gathered(counted));
        move || drop(subscription)
    });
    repo.connection()
}

/// A number that grows, and a new rendering, whenever a document changes that `concerns` accepts.
#[hook]
fn use_revision(repo: &Repo, concerns: impl Fn(DocumentId) -> bool + 'static) -> u32 {
    let revision = use_mut_ref(|| 0_u32);
    let latest = use_mut_ref(|| Box::new(|_| false) as Box<dyn Fn(DocumentId) -> bool>);
    *latest.borrow_mut() = Box::new(concerns);
    let update = use_force_update();
    let rendered_at = repo.0.revision.get();
    {
        let revision = Rc::clone(&revision);
        use_effect_with(repo.clone(), move |repo| {
            let render = gathered(update);
            if repo.0.revision.get() != rendered_at {
                // Something changed between the rendering and this effect; nobody heard what.
                *revision.borrow_mut() += 1;
                render(None);
            }
            let subscription = repo.subscribe(
                Topic::Documents,
                Rc::new(move |document| {
                    if document.is_some_and(|document| (latest.borrow())(document)) {
                        *revision.borrow_mut() += 1;
                        render(document);
                    }
                }),
            );
            move || drop(subscription)
        });
    }
    *revision.borrow()
}

/// Renders once for all changes of one turn.
fn gathered(update: UseForceUpdateHandle) -> Rc<dyn Fn(Option<DocumentId>)> {
    let waiting = Rc::new(Cell::new(false));
    Rc::new(move |_| {
        if !waiting.replace(true) {
            let (waiting, update) = (Rc::clone(&waiting), update.clone());
            crate::services::spawn(async move {
                waiting.set(false);
                update.force_update();
            });
        }
    })
}
