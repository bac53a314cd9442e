//! A request for a contact, or a question: how to be reached, a few words, and the consent.

use shared::inbox::{MAX_WORDS, Wish};
use yew::prelude::*;

use super::{
    consent::consent,
    draft::use_draft,
    failure::{FAILURE, failure},
    reach::reach,
    receipt::done,
};
use crate::{
    ask::{
        about::introduction,
        app::Here,
        letter::{PURPOSE, Writer},
        state::{
            contact_form::{ContactForm, ContactFormEvent, Missing},
            market::{TakingMarket, taking},
            request::{Kind, Request, Stage},
        },
    },
    components::{
        Button, Choice, ChoiceKind, Choices, Field, Hang, Input, Rank, Symbol, TextArea, icon, local, say,
        sign,
    },
    forms::draft_keeper::Keeping,
    services::spawn,
    text::{Date, Msg, Text},
};

/// What the page shows.
#[derive(Clone, PartialEq)]
enum Showing {
    /// The form; what was missing when it was sent last.
    Form(Option<Missing>),
    /// It is being sealed and stored.
    Saving,
    /// It could not be finished; the form is still there.
    Failed(Msg),
    /// Finished: the name of the request.
    Done(String),
}

/// Properties of [`ContactPage`].
#[derive(Clone, PartialEq, Properties)]
pub(in crate::ask) struct ContactPageProps {
    pub(in crate::ask) here: Here,
    pub(in crate::ask) kind: Kind,
}

/// The page.
#[component]
pub(in crate::ask) fn ContactPage(props: &ContactPageProps) -> Html {
    let ContactPageProps { here, kind } = props;
    let text = &here.app.text;
    let form = use_reducer({
        let language = text.language().to_owned();
        move || ContactForm::new(&language)
    });
    let showing = use_state(|| Showing::Form(None));
    let agreed = use_state(|| false);
    let is_open = !matches!(*showing, Showing::Done(_) | Showing::Saving);
    let (keeping, erase_draft) = use_draft(here, *kind, &form, is_open);
    use_effect_with((*showing).clone(), {
        let page = here.app.ports.page.clone();
        move |showing| match showing {
            Showing::Done(_) => page.focus("fertig"),
            Showing::Failed(_) => page.focus(FAILURE),
            Showing::Form(Some(_)) => page.focus("fehlt"),
            Showing::Form(None) | Showing::Saving => {}
        }
    });
    let introduced = introduction(&here.around());
    if let Showing::Done(nonce) = &*showing {
        return done(here, nonce, introduced);
    }
    let Some(market) = taking(&here.app.catalog, &here.app.today) else {
        return html! {
            <section class="stack">
                { introduced }
                <div id="kein-markt">{ sign(Hang::Shut, Symbol::Calendar, say(text.get(Msg::ASK_NO_MARKET))) }</div>
            </section>
        };
    };
    let Some(shown) = here.app.small_print.consent_for(PURPOSE, text.language()).cloned() else {
        return html! { <section class="stack">{ introduced }<p>{ text.get(Msg::ASK_NO_MARKET) }</p></section> };
    };
    let missing = match &*showing {
        Showing::Form(missing) => *missing,
        Showing::Saving | Showing::Failed(_) | Showing::Done(_) => None,
    };
    let on_submit = {
        let (here, kind, form, showing, agreed) =
            (here.clone(), *kind, form.clone(), showing.clone(), agreed.clone());
        let (market, shown, erase_draft) = (market.clone(), shown.clone(), erase_draft.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if *showing == Showing::Saving {
                return;
            }
            if let Some(lacking) = form.missing(kind != Kind::Contact, *agreed, missing) {
                showing.set(Showing::Form(Some(lacking)));
                return;
            }
            showing.set(Showing::Saving);
            let finished = finish(&here, kind, &form, &market, &shown);
            let (here, showing, erase_draft) = (here.clone(), showing.clone(), erase_draft.clone());
            spawn(async move {
                let Ok(request) = finished else {
                    return showing.set(Showing::Failed(Msg::ASK_FAILED_SEAL));
                };
                let nonce = request.nonce.clone();
                match here.outbox.add(request).await {
                    Ok(()) => {
                        erase_draft.emit(());
                        showing.set(Showing::Done(nonce));
                    }
                    Err(error) => {
                        here.app.ports.page.log(&error);
                        showing.set(Showing::Failed(Msg::ASK_FAILED_STORAGE));
                    }
                }
            });
        })
    };
    let on_event = {
        let dispatcher = form.dispatcher();
        Callback::from(move |event| dispatcher.dispatch(event))
    };
    let recipient = here.around().subject().provider.map(|provider| provider.name.as_str());
    html! {
        <section class="stack">
            { introduced }
            <p class="small">{ text.with(Msg::ASK_MARKET, &[("date", text.date(Date::Weekday, &market.date).into())]) }</p>
            if let Showing::Failed(advice) = *showing {
                { failure(text, advice) }
            }
            <form class="stack" novalidate=true onsubmit={on_submit} data-keeping={if keeping == Keeping::Kept { "kept" } else { "" }}>
                { note(text, *kind, &form, &on_event) }
                { reach(text, &form, &on_event) }
                <Field label={text.get(Msg::ASK_NAME)} control="name" hint={text.get(Msg::ASK_NAME_HINT)}>
                    <Input id="name" autocomplete="name" describedby="name-hint" value={form.name.clone()} on_input={on_event.reform(ContactFormEvent::NameTyped)} />
                </Field>
                { languages(here, &form, &on_event) }
                { consent(text, &shown, &market, recipient, &agreed) }
                if let Some(missing) = missing {
                    <div role="alert" id="fehlt" tabindex="-1" class="cloth" data-cloth="sun">
                        <p class="warn">{ icon(Symbol::Alert) }<span>{ text.get(missing_words(missing)) }</span></p>
                    </div>
                }
                <div class="actions">{ send(text, *showing == Showing::Saving, missing) }</div>
                <p class="hint">{ text.get(Msg::ASK_OFFLINE) }</p>
                <div role="status">{ draft_says(text, keeping, &form, &erase_draft) }</div>
            </form>
        </section>
    }
}

