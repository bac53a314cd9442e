//! Which screen is looked at in which language, colours and size.

/// German first; the rest as the season has them.
pub(crate) const VISITOR_LANGUAGES: [&str; 9] =
    ["de", "ar", "de-x-leicht", "en", "tr", "ru", "uk", "pl", "vi"];
/// What volunteers and organisers can read.
pub(crate) const TEAM_LANGUAGES: [&str; 3] = ["de", "ar", "en"];

/// In which all is mirrored.
const FROM_RIGHT_TO_LEFT: &str = "ar";

/// Colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Scheme {
    Light,
    Dark,
    Sun,
}

/// Both leave 320 CSS pixels from side to side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Size {
    /// A small phone.
    Phone,
    /// A window of 1280 × 1024 pixels at 400 %.
    Zoomed,
}

/// How a screen is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct View {
    pub(crate) scheme: Scheme,
    pub(crate) size: Size,
}

/// In an order in which neighbours differ in both.
pub(crate) const VIEWS: [View; 6] = [
    View { scheme: Scheme::Light, size: Size::Phone },
    View { scheme: Scheme::Dark, size: Size::Zoomed },
    View { scheme: Scheme::Sun, size: Size::Phone },
    View { scheme: Scheme::Light, size: Size::Zoomed },
    View { scheme: Scheme::Dark, size: Size::Phone },
    View { scheme: Scheme::Sun, size: Size::Zoomed },
];

/// How much is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cover {
    /// Each screen once, in a language, colours and a size that go round, so that each language is seen in all
    /// colours and sizes; important ones besides as most people see them, and from right to left.
    Representative,
    /// Everything.
    All,
}

impl Cover {
    /// As the environment asks.
    pub(crate) fn asked() -> Cover {
        match std::env::var_os("MARKT_ALL_VIEWS") {
            Some(_) => Cover::All,
            None => Cover::Representative,
        }
    }

    /// The ways to look at the screen with this number.
    pub(crate) fn views(
        self,
        at: usize,
        important: bool,
        languages: &[&'static str],
    ) -> Vec<(&'static str, Vec<View>)> {
        let every = |language: &&'static str| (*language, VIEWS.to_vec());
        if self == Cover::All {
            return languages.iter().map(every).collect();
        }
        // All languages in turn, then all again in the next view.
        let (round, turn) = (at / languages.len(), at % languages.len());
        let next = |by: usize| VIEWS[(round + turn + by) % VIEWS.len()];
        let mut looked = vec![(languages[turn], vec![next(0)])];
        if important {
            for (language, view) in [(languages[0], VIEWS[0]), (FROM_RIGHT_TO_LEFT, next(1))] {
                match looked.iter_mut().find(|(known, _)| *known == language) {
                    Some((_, views)) if views.contains(&view) => {}
                    Some((_, views)) => views.push(view),
                    None => looked.push((language, vec![view])),
                }
            }
        }
        looked
    }
}

/// Whether a screen is among those that were asked for by a part of their name.
pub(crate) fn is_asked_for(screen: &str) -> bool {
    std::env::var("MARKT_ONLY_SCREEN").map_or(true, |part| screen.contains(&part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::{SCREENS, Screen};
    use std::collections::HashSet;

    /// Language and view of each look at a screen.
    fn looks(at: usize, screen: &Screen) -> Vec<(&'static str, View)> {
        let views = Cover::Representative.views(at, screen.important, &VISITOR_LANGUAGES);
        let of_language = |(language, views): (&'static str, Vec<View>)| {
            views.into_iter().map(move |view| (language, view)).collect::<Vec<_>>()
        };
        views.into_iter().flat_map(of_language).collect()
    }

    #[test]
    fn every_language_is_seen_in_all_colours_and_sizes() {
        let seen: HashSet<_> =
            SCREENS.iter().enumerate().flat_map(|(at, screen)| looks(at, screen)).collect();
        assert_eq!(seen.len(), VISITOR_LANGUAGES.len() * VIEWS.len());
    }

    #[test]
    fn important_screens_are_seen_as_most_people_see_them_and_from_right_to_left() {
        for (at, screen) in SCREENS.iter().enumerate().filter(|(_, screen)| screen.important) {
            let looks = looks(at, screen);
            assert!(looks.contains(&("de", VIEWS[0])), "{}: {looks:?}", screen.name);
            assert!(looks.iter().any(|(language, _)| *language == "ar"), "{}: {looks:?}", screen.name);
            let different: HashSet<_> = looks.iter().collect();
            assert_eq!(different.len(), looks.len(), "{}: {looks:?}", screen.name);
        }
    }

    #[test]
    fn everything_is_everything() {
        let views = Cover::All.views(0, false, &VISITOR_LANGUAGES);
        assert_eq!(views.iter().map(|(_, views)| views.len()).sum::<usize>(), 54);
    }
}
