//! The views, one file each.

mod entry;
mod files;
mod for_other;
mod giving;
mod opened;
mod own;
mod said;
mod show;

use yew::prelude::*;

use super::{here::Here, state::Mode};
use crate::{components::icon::MORE_SYMBOLS, text::Msg};

pub(super) use self::{for_other::for_other, opened::opened, own::own, show::show};

/// The symbols that the page does not bring along.
pub(super) fn sprite() -> Html {
    html! { <div hidden=true>{ Html::from_html_unchecked(AttrValue::Static(MORE_SYMBOLS)) }</div> }
}

/// What the page is called.
pub(super) fn title(here: &Here) -> AttrValue {
    match &here.visit.mode {
        Mode::Own => here.text.get(Msg::LIST),
        Mode::Opened(bundle) if !bundle.title.is_empty() => bundle.title.clone().into(),
        Mode::Opened(_) => here.text.get(Msg::LIST_OPENED),
        Mode::ForOther(_) => here.text.get(Msg::LIST_OTHER),
        Mode::Show(id) => here.title(id).into(),
    }
}
