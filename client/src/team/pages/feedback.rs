//! The questionnaire of the season, on a screen that can be handed to the visitor.

use std::rc::Rc;

use shared::{
    catalog::SmallPrint,
    document::{DocumentId, Kind},
};
use yew::prelude::*;

use super::{
    done_link, failure, no_catalog,
    pin_field::{PinAct, PinField},
};
use crate::{
    components::{
        Button, Rank, Symbol, action_button, attrs, el, el_with, icon, parts, say, state_badge, when,
    },
    driver::{use_custody, use_repo},
    forms::{
        question::QuestionField,
        questionnaire::{FeedbackForm, FeedbackFormEvent, QUESTIONS_PER_PART, asked},
    },
    services::{spawn, use_services},
    team::{
        catalog::use_small_print,
        drafts::{Begun, use_begun, use_keeping},
        frame::{Bars, Frame, canopy_with, volunteer_canopy},
        hands::{HandsHandle, use_hands},
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
    /// Whether a visitor holds the phone, and sees nothing else.
    #[prop_or_default]
    pub handed_over: bool,
}

/// The page.
#[component]
pub fn FeedbackPage(props: &FeedbackPageProps) -> Html {
    let text = use_text();
    let handle = use_session();
    let small_print = use_small_print();
    let (begun, on_next) = use_begun(Kind::Feedback, &props.draft, FeedbackForm::default());
    let Some(session) = handle.session.device().cloned() else { return html! {} };
    let Some(small_print) = small_print else { return no_catalog(&text, Msg::TEAM_TITLE_FEEDBACK) };
    match begun {
        None => html! {},
        Some(begun) => {
            let key = begun.id.document.to_string();
            html! {
                <Questions {key} {begun} {session} {small_print} {on_next} handed_over={props.handed_over} />
            }
        }
    }
}

/// Properties of [`Questions`].
#[derive(Clone, PartialEq, Properties)]
struct QuestionsProps {
    begun: Rc<Begun<FeedbackForm>>,
    session: DeviceSession,
    small_print: Rc<SmallPrint>,
    on_next: Callback<()>,
    handed_over: bool,
}

/// One questionnaire, from its first question to the thanks.
#[component]
fn Questions(props: &QuestionsProps) -> Html {
    let text = use_text();
    let services = use_services();
    let repo = use_repo();
    let notes = use_local_notes();
    let hands = use_hands();
    let QuestionsProps { begun, session, small_print, on_next, handed_over } = props.clone();
    let document = begun.id.document;
    let recorder = Recorder { services, repo, session, notes };
    let form = use_reducer(|| begun.form.clone());
    let showing = use_state(|| {
        // The browser was closed between storing the answers and erasing their draft.
        if recorder.repo.has(document) { Showing::Thanks(document) } else { Showing::Form }
    });
    let is_open = !matches!(*showing, Showing::Thanks(_));
    use_keeping(&begun, &*form, is_open, form.is_empty());
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
        Showing::Thanks(document) => {
            let thanks = html! { <Thanks {document} {on_next} {handed_over} /> };
            return if handed_over {
                alone(&text, thanks)
            } else {
                html! { <Frame>{ thanks }</Frame> }
            };
        }
        Showing::Failed(advice) => failure(&text, advice),
        Showing::Form | Showing::Saving => Html::default(),
    };
    let on_event = {
        let dispatcher = form.dispatcher();
        Callback::from(move |event| dispatcher.dispatch(event))
    };
    let saving = *showing == Showing::Saving;
    let questions = part(&text, &form, &small_print, &on_event, (&on_finished, saving), handed_over);
    if handed_over {
        return alone(&text, parts(vec![failure, questions, give_back(&text)]));
    }
    let hand_over = when(form.part == 0, || hand_over(&text, &hands));
    parts(vec![
        volunteer_canopy(&text),
        html! { <Bars /> },
        main_of(parts(vec![failure, questions, hand_over])),
    ])
}

/// A page for whoever shall see nothing else.
fn alone(text: &Text, content: Html) -> Html {
    parts(vec![canopy_with(text, Html::default()), main_of(content)])
}

fn main_of(content: Html) -> Html {
    let main = attrs![("id", "inhalt".into()), ("class", "page".into()), ("tabindex", "-1".into())];
    el_with("main", main, [content])
}

/// Gives the phone to the visitor, locked to these questions; without a PIN nothing would bring it back.
fn hand_over(text: &Text, hands: &HandsHandle) -> Html {
    let content = if hands.hands.current().pin.is_some() {
        let hands = hands.clone();
        let on_press = Callback::from(move |()| hands.change(|held| held.handed_over(true)));
        let words = text.get(Msg::FEEDBACK_HAND_OVER);
        let button = action_button(Rank::Plain, icon(Symbol::Lock), "hand-over", &on_press, words);
        [el("div", "actions", [button]), el("p", "small", [say(text.get(Msg::FEEDBACK_HAND_OVER_MEANS))])]
    } else {
        let link = attrs![("class", "link".into()), ("href", Route::Hands.path().into())];
        [el_with("a", link, [say(text.get(Msg::FEEDBACK_HAND_OVER_PIN))]), Html::default()]
    };
    el("section", "stack-s", content)
}

/// For the volunteer who gets the phone back.
fn give_back(text: &Text) -> Html {
    el(
        "details",
        "",
        [
            el("summary", "link", [say(text.get(Msg::FEEDBACK_GIVE_BACK))]),
            html! { <PinField act={PinAct::Open} /> },
        ],
    )
}

fn part(
    text: &Text,
    form: &FeedbackForm,
    small_print: &SmallPrint,
    on_event: &Callback<FeedbackFormEvent>,
    (on_finished, saving): (&Callback<()>, bool),
    handed_over: bool,
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
                if part == 0 && !handed_over {
                    <Button href={Route::Home.path()}>{ text.get(Msg::FEEDBACK_LATER) }</Button>
                } else if part > 0 {
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
    handed_over: bool,
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
            if props.handed_over { give_back(&text) } else { el("div", "actions", [done_link(&text), next]) },
        ],
    )
}
