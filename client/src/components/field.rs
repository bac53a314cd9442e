//! Fields for words.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Symbol, icon};

/// Properties of [`Field`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FieldProps {
    /// Its name.
    pub label: AttrValue,
    /// Id of the control inside.
    pub control: AttrValue,
    /// What helps to fill it in.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What may be wrong; it never keeps anybody from going on.
    #[prop_or_default]
    pub warning: Option<AttrValue>,
    /// The control.
    #[prop_or_default]
    pub children: Html,
}

/// A control with its label, a hint and a warning.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    html! {
        <div class="field">
            <label for={props.control.clone()}>{ props.label.clone() }</label>
            if let Some(hint) = &props.hint {
                <p class="hint" id={format!("{}-hint", props.control)}>{ hint.clone() }</p>
            }
            { props.children.clone() }
            if let Some(warning) = &props.warning {
                <p class="warn" role="status">{ icon(Symbol::Alert) }<span>{ warning.clone() }</span></p>
            }
        </div>
    }
}

/// Properties of [`Input`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct InputProps {
    /// Id, for the label.
    pub id: AttrValue,
    /// Name in a form.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// `type`.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// What stands in it.
    #[prop_or_default]
    pub value: AttrValue,
    /// Called with every change.
    #[prop_or_default]
    pub on_input: Callback<String>,
    /// An example.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Which keyboard.
    #[prop_or_default]
    pub inputmode: Option<AttrValue>,
    /// What the browser may fill in.
    #[prop_or(AttrValue::Static("off"))]
    pub autocomplete: AttrValue,
    /// Label of the keyboard's enter key.
    #[prop_or_default]
    pub enterkeyhint: Option<AttrValue>,
    /// Whether it must be filled in.
    #[prop_or_default]
    pub required: bool,
    /// Id of what describes it.
    #[prop_or_default]
    pub describedby: Option<AttrValue>,
    /// The element, for setting the focus.
    #[prop_or_default]
    pub node: NodeRef,
}

/// A field of one line.
#[component]
pub fn Input(props: &InputProps) -> Html {
    let oninput =
        props.on_input.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <input
            class="input"
            ref={props.node.clone()}
            id={props.id.clone()}
            name={props.name.clone()}
            type={props.kind.clone()}
            value={props.value.clone()}
            placeholder={props.placeholder.clone()}
            inputmode={props.inputmode.clone()}
            autocomplete={props.autocomplete.clone()}
            enterkeyhint={props.enterkeyhint.clone()}
            required={props.required}
            aria-describedby={props.describedby.clone()}
            {oninput}
        />
    }
}

/// Properties of [`TextArea`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TextAreaProps {
    /// Id, for the label.
    pub id: AttrValue,
    /// What stands in it.
    #[prop_or_default]
    pub value: AttrValue,
    /// Called with every change.
    pub on_input: Callback<String>,
    /// Lines to see at once.
    #[prop_or(3)]
    pub rows: u32,
    /// How many letters fit.
    #[prop_or_default]
    pub max: Option<usize>,
}

/// A field of several lines.
#[component]
pub fn TextArea(props: &TextAreaProps) -> Html {
    let oninput = props
        .on_input
        .reform(|event: InputEvent| event.target_unchecked_into::<web_sys::HtmlTextAreaElement>().value());
    html! {
        <textarea class="input" id={props.id.clone()} rows={props.rows.to_string()} maxlength={props.max.map(|max| max.to_string())} value={props.value.clone()} {oninput} />
    }
}
