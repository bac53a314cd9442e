//! Elements with little code: what `html!` writes out at every place costs a phone about 180 bytes for
//! each element, a call of these about 60. The visitor's pages use them wherever an element has no
//! listener and no state; everything else stays with `html!`.

use yew::{prelude::*, virtual_dom::VTag};

/// An element of a class (none if empty) with children.
pub fn el<const N: usize>(tag: &'static str, class: &'static str, children: [Html; N]) -> Html {
    let class = AttrValue::Static(class);
    element(tag, &[("class", class)], children.into())
}

/// An element with attributes (none where the value is empty) and children.
pub fn el_with<const N: usize>(
    tag: &'static str,
    attributes: &[(&'static str, AttrValue)],
    children: [Html; N],
) -> Html {
    element(tag, attributes, children.into())
}

/// An element with attributes and any number of children.
#[inline(never)]
pub fn element(tag: &'static str, attributes: &[(&'static str, AttrValue)], children: Vec<Html>) -> Html {
    let mut element = VTag::new(tag);
    for (name, value) in attributes {
        if !value.is_empty() {
            element.add_attribute(name, value.clone());
        }
    }
    element.add_children(children);
    element.into()
}

/// Words.
#[inline(never)]
pub fn say(words: AttrValue) -> Html {
    words.into()
}

/// Several parts without an element around them.
#[inline(never)]
pub fn parts(parts: Vec<Html>) -> Html {
    Html::from_iter(parts)
}

/// One part for each of `values`.
pub fn each<T>(values: &[T], part: impl FnMut(&T) -> Html) -> Vec<Html> {
    values.iter().map(part).collect()
}

/// A part, if there is reason for it.
pub fn when(reason: bool, part: impl FnOnce() -> Html) -> Html {
    if reason { part() } else { Html::default() }
}

/// The language of a text that is not in the page's, for `lang`; else nothing.
pub fn lang_of(words: &shared::catalog::Text) -> AttrValue {
    words.language.clone().map(AttrValue::from).unwrap_or_default()
}

/// The direction of a text that is not in the page's language, for `dir`; else nothing.
pub fn dir_of(words: &shared::catalog::Text) -> AttrValue {
    AttrValue::Static(words.language.as_deref().map(crate::text::direction).unwrap_or_default())
}
