//! The draft of a form: stored while it is written, opened when the page is opened again.

use std::cell::Cell;

use yew::prelude::*;

use crate::{
    ask::{
        app::Here,
        state::{
            contact_form::{ContactForm, ContactFormEvent},
            request::Kind,
        },
    },
    forms::drafts::{Drafts, erase_what_is_over},
    services::{Guard, spawn},
};

/// How long typing must pause before the draft is stored.
const DRAFT_PAUSE_MS: u32 = 250;

/// Counts what was written, so that a late answer about something earlier is known as one.
type Revision = u32;

/// Whether the phone takes the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeping {
    /// Nothing was stored yet.
    Nothing,
    /// What was written last is about to be stored.
    Writing,
    /// What was written lies there.
    Kept,
    /// The form is in this page only.
    Fails,
}

/// The row of a form's draft.
pub(super) fn draft_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Contact => "contact",
        Kind::Question => "question",
        Kind::Accreditation => "accreditation",
        Kind::Feedback => "feedback",
    }
}

/// Opens the stored draft once, and stores what is written whenever writing pauses. Gives how that
/// goes, and what erases the draft and empties the form.
#[hook]
pub(super) fn use_draft(
    here: &Here,
    drafts: &Drafts,
    form: &UseReducerHandle<ContactForm>,
    is_open: bool,
) -> (Keeping, Callback<()>) {
    let keeping = use_state(|| Keeping::Nothing);
    let opened = use_state(|| false);
    let begun_ms = use_mut_ref(|| None::<i64>);
    let timer = use_mut_ref(|| None::<Box<dyn Guard>>);
    let erased = use_mut_ref(|| Cell::new(false));
    let revision = use_mut_ref(|| Cell::<Revision>::new(0));
    use_effect_with((), {
        let (here, drafts, form, opened) = (here.clone(), drafts.clone(), form.dispatcher(), opened.setter());
        let (begun_ms, keeping) = (begun_ms.clone(), keeping.setter());
        move |()| {
            spawn(async move {
                let ports = &here.app.ports;
                let over = erase_what_is_over(&*ports.storage, &*ports.draft_key, ports.clock.now_ms()).await;
                match over.and(drafts.load::<ContactForm>().await) {
                    Ok(Some((begun, draft))) => {
                        *begun_ms.borrow_mut() = Some(begun);
                        keeping.set(Keeping::Kept);
                        form.dispatch(ContactFormEvent::Opened(draft));
                    }
                    Ok(None) => {}
                    Err(error) => {
                        ports.page.log(&error);
                        keeping.set(Keeping::Fails);
                    }
                }
                opened.set(true);
            });
        }
    });
    use_effect_with(((**form).clone(), *opened && is_open), {
        let (here, drafts, keeping) = (here.clone(), drafts.clone(), keeping.setter());
        let (begun_ms, timer, erased) = (begun_ms.clone(), timer.clone(), erased.clone());
        move |(form, may_store): &(ContactForm, bool)| {
            *timer.borrow_mut() = None;
            if !may_store || form.is_empty() {
                return;
            }
            erased.borrow().set(false);
            let own = revision.borrow().get().wrapping_add(1);
            revision.borrow().set(own);
            keeping.set(Keeping::Writing);
            let ports = here.app.ports.clone();
            let begun = *begun_ms.borrow_mut().get_or_insert_with(|| ports.clock.now_ms());
            let form = form.clone();
            let store = move || {
                spawn(async move {
                    if erased.borrow().get() {
                        return;
                    }
                    match drafts.save(begun, &form).await {
                        Ok(()) if erased.borrow().get() => {
                            // It was erased while it was being stored.
                            if let Err(error) = drafts.erase().await {
                                ports.page.log(&error);
                            }
                        }
                        Ok(()) if revision.borrow().get() == own => keeping.set(Keeping::Kept),
                        Ok(()) => {}
                        Err(error) => {
                            ports.page.log(&error);
                            keeping.set(Keeping::Fails);
                        }
                    }
                });
            };
            *timer.borrow_mut() = Some(here.app.ports.clock.after(DRAFT_PAUSE_MS, Box::new(store)));
        }
    });
    let erase = {
        let (here, drafts, form, keeping) =
            (here.clone(), drafts.clone(), form.dispatcher(), keeping.setter());
        Callback::from(move |()| {
            *timer.borrow_mut() = None;
            *begun_ms.borrow_mut() = None;
            erased.borrow().set(true);
            form.dispatch(ContactFormEvent::Opened(ContactForm::new(here.app.text.language())));
            let (here, drafts, keeping) = (here.clone(), drafts.clone(), keeping.clone());
            spawn(async move {
                match drafts.erase().await {
                    Ok(()) => keeping.set(Keeping::Nothing),
                    Err(error) => here.app.ports.page.log(&error),
                }
            });
        })
    };
    (*keeping, erase)
}
