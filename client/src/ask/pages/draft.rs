//! The draft of a form: stored while it is written, opened when the page is opened again.

use yew::prelude::*;

use crate::{
    ask::{
        app::Here,
        state::{
            contact_form::{ContactForm, ContactFormEvent},
            request::Kind,
        },
    },
    forms::{
        draft_keeper::{DraftKeeper, DraftPorts, Keeping},
        drafts::{DraftError, Drafts, erase_what_is_over},
        stored_draft::StoredDraft,
    },
    services::spawn,
};

/// The row of a form's draft.
fn draft_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Contact => "contact",
        Kind::Question => "question",
        Kind::Accreditation => "accreditation",
        Kind::Feedback => "feedback",
    }
}

/// Opens the stored draft once, and stores what is written. Gives how that goes, and what erases the draft
/// and empties the form.
#[hook]
pub(super) fn use_draft(
    here: &Here,
    kind: Kind,
    form: &UseReducerHandle<ContactForm>,
    is_open: bool,
) -> (Keeping, Callback<()>) {
    let keeping = use_state_eq(|| Keeping::Nothing);
    let opened = use_state(|| false);
    let drafts = use_memo(kind, |kind| Drafts {
        storage: here.app.ports.storage.clone(),
        key: here.app.ports.draft_key.clone(),
        name: draft_name(*kind).into(),
    });
    let keeper = use_memo(kind, |_| {
        let (page, keeping) = (here.app.ports.page.clone(), keeping.setter());
        let ports = DraftPorts {
            drafts: (*drafts).clone(),
            clock: here.app.ports.clock.clone(),
            on_keeping: Callback::from(move |now| keeping.set(now)),
            on_failure: Callback::from(move |error: DraftError| page.log(&error)),
        };
        DraftKeeper::new(ports, None)
    });
    use_effect_with((), {
        let (here, form, opened) = (here.clone(), form.dispatcher(), opened.setter());
        let (keeper, keeping) = (keeper.clone(), keeping.setter());
        move |()| {
            spawn(async move {
                match open(&here, &drafts).await {
                    Ok(Some((begun_ms, draft))) => {
                        keeper.begun(begun_ms);
                        keeping.set(Keeping::Kept);
                        form.dispatch(ContactFormEvent::Opened(draft));
                    }
                    Ok(None) => {}
                    Err(error) => {
                        here.app.ports.page.log(&error);
                        keeping.set(Keeping::Fails);
                    }
                }
                opened.set(true);
            });
        }
    });
    use_effect_with(((**form).clone(), *opened && is_open), {
        let keeper = keeper.clone();
        move |(form, may_store): &(ContactForm, bool)| {
            if *may_store && !form.is_empty() {
                keeper.write(serde_json::to_vec(form).expect("forms always serialise"));
            }
        }
    });
    let erase = {
        let (here, form) = (here.clone(), form.dispatcher());
        Callback::from(move |()| {
            keeper.erase();
            form.dispatch(ContactFormEvent::Opened(ContactForm::new(here.app.text.language())));
        })
    };
    (*keeping, erase)
}

async fn open(here: &Here, drafts: &Drafts) -> Result<Option<(i64, ContactForm)>, DraftError> {
    let ports = &here.app.ports;
    let now_ms = ports.clock.now_ms();
    let is_over = |draft: &StoredDraft| draft.is_over(now_ms);
    if erase_what_is_over(&*ports.storage, &is_over).await?.left == 0 {
        // With the last draft goes their key.
        ports.draft_key.forget().await?;
    }
    let loaded = drafts.load().await?;
    Ok(loaded.and_then(|(begun_ms, plain)| Some((begun_ms, serde_json::from_slice(&plain).ok()?))))
}
