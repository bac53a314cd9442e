//! A heading that stands on the table's edge.

use yew::prelude::*;

/// The heading of a section, and what stands at its end.
pub fn section_head(id: &'static str, heading: Html, after: Html) -> Html {
    html! { <div class="section-head"><h2 {id}>{ heading }</h2>{ after }</div> }
}
