//! Figures drawn as SVG geometry; each drawing has its numbers as a table beside or below it.

use yew::prelude::*;

use super::{evaluation::SMALL, words::Words};
use crate::{
    components::{Symbol, small_icon},
    text::Msg,
};

/// Fills that can be told apart without colour, in the order in which they are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fill {
    /// Ink.
    Solid,
    /// Slanted lines.
    Hatch,
    /// Dots.
    Dots,
    /// Level lines.
    Lines,
    /// Nothing.
    Empty,
    /// Crossed lines.
    Cross,
}

impl Fill {
    fn paint(self) -> &'static str {
        match self {
            Self::Solid => "currentColor",
            Self::Hatch => "url(#fill-hatch)",
            Self::Dots => "url(#fill-dots)",
            Self::Lines => "url(#fill-lines)",
            Self::Empty => "none",
            Self::Cross => "url(#fill-cross)",
        }
    }
}

/// The patterns of the fills; a page with charts holds them once.
pub(crate) fn fills() -> Html {
    html! {
        <svg class="chart-fills" width="0" height="0" aria-hidden="true">
            <defs>
                <pattern id="fill-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="c-ink" width="4" height="8" />
                </pattern>
                <pattern id="fill-dots" width="8" height="8" patternUnits="userSpaceOnUse">
                    <circle class="c-ink" cx="4" cy="4" r="2" />
                </pattern>
                <pattern id="fill-lines" width="8" height="6" patternUnits="userSpaceOnUse">
                    <rect class="c-ink" width="8" height="1.5" />
                </pattern>
                <pattern id="fill-cross" width="9" height="9" patternUnits="userSpaceOnUse">
                    <path class="c-line" d="M0 0l9 9M9 0 0 9" />
                </pattern>
            </defs>
        </svg>
    }
}

/// Which groups are too small to be printed apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InPrint {
    /// None.
    All,
    /// Those of fewer than [`SMALL`] people.
    SmallTogether,
}

