//! The season's questionnaire.

use yew::prelude::*;

use super::{
    failure::{FAILURE, failure},
    receipt::done,
};
use crate::{
    ask::{
        about::introduction,
        app::Here,
        letter::Writer,
        state::{
            market::taking,
            request::{Kind, Request, Stage},
        },
    },
    components::{Button, Hang, Rank, Symbol, say, sign},
    forms::{
        question::QuestionField,
        questionnaire::{FeedbackForm, FeedbackFormEvent, QUESTIONS_PER_PART, asked},
    },
    services::spawn,
    text::{Msg, Text},
};

/// What the page shows.
#[derive(Clone, PartialEq)]
enum Showing {
    /// The questions.
    Form,
    /// They are being sealed and stored.
    Saving,
    /// They could not be finished; the answers are still there.
    Failed(Msg),
    /// Finished: the name of the request.
    Done(String),
}

/// Properties of [`FeedbackPage`].
#[derive(Clone, PartialEq, Properties)]
pub(in crate::ask) struct FeedbackPageProps {
    pub(in crate::ask) here: Here,
}

/// The page.
#[component]
pub(in crate::ask) fn FeedbackPage(props: &FeedbackPageProps) -> Html {
    let here = &props.here;
    let text = &here.app.text;
    let form = use_reducer(FeedbackForm::default);
    let showing = use_state(|| Showing::Form);
    let part = form.part;
    use_effect_with(((*showing).clone(), part), {
        let page = here.app.ports.page.clone();
        move |(showing, part): &(Showing, usize)| match showing {
            Showing::Done(_) => page.focus("fertig"),
            Showing::Failed(_) => page.focus(FAILURE),
            Showing::Form if *part > 0 => page.focus("fragen"),
            Showing::Form | Showing::Saving => {}
        }
    });
    let introduced = introduction(&here.around());
    if let Showing::Done(nonce) = &*showing {
        return done(here, nonce, introduced);
    }
    let market = taking(&here.app.catalog, &here.app.today);
    let Some(market) = market.filter(|_| !here.app.small_print.questions.is_empty()) else {
        return html! {
            <section class="stack">
                { introduced }
                { sign(Hang::Shut, Symbol::Calendar, say(text.get(Msg::ASK_NO_MARKET))) }
            </section>
        };
    };
    let on_finished = {
        let (here, form, showing) = (here.clone(), form.clone(), showing.clone());
        Callback::from(move |()| {
            showing.set(Showing::Saving);
            let small_print = &here.app.small_print;
            let asked = asked(&small_print.questions, &form);
            let writer =
                Writer { ports: &here.app.ports, market: &market, language: here.app.text.language() };
            let finished = writer.feedback(&form, &asked, &small_print.questionnaire);
            let erase_on = market.erase_on.clone();
            let (here, showing) = (here.clone(), showing.clone());
            spawn(async move {
                let Ok(finished) = finished else {
                    return showing.set(Showing::Failed(Msg::ASK_FAILED_SEAL));
                };
                let nonce = finished.nonce.clone();
                let request = Request {
                    nonce: finished.nonce,
                    kind: Kind::Feedback,
                    about: String::new(),
                    recipient: String::new(),
                    made_on: here.app.today.to_string(),
                    erase_on,
                    code: None,
                    letter: finished.letter,
                    tried: false,
                    stage: Stage::Phone,
                };
                match here.outbox.add(request).await {
                    Ok(()) => showing.set(Showing::Done(nonce)),
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
    html! {
        <section class="stack">
            { introduced }
            if let Showing::Failed(advice) = *showing {
                { failure(text, advice) }
            }
            { questions(text, here, &form, &on_event, &on_finished, *showing == Showing::Saving) }
        </section>
    }
}

fn questions(
    text: &Text,
    here: &Here,
    form: &FeedbackForm,
    on_event: &Callback<FeedbackFormEvent>,
    on_finished: &Callback<()>,
    saving: bool,
) -> Html {
    let asked = asked(&here.app.small_print.questions, form);
    let count = asked.len();
    let parts = FeedbackForm::parts(count);
    let part = form.part.min(parts - 1);
    let first = part * QUESTIONS_PER_PART;
    let last = (first + QUESTIONS_PER_PART).min(count);
    let is_last = part + 1 == parts;
    let may_finish = !form.is_empty();
    let on_submit = {
        let (on_event, on_finished) = (on_event.clone(), on_finished.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !is_last {
                on_event.emit(FeedbackFormEvent::Continued);
            } else if may_finish {
                on_finished.emit(());
            }
        })
    };
    let progress = text.with(
        Msg::FEEDBACK_PROGRESS,
        &[("first", (first + 1).into()), ("last", last.into()), ("all", count.into())],
    );
    html! {
        <form class="stack feedback" onsubmit={on_submit} key={part}>
            <p class="small" id="fragen" tabindex="-1">{ progress }</p>
            <svg class="progress" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect height="10" width={(100 * last / count.max(1)).to_string()} />
            </svg>
            { for asked[first.min(last)..last].iter().map(|question| html! {
                <QuestionField key={question.id.clone()} question={(*question).clone()} answer={form.answers.get(&question.id).cloned()} on_event={on_event.clone()} />
            }) }
            <div class="actions">
                if part > 0 {
                    <Button on_click={on_event.reform(|()| FeedbackFormEvent::WentBack)} action="back">{ text.get(Msg::FEEDBACK_BACK) }</Button>
                }
                if saving {
                    <Button rank={Rank::First} unavailable={text.get(Msg::ASK_SAVING)}>{ text.get(Msg::ASK_SAVING) }</Button>
                } else if !is_last {
                    <Button rank={Rank::First} submit=true action="continue">{ text.get(Msg::RECORD_CONTINUE) }</Button>
                } else if may_finish {
                    <Button rank={Rank::First} submit=true action="finish">{ text.get(Msg::ASK_SEND) }</Button>
                } else {
                    <Button rank={Rank::First} unavailable={text.get(Msg::ASK_NO_ANSWER)}>{ text.get(Msg::ASK_SEND) }</Button>
                }
            </div>
            if is_last && !may_finish {
                <p class="hint">{ text.get(Msg::ASK_NO_ANSWER) }</p>
            }
        </form>
    }
}
