//! A link from one page of the desk to another, without loading the app again (that would lock the keys).

use yew::prelude::*;

use super::route::DeskRoute;
use crate::team::route::use_navigator;

/// Where a link leads and how it looks.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DeskLinkProps {
    /// The page.
    pub(crate) to: DeskRoute,
    /// Class of the link.
    #[prop_or_default]
    pub(crate) class: Option<AttrValue>,
    /// Rank, if it looks like a button.
    #[prop_or_default]
    pub(crate) rank: Option<AttrValue>,
    /// Id of the link.
    #[prop_or_default]
    pub(crate) id: Option<AttrValue>,
    /// Whether it leads to where the reader is.
    #[prop_or_default]
    pub(crate) current: bool,
    /// What it says.
    pub(crate) children: Html,
}

/// A link to a page of the desk.
#[component]
pub(crate) fn DeskLink(props: &DeskLinkProps) -> Html {
    let navigator = use_navigator();
    let path = props.to.to_string();
    let on_click = {
        let path = path.clone();
        Callback::from(move |event: MouseEvent| {
            // A new tab or window was asked for: that is the browser's business.
            if event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0 {
                return;
            }
            event.prevent_default();
            navigator.go_path(&path);
        })
    };
    html! {
        <a
            href={path}
            id={props.id.clone()}
            class={classes!(props.class.clone())}
            data-rank={props.rank.clone()}
            aria-current={props.current.then_some("page")}
            onclick={on_click}
        >
            { props.children.clone() }
        </a>
    }
}
