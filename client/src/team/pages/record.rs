//! Recording a contact: paper above, keys in the thumb zone below.

mod consent;
mod language;
mod offers;
mod reach;
mod receipt_view;
mod slip;
mod wish;

use std::rc::Rc;

use shared::catalog::{Catalog, SmallPrint};
use yew::prelude::*;

use self::{
    consent::ConsentKeys, language::language_keys, reach::reach_keys, receipt_view::ReceiptView, slip::slip,
    wish::WishKeys,
};
use crate::{
    components::{Button, Cloth, ClothBox, Drawing, Rank, Symbol, empty, icon, small_icon},
    driver::use_repo,
    forms::drafts::Drafts,
    services::{Services, spawn, use_services},
    team::{
        catalog::{use_catalog, use_small_print},
        frame::{Bars, Frame, volunteer_canopy},
        local_notes::use_local_notes,
        navigator::use_navigator,
        recording::{GivenConsent, Receipt, Recorder},
        route::Route,
        session::use_session,
        state::contact_form::{ContactForm, ContactFormEvent, Step},
    },
    text::{Msg, Text, use_text},
};

/// Row of the draft.
const DRAFT: &str = "contact";

/// How long typing must pause before the draft is stored.
const DRAFT_PAUSE_MS: u32 = 250;

/// Whether the phone takes the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keeping {
    /// As far as it was tried.
    Works,
    /// The form is in this page only.
    Fails,
}

/// What the page shows.
#[derive(Clone, PartialEq)]
enum Showing {
    /// The form.
    Form,
    /// It is being sealed and stored.
    Saving,
    /// It could not be recorded; the form is still there.
    Failed(Msg),
    /// The visitor said no; everything is erased.
    Declined,
    /// The receipt.
    Receipt(Receipt),
}

/// The page.
#[component]
pub fn RecordPage() -> Html {
    let text = use_text();
    let services = use_services();
    let repo = use_repo();
    let notes = use_local_notes();
    let catalog = use_catalog();
    let small_print = use_small_print();
    let navigator = use_navigator();
    let handle = use_session();
    let showing = use_state(|| Showing::Form);
    let form = use_reducer({
        let language = text.language().to_owned();
        move || ContactForm::new(&language)
    });
    use_focus_of_step(&services, form.step);
    use_upper_end_of(&services, !matches!(*showing, Showing::Form | Showing::Saving | Showing::Failed(_)));
    let (keeping, erase_draft) = use_draft(&services, &form, *showing == Showing::Form);
    let Some(session) = handle.session.device().cloned() else { return html! {} };
    let recorder = Recorder { services: services.clone(), repo, session, notes };

    let on_agreed = {
        let (recorder, form, showing, erase_draft, catalog, text) = (
            recorder.clone(),
            form.clone(),
            showing.clone(),
            erase_draft.clone(),
            catalog.clone(),
            text.clone(),
        );
        Callback::from(move |consent: GivenConsent| {
            showing.set(Showing::Saving);
            let (recorder, showing, erase_draft) = (recorder.clone(), showing.clone(), erase_draft.clone());
            let form = (*form).clone();
            let subject = slip::subject(&text, &form).to_string();
            let retention_days = catalog.as_ref().map_or(0, |catalog| catalog.season.retention_days);
            if let Some(wish) = form.wishes.first() {
                offers::remember(&*recorder.services.platform, &wish.offer);
            }
            spawn(async move {
                match recorder.record_contact(&form, consent, retention_days, subject).await {
                    Ok(receipt) => {
                        erase_draft.emit(());
                        showing.set(Showing::Receipt(receipt));
                    }
                    Err(error) => showing.set(Showing::Failed(error.advice())),
                }
            });
        })
    };
    let on_declined = {
        let (showing, erase_draft) = (showing.clone(), erase_draft.clone());
        Callback::from(move |()| {
            erase_draft.emit(());
            showing.set(Showing::Declined);
        })
    };
    let on_next = {
        let (showing, form, language) = (showing.clone(), form.clone(), text.language().to_owned());
        Callback::from(move |()| {
            form.dispatch(ContactFormEvent::DraftOpened(ContactForm::new(&language)));
            showing.set(Showing::Form);
        })
    };
    let Some((catalog, small_print)) = catalog.zip(small_print) else {
        return html! {
            <Frame>
                <section class="stack">
                    <h1>{ text.get(Msg::TEAM_TITLE_RECORD) }</h1>
                    { empty(Some(Drawing::Offline), html! { <p>{ text.get(Msg::RECORD_NO_CATALOG) }</p> }) }
                </section>
            </Frame>
        };
    };
    match &*showing {
        Showing::Receipt(receipt) => html! {
            <Frame><ReceiptView receipt={receipt.clone()} {on_next} /></Frame>
        },
        Showing::Declined => html! {
            <Frame>
                <section class="stack">
                    <h1>{ text.get(Msg::RECORD_DECLINED) }</h1>
                    <p class="lead">{ text.get(Msg::RECORD_DECLINED_HELP) }</p>
                    <div class="actions">
                        <Button href={Route::Home.path()}>{ text.get(Msg::TEAM_TO_START) }</Button>
                        <Button rank={Rank::First} on_click={on_next}>{ text.get(Msg::RECORD_NEXT) }</Button>
                    </div>
                </section>
            </Frame>
        },
        Showing::Form | Showing::Saving | Showing::Failed(_) => {
            let on_event = {
                let dispatcher = form.dispatcher();
                Callback::from(move |event| dispatcher.dispatch(event))
            };
            let on_cancel = {
                let navigator = navigator.clone();
                Callback::from(move |()| navigator.go(Route::Home.path()))
            };
            html! {
                <div class="record">
                    <div>{ volunteer_canopy(&text) }<Bars /></div>
                    <main id="inhalt" class="contents" tabindex="-1">
                        { slip(&text, &form, &on_event) }
                        { draft_line(&text, keeping) }
                        <section class="keys" aria-labelledby="frage">
                            if let Showing::Failed(advice) = *showing {
                                <div role="alert">
                                    <ClothBox cloth={Cloth::Brick} symbol={Symbol::Alert} heading={text.get(Msg::RECORD_FAILED)} id="fehler">
                                        <p>{ text.get(advice) }</p>
                                    </ClothBox>
                                </div>
                            }
                            { keys(&text, &form, (&catalog, &small_print), on_event.clone(), on_agreed, on_declined, *showing == Showing::Saving) }
                            if form.step != Step::Consent {
                                <div class="answers"><div class="row2">
                                    <Button on_click={on_cancel} action="cancel">{ icon(Symbol::Close) }<span class="hidden-text">{ text.get(Msg::RECORD_CANCEL) }</span></Button>
                                    <Button rank={Rank::First} thumb=true action="continue" on_click={on_event.reform(|()| ContactFormEvent::Continued)}>{ text.get(Msg::RECORD_CONTINUE) }</Button>
                                </div></div>
                            }
                        </section>
                    </main>
                </div>
            }
        }
    }
}

