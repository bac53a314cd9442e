//! The choices of language and colours, the same in both programs.

use yew::prelude::*;

use crate::{
    components::{Choice, ChoiceKind, Choices},
    services::use_services,
    text::{Msg, TEAM_LANGUAGES, use_text},
};

/// Name of the setting that holds the language.
pub const LANGUAGE_SETTING: &str = "language";
/// Name of the setting that holds the colours.
pub const SCHEME_SETTING: &str = "scheme";

const SCHEMES: [(&str, Msg); 4] = [
    ("", Msg::TEAM_SCHEME_SYSTEM),
    ("light", Msg::TEAM_SCHEME_LIGHT),
    ("dark", Msg::TEAM_SCHEME_DARK),
    ("sun", Msg::TEAM_SCHEME_SUN),
];

/// Properties of [`ViewChoices`].
#[derive(Clone, PartialEq, Properties)]
pub struct ViewChoicesProps {
    /// The page that holds them; it is loaded again in the language that is chosen.
    pub path: AttrValue,
}

/// Both choices; they hold for this browser.
#[component]
pub fn ViewChoices(props: &ViewChoicesProps) -> Html {
    let text = use_text();
    let services = use_services();
    let scheme = use_state(|| services.platform.setting(SCHEME_SETTING).unwrap_or_default());
    let scheme_choice = |(value, label): (&'static str, Msg)| {
        let (services, scheme) = (services.clone(), scheme.clone());
        let checked = *scheme == value;
        let on_change = Callback::from(move |_: bool| {
            services.platform.set_setting(SCHEME_SETTING, value);
            services.platform.set_root("data-scheme", value);
            scheme.set(value.to_owned());
        });
        html! {
            <Choice kind={ChoiceKind::Radio} name="scheme" {value} {checked} {on_change}>{ text.get(label) }</Choice>
        }
    };
    let language_choice = |language: &&'static str| {
        let language = *language;
        let (services, path) = (services.clone(), props.path.clone());
        let on_change = Callback::from(move |_: bool| {
            services.platform.set_setting(LANGUAGE_SETTING, language);
            services.platform.load(&path);
        });
        html! {
            <Choice kind={ChoiceKind::Radio} name="language" value={language} checked={text.language() == language} {on_change}>
                <bdi lang={language}>{ text.get(language_name(language)) }</bdi>
            </Choice>
        }
    };
    html! {
        <>
            <Choices legend={html! { <h2>{ text.get(Msg::TEAM_SCHEME) }</h2> }}>{ for SCHEMES.into_iter().map(scheme_choice) }</Choices>
            <Choices legend={html! { <h2>{ text.get(Msg::TEAM_LANGUAGE) }</h2> }}>{ for TEAM_LANGUAGES.iter().map(language_choice) }</Choices>
        </>
    }
}

fn language_name(language: &str) -> Msg {
    match language {
        "en" => Msg::TEAM_LANGUAGE_EN,
        "ar" => Msg::TEAM_LANGUAGE_AR,
        _ => Msg::TEAM_LANGUAGE_DE,
    }
}
