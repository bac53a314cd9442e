//! Recording a contact: paper above, keys in the thumb zone below.

mod consent;
mod language;
mod offers;
mod reach;
mod receipt_view;
mod slip;
mod wish;

use std::rc::Rc;

use shared::{
    catalog::{Catalog, SmallPrint},
    document::Kind,
};
use yew::prelude::*;

use self::{
    consent::ConsentKeys, language::language_keys, receipt_view::ReceiptView, slip::slip, wish::WishKeys,
};
pub(super) use self::{reach::reach_keys, slip::subject};
use super::{failure, no_catalog};
use crate::{
    components::{
        Rank, Symbol, action_button, attrs, button_link, el, el_with, icon, parts, say, small_icon,
        thumb_button, when,
    },
    driver::use_repo,
    forms::draft_keeper::Keeping,
    services::{Services, spawn, use_services},
    team::{
        catalog::{use_catalog, use_small_print},
        drafts::{Begun, use_begun, use_keeping},
        frame::{Bars, Frame, volunteer_canopy},
        local_notes::use_local_notes,
        navigator::use_navigator,
        recording::{GivenConsent, Receipt, Recorder},
        route::Route,
        session::{DeviceSession, use_session},
        state::contact_form::{ContactForm, ContactFormEvent, Step},
    },
    text::{Msg, Text, use_text},
};

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

/// Properties of [`RecordPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct RecordPageProps {
    /// The draft to go on with; without, a form begins.
    pub draft: AttrValue,
}

/// The page.
#[component]
pub fn RecordPage(props: &RecordPageProps) -> Html {
    let text = use_text();
    let handle = use_session();
    let printed = use_catalog().zip(use_small_print());
    let (begun, on_next) = use_begun(Kind::Contact, &props.draft, ContactForm::new(text.language()));
    let Some(session) = handle.session.device().cloned() else { return html! {} };
    let Some((catalog, small_print)) = printed else { return no_catalog(&text, Msg::TEAM_TITLE_RECORD) };
    match begun {
        None => html! {},
        Some(begun) => {
            let key = begun.id.document.to_string();
            html! {
                <RecordForm {key} {begun} {session} {catalog} {small_print} {on_next} />
            }
        }
    }
}

/// Properties of [`RecordForm`].
#[derive(Clone, PartialEq, Properties)]
struct RecordFormProps {
    begun: Rc<Begun<ContactForm>>,
    session: DeviceSession,
    catalog: Rc<Catalog>,
    small_print: Rc<SmallPrint>,
    on_next: Callback<()>,
}