/// Whether the form would be here again after a closed browser.
fn draft_line(text: &Text, keeping: Keeping) -> Html {
    let (symbol, words) = match keeping {
        Keeping::Works => (Symbol::Mobile, Msg::RECORD_DRAFT),
        Keeping::Fails => (Symbol::Alert, Msg::RECORD_DRAFT_NOT_KEPT),
    };
    html! { <p class="draft small" role="status">{ small_icon(symbol) }{ text.get(words) }</p> }
}

fn keys(
    text: &Text,
    form: &ContactForm,
    (catalog, small_print): (&Rc<Catalog>, &Rc<SmallPrint>),
    on_event: Callback<ContactFormEvent>,
    on_agreed: Callback<GivenConsent>,
    on_declined: Callback<()>,
    saving: bool,
) -> Html {
    let (form, catalog, small_print) = (form.clone(), catalog.clone(), small_print.clone());
    match form.step {
        Step::Wish => html! { <WishKeys {form} {catalog} {on_event} /> },
        Step::Reach => reach_keys(text, &form, &on_event),
        Step::Language => language_keys(text, &form, &small_print, &on_event),
        Step::Consent => {
            html! { <ConsentKeys {form} {catalog} {small_print} {on_event} {on_agreed} {on_declined} {saving} /> }
        }
    }
}

/// Each step begins where it is filled in: at its first field, or at its question.
#[hook]
fn use_focus_of_step(services: &Services, step: Step) {
    let services = services.clone();
    use_effect_with(step, move |step| match step {
        // The first one has the focus of the page.
        Step::Wish => {}
        Step::Reach => services.platform.focus("name"),
        Step::Language | Step::Consent => services.platform.focus("frage"),
    });
}

/// What takes the place of the form is shown from its upper end.
#[hook]
fn use_upper_end_of(services: &Services, replaced: bool) {
    let services = services.clone();
    use_effect_with(replaced, move |replaced| {
        if *replaced {
            services.platform.scroll_to_top();
            services.platform.focus("inhalt");
        }
    });
}

/// Opens a stored draft, stores the form whenever it rests, and erases it when asked.
#[hook]
fn use_draft(
    services: &Services,
    form: &UseReducerHandle<ContactForm>,
    keeps: bool,
) -> (Keeping, Callback<()>) {
    let keeping = use_state_eq(|| Keeping::Works);
    let drafts = Drafts { storage: services.storage.clone(), key: services.draft_key.clone(), name: DRAFT };
    let begun_ms = use_mut_ref(|| None::<i64>);
    {
        let (drafts, form, begun_ms) = (drafts.clone(), form.dispatcher(), begun_ms.clone());
        let platform = services.platform.clone();
        use_effect_with((), move |()| {
            spawn(async move {
                match drafts.load::<ContactForm>().await {
                    Ok(Some((begun, stored))) => {
                        begun_ms.replace(Some(begun));
                        form.dispatch(ContactFormEvent::DraftOpened(stored));
                    }
                    Ok(None) => {}
                    Err(error) => platform.log(&error),
                }
            });
        });
    }
    {
        let (drafts, begun_ms, keeping) = (drafts.clone(), begun_ms.clone(), keeping.clone());
        let services = services.clone();
        use_effect_with(((**form).clone(), keeps), move |(form, keeps)| {
            let pause = (*keeps && !form.is_empty()).then(|| {
                let form = form.clone();
                let clock = services.clock.clone();
                clock.after(
                    DRAFT_PAUSE_MS,
                    Box::new(move || {
                        let now_ms = services.clock.now_ms();
                        let begun = *begun_ms.borrow_mut().get_or_insert(now_ms);
                        spawn(async move {
                            keeping.set(match drafts.save(begun, &form).await {
                                Ok(()) => Keeping::Works,
                                Err(error) => {
                                    services.platform.log(&error);
                                    Keeping::Fails
                                }
                            });
                        });
                    }),
                )
            });
            move || drop(pause)
        });
    }
    let platform = services.platform.clone();
    let erase = Callback::from(move |()| {
        begun_ms.replace(None);
        let (drafts, platform) = (drafts.clone(), platform.clone());
        spawn(async move {
            if let Err(error) = drafts.erase().await {
                platform.log(&error);
            }
        });
    });
    (*keeping, erase)
}
