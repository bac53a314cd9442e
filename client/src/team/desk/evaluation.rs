//! What a market brought, counted: answers per question, contacts by what they have in common.

use std::collections::{BTreeMap, BTreeSet};

use shared::document::{contact::FollowUp, feedback::Answer};

use super::entry::Entry;

/// Fewer people than this are not listed apart in print, where strangers may read it.
pub(crate) const SMALL: usize = 5;

/// What one person said, by question: what was chosen, and free text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Answers {
    /// What was chosen.
    pub(crate) chosen: Vec<(String, Answer)>,
    /// Free text; `None` while it is sealed.
    pub(crate) texts: Vec<(String, Option<String>)>,
}

/// How a question is to be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counting {
    /// 1 to 5.
    Scale,
    /// Yes or no.
    YesNo,
    /// Options.
    Options,
    /// Free text.
    Text,
}

/// What all answers to one question come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// How often each of 1 to 5 was given, and the middle answer.
    Scale {
        /// How often 1, 2, 3, 4, 5.
        counts: [usize; 5],
        /// The middle answer in halves: 7 is 3½; `None` without answers.
        median_halves: Option<usize>,
    },
    /// How many said yes, and how many no.
    YesNo {
        /// Yes.
        yes: usize,
        /// No.
        no: usize,
    },
    /// How often each option was chosen, in the order of the questionnaire, then unknown ones.
    Options(Vec<(String, usize)>),
    /// What was written, and how many texts are sealed.
    Text {
        /// Texts that are open.
        open: Vec<String>,
        /// Texts that are not.
        sealed: usize,
    },
}

/// Counts the answers to the question `id`; an answer that does not fit the question is left out.
pub(crate) fn outcome(id: &str, counting: Counting, options: &[&str], answers: &[Answers]) -> Outcome {
    let given = answers
        .iter()
        .filter_map(|answers| answers.chosen.iter().find(|(question, _)| question == id))
        .map(|(_, answer)| answer);
    match counting {
        Counting::Scale => {
            let mut counts = [0; 5];
            for value in given.filter_map(scale) {
                counts[value] += 1;
            }
            Outcome::Scale { counts, median_halves: median_halves(&counts) }
        }
        Counting::YesNo => {
            let (mut yes, mut no) = (0, 0);
            for answer in given {
                match answer {
                    Answer::YesNo(true) => yes += 1,
                    Answer::YesNo(false) => no += 1,
                    Answer::Scale(_) | Answer::Choice(_) | Answer::Choices(_) => {}
                }
            }
            Outcome::YesNo { yes, no }
        }
        Counting::Options => {
            let mut counts: Vec<(String, usize)> =
                options.iter().map(|option| ((*option).to_owned(), 0)).collect();
            for option in given.flat_map(chosen) {
                match counts.iter_mut().find(|(known, _)| known == option) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((option.clone(), 1)),
                }
            }
            Outcome::Options(counts)
        }
        Counting::Text => {
            let written =
                answers.iter().flat_map(|answers| &answers.texts).filter(|(question, _)| question == id);
            let (mut open, mut sealed) = (Vec::new(), 0);
            for (_, text) in written {
                match text {
                    Some(text) if text.trim().is_empty() => {}
                    Some(text) => open.push(text.clone()),
                    None => sealed += 1,
                }
            }
            Outcome::Text { open, sealed }
        }
    }
}

fn scale(answer: &Answer) -> Option<usize> {
    match answer {
        Answer::Scale(value) => usize::try_from(*value).ok()?.checked_sub(1).filter(|at| *at < 5),
        Answer::YesNo(_) | Answer::Choice(_) | Answer::Choices(_) => None,
    }
}

fn chosen(answer: &Answer) -> &[String] {
    match answer {
        Answer::Choice(option) => std::slice::from_ref(option),
        Answer::Choices(options) => options,
        Answer::Scale(_) | Answer::YesNo(_) => &[],
    }
}

fn median_halves(counts: &[usize; 5]) -> Option<usize> {
    let total: usize = counts.iter().sum();
    let value_at = |place: usize| {
        let mut seen = 0;
        counts.iter().position(|count| {
            seen += count;
            place < seen
        })
    };
    let lower = value_at(total.checked_sub(1)? / 2)?;
    let upper = value_at(total / 2)?;
    Some(lower + upper + 2)
}

