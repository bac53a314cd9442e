//! Boxes to tick and one-of-many choices, as lines or as tags.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How many of a group can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceKind {
    /// One.
    Radio,
    /// Any number.
    Checkbox,
}

/// Properties of [`Choice`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChoiceProps {
    /// How many of its group can be chosen.
    pub kind: ChoiceKind,
    /// Name of the group in a form.
    pub name: AttrValue,
    /// Value in a form.
    #[prop_or_default]
    pub value: AttrValue,
    /// Whether it is chosen.
    #[prop_or_default]
    pub checked: bool,
    /// Whether it is as small as a tag.
    #[prop_or_default]
    pub tag: bool,
    /// Called with whether it is chosen now.
    #[prop_or_default]
    pub on_change: Callback<bool>,
    /// The label.
    #[prop_or_default]
    pub children: Html,
}

/// One thing that can be chosen.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    choice(props)
}

/// One thing that can be chosen, as a plain function.
pub fn choice(props: &ChoiceProps) -> Html {
    let onchange =
        props.on_change.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    let kind = match props.kind {
        ChoiceKind::Radio => "radio",
        ChoiceKind::Checkbox => "checkbox",
    };
    html! {
        <label class="choice" data-size={props.tag.then_some("tag")}>
            <input type={kind} name={props.name.clone()} value={props.value.clone()} checked={props.checked} {onchange} />
            { props.children.clone() }
        </label>
    }
}

/// Properties of [`Choices`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChoicesProps {
    /// What is asked.
    pub legend: Html,
    /// Whether they flow like words.
    #[prop_or_default]
    pub wrap: bool,
    /// Id of the group.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The choices.
    #[prop_or_default]
    pub children: Html,
}

/// A group of choices with its question.
#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    choices(props.id.clone(), props.legend.clone(), props.wrap, props.children.clone())
}

/// A group of choices, as a plain function.
pub fn choices(id: Option<AttrValue>, legend: Html, wrap: bool, options: Html) -> Html {
    html! {
        <fieldset class="field" {id}>
            <legend>{ legend }</legend>
            <div class="choices" data-flow={wrap.then_some("wrap")}>{ options }</div>
        </fieldset>
    }
}

/// Properties of [`Scale`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ScaleProps {
    /// What is asked.
    pub legend: Html,
    /// Name of the group.
    pub name: AttrValue,
    /// What 1 means.
    #[prop_or_default]
    pub low: Html,
    /// What 5 means.
    #[prop_or_default]
    pub high: Html,
    /// What is chosen, 1–5.
    #[prop_or_default]
    pub value: Option<u8>,
    /// Called with what was chosen.
    pub on_change: Callback<u8>,
}

/// A question that is answered from 1 to 5.
#[component]
pub fn Scale(props: &ScaleProps) -> Html {
    let step = |step: u8| {
        let on_change = props.on_change.reform(move |_: bool| step);
        html! {
            <Choice kind={ChoiceKind::Radio} name={props.name.clone()} value={step.to_string()} checked={props.value == Some(step)} {on_change}>
                { step }
            </Choice>
        }
    };
    html! {
        <fieldset class="field">
            <legend>{ props.legend.clone() }</legend>
            <div class="scale">{ for (1..=5).map(step) }</div>
            <p class="row row-between small"><span>{ props.low.clone() }</span><span>{ props.high.clone() }</span></p>
        </fieldset>
    }
}