/// One contact, from its first word to its receipt.
#[component]
fn RecordForm(props: &RecordFormProps) -> Html {
    let text = use_text();
    let services = use_services();
    let repo = use_repo();
    let notes = use_local_notes();
    let navigator = use_navigator();
    let RecordFormProps { begun, session, catalog, small_print, on_next } = props.clone();
    let retention_days = catalog.season.retention_days;
    let recorder = Recorder { services: services.clone(), repo, session, notes };
    let showing = use_state(|| {
        // The browser was closed between storing the contact and erasing its draft.
        if recorder.repo.has(begun.id.document) {
            Showing::Receipt(recorder.receipt(&begun, retention_days))
        } else {
            Showing::Form
        }
    });
    let form = use_reducer(|| begun.form.clone());
    use_focus_of_step(&services, form.step);
    let is_open = matches!(*showing, Showing::Form | Showing::Saving | Showing::Failed(_));
    use_upper_end_of(&services, !is_open);
    let is_empty = form.is_empty(text.language());
    let (keeping, erase_draft) = use_keeping(&begun, &*form, is_open, is_empty);

    let on_agreed = {
        let (form, showing, text) = (form.clone(), showing.clone(), text.clone());
        Callback::from(move |consent: GivenConsent| {
            showing.set(Showing::Saving);
            let (recorder, showing) = (recorder.clone(), showing.clone());
            let finished = Begun { form: (*form).clone(), ..(*begun).clone() };
            let subject = slip::subject(&text, &form).to_string();
            if let Some(wish) = form.wishes.first() {
                offers::remember(&*recorder.services.platform, &wish.offer);
            }
            spawn(async move {
                showing.set(
                    match recorder.record_contact(&finished, consent, retention_days, subject).await {
                        Ok(receipt) => Showing::Receipt(receipt),
                        Err(error) => Showing::Failed(error.advice()),
                    },
                );
            });
        })
    };
    let on_declined = {
        let showing = showing.clone();
        Callback::from(move |()| {
            showing.set(Showing::Declined);
            erase_draft.emit(());
        })
    };
    match &*showing {
        Showing::Receipt(receipt) => html! {
            <Frame><ReceiptView receipt={receipt.clone()} {on_next} /></Frame>
        },
        Showing::Declined => {
            let to_start = button_link(
                Rank::Plain,
                Html::default(),
                Route::Home.path().into(),
                text.get(Msg::TEAM_TO_START),
            );
            let next =
                action_button(Rank::First, Html::default(), "next", &on_next, text.get(Msg::RECORD_NEXT));
            let said = el(
                "section",
                "stack",
                [
                    el("h1", "", [say(text.get(Msg::RECORD_DECLINED))]),
                    el("p", "lead", [say(text.get(Msg::RECORD_DECLINED_HELP))]),
                    el("div", "actions", [to_start, next]),
                ],
            );
            html! { <Frame>{ said }</Frame> }
        }
        Showing::Form | Showing::Saving | Showing::Failed(_) => {
            let on_event = {
                let dispatcher = form.dispatcher();
                Callback::from(move |event| dispatcher.dispatch(event))
            };
            let failure = match &*showing {
                Showing::Failed(advice) => failure(&text, *advice),
                _ => Html::default(),
            };
            let saving = *showing == Showing::Saving;
            let answers = when(form.step != Step::Consent, || {
                let on_cancel = Callback::from(move |()| navigator.go(Route::Home.path()));
                let on_continue = on_event.reform(|()| ContactFormEvent::Continued);
                let cancel = el("span", "hidden-text", [say(text.get(Msg::RECORD_CANCEL))]);
                let cancel = parts(vec![icon(Symbol::Close), cancel]);
                let cancel = action_button(Rank::Plain, cancel, "cancel", &on_cancel, AttrValue::default());
                let go_on = text.get(Msg::RECORD_CONTINUE);
                let go_on = thumb_button(Rank::First, Html::default(), "continue", &on_continue, go_on);
                el("div", "answers", [el("div", "row2", [cancel, go_on])])
            });
            let keys = keys(
                &text,
                &form,
                (&catalog, &small_print),
                on_event.clone(),
                on_agreed,
                on_declined,
                saving,
            );
            let main =
                attrs![("id", "inhalt".into()), ("class", "contents".into()), ("tabindex", "-1".into())];
            let labelled = attrs![("class", "keys".into()), ("aria-labelledby", "frage".into())];
            let content = [
                slip(&text, &form, &on_event),
                draft_line(&text, keeping),
                el_with("section", labelled, [failure, keys, answers]),
            ];
            el(
                "div",
                "record",
                [
                    el("div", "", [volunteer_canopy(&text), html! { <Bars /> }]),
                    el_with("main", main, content),
                ],
            )
        }
    }
}

/// What a step asks; the focus can be set to it.
fn question(words: AttrValue) -> Html {
    el_with("h1", attrs![("id", "frage".into()), ("tabindex", "-1".into())], [say(words)])
}

/// Whether the form would be here again after a closed browser.
fn draft_line(text: &Text, keeping: Keeping) -> Html {
    let (symbol, words) = match keeping {
        Keeping::Nothing | Keeping::Writing | Keeping::Kept => (Symbol::Mobile, Msg::RECORD_DRAFT),
        Keeping::Fails => (Symbol::Alert, Msg::RECORD_DRAFT_NOT_KEPT),
    };
    let attributes = attrs![
        ("class", "draft small".into()),
        ("role", "status".into()),
        ("data-keeping", if keeping == Keeping::Kept { "kept" } else { "" }.into()),
    ];
    let said = when(keeping != Keeping::Nothing, || parts(vec![small_icon(symbol), say(text.get(words))]));
    el_with("p", attributes, [said])
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