impl Outcome {
    /// How many people answered (for options: how many choices were made).
    pub(crate) fn answered(&self) -> usize {
        match self {
            Self::Scale { counts, .. } => counts.iter().sum(),
            Self::YesNo { yes, no } => yes + no,
            Self::Options(counts) => counts.iter().map(|(_, count)| count).sum(),
            Self::Text { open, sealed } => open.len() + sealed,
        }
    }
}

/// Contacts counted by what they have in common; each list is ordered by count, largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ContactCounts {
    /// By topic.
    pub(crate) topics: Vec<(String, usize)>,
    /// Wishes by provider key; a person counts once per provider.
    pub(crate) providers: Vec<(String, usize)>,
    /// Wishes by offer id.
    pub(crate) offers: Vec<(String, usize)>,
    /// By language.
    pub(crate) languages: Vec<(String, usize)>,
    /// By target group; a person may count in several.
    pub(crate) groups: Vec<(String, usize)>,
    /// By hour of the day, local time, ascending.
    pub(crate) hours: Vec<(i64, usize)>,
    /// By state of the follow-up.
    pub(crate) states: Vec<(FollowUp, usize)>,
    /// All wishes.
    pub(crate) wishes: usize,
}

/// Counts `entries`; `local_hour` says which hour of the local day an instant falls in.
pub(crate) fn contact_counts(entries: &[Entry], local_hour: impl Fn(i64) -> i64) -> ContactCounts {
    let counted = |keys: &dyn Fn(&Entry) -> BTreeSet<String>| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for key in entries.iter().flat_map(keys) {
            *counts.entry(key).or_default() += 1;
        }
        largest_first(counts)
    };
    let mut hours: BTreeMap<i64, usize> = BTreeMap::new();
    for entry in entries {
        *hours.entry(local_hour(entry.contact.recorded_at_ms)).or_default() += 1;
    }
    ContactCounts {
        topics: counted(&|entry| one(entry.contact.topic.name())),
        providers: counted(&|entry| known(entry.contact.wishes.iter().map(|wish| wish.provider.as_str()))),
        offers: counted(&|entry| known(entry.contact.wishes.iter().filter_map(|wish| wish.offer.as_deref()))),
        languages: counted(&|entry| one(&entry.contact.language)),
        groups: counted(&|entry| entry.contact.target_groups.iter().cloned().collect()),
        hours: hours.into_iter().collect(),
        states: FollowUp::ALL
            .into_iter()
            .map(|state| (state, entries.iter().filter(|entry| entry.contact.state == state).count()))
            .collect(),
        wishes: entries.iter().map(|entry| entry.contact.wishes.len()).sum(),
    }
}

fn one(key: &str) -> BTreeSet<String> {
    BTreeSet::from([key.to_owned()])
}

fn known<'a>(keys: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    keys.filter(|key| !key.is_empty()).map(str::to_owned).collect()
}

fn largest_first(counts: BTreeMap<String, usize>) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

/// The number of people in groups that are too small to be listed apart in print.
pub(crate) fn small(counts: impl Iterator<Item = usize>) -> usize {
    counts.filter(|count| *count < SMALL).sum()
}

