//! A place where nothing is yet: a drawing, one sentence, one next step.

use yew::prelude::*;

use super::element::el;

/// What is drawn, like chalk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// An empty table.
    Table,
    /// A parasol that is shut.
    Shut,
    /// A parasol and no network.
    Offline,
}

/// An empty place: the drawing, if any, the sentence and the next step.
pub fn empty(drawing: Option<Drawing>, content: Html) -> Html {
    el("div", "empty", [drawing.map(draw).unwrap_or_default(), content])
}

fn draw(drawing: Drawing) -> Html {
    let svg = match drawing {
        Drawing::Table => TABLE,
        Drawing::Shut => SHUT,
        Drawing::Offline => OFFLINE,
    };
    Html::from_html_unchecked(AttrValue::Static(svg))
}

const TABLE: &str = concat!(
    r#"<svg viewBox="0 36 128 72" class="draw" aria-hidden="true"><path d="M6 104h116"></path>"#,
    r#"<path class="leaf" d="M20 104c0-5-3-8-5-10M20 104c0-6 2-8 5-11M106 104c0-5-3-8-5-10M106 104c0-6 2-8 5-11"></path>"#,
    r#"<path d="M14 60h100M28 104l12-42 12 42M76 104l12-42 12 42M33 88h14M81 88h14M52 60V44h26v16M58 51h14"></path></svg>"#,
);

const SHUT: &str = concat!(
    r#"<svg viewBox="0 0 128 112" class="draw" aria-hidden="true"><path d="M8 104h112M74 104V14M74 6v8"></path>"#,
    r#"<path class="solid" d="M74 14c-6 20-13 36-13 56 4-4 5 5 9 0 2 4 4 4 6 0 4 5 5-4 11 0 0-20-7-36-13-56z"></path>"#,
    r#"<path d="M18 78h40M24 104l8-26 8 26M42 104l6-26 8 26"></path></svg>"#,
);

const OFFLINE: &str = concat!(
    r#"<svg viewBox="0 0 128 112" class="draw" aria-hidden="true"><path d="M8 104h112M64 104V40M64 32v6"></path>"#,
    r#"<path class="solid" d="M18 66C20 48 38 38 64 38s44 10 46 28c-7-7-15-7-23 0-8-7-15-7-23 0-8-7-15-7-23 0-8-7-16-7-23 0z"></path>"#,
    r#"<path d="M44 22a28 28 0 0 1 40 0M34 12a42 42 0 0 1 60 0" stroke-dasharray="5 7"></path></svg>"#,
);
