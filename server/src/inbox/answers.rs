//! The answers of a letter, as the season's questionnaire allows them.

use shared::{
    document::{contact::SealedPart, feedback::Answer},
    inbox::{FeedbackLetter, Reply},
    model::{Question, QuestionKind, Questionnaire},
};

use super::{LetterFault, check};
use crate::error::AppError;

const STEPS: std::ops::RangeInclusive<u8> = 1..=5;

/// The answers that are not free text.
pub(super) fn answers(
    letter: &FeedbackLetter,
    questionnaire: &Questionnaire,
) -> Result<Vec<(String, Answer)>, AppError> {
    if letter.questionnaire != questionnaire.version {
        return Err(AppError::Letter(LetterFault::QuestionnaireUnknown));
    }
    if letter.answers.is_empty() && letter.texts.is_empty() {
        return Err(AppError::Malformed);
    }
    letter
        .answers
        .iter()
        .map(|(id, reply)| {
            let question = question(questionnaire, id)?;
            Ok((id.clone(), answer(question, reply).ok_or(AppError::Malformed)?))
        })
        .collect()
}

/// The free texts, sealed as they came.
pub(super) fn texts(
    letter: &FeedbackLetter,
    questionnaire: &Questionnaire,
) -> Result<Vec<(String, SealedPart)>, AppError> {
    let texts = letter.texts.iter().enumerate();
    texts
        .map(|(index, (id, sealed))| {
            if question(questionnaire, id)?.kind != QuestionKind::Text {
                return Err(AppError::Malformed);
            }
            let to_market = check::sealed(sealed)?;
            let part = SealedPart { field: id.clone(), to_market, to_receipt: Vec::new() };
            Ok(((index + 1).to_string(), part))
        })
        .collect()
}

fn question<'a>(questionnaire: &'a Questionnaire, id: &str) -> Result<&'a Question, AppError> {
    questionnaire.questions.iter().find(|question| question.id == id).ok_or(AppError::Malformed)
}

fn answer(question: &Question, reply: &Reply) -> Option<Answer> {
    let is_option = |id: &String| question.options.iter().any(|option| option.id == *id);
    match (question.kind, reply) {
        (QuestionKind::Scale, Reply::Scale(step)) if STEPS.contains(step) => {
            Some(Answer::Scale(i64::from(*step)))
        }
        (QuestionKind::YesNo, Reply::YesNo(yes)) => Some(Answer::YesNo(*yes)),
        (QuestionKind::Choice, Reply::Choice(option)) if is_option(option) => {
            Some(Answer::Choice(option.clone()))
        }
        (QuestionKind::Choices, Reply::Choices(options))
            if options.len() <= question.options.len() && options.iter().all(is_option) =>
        {
            Some(Answer::Choices(options.clone()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use shared::model::QuestionOption;

    use super::*;

    fn check(kind: QuestionKind, reply: Reply, passes: bool) {
        let option = |id: &str| QuestionOption { id: id.into(), ..QuestionOption::default() };
        let question = Question { kind, options: vec![option("a"), option("b")], ..Question::default() };
        assert_eq!(answer(&question, &reply).is_some(), passes, "{kind:?} {reply:?}");
    }

    #[test]
    fn only_what_was_asked_is_an_answer() {
        let choices = |ids: &[&str]| Reply::Choices(ids.iter().map(|id| (*id).to_owned()).collect());
        check(QuestionKind::Scale, Reply::Scale(5), true);
        check(QuestionKind::Scale, Reply::Scale(0), false);
        check(QuestionKind::Scale, Reply::YesNo(true), false);
        check(QuestionKind::YesNo, Reply::YesNo(false), true);
        check(QuestionKind::Choice, Reply::Choice("a".into()), true);
        check(QuestionKind::Choice, Reply::Choice("c".into()), false);
        check(QuestionKind::Choices, choices(&["a", "b"]), true);
        check(QuestionKind::Choices, choices(&["a", "c"]), false);
        check(QuestionKind::Choices, choices(&["a", "a", "a"]), false);
        check(QuestionKind::Text, Reply::Choice("a".into()), false);
    }
}
