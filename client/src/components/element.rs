//! Elements with little code: what `html!` writes out at every place costs a phone about 180 bytes for
//! each element, a call of these about 60. The visitor's pages use them for all but forms and their fields.

use std::rc::Rc;

use yew::{
    html::onclick,
    prelude::*,
    virtual_dom::{self, AttributeOrProperty, VTag},
};

/// Names, known to the program, and values of attributes; an empty value leaves its attribute out.
#[derive(Clone, Debug)]
pub struct Attributes {
    names: &'static [&'static str],
    values: Vec<AttrValue>,
}

impl Attributes {
    /// One value for each name; `attrs` sees to that.
    #[inline(never)]
    pub fn new(names: &'static [&'static str], values: Vec<AttrValue>) -> Self {
        Self { names, values }
    }
}

/// `attrs![("href", href), ("class", "link".into())]`
macro_rules! attrs {
    ($(($name:literal, $value:expr)),* $(,)?) => {
        $crate::components::Attributes::new(&[$($name),*], vec![$($value),*])
    };
}
pub(crate) use attrs;

/// An element of a class (none if empty) with children.
pub fn el<const N: usize>(tag: &'static str, class: &'static str, children: [Html; N]) -> Html {
    element(tag, attrs![("class", AttrValue::Static(class))], children.into())
}

/// An element with attributes and children.
pub fn el_with<const N: usize>(tag: &'static str, attributes: Attributes, children: [Html; N]) -> Html {
    element(tag, attributes, children.into())
}

/// An element with attributes and any number of children.
#[inline(never)]
pub fn element(tag: &'static str, attributes: Attributes, children: Vec<Html>) -> Html {
    tag_with(tag, attributes, children).into()
}

/// A button that acts when it is pressed.
#[inline(never)]
pub fn pressable(attributes: Attributes, on_press: &Callback<()>, children: Vec<Html>) -> Html {
    let mut button = tag_with("button", attributes, children);
    button.add_listener(Rc::new(onclick::Wrapper::new(on_press.reform(|_: MouseEvent| ()))));
    button.into()
}

fn tag_with(tag: &'static str, attributes: Attributes, children: Vec<Html>) -> VTag {
    let mut element = VTag::new(tag);
    let mut values = Vec::with_capacity(attributes.values.len());
    for value in attributes.values {
        values.push((!value.is_empty()).then_some(AttributeOrProperty::Attribute(value)));
    }
    element.set_attributes(virtual_dom::Attributes::Dynamic {
        keys: attributes.names,
        values: values.into_boxed_slice(),
    });
    element.add_children(children);
    element
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
