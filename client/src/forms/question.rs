//! One question of the questionnaire.

use shared::catalog::{Question, QuestionOption};
use yew::prelude::*;

use crate::{
    components::{Choice, ChoiceKind, Choices, Field, Scale, TextArea, local},
    forms::questionnaire::{FeedbackFormEvent, GivenAnswer},
    text::{Msg, use_text},
};

/// Properties of [`QuestionField`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct QuestionFieldProps {
    pub(crate) question: Question,
    pub(crate) answer: Option<GivenAnswer>,
    pub(crate) on_event: Callback<FeedbackFormEvent>,
}

/// The question with its ways to answer; a kind that this version does not know is left out.
#[component]
pub(crate) fn QuestionField(props: &QuestionFieldProps) -> Html {
    let text = use_text();
    let question = &props.question;
    let id = question.id.clone();
    let legend = html! { <h2>{ local(&question.text) }</h2> };
    let chosen = {
        let id = id.clone();
        props.on_event.reform(move |answer| FeedbackFormEvent::Chosen(id.clone(), answer))
    };
    match question.kind.as_str() {
        "scale" => {
            let value = match props.answer {
                Some(GivenAnswer::Scale(step)) => Some(step),
                _ => None,
            };
            html! {
                <Scale {legend} name={id} low={local(&question.low)} high={local(&question.high)} {value} on_change={chosen.reform(GivenAnswer::Scale)} />
            }
        }
        "yes-no" => {
            let choice = |yes: bool, label: Msg| {
                html! {
                    <Choice kind={ChoiceKind::Radio} name={id.clone()} value={yes.to_string()} checked={props.answer == Some(GivenAnswer::YesNo(yes))} on_change={chosen.reform(move |_: bool| GivenAnswer::YesNo(yes))}>
                        { text.get(label) }
                    </Choice>
                }
            };
            html! { <Choices {legend}>{ choice(true, Msg::FEEDBACK_YES) }{ choice(false, Msg::FEEDBACK_NO) }</Choices> }
        }
        "choice" => {
            let choice = |option: &QuestionOption| {
                let answer = GivenAnswer::Choice(option.id.clone());
                let checked = props.answer.as_ref() == Some(&answer);
                html! {
                    <Choice kind={ChoiceKind::Radio} name={id.clone()} value={option.id.clone()} {checked} on_change={chosen.reform(move |_: bool| answer.clone())}>
                        { local(&option.text) }
                    </Choice>
                }
            };
            html! { <Choices {legend}>{ for question.options.iter().map(choice) }</Choices> }
        }
        "choices" => {
            let choice = |option: &QuestionOption| {
                let checked = matches!(&props.answer, Some(GivenAnswer::Choices(options)) if options.contains(&option.id));
                let (question, option_id) = (id.clone(), option.id.clone());
                let on_change = props.on_event.reform(move |_: bool| {
                    FeedbackFormEvent::OptionToggled(question.clone(), option_id.clone())
                });
                html! {
                    <Choice kind={ChoiceKind::Checkbox} name={id.clone()} value={option.id.clone()} {checked} {on_change}>
                        { local(&option.text) }
                    </Choice>
                }
            };
            html! { <Choices {legend}>{ for question.options.iter().map(choice) }</Choices> }
        }
        "text" => {
            let value = match &props.answer {
                Some(GivenAnswer::Text(text)) => text.clone(),
                _ => String::new(),
            };
            let control = format!("frage-{id}");
            let on_input = props.on_event.reform(move |typed| FeedbackFormEvent::Typed(id.clone(), typed));
            html! {
                <Field label={question.text.text.clone()} control={control.clone()} hint={text.get(Msg::FEEDBACK_TEXT_HINT)}>
                    <TextArea max={shared::inbox::MAX_WORDS} id={control} {value} {on_input} />
                </Field>
            }
        }
        _ => html! {},
    }
}
