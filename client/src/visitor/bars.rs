//! Messages across the page that stay: no network, a new version, nothing is stored.

use yew::prelude::*;

use crate::{
    components::{self, BarKind, Symbol, action_link, bar, parts, say, when},
    text::{Msg, Text},
};

/// Which of them are true.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bars {
    /// The server does not answer.
    pub is_away: bool,
    /// A new version waits and may say so.
    pub update_waits: bool,
    /// The browser's storage refuses.
    pub not_stored: bool,
}

/// The messages; `load` loads the new version, `put_off` lets it wait.
pub(crate) fn bars(text: &Text, bars: Bars, load: &Callback<()>, put_off: &Callback<()>) -> Html {
    let plain = |symbol, words| bar(BarKind::Plain, symbol, text.get(words), Html::default());
    let update = || {
        let answers = parts(vec![
            action_link(Html::default(), "update", load, text.get(Msg::BAR_UPDATE_NOW)),
            say(" ".into()),
            action_link(Html::default(), "update-later", put_off, text.get(Msg::BAR_UPDATE_LATER)),
        ]);
        bar(BarKind::Update, Symbol::Refresh, text.get(Msg::BAR_UPDATE), answers)
    };
    components::bars(parts(vec![
        when(bars.is_away, || plain(Symbol::Offline, Msg::BAR_OFFLINE)),
        when(bars.update_waits, update),
        when(bars.not_stored, || plain(Symbol::Alert, Msg::BAR_NOT_STORED)),
    ]))
}
