//! A link from one page of the desk to another. The app goes there without loading itself again, which
//! would lock the keys.

use yew::prelude::*;

use super::route::DeskRoute;

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
    html! {
        <a
            href={props.to.to_string()}
            id={props.id.clone()}
            class={classes!(props.class.clone())}
            data-rank={props.rank.clone()}
            aria-current={props.current.then_some("page")}
        >
            { props.children.clone() }
        </a>
    }
}
