//! The questionnaire of the season, on a screen that can be handed to the visitor.

use std::rc::Rc;

use shared::{
    catalog::SmallPrint,
    document::{DocumentId, Kind},
};
use yew::prelude::*;

use super::{done_link, failure, no_catalog};
use crate::{
    components::{Button, Rank, action_button, attrs, el, el_with, parts, say, state_badge},
    driver::{use_custody, use_repo},
    forms::{
        question::QuestionField,
        questionnaire::{FeedbackForm, FeedbackFormEvent, QUESTIONS_PER_PART, asked},
    },
    services::{spawn, use_services},
    team::{
        catalog::use_small_print,
        drafts::{Begun, Written, use_begun, use_keeping},
        frame::{Bars, Frame, volunteer_canopy},
        local_notes::use_local_notes,
        recording::Recorder,
        route::Route,
        session::{DeviceSession, use_session},
        state::custody_sums::Whereabouts,
    },
    text::{Msg, Text, use_text},
};

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

/// Properties of [`FeedbackPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct FeedbackPageProps {
    /// The draft to go on with; without, a form begins.
    pub draft: AttrValue,
}

/// The page.
#[component]
pub fn FeedbackPage(props: &FeedbackPageProps) -> Html {
    let text = use_text();
    let handle = use_session();
    let small_print = use_small_print();
    let (begun, on_next) = use_begun(Kind::Feedback, &props.draft);
    let Some(session) = handle.session.device().cloned() else { return html! {} };
    let Some(small_print) = small_print else { return no_catalog(&text, Msg::TEAM_TITLE_FEEDBACK) };
    match begun {
        None => html! {},
        Some(begun) => {
            let key = begun.id.document.to_string();
            html! { <Questions {key} {begun} {session} {small_print} {on_next} /> }
        }
    }
}

/// Properties of [`Questions`].
#[derive(Clone, PartialEq, Properties)]
struct QuestionsProps {
    begun: Rc<Begun>,
    session: DeviceSession,
    small_print: Rc<SmallPrint>,
    on_next: Callback<()>,
}

/// One questionnaire, from its first question to the thanks.
#[component]
fn Questions(props: &QuestionsProps) -> Html {
    let text = use_text();
    let services = use_services();
    let repo = use_repo();
    let notes = use_local_notes();
    let QuestionsProps { begun, session, small_print, on_next } = props.clone();
    let document = begun.id.document;
    let recorder = Recorder { services, repo, session, notes };
    let form = use_reducer(|| serde_json::from_slice::<FeedbackForm>(&begun.form).unwrap_or_default());
    let showing = use_state(|| {
        // The browser was closed between storing the answers and erasing their draft.
        if recorder.repo.has(document) { Showing::Thanks(document) } else { Showing::Form }
    });
    let written = match *showing {
        Showing::Thanks(_) => Written::Closed,
        Showing::Form | Showing::Saving | Showing::Failed(_) if form.is_empty() => Written::Empty,
        Showing::Form | Showing::Saving | Showing::Failed(_) => {
            Written::Open(serde_json::to_vec(&*form).expect("forms always serialise"))
        }
    };
    use_keeping(&begun, written);
    let on_finished = {
        let (form, showing, small_print) = (form.clone(), showing.clone(), small_print.clone());
        Callback::from(move |()| {
            showing.set(Showing::Saving);
            let (recorder, showing, small_print) = (recorder.clone(), showing.clone(), small_print.clone());
            let form = (*form).clone();
            spawn(async move {
                showing.set(match recorder.record_feedback(document, &form, &small_print, GIVEN).await {
                    Ok(()) => Showing::Thanks(document),
                    Err(error) => Showing::Failed(error.advice()),
                });
            });
        })
    };
    let failure = match *showing {
        Showing::Thanks(document) => return html! { <Frame><Thanks {document} {on_next} /></Frame> },
        Showing::Failed(advice) => failure(&text, advice),
        Showing::Form | Showing::Saving => Html::default(),
    };
    let on_event = {
        let dispatcher = form.dispatcher();
        Callback::from(move |event| dispatcher.dispatch(event))
    };
    let questions = part(&text, &form, &small_print, &on_event, &on_finished, *showing == Showing::Saving);
    let main = attrs![("id", "inhalt".into()), ("class", "page".into()), ("tabindex", "-1".into())];
    parts(vec![volunteer_canopy(&text), html! { <Bars /> }, el_with("main", main, [failure, questions])])
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
    let badge = whereabouts.place().map(|place| state_badge(&text, place, None)).unwrap_or_default();
    let next = text.get(Msg::FEEDBACK_NEXT);
    let next = action_button(Rank::First, Html::default(), "next", &props.on_next, next);
    let attributes = attrs![
        ("class", "stack".into()),
        ("data-feedback", props.document.to_string().into()),
        ("data-custody", whereabouts.name().into()),
    ];
    el_with(
        "section",
        attributes,
        [
            el("h1", "", [say(text.get(Msg::FEEDBACK_THANKS))]),
            el("p", "lead", [say(text.get(Msg::FEEDBACK_THANKS_LEAD))]),
            el_with("p", attrs![("role", "status".into())], [badge]),
            el("div", "actions", [done_link(&text), next]),
        ],
    )
}