/// Whole days from recording to the first talk, the middle one of all contacts that had one.
pub(crate) fn median_days_to_talk(entries: &[Entry]) -> Option<i64> {
    const DAY_MS: i64 = 24 * 60 * 60 * 1000;
    let mut days: Vec<i64> = entries
        .iter()
        .filter_map(|entry| {
            let talk = entry.contact.steps.iter().find(|step| {
                matches!(step.state, FollowUp::Reached | FollowUp::Appointment | FollowUp::Started)
            })?;
            Some((talk.at_ms - entry.contact.recorded_at_ms).div_euclid(DAY_MS).max(0))
        })
        .collect();
    days.sort_unstable();
    days.get(days.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use shared::document::contact::{Step, Wish};

    use super::*;
    use crate::team::desk::entry::tests::changed;

    fn answers(values: &[Answer]) -> Vec<Answers> {
        values
            .iter()
            .map(|answer| Answers { chosen: vec![("q".to_owned(), answer.clone())], texts: Vec::new() })
            .collect()
    }

    fn check_median(values: &[i64], halves: Option<usize>) {
        let given: Vec<Answer> = values.iter().map(|value| Answer::Scale(*value)).collect();
        match outcome("q", Counting::Scale, &[], &answers(&given)) {
            Outcome::Scale { median_halves, .. } => assert_eq!(median_halves, halves, "{values:?}"),
            other => panic!("no scale: {other:?}"),
        }
    }

    #[test]
    fn the_middle_answer() {
        check_median(&[], None);
        check_median(&[4], Some(8));
        check_median(&[3, 4], Some(7));
        check_median(&[1, 5, 5], Some(10));
        check_median(&[1, 1, 5, 5], Some(6));
        check_median(&[0, 6, -1, i64::MAX, 2], Some(4));
    }

    #[test]
    fn answers_that_do_not_fit_are_left_out() {
        let given =
            answers(&[Answer::YesNo(true), Answer::Scale(3), Answer::YesNo(false), Answer::YesNo(true)]);
        assert_eq!(outcome("q", Counting::YesNo, &[], &given), Outcome::YesNo { yes: 2, no: 1 });
        assert_eq!(outcome("other", Counting::YesNo, &[], &given).answered(), 0);
    }

    #[test]
    fn options_keep_their_order_and_unknown_ones_are_not_lost() {
        let given = answers(&[
            Answer::Choice("b".into()),
            Answer::Choices(vec!["b".into(), "z".into()]),
            Answer::Choices(vec!["a".into()]),
        ]);
        assert_eq!(
            outcome("q", Counting::Options, &["a", "b", "c"], &given),
            Outcome::Options(vec![("a".into(), 1), ("b".into(), 2), ("c".into(), 0), ("z".into(), 1)])
        );
    }

    #[test]
    fn sealed_texts_are_counted() {
        let text = |text: Option<&str>| Answers {
            chosen: Vec::new(),
            texts: vec![("q".to_owned(), text.map(Into::into))],
        };
        let given = [text(None), text(Some("gut")), text(Some(" "))];
        let outcome = outcome("q", Counting::Text, &[], &given);
        assert_eq!(outcome, Outcome::Text { open: vec!["gut".into()], sealed: 1 });
        assert_eq!(outcome.answered(), 2);
    }

    #[test]
    fn contacts_by_what_they_have_in_common() {
        let wish = |provider: &str, offer: Option<&str>| Wish {
            id: String::new(),
            provider: provider.into(),
            offer: offer.map(Into::into),
        };
        let entries = [
            changed(1, |contact| {
                contact.wishes = vec![wish("p", Some("a")), wish("p", Some("b")), wish("", None)];
            }),
            changed(2, |contact| {
                contact.wishes = vec![wish("p", Some("a"))];
                contact.language = "ar".into();
            }),
            changed(3, |contact| {
                contact.wishes = vec![wish("q", None)];
                contact.language = "ar".into();
                contact.recorded_at_ms = 3_600_000;
            }),
        ];
        let counts = contact_counts(&entries, |ms| ms / 3_600_000);
        assert_eq!(counts.providers, [("p".to_owned(), 2), ("q".to_owned(), 1)]);
        assert_eq!(counts.offers, [("a".to_owned(), 2), ("b".to_owned(), 1)]);
        assert_eq!(counts.languages, [("ar".to_owned(), 2), ("de".to_owned(), 1)]);
        assert_eq!(counts.hours, [(0, 2), (1, 1)]);
        assert_eq!(counts.wishes, 5);
        assert_eq!(small(counts.languages.iter().map(|(_, count)| *count)), 3);
    }

    #[test]
    fn days_to_the_first_talk() {
        let step = |state: FollowUp, day: i64| Step {
            id: day.to_string(),
            state,
            at_ms: day * 24 * 3_600_000,
            by: String::new(),
        };
        let with = |steps: Vec<Step>| changed(1, |contact| contact.steps = steps);
        let talked = |day| with(vec![step(FollowUp::HandedOver, 1), step(FollowUp::Reached, day)]);
        assert_eq!(median_days_to_talk(&[]), None);
        assert_eq!(median_days_to_talk(&[with(vec![step(FollowUp::HandedOver, 3)])]), None);
        assert_eq!(median_days_to_talk(&[talked(9), talked(2), talked(4)]), Some(4));
    }
}
