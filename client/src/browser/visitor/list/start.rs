//! Brings the page of the list to life. What the server sent has nothing of the list, so that it is rendered
//! afresh.

use std::rc::Rc;

use yew::Renderer;

use super::phone::BrowserPhone;
use crate::{
    browser::visitor::{
        sources::Sources,
        start::{Place, begin_here},
    },
    list::{ListApp, ListProps, phone::PhoneHandle},
    visitor::phone::Handle,
};

/// Starts the program on this page.
pub fn start() {
    begin_here(begin);
}

async fn begin(Place { root, language, .. }: Place) -> Option<()> {
    let Sources { catalog, text, today, loaded, .. } = Sources::load(&root, &language).await?;
    let phone: PhoneHandle = Handle(Rc::new(BrowserPhone::new(language, loaded)));
    root.set_inner_html("");
    Renderer::<ListApp>::with_root_and_props(root.into(), ListProps { catalog, text, today, phone }).render();
    Some(())
}
