//! The small print of a season: legal texts, consent texts, the questionnaire.

use super::Compiler;
use crate::{
    catalog::{Condition, ConsentText, Question, QuestionOption, SmallPrint},
    model::{self, MadeBy, Problem, QuestionKind},
};

/// Compiles the small print of `season` in `language` (BCP 47), and says what had to be left out. Texts fall
/// back as those of the catalog do. The same season gives the same bytes.
pub fn compile_small_print(season: &model::Season, language: &str) -> (SmallPrint, Vec<Problem>) {
    let mut compiler = Compiler { language, problems: Vec::new() };
    let small_print = SmallPrint {
        format: SmallPrint::FORMAT,
        language: language.to_owned(),
        imprint: compiler.text(&season.imprint),
        privacy: compiler.text(&season.privacy),
        accessibility: compiler.text(&season.accessibility),
        consent: consent(&season.consent),
        questionnaire: season.questionnaire.version.clone(),
        questions: compiler.questions(&season.questionnaire.questions),
    };
    (small_print, compiler.problems)
}

impl Compiler<'_> {
    /// A condition on a question that does not come before would hide its own forever: it is dropped.
    fn questions(&mut self, sources: &[model::Question]) -> Vec<Question> {
        let mut questions: Vec<Question> = Vec::new();
        for source in sources {
            let mut question = self.question(source);
            if let Some(condition) = &question.when
                && !questions.iter().any(|earlier| earlier.id == condition.question)
            {
                self.problem(format!("season.questionnaire.{}.when", source.id), "an earlier question");
                question.when = None;
            }
            questions.push(question);
        }
        questions
    }

    fn question(&self, question: &model::Question) -> Question {
        Question {
            id: question.id.clone(),
            kind: match question.kind {
                QuestionKind::Scale => "scale",
                QuestionKind::YesNo => "yes-no",
                QuestionKind::Choice => "choice",
                QuestionKind::Choices => "choices",
                QuestionKind::Text => "text",
            }
            .to_owned(),
            text: self.text(&question.text),
            low: self.text(&question.low),
            high: self.text(&question.high),
            options: question
                .options
                .iter()
                .map(|option| QuestionOption { id: option.id.clone(), text: self.text(&option.text) })
                .collect(),
            when: question
                .when
                .as_ref()
                .map(|when| Condition { question: when.question.clone(), is: when.is.clone() }),
        }
    }
}

/// Consent is given in a language of the visitor's choice, so all of them are in every catalog.
fn consent(texts: &[model::ConsentText]) -> Vec<ConsentText> {
    texts
        .iter()
        .flat_map(|consent| {
            consent.text.0.iter().map(|(language, wording)| ConsentText {
                version: consent.version.clone(),
                purpose: consent.purpose.clone(),
                language: language.clone(),
                text: wording.text.clone(),
                machine: wording.by == MadeBy::Machine,
            })
        })
        .collect()
}
