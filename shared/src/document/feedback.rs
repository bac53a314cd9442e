//! An answered questionnaire.
//!
//! **Shape**: root `{kind, schema, market, device, questionnaire, language, given,
//! answers: {question: number | boolean | string | {option: true}}, sealed: {id: {field, to_market,
//! to_receipt}}, opened: {member id: at}}`. Free text is sealed; its field is the question's id.

use automerge::{
    Automerge, AutomergeError, ObjId, ObjType, ROOT,
    transaction::{Transactable, Transaction},
};
use serde_json::Value as Json;

use super::{
    DocumentId, MarketKey, Problem,
    contact::{SealedPart, container, read_opened},
    fields::Fields,
};

/// An answer that is not free text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// 1 to 5.
    Scale(i64),
    /// Yes or no.
    YesNo(bool),
    /// Id of the chosen option.
    Choice(String),
    /// Ids of the chosen options.
    Choices(Vec<String>),
}

/// Feedback as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFeedback {
    /// Where it was given.
    pub market: MarketKey,
    /// On which enrolled device; none if it was the visitor's own phone.
    pub device: Option<DocumentId>,
    /// Version of the questionnaire.
    pub questionnaire: String,
    /// Language it was given in, BCP 47.
    pub language: String,
    /// `self` when the visitor held the phone, `asked` when the volunteer did.
    pub given: String,
    /// Answers by question.
    pub answers: Vec<(String, Answer)>,
    /// Sealed free text: part id and part; its field is the question's id.
    pub sealed: Vec<(String, SealedPart)>,
}

/// Feedback as it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feedback {
    /// Where it was given.
    pub market: String,
    /// On which device; empty if it was the visitor's own phone.
    pub device: String,
    /// Version of the questionnaire.
    pub questionnaire: String,
    /// Language it was given in, BCP 47.
    pub language: String,
    /// `self` or `asked`.
    pub given: String,
    /// Answers by question.
    pub answers: Vec<(String, Answer)>,
    /// Sealed free text by part id.
    pub sealed: Vec<(String, SealedPart)>,
    /// Which members' devices have opened it, and when (ms).
    pub opened: Vec<(String, i64)>,
}

/// Fills a blank feedback document.
///
/// # Errors
/// When the document is not a blank feedback.
pub fn fill(tx: &mut Transaction<'_>, feedback: &NewFeedback) -> Result<(), AutomergeError> {
    tx.put(ROOT, "market", feedback.market.as_str())?;
    if let Some(device) = feedback.device {
        tx.put(ROOT, "device", device.to_string())?;
    }
    tx.put(ROOT, "questionnaire", feedback.questionnaire.as_str())?;
    tx.put(ROOT, "language", feedback.language.as_str())?;
    tx.put(ROOT, "given", feedback.given.as_str())?;
    let answers = container(tx, "answers")?;
    for (question, answer) in &feedback.answers {
        match answer {
            Answer::Scale(step) => tx.put(&answers, question.as_str(), *step)?,
            Answer::YesNo(yes) => tx.put(&answers, question.as_str(), *yes)?,
            Answer::Choice(option) => tx.put(&answers, question.as_str(), option.as_str())?,
            Answer::Choices(options) => {
                let chosen = tx.put_object(&answers, question.as_str(), ObjType::Map)?;
                for option in options {
                    tx.put(&chosen, option.as_str(), true)?;
                }
            }
        }
    }
    let sealed = container(tx, "sealed")?;
    for (id, part) in &feedback.sealed {
        put_part(tx, &sealed, id, part)?;
    }
    Ok(())
}

/// Reads feedback; what does not fit is reported and left out.
pub fn read(document: &Automerge) -> (Feedback, Vec<Problem>) {
    let mut problems = Vec::new();
    let root = Fields::root(document);
    let mut text = |key| root.text(key, &mut problems).unwrap_or_default();
    let mut feedback = Feedback {
        market: text("market"),
        device: text("device"),
        questionnaire: text("questionnaire"),
        language: text("language"),
        given: text("given"),
        ..Feedback::default()
    };
    feedback.sealed = read_parts(&root, &mut problems);
    feedback.opened = read_opened(&root, &mut problems);
    if let Some(answers) = root.map("answers", &mut problems) {
        for question in answers.keys() {
            let answer = match answers.json(&question) {
                Some(Json::Number(number)) => number.as_i64().map(Answer::Scale),
                Some(Json::Bool(yes)) => Some(Answer::YesNo(yes)),
                Some(Json::String(option)) => Some(Answer::Choice(option)),
                Some(Json::Object(_)) => Some(Answer::Choices(answers.set(&question, &mut problems))),
                Some(Json::Array(_) | Json::Null) | None => None,
            };
            match answer {
                Some(answer) => feedback.answers.push((question, answer)),
                None => problems.push(Problem {
                    path: format!("answers.{question}"),
                    expected: "a number, yes or no, an option or options".into(),
                }),
            }
        }
    }
    (feedback, problems)
}

pub(super) fn put_part(
    tx: &mut Transaction<'_>,
    sealed: &ObjId,
    id: &str,
    part: &SealedPart,
) -> Result<(), AutomergeError> {
    let object = tx.put_object(sealed, id, ObjType::Map)?;
    tx.put(&object, "field", part.field.as_str())?;
    tx.put(&object, "to_market", part.to_market.clone())?;
    if !part.to_receipt.is_empty() {
        tx.put(&object, "to_receipt", part.to_receipt.clone())?;
    }
    Ok(())
}

pub(super) fn read_parts(root: &Fields<'_>, problems: &mut Vec<Problem>) -> Vec<(String, SealedPart)> {
    let Some(sealed) = root.map("sealed", problems) else { return Vec::new() };
    sealed
        .keys()
        .into_iter()
        .filter_map(|id| {
            let part = sealed.map(&id, problems)?;
            let part = SealedPart {
                field: part.text("field", problems).unwrap_or_default(),
                to_market: part.bytes("to_market", problems).unwrap_or_default(),
                to_receipt: part.bytes("to_receipt", problems).unwrap_or_default(),
            };
            Some((id, part))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Kind, blank};

    #[test]
    fn feedback_comes_back_as_it_was_given() {
        let given = NewFeedback {
            market: "pankow-2026/2026-05-23".parse().expect("valid"),
            device: Some(DocumentId::from_bytes([1; 16])),
            questionnaire: "2026-1".into(),
            language: "de".into(),
            given: "self".into(),
            answers: vec![
                ("a".into(), Answer::Scale(4)),
                ("b".into(), Answer::YesNo(false)),
                ("c".into(), Answer::Choice("x".into())),
                ("d".into(), Answer::Choices(vec!["x".into(), "y".into()])),
            ],
            sealed: vec![(
                "s".into(),
                SealedPart { field: "frei".into(), to_market: vec![3], to_receipt: Vec::new() },
            )],
        };
        let mut document = blank(Kind::Feedback);
        document.transact::<_, _, AutomergeError>(|tx| fill(tx, &given)).expect("fills");
        let (read, problems) = read(&document);
        assert_eq!(problems, []);
        assert_eq!(read.answers, given.answers);
        assert_eq!(read.sealed, given.sealed);
    }
}
