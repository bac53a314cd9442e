//! From a loaded page to a running program: services, words, colours, pages.

use crate::{
    services::Services,
    team::{
        app::{App, AppProps, Program},
        view_choices::{LANGUAGE_SETTING, SCHEME_SETTING},
    },
    text::{TEAM_LANGUAGES, Text},
};

/// Starts the program. Without its words the app does not start; the shell then keeps its sentence that says so.
pub async fn start<P: Program>() {
    let (services, storage_failure) = super::services().await;
    let Some(text) = text(&services).await else { return };
    let platform = services.platform.clone();
    platform.set_root("lang", text.language());
    platform.set_root("dir", text.dir());
    platform.set_root("data-scheme", &platform.setting(SCHEME_SETTING).unwrap_or_default());
    yew::Renderer::<App<P>>::with_props(AppProps { services, text, storage_failure }).render();
    platform.set_root("data-alive", "true");
}

/// The catalogue of the chosen language, else of the first that the reader prefers, else German.
async fn text(services: &Services) -> Option<Text> {
    let preferred =
        services.platform.setting(LANGUAGE_SETTING).into_iter().chain(services.platform.languages());
    let language = preferred
        .filter_map(|tag| {
            let primary = tag.split('-').next()?.to_owned();
            TEAM_LANGUAGES.iter().find(|known| **known == primary)
        })
        .next()
        .unwrap_or(&"de");
    for language in [*language, "de"] {
        let Some(path) = services.platform.meta(&format!("text-{language}")) else { continue };
        if let Ok(bytes) = services.api.fetch(&path).await
            && let Ok(text) = Text::read(&bytes)
        {
            return Some(text);
        }
    }
    None
}
