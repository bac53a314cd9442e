//! The questionnaire of the season, on a screen that can be handed to the visitor.

use shared::catalog::SmallPrint;
use yew::prelude::*;

use crate::{
    components::{Button, Cloth, ClothBox, Drawing, Rank, Symbol, empty, state_badge},
    driver::{use_custody, use_repo},
    forms::{
        question::QuestionField,
        questionnaire::{FeedbackForm, FeedbackFormEvent, QUESTIONS_PER_PART, asked},
    },
    services::{spawn, use_services},
    team::{
        catalog::use_small_print,
        frame::{Bars, Frame, volunteer_canopy},
        local_notes::use_local_notes,
        recording::Recorder,
        route::Route,
        session::use_session,
        state::custody_sums::Whereabouts,
    },
    text::{Msg, Text, use_text},
};
use shared::document::DocumentId;

/// As [`shared::document::feedback::NewFeedback::given`]: the visitor holds the phone.
const GIVEN: &str = "self";

/// What the page shows.
#[derive(Clone, PartialEq)]
enum Showing {
    /// The form.
    Form,
    /// It is being sealed and stored.
    Saving,
    /// It could not be recorded; the form is still there.
    Failed(Msg),
    /// Thank you.
    Thanks(DocumentId),
}

/// The page.
#[component]
pub fn FeedbackPage() -> Html {
    let text = use_text();
    let services = use_services();
    let repo = use_repo();
    let notes = use_local_notes();
    let handle = use_session();
    let form = use_reducer(FeedbackForm::default);
    let showing = use_state(|| Showing::Form);
    let Some(session) = handle.session.device().cloned() else { return html! {} };
    let Some(small_print) = use_small_print() else {
        return html! {
            <Frame>
                <section class="stack">
                    <h1>{ text.get(Msg::TEAM_TITLE_FEEDBACK) }</h1>
                    { empty(Some(Drawing::Offline), html! { <p>{ text.get(Msg::RECORD_NO_CATALOG) }</p> }) }
                </section>
            </Frame>
        };
    };
    let recorder = Recorder { services, repo, session, notes };
    let on_finished = {
        let (form, showing, small_print) = (form.clone(), showing.clone(), small_print.clone());
        Callback::from(move |()| {
            showing.set(Showing::Saving);
            let (recorder, showing, small_print) = (recorder.clone(), showing.clone(), small_print.clone());
            let form = (*form).clone();
            spawn(async move {
                showing.set(match recorder.record_feedback(&form, &small_print, GIVEN).await {
                    Ok(document) => Showing::Thanks(document),
                    Err(error) => Showing::Failed(error.advice()),
                });
            });
        })
    };
    let on_next = {
        let (form, showing) = (form.dispatcher(), showing.clone());
        Callback::from(move |()| {
            form.dispatch(FeedbackFormEvent::DraftOpened(FeedbackForm::default()));
            showing.set(Showing::Form);
        })
    };
    if let Showing::Thanks(document) = *showing {
        return html! { <Frame><Thanks {document} {on_next} /></Frame> };
    }
    let on_event = {
        let dispatcher = form.dispatcher();
        Callback::from(move |event| dispatcher.dispatch(event))
    };
    html! {
        <>
            { volunteer_canopy(&text) }
            <Bars />
            <main id="inhalt" class="page" tabindex="-1">
                if let Showing::Failed(advice) = *showing {
                    <div role="alert">
                        <ClothBox cloth={Cloth::Brick} symbol={Symbol::Alert} heading={text.get(Msg::RECORD_FAILED)} id="fehler">
                            <p>{ text.get(advice) }</p>
                        </ClothBox>
                    </div>
                }
                { part(&text, &form, &small_print, &on_event, &on_finished, *showing == Showing::Saving) }
            </main>
        </>
    }
}

fn part(
    text: &Text,
    form: &FeedbackForm,
    small_print: &SmallPrint,
    on_event: &Callback<FeedbackFormEvent>,
    on_finished: &Callback<()>,
    saving: bool,
) -> Html {
    let asked = asked(&small_print.questions, form);
    let questions = asked.len();
    let parts = FeedbackForm::parts(questions);
    let part = form.part.min(parts - 1);
    let first = part * QUESTIONS_PER_PART;
    let last = (first + QUESTIONS_PER_PART).min(questions);
    let is_last = part + 1 == parts;
    let on_submit = {
        let (on_event, on_finished) = (on_event.clone(), on_finished.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if is_last {
                on_finished.emit(());
            } else {
                on_event.emit(FeedbackFormEvent::Continued);
            }
        })
    };
    html! {
        <form class="stack feedback" onsubmit={on_submit} key={part}>
            <h1>{ text.get(Msg::FEEDBACK_HEADING) }</h1>
            if part == 0 {
                <p class="lead">{ text.with(Msg::FEEDBACK_LEAD, &[("n", questions.into())]) }</p>
            }
            <p class="small">{ text.with(Msg::FEEDBACK_PROGRESS, &[("first", (first + 1).into()), ("last", last.into()), ("all", questions.into())]) }</p>
            <svg class="progress" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect height="10" width={(100 * last / questions.max(1)).to_string()} />
            </svg>
            { for asked[first.min(last)..last].iter().map(|question| html! {
                <QuestionField key={question.id.clone()} question={(*question).clone()} answer={form.answers.get(&question.id).cloned()} on_event={on_event.clone()} />
            }) }
            <div class="actions">
                if part == 0 {
                    <Button href={Route::Home.path()}>{ text.get(Msg::FEEDBACK_LATER) }</Button>
                } else {
                    <Button on_click={on_event.reform(|()| FeedbackFormEvent::WentBack)}>{ text.get(Msg::FEEDBACK_BACK) }</Button>
                }
                if saving {
                    <Button rank={Rank::First} unavailable={text.get(Msg::RECORD_SAVING)}>{ text.get(Msg::RECORD_SAVING) }</Button>
                } else if is_last {
                    <Button rank={Rank::First} submit=true action="finish">{ text.get(Msg::FEEDBACK_FINISH) }</Button>
                } else {
                    <Button rank={Rank::First} submit=true action="continue">{ text.get(Msg::RECORD_CONTINUE) }</Button>
                }
            </div>
        </form>
    }
}

/// Properties of [`Thanks`].
#[derive(Clone, PartialEq, Properties)]
struct ThanksProps {
    document: DocumentId,
    on_next: Callback<()>,
}

#[component]
fn Thanks(props: &ThanksProps) -> Html {
    let text = use_text();
    let services = use_services();
    use_effect_with(props.document, move |_| {
        services.platform.scroll_to_top();
        services.platform.focus("inhalt");
    });
    let whereabouts = use_custody(props.document).map_or(Whereabouts::Saving, Whereabouts::of);
    html! {
        <section class="stack" data-feedback={props.document.to_string()} data-custody={whereabouts.name()}>
            <h1>{ text.get(Msg::FEEDBACK_THANKS) }</h1>
            <p class="lead">{ text.get(Msg::FEEDBACK_THANKS_LEAD) }</p>
            <p role="status">
                if let Some(place) = whereabouts.place() {
                    { state_badge(&text, place, None) }
                }
            </p>
            <div class="actions">
                <Button href={Route::Home.path()} action="done">{ text.get(Msg::RECORD_DONE) }</Button>
                <Button rank={Rank::First} action="next" on_click={props.on_next.clone()}>{ text.get(Msg::FEEDBACK_NEXT) }</Button>
            </div>
        </section>
    }
}
