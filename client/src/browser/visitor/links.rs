//! One listener for all links: those within the app change the page without loading it anew.

use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use crate::route::{Address, Program};

/// Where a click leads, if `program` shall go there itself.
pub(super) fn destination(click: &MouseEvent, language: &str, program: Program) -> Option<String> {
    let plain = click.button() == 0
        && !(click.default_prevented()
            || click.ctrl_key()
            || click.meta_key()
            || click.shift_key()
            || click.alt_key());
    if !plain {
        return None;
    }
    let target: Element = click.target()?.dyn_into().ok()?;
    let link = target.closest("a[href]").ok()??;
    if link.has_attribute("download") || link.has_attribute("target") {
        return None;
    }
    let href = link.get_attribute("href")?;
    let rest = href.strip_prefix('/')?.strip_prefix(language)?;
    let is_own = rest.starts_with('/') && Address::of_href(&href).route.program() == Some(program);
    is_own.then_some(href)
}
