//! Buttons, and links that look like them.

use yew::prelude::*;

use super::{Symbol, attrs, el_with, flip_icon, icon, pressable, say};

/// How much a button wants to be pressed; a screen has one of the first rank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rank {
    /// Nothing special.
    #[default]
    Plain,
    /// What most people want here.
    First,
    /// A way out.
    Quiet,
    /// Destroys something.
    Danger,
}

impl Rank {
    fn name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::First => Some("first"),
            Self::Quiet => Some("quiet"),
            Self::Danger => Some("danger"),
        }
    }
}

/// A link that looks like a button; a plain function for pages that have many.
pub fn button_link(rank: Rank, symbol: Html, href: AttrValue, label: AttrValue) -> Html {
    let rank = rank.name().unwrap_or_default();
    let attributes = attrs![("class", "button".into()), ("data-rank", rank.into()), ("href", href)];
    el_with("a", attributes, [symbol, say(label)])
}

/// A button that acts; `action` is a name that does not depend on the language.
pub fn action_button(
    rank: Rank,
    symbol: Html,
    action: &'static str,
    on_click: &Callback<()>,
    label: AttrValue,
) -> Html {
    let attributes = attrs![
        ("type", "button".into()),
        ("class", "button".into()),
        ("data-rank", rank.name().unwrap_or_default().into()),
        ("data-action", action.into()),
    ];
    pressable(attributes, on_click, vec![symbol, say(label)])
}

/// The same for thumbs in a hurry.
pub fn thumb_button(
    rank: Rank,
    symbol: Html,
    action: &'static str,
    on_click: &Callback<()>,
    label: AttrValue,
) -> Html {
    let attributes = attrs![
        ("type", "button".into()),
        ("class", "button".into()),
        ("data-rank", rank.name().unwrap_or_default().into()),
        ("data-size", "thumb".into()),
        ("data-action", action.into()),
    ];
    pressable(attributes, on_click, vec![symbol, say(label)])
}

/// A button that looks like a link; a plain function as [`button_link`].
pub fn action_link(symbol: Html, action: &'static str, on_click: &Callback<()>, label: AttrValue) -> Html {
    let attributes =
        attrs![("type", "button".into()), ("class", "link".into()), ("data-action", action.into())];
    pressable(attributes, on_click, vec![symbol, say(label)])
}

/// Properties of [`Button`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ButtonProps {
    /// Its rank.
    #[prop_or_default]
    pub rank: Rank,
    /// Whether it is made for thumbs in a hurry.
    #[prop_or_default]
    pub thumb: bool,
    /// Symbol before the label.
    #[prop_or_default]
    pub symbol: Option<Symbol>,
    /// Whether the symbol points somewhere and follows the direction of reading.
    #[prop_or_default]
    pub flip: bool,
    /// Makes it a link.
    #[prop_or_default]
    pub href: Option<AttrValue>,
    /// Called when it is pressed and not `unavailable`.
    #[prop_or_default]
    pub on_click: Callback<()>,
    /// Whether it sends its form.
    #[prop_or_default]
    pub submit: bool,
    /// Id of the form that it sends, if that is not around it.
    #[prop_or_default]
    pub form: Option<AttrValue>,
    /// Whether it is pressed, if it stays pressed.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// Why it can not be used now; it stays reachable and says so.
    #[prop_or_default]
    pub unavailable: Option<AttrValue>,
    /// `data-action`, a name that does not depend on the language.
    #[prop_or_default]
    pub action: Option<AttrValue>,
    /// The label.
    #[prop_or_default]
    pub children: Html,
}

/// A button, or with `href` a link.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let size = props.thumb.then_some("thumb");
    let symbol = props.symbol.map(if props.flip { flip_icon } else { icon });
    if let Some(href) = &props.href {
        return html! {
            <a class="button" data-rank={props.rank.name()} data-size={size} data-action={props.action.clone()} href={href.clone()}>
                { for symbol }
                { props.children.clone() }
            </a>
        };
    }
    let onclick = (!props.submit).then(|| {
        let (on_click, available) = (props.on_click.clone(), props.unavailable.is_none());
        Callback::from(move |_: MouseEvent| {
            if available {
                on_click.emit(());
            }
        })
    });
    html! {
        <button
            type={if props.submit { "submit" } else { "button" }}
            class="button"
            data-rank={props.rank.name()}
            data-size={size}
            data-action={props.action.clone()}
            aria-pressed={props.pressed.map(|pressed| if pressed { "true" } else { "false" })}
            aria-disabled={props.unavailable.as_ref().map(|_| "true")}
            title={props.unavailable.clone()}
            form={props.form.clone()}
            {onclick}
        >
            { for symbol }
            { props.children.clone() }
        </button>
    }
}

/// Properties of [`LinkButton`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LinkButtonProps {
    /// Symbol before the label.
    #[prop_or_default]
    pub symbol: Option<Symbol>,
    /// Called when it is pressed.
    pub on_click: Callback<()>,
    /// `data-action`, a name that does not depend on the language.
    #[prop_or_default]
    pub action: Option<AttrValue>,
    /// The label.
    #[prop_or_default]
    pub children: Html,
}

/// A button that looks like a link.
#[component]
pub fn LinkButton(props: &LinkButtonProps) -> Html {
    let onclick = props.on_click.reform(|_: MouseEvent| ());
    html! {
        <button type="button" class="link" data-action={props.action.clone()} {onclick}>
            { for props.symbol.map(icon) }
            { props.children.clone() }
        </button>
    }
}
