//! Which offers fit the chosen filters, and how many would fit with one option more.
//!
//! Between groups all must fit. Within a group any option fits, except barrier-free access, where all
//! are needed: who asks for "step-free" and "toilet" can not do with one of them.

use super::{Catalog, Label, Offer, Query, lookup};

/// How many offers each option would show, given the text and the filters of all other groups.
///
/// Each list is in the order of the catalog's vocabulary. For barrier-free access, where all chosen
/// options must fit, the options that are chosen already count too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// As [`super::Vocabulary::needs`].
    pub needs: Vec<u16>,
    /// As [`super::Vocabulary::offer_kinds`].
    pub kinds: Vec<u16>,
    /// As [`super::Vocabulary::target_groups`].
    pub groups: Vec<u16>,
    /// As [`super::Vocabulary::languages`].
    pub languages: Vec<u16>,
    /// As [`super::Vocabulary::access`].
    pub access: Vec<u16>,
    /// As [`super::Vocabulary::topics`].
    pub topics: Vec<u16>,
    /// As [`super::Vocabulary::districts`].
    pub districts: Vec<u16>,
}

/// A group of options that an offer does not fit; together a set.
type Misfits = u8;

const NEEDS: Misfits = 1;
const KINDS: Misfits = 1 << 1;
const GROUPS: Misfits = 1 << 2;
const LANGUAGES: Misfits = 1 << 3;
const ACCESS: Misfits = 1 << 4;
const TOPICS: Misfits = 1 << 5;
const STAND: Misfits = 1 << 6;
const DISTRICTS: Misfits = 1 << 7;

/// The groups that `offer` does not fit. `at_stand` are the keys of the providers at the chosen stand.
pub(super) fn misfits(catalog: &Catalog, offer: &Offer, query: &Query, at_stand: &[&str]) -> Misfits {
    let kind = std::slice::from_ref(&offer.kind);
    let mut misfits = 0;
    for (group, fits) in [
        (NEEDS, fits_any(&query.needs, &offer.needs)),
        (KINDS, fits_any(&query.kinds, kind)),
        (GROUPS, offer.target_groups.is_empty() || fits_any(&query.groups, &offer.target_groups)),
        (LANGUAGES, fits_any(&query.languages, &offer.languages)),
        (ACCESS, query.access.iter().all(|option| offer.access.contains(option))),
        (TOPICS, fits_any(&query.topics, &offer.topics)),
        (DISTRICTS, fits_any(&query.districts, district(catalog, offer))),
        (
            STAND,
            query.stand.is_none()
                || catalog.provider_of(offer).is_some_and(|it| at_stand.contains(&it.key.as_str())),
        ),
    ] {
        if !fits {
            misfits |= group;
        }
    }
    misfits
}

/// Where the provider of an offer is.
fn district<'a>(catalog: &'a Catalog, offer: &Offer) -> &'a [String] {
    catalog.provider_of(offer).map(|provider| std::slice::from_ref(&provider.district)).unwrap_or_default()
}

fn fits_any(chosen: &[String], options: &[String]) -> bool {
    chosen.is_empty() || chosen.iter().any(|option| options.contains(option))
}

impl Counts {
    pub(super) fn new(catalog: &Catalog) -> Self {
        let zeros = |labels: &[Label]| vec![0; labels.len()];
        let vocabulary = &catalog.vocabulary;
        Self {
            needs: zeros(&vocabulary.needs),
            kinds: zeros(&vocabulary.offer_kinds),
            groups: zeros(&vocabulary.target_groups),
            languages: zeros(&vocabulary.languages),
            access: zeros(&vocabulary.access),
            topics: zeros(&vocabulary.topics),
            districts: zeros(&vocabulary.districts),
        }
    }

    /// Counts an offer, of which these are the choices, for each option that would show it.
    pub(super) fn add(&mut self, choices: &[Choice], misfits: Misfits) {
        for choice in choices {
            // Of access all options must fit, so one more can not help an offer that misses another.
            if misfits & !choice.group != 0 || (choice.group == ACCESS && misfits != 0) {
                continue;
            }
            let counts = match choice.group {
                NEEDS => &mut self.needs,
                KINDS => &mut self.kinds,
                GROUPS => &mut self.groups,
                LANGUAGES => &mut self.languages,
                ACCESS => &mut self.access,
                DISTRICTS => &mut self.districts,
                _ => &mut self.topics,
            };
            counts[usize::from(choice.index)] += 1;
        }
    }
}

/// One option that an offer fits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    group: Misfits,
    /// Into the vocabulary's list.
    index: u16,
}

/// Adds the options that `offer` fits and the catalog has words for.
pub(super) fn add_choices(choices: &mut Vec<Choice>, catalog: &Catalog, offer: &Offer) {
    let vocabulary = &catalog.vocabulary;
    let kind = std::slice::from_ref(&offer.kind);
    for (group, labels, ids) in [
        (NEEDS, &vocabulary.needs, &offer.needs[..]),
        (KINDS, &vocabulary.offer_kinds, kind),
        (GROUPS, &vocabulary.target_groups, &offer.target_groups),
        (LANGUAGES, &vocabulary.languages, &offer.languages),
        (ACCESS, &vocabulary.access, &offer.access),
        (TOPICS, &vocabulary.topics, &offer.topics),
        (DISTRICTS, &vocabulary.districts, district(catalog, offer)),
    ] {
        if group == GROUPS && ids.is_empty() {
            choices.extend((0..labels.len()).map(|index| Choice { group, index: index as u16 }));
        }
        for index in ids.iter().filter_map(|id| lookup::position(labels, id)) {
            choices.push(Choice { group, index: index as u16 });
        }
    }
}
