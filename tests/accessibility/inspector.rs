//! Looks at what a phone shows, in the ways that are asked for, and keeps what it finds.

use crate::cover::{Scheme, Size, View};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use tests::browser::Phone;

/// Looks at the page; written by hand.
const LOOK: &str = include_str!("look.js");
/// What a phone in a hand has and a browser without a window lacks.
const HAND: &str = include_str!("hand.js");

/// What is looked at.
#[derive(Clone, Debug)]
pub(crate) struct Sight {
    pub(crate) screen: String,
    pub(crate) language: &'static str,
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Problem {
    rule: String,
    place: String,
    what: String,
}

/// What was seen.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// How often each screen was looked at.
    looks: BTreeMap<String, usize>,
    /// On which screens, and in which ways.
    problems: BTreeMap<String, BTreeMap<Problem, Vec<String>>>,
}

/// A phone whose pages have axe-core and the rules of the project. The pages' own policy stays as it is.
pub(crate) async fn phone(name: &str) -> Phone {
    let phone = Phone::new(name).await;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("accessibility/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&path)
        .unwrap_or_else(|_| panic!("{} is missing: `cargo xtask test` installs it", path.display()));
    for source in [axe.as_str(), LOOK, HAND] {
        phone.run_first(source).await;
    }
    phone.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
    show(&phone, VIEW_OF_STEPS).await;
    phone
}

/// How screens are brought about, before they are looked at.
const VIEW_OF_STEPS: View = View { scheme: Scheme::Light, size: Size::Phone };

/// Shows the page in this way. What is chosen by hand is taken back by the next call.
async fn show(phone: &Phone, view: View) {
    let (height, scale) = match view.size {
        Size::Phone => (640, 1),
        Size::Zoomed => (256, 4),
    };
    let size = json!({ "width": 320, "height": height, "deviceScaleFactor": scale, "mobile": false });
    phone.devtools("Emulation.setDeviceMetricsOverride", size).await;
    let colours = if view.scheme == Scheme::Dark { "dark" } else { "light" };
    let features = json!([
        { "name": "prefers-color-scheme", "value": colours },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ]);
    phone.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    let chosen =
        if view.scheme == Scheme::Sun { "root.dataset.scheme = 'sun'" } else { "delete root.dataset.scheme" };
    phone.script(&format!("const root = document.documentElement; {chosen}")).await;
}

impl Findings {
    /// Looks at what the phone shows now.
    pub(crate) async fn look(&mut self, phone: &Phone, sight: &Sight, views: &[View]) {
        for view in views {
            show(phone, *view).await;
            let found = phone.script("return window.look()").await;
            let found = found.as_array().unwrap_or_else(|| panic!("{sight:?} cannot be looked at")).clone();
            *self.looks.entry(sight.screen.clone()).or_default() += 1;
            let way = format!("{} {:?} {:?}", sight.language, view.scheme, view.size).to_lowercase();
            for problem in &found {
                let part = |name: &str| problem[name].as_str().unwrap_or_default().to_owned();
                let problem = Problem { rule: part("rule"), place: part("where"), what: part("what") };
                let of_screen = self.problems.entry(sight.screen.clone()).or_default();
                of_screen.entry(problem).or_default().push(way.clone());
            }
        }
        show(phone, VIEW_OF_STEPS).await;
    }

    /// A screen that did not come about is a finding too.
    pub(crate) fn miss(&mut self, sight: &Sight) {
        let problem = Problem {
            rule: "is-reached".to_owned(),
            place: "page".to_owned(),
            what: "did not come about, see above".to_owned(),
        };
        self.looks.entry(sight.screen.clone()).or_default();
        let of_screen = self.problems.entry(sight.screen.clone()).or_default();
        of_screen.entry(problem).or_default().push(sight.language.to_owned());
    }

    /// Adds what someone else saw.
    pub(crate) fn merge(&mut self, other: Findings) {
        for (screen, looks) in other.looks {
            *self.looks.entry(screen).or_default() += looks;
        }
        for (screen, problems) in other.problems {
            let of_screen = self.problems.entry(screen).or_default();
            for (problem, ways) in problems {
                of_screen.entry(problem).or_default().extend(ways);
            }
        }
    }

    /// Prints a table.
    ///
    /// # Panics
    /// When there are problems.
    pub(crate) fn tell(&self) {
        let mut table = String::from("\n looks  problems  screen\n");
        let mut count = 0;
        for (screen, looks) in &self.looks {
            let problems = self.problems.get(screen);
            let of_screen = problems.map_or(0, |problems| problems.values().map(Vec::len).sum::<usize>());
            count += of_screen;
            table.push_str(&format!("{looks:6}  {of_screen:8}  {screen}\n"));
            for (problem, ways) in problems.into_iter().flatten() {
                let Problem { rule, place, what } = problem;
                let more =
                    if ways.len() > 1 { format!(" and {} more", ways.len() - 1) } else { String::new() };
                table.push_str(&format!("{:18}{rule}: {place}\n{:20}{what} ({}{more})\n", "", "", ways[0]));
            }
        }
        let looks: usize = self.looks.values().sum();
        let table = format!("{table}{looks} looks at {} screens, {count} problems\n", self.looks.len());
        eprintln!("{table}");
        assert!(count == 0, "{table}");
    }
}
