//! Which screen is looked at in which language, colours and size.

/// German first; the rest as the season has them.
pub(crate) const VISITOR_LANGUAGES: [&str; 9] =
    ["de", "ar", "de-x-leicht", "en", "tr", "ru", "uk", "pl", "vi"];
/// What volunteers and organisers can read.
pub(crate) const TEAM_LANGUAGES: [&str; 3] = ["de", "ar", "en"];

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
    /// Each screen in German, light and small, and in one other way that goes round; important ones in every
    /// language.
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
        let others = languages.len() - 1;
        let mut looked = vec![(languages[0], vec![VIEWS[0]])];
        for (index, language) in languages.iter().enumerate() {
            let view = VIEWS[(at + index) % VIEWS.len()];
            let its_turn = index == 1 + at % others;
            match (index, important || its_turn) {
                (_, false) => {}
                (0, true) if view == VIEWS[0] => {}
                (0, true) => looked[0].1.push(view),
                (_, true) => looked.push((language, vec![view])),
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
    use crate::screens::SCREENS;
    use std::collections::HashSet;

    #[test]
    fn important_screens_are_seen_in_every_language_and_together_in_all_colours_and_sizes() {
        let mut seen = HashSet::new();
        for (at, screen) in SCREENS.iter().enumerate().filter(|(_, screen)| screen.important) {
            let views = Cover::Representative.views(at, true, &VISITOR_LANGUAGES);
            assert_eq!(views.len(), VISITOR_LANGUAGES.len(), "{}", screen.name);
            seen.extend(
                views.iter().flat_map(|(language, views)| views.iter().map(move |view| (*language, *view))),
            );
        }
        for language in VISITOR_LANGUAGES {
            let of_language = || seen.iter().filter(move |(seen, _)| *seen == language).map(|(_, view)| view);
            let schemes: HashSet<_> = of_language().map(|view| view.scheme).collect();
            let sizes: HashSet<_> = of_language().map(|view| view.size).collect();
            assert_eq!((schemes.len(), sizes.len()), (3, 2), "{language}");
        }
    }

    #[test]
    fn everything_is_everything() {
        let views = Cover::All.views(0, false, &VISITOR_LANGUAGES);
        assert_eq!(views.iter().map(|(_, views)| views.len()).sum::<usize>(), 54);
    }
}