/// A table whose last column draws the numbers.
pub(crate) fn bars(
    words: &Words,
    what: AttrValue,
    unit: AttrValue,
    rows: &[(AttrValue, usize)],
    in_print: InPrint,
) -> Html {
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or_default();
    let small: usize = match in_print {
        InPrint::All => 0,
        InPrint::SmallTogether => super::evaluation::small(rows.iter().map(|(_, count)| *count)),
    };
    let hides = |count: usize| small > 0 && count < SMALL;
    html! {
        <table class="table bars">
            <thead>
                <tr>
                    <th scope="col">{ what }</th>
                    <th scope="col" class="n">{ unit }</th>
                    <th scope="col"><span class="hidden-text">{ words.text.get(Msg::DESK_BARS) }</span></th>
                </tr>
            </thead>
            <tbody>
                { for rows.iter().enumerate().map(|(at, (label, count))| html! {
                    <tr data-print={hides(*count).then_some("never")}>
                        <th scope="row"><bdi>{ label.clone() }</bdi></th>
                        <td class="n">{ *count }</td>
                        <td>{ bar(*count, most, at) }</td>
                    </tr>
                }) }
                if small > 0 {
                    <tr data-print="only">
                        <th scope="row">{ words.text.get(Msg::DESK_OTHERS) }</th>
                        <td class="n">{ small }</td>
                        <td>{ words.text.with(Msg::DESK_OTHERS_SMALL, &[("n", SMALL.into())]) }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn bar(count: usize, most: usize, at: usize) -> Html {
    if count == 0 {
        return html! { <svg class="table-bar" height="24" aria-hidden="true"><path class="ax" d="M1 1v22" /></svg> };
    }
    let fill = if at.is_multiple_of(2) { Fill::Solid } else { Fill::Hatch };
    let width = format!("{}%", percent(count, most));
    html! {
        <svg class="table-bar" height="24" aria-hidden="true">
            <rect class="seg" x="1" y="1" {width} height="22" fill={fill.paint()} />
        </svg>
    }
}

/// Of `most`, in steps of whole percent; the outline needs the last one.
fn percent(count: usize, most: usize) -> usize {
    (count * 99 / most.max(1)).max(1)
}

/// One column of [`columns`].
pub(crate) struct Column {
    /// Below it.
    pub(crate) label: AttrValue,
    /// Its height.
    pub(crate) count: usize,
}

/// Columns side by side; the highest is filled. Hidden from screen readers, who get the table below.
pub(crate) fn columns(label: AttrValue, columns: &[Column]) -> Html {
    const HEIGHT: usize = 166;
    const BASE: usize = 204;
    const STEP: usize = 80;
    let most = columns.iter().map(|column| column.count).max().unwrap_or_default().max(1);
    let width = columns.len().max(1) * STEP;
    html! {
        <figure>
            <svg viewBox={format!("0 0 {width} 236")} class="columns" role="img" aria-label={label}>
                <path class="ax" d={format!("M0 {BASE}h{width}")} />
                { for columns.iter().enumerate().map(|(at, column)| {
                    let height = column.count * HEIGHT / most;
                    let (left, top) = (at * STEP + 14, BASE - height);
                    let middle = (at * STEP + STEP / 2).to_string();
                    let class = if column.count == most { "c-ink" } else { "c-hatch" };
                    html! {
                        <>
                            <rect {class} x={left.to_string()} y={top.to_string()} width="52" height={height.to_string()} />
                            <text x={middle.clone()} y={(top - 8).to_string()} text-anchor="middle">{ column.count }</text>
                            <text x={middle} y="226" text-anchor="middle">{ column.label.clone() }</text>
                        </>
                    }
                }) }
            </svg>
        </figure>
    }
}

/// One part of [`stack`].
pub(crate) struct Part {
    /// What it is.
    pub(crate) label: AttrValue,
    /// How large.
    pub(crate) count: usize,
    /// How it is filled.
    pub(crate) fill: Fill,
}

/// Parts of a whole side by side, with their legend as a table.
pub(crate) fn stack(label: AttrValue, parts: &[Part]) -> Html {
    const WIDTH: usize = 720;
    let total: usize = parts.iter().map(|part| part.count).sum::<usize>().max(1);
    let mut before = 0;
    html! {
        <>
            <figure>
                <svg viewBox={format!("0 0 {WIDTH} 60")} preserveAspectRatio="none" class="stackbar" role="img" aria-label={label.clone()}>
                    { for parts.iter().filter(|part| part.count > 0).map(|part| {
                        let (x, end) = (before * WIDTH / total, (before + part.count) * WIDTH / total);
                        before += part.count;
                        html! {
                            <rect x={x.to_string()} y="1" width={(end - x).to_string()} height="58" class="seg" fill={part.fill.paint()} />
                        }
                    }) }
                </svg>
            </figure>
            <div class="table-wrap" tabindex="0" role="region" aria-label={label}>
                <table class="table legend-table">
                    <thead>
                        <tr>
                            { for parts.iter().map(|part| html! {
                                <th scope="col">
                                    <svg viewBox="0 0 32 20" width="32" height="20" aria-hidden="true">
                                        <rect x="1" y="1" width="30" height="18" class="seg" fill={part.fill.paint()} />
                                    </svg>
                                    { part.label.clone() }
                                </th>
                            }) }
                        </tr>
                    </thead>
                    <tbody><tr>{ for parts.iter().map(|part| html! { <td><b>{ part.count }</b></td> }) }</tr></tbody>
                </table>
            </div>
        </>
    }
}

/// A table that opens below a drawing.
pub(crate) fn as_table(words: &Words, what: AttrValue, unit: AttrValue, rows: &[(AttrValue, usize)]) -> Html {
    html! {
        <details>
            <summary>{ small_icon(Symbol::Grid) }{ words.text.get(Msg::DESK_AS_TABLE) }</summary>
            <table class="table">
                <thead><tr><th scope="col">{ what }</th><th scope="col" class="n">{ unit }</th></tr></thead>
                <tbody>
                    { for rows.iter().map(|(label, count)| html! {
                        <tr><th scope="row">{ label.clone() }</th><td class="n">{ *count }</td></tr>
                    }) }
                </tbody>
            </table>
        </details>
    }
}