fn send(text: &Text, saving: bool, missing: Option<Missing>) -> Html {
    if saving {
        return html! { <Button rank={Rank::First} thumb=true unavailable={text.get(Msg::ASK_SAVING)}>{ text.get(Msg::ASK_SAVING) }</Button> };
    }
    let words = match missing {
        Some(Missing::Note | Missing::Reach) => Msg::ASK_SEND_ANYWAY,
        Some(Missing::Consent) | None => Msg::ASK_SEND,
    };
    html! { <Button rank={Rank::First} thumb=true submit=true action="send">{ text.get(words) }</Button> }
}

fn missing_words(missing: Missing) -> Msg {
    match missing {
        Missing::Note => Msg::ASK_MISSING_NOTE,
        Missing::Reach => Msg::ASK_MISSING_REACH,
        Missing::Consent => Msg::ASK_MISSING_CONSENT,
    }
}

fn note(text: &Text, kind: Kind, form: &ContactForm, on_event: &Callback<ContactFormEvent>) -> Html {
    let label = if kind == Kind::Contact { Msg::ASK_NOTE_CONTACT } else { Msg::ASK_NOTE };
    html! {
        <Field label={text.get(label)} control="note" hint={text.get(Msg::ASK_NOTE_HINT)}>
            <TextArea id="note" rows={if kind == Kind::Contact { 2 } else { 4 }} max={MAX_WORDS} value={form.note.clone()} on_input={on_event.reform(ContactFormEvent::NoteTyped)} />
        </Field>
    }
}

/// The languages that the season has words for.
fn languages(here: &Here, form: &ContactForm, on_event: &Callback<ContactFormEvent>) -> Html {
    let labels = &here.app.catalog.vocabulary.languages;
    let choice = |label: &shared::catalog::Label| {
        let id = label.id.clone();
        let on_change = on_event.reform(move |_: bool| ContactFormEvent::LanguageChosen(id.clone()));
        html! {
            <Choice kind={ChoiceKind::Radio} name="sprache" tag=true value={label.id.clone()} checked={form.language == label.id} {on_change}>
                { local(&label.text) }
            </Choice>
        }
    };
    let legend = html! { { here.app.text.get(Msg::ASK_LANGUAGE) } };
    html! { <Choices {legend} wrap=true>{ for labels.iter().map(choice) }</Choices> }
}

fn draft_says(text: &Text, keeping: Keeping, form: &ContactForm, erase: &Callback<()>) -> Html {
    match keeping {
        Keeping::Fails => html! { <p class="hint">{ text.get(Msg::ASK_DRAFT_FAILS) }</p> },
        Keeping::Kept | Keeping::Writing if !form.is_empty() => html! {
            <p class="hint">
                { text.get(Msg::ASK_DRAFT_KEPT) }{ " " }
                <button type="button" class="link" data-action="erase-draft" onclick={erase.reform(|_: MouseEvent| ())}>{ text.get(Msg::ASK_DRAFT_ERASE) }</button>
            </p>
        },
        Keeping::Kept | Keeping::Writing | Keeping::Nothing => Html::default(),
    }
}

/// Seals the form; from here on nothing readable is left of it.
fn finish(
    here: &Here,
    kind: Kind,
    form: &ContactForm,
    market: &TakingMarket,
    consent: &shared::catalog::ConsentText,
) -> Result<Request, shared::seal::SealError> {
    let subject = here.around().subject();
    let wish = subject.provider.filter(|_| kind == Kind::Contact).map(|provider| Wish {
        provider: provider.key.clone(),
        offer: subject.offer.map(|offer| offer.id.clone()),
    });
    let writer = Writer { ports: &here.app.ports, market, language: &form.language };
    let finished = writer.contact(kind, form, wish, consent)?;
    let provider = subject.provider.map(|provider| provider.name.clone()).unwrap_or_default();
    Ok(Request {
        nonce: finished.nonce,
        kind,
        about: subject.offer.map(|offer| offer.title.text.clone()).unwrap_or_default(),
        recipient: provider,
        made_on: here.app.today.to_string(),
        erase_on: market.erase_on.clone(),
        code: finished.code,
        letter: finished.letter,
        tried: false,
        stage: Stage::Phone,
    })
}
