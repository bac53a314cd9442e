//! The form of the questionnaire: any question can stay empty.

use std::{collections::BTreeMap, rc::Rc};

use serde::{Deserialize, Serialize};
use shared::catalog::Question;
use yew::Reducible;

/// How many questions are shown at once.
pub const QUESTIONS_PER_PART: usize = 3;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GivenAnswer {
    /// 1 to 5.
    Scale(u8),
    /// Yes or no.
    YesNo(bool),
    /// Id of the chosen option.
    Choice(String),
    /// Ids of the chosen options, in the order in which they were chosen.
    Choices(Vec<String>),
    /// Free text.
    Text(String),
}

/// All that was answered so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedbackForm {
    /// Which part is shown, from 0.
    pub part: usize,
    /// Answers by question.
    pub answers: BTreeMap<String, GivenAnswer>,
}

/// What happens to the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedbackFormEvent {
    /// A step of a scale, yes or no, or one option was chosen; the same one again takes it back.
    Chosen(String, GivenAnswer),
    /// One of several options was tapped: taken, or put back.
    OptionToggled(String, String),
    /// Free text was typed.
    Typed(String, String),
    /// On to the next part.
    Continued,
    /// Back to the part before.
    WentBack,
}

impl FeedbackForm {
    /// How many parts so many questions make.
    pub fn parts(questions: usize) -> usize {
        questions.div_ceil(QUESTIONS_PER_PART).max(1)
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    /// The form after `event`.
    pub fn after(mut self, event: FeedbackFormEvent) -> Self {
        match event {
            FeedbackFormEvent::Chosen(question, answer) => {
                if self.answers.get(&question) == Some(&answer) {
                    self.answers.remove(&question);
                } else {
                    self.answers.insert(question, answer);
                }
            }
            FeedbackFormEvent::OptionToggled(question, option) => {
                let mut options = match self.answers.remove(&question) {
                    Some(GivenAnswer::Choices(options)) => options,
                    // The questionnaire changed its kind under a draft; the new kind counts.
                    _ => Vec::new(),
                };
                match options.iter().position(|known| *known == option) {
                    Some(index) => {
                        options.remove(index);
                    }
                    None => options.push(option),
                }
                if !options.is_empty() {
                    self.answers.insert(question, GivenAnswer::Choices(options));
                }
            }
            FeedbackFormEvent::Typed(question, text) => {
                if text.is_empty() {
                    self.answers.remove(&question);
                } else {
                    self.answers.insert(question, GivenAnswer::Text(text));
                }
            }
            FeedbackFormEvent::Continued => self.part += 1,
            FeedbackFormEvent::WentBack => self.part = self.part.saturating_sub(1),
        }
        self
    }
}

/// The questions that are asked of someone with these answers. A condition on a question that is not
/// asked itself does not hold.
pub fn asked<'a>(questions: &'a [Question], form: &FeedbackForm) -> Vec<&'a Question> {
    let mut asked: Vec<&Question> = Vec::new();
    for question in questions {
        let holds = question.when.as_ref().is_none_or(|when| {
            asked.iter().any(|earlier| earlier.id == when.question)
                && form.answers.get(&when.question).is_some_and(|answer| answer.is_one_of(&when.is))
        });
        if holds {
            asked.push(question);
        }
    }
    asked
}

impl GivenAnswer {
    /// Whether it is, or contains, one of `names`: ids of options, `1` to `5`, `yes` or `no`.
    fn is_one_of(&self, names: &[String]) -> bool {
        let named = |name: &str| names.iter().any(|one| one == name);
        match self {
            Self::Scale(step) => named(&step.to_string()),
            Self::YesNo(yes) => named(if *yes { "yes" } else { "no" }),
            Self::Choice(option) => named(option),
            Self::Choices(options) => options.iter().any(|option| named(option)),
            Self::Text(_) => false,
        }
    }
}

impl Reducible for FeedbackForm {
    type Action = FeedbackFormEvent;

    fn reduce(self: Rc<Self>, event: FeedbackFormEvent) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).after(event))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(events: impl IntoIterator<Item = FeedbackFormEvent>) -> FeedbackForm {
        events.into_iter().fold(FeedbackForm::default(), FeedbackForm::after)
    }

    #[test]
    fn a_choice_can_be_changed_and_taken_back() {
        let four = FeedbackFormEvent::Chosen("more".to_owned(), GivenAnswer::Scale(4));
        let form = after([FeedbackFormEvent::Chosen("more".to_owned(), GivenAnswer::Scale(2)), four.clone()]);
        assert_eq!(form.answers["more"], GivenAnswer::Scale(4));
        assert!(form.after(four).is_empty());
    }

    #[test]
    fn several_options_are_kept_and_none_is_no_answer() {
        let toggle = |option: &str| FeedbackFormEvent::OptionToggled("did".to_owned(), option.to_owned());
        let form = after([toggle("talked"), toggle("found")]);
        assert_eq!(form.answers["did"], GivenAnswer::Choices(vec!["talked".to_owned(), "found".to_owned()]));
        assert!(form.after(toggle("talked")).after(toggle("found")).is_empty());
    }

    #[test]
    fn erased_text_is_no_answer() {
        let typed = |text: &str| FeedbackFormEvent::Typed("missing".to_owned(), text.to_owned());
        assert!(!after([typed("Schatten")]).is_empty());
        assert!(after([typed("Schatten"), typed("")]).is_empty());
    }

    #[test]
    fn a_question_is_asked_only_of_those_whom_it_concerns() {
        let question = |id: &str, when: Option<(&str, &[&str])>| Question {
            id: id.to_owned(),
            when: when.map(|(question, is)| shared::catalog::Condition {
                question: question.to_owned(),
                is: is.iter().map(|name| (*name).to_owned()).collect(),
            }),
            ..Question::default()
        };
        let questions = [
            question("found", None),
            question("why-not", Some(("found", &["1", "2"]))),
            question("who", Some(("why-not", &["nobody"]))),
            question("again", Some(("came", &["yes"]))),
        ];
        let ids = |form: &FeedbackForm| {
            asked(&questions, form).iter().map(|question| question.id.clone()).collect::<Vec<_>>()
        };
        let chose = |id: &str, answer| FeedbackFormEvent::Chosen(id.to_owned(), answer);
        let form = FeedbackForm::default();
        assert_eq!(ids(&form), ["found"]);
        let form = form.after(chose("found", GivenAnswer::Scale(2)));
        assert_eq!(ids(&form), ["found", "why-not"]);
        let form = form.after(chose("why-not", GivenAnswer::Choices(vec!["nobody".to_owned()])));
        assert_eq!(ids(&form), ["found", "why-not", "who"]);
        let form = form.after(chose("found", GivenAnswer::Scale(5)));
        assert_eq!(ids(&form), ["found"], "what hangs on a question that is not asked is not asked");
    }

    #[test]
    fn parts_hold_three_questions() {
        assert_eq!([0, 1, 3, 4, 5, 7].map(FeedbackForm::parts), [1, 1, 1, 2, 2, 3]);
    }
}
