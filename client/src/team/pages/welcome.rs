//! For a browser that nobody has enrolled or signed in.

use yew::prelude::*;

use crate::{
    components::{Button, Cloth, ClothBox, Field, Input, Symbol, tool_link},
    services::{StorageHealth, use_services},
    team::{
        app::use_notices,
        frame::canopy_with,
        navigator::use_navigator,
        route::{Invite, Route},
        session::{SessionHandle, use_session},
        standing::Standing,
    },
    text::{Msg, use_text},
};

/// Path of the organisers' first page.
const DESK: &str = "/team/tisch";

/// Properties of [`WelcomePage`].
#[derive(Clone, PartialEq, Properties)]
pub struct WelcomePageProps {
    /// Whether an invite led here that is not complete.
    pub broken_invite: bool,
}

/// Two ways in: an invite, or signing in.
#[component]
pub fn WelcomePage(props: &WelcomePageProps) -> Html {
    let text = use_text();
    let services = use_services();
    let notices = use_notices();
    let navigator = use_navigator();
    // Whoever opened the app from the home screen can not open a link in it.
    let on_link = Callback::from(move |typed: String| {
        if let Some((_, fragment)) =
            typed.split_once('#').filter(|(_, fragment)| Invite::parse(fragment).is_some())
        {
            navigator.go(&format!("{}#{fragment}", Route::Home.path()));
        }
    });
    let SessionHandle { session, standing, .. } = use_session();
    let signed_in = session.is_organiser();
    html! {
        <>
            { canopy_with(&text, tool_link(Route::View.path().into(), Symbol::Sun, text.get(Msg::TEAM_TOOL_VIEW))) }
            <main id="inhalt" class="page" tabindex="-1">
                <section class="stack">
                    <h1>{ text.get(Msg::TEAM_WELCOME) }</h1>
                    <p class="lead">{ text.get(Msg::TEAM_WELCOME_LEAD) }</p>
                </section>
                if let Standing::Wiped(why) = standing {
                    <div role="alert">
                        <ClothBox cloth={Cloth::Sun} symbol={Symbol::Lock} heading={text.get(Msg::STANDING_WIPED)} id="geleert">
                            <p>{ text.get(why) }</p>
                        </ClothBox>
                    </div>
                }
                if props.broken_invite {
                    <div role="alert">
                        <ClothBox cloth={Cloth::Brick} symbol={Symbol::Alert} heading={text.get(Msg::ENROL_UNKNOWN)} id="fehler">
                            <p>{ text.get(Msg::ENROL_UNKNOWN_HELP) }</p>
                        </ClothBox>
                    </div>
                }
                if services.platform.in_app_browser() {
                    <ClothBox cloth={Cloth::Brick} symbol={Symbol::Alert} heading={text.get(Msg::TEAM_MISSING_HEADING)} id="in-app">
                        <p>{ text.get(Msg::TEAM_MISSING_IN_APP) }</p>
                    </ClothBox>
                }
                if notices.health == StorageHealth::AlmostFull {
                    <ClothBox cloth={Cloth::Sun} symbol={Symbol::Alert} heading={text.get(Msg::TEAM_ALMOST_FULL)} id="voll">
                        <p>{ text.get(Msg::TEAM_STORAGE_FULL) }</p>
                    </ClothBox>
                }
                <ClothBox cloth={Cloth::Meadow} symbol={Symbol::Qr} heading={text.get(Msg::TEAM_WELCOME_VOLUNTEER)} id="einladung">
                    <p>{ text.get(Msg::TEAM_WELCOME_VOLUNTEER_HELP) }</p>
                    <Field label={text.get(Msg::TEAM_WELCOME_LINK)} control="link">
                        <Input id="link" inputmode="url" on_input={on_link} />
                    </Field>
                </ClothBox>
                <ClothBox cloth={Cloth::Sky} symbol={Symbol::Lock} heading={text.get(Msg::TEAM_WELCOME_ORGANISER)} id="anmelden">
                    <div class="actions">
                        <Button href={DESK} action="to-desk">
                            { text.get(if signed_in { Msg::TEAM_TO_DESK } else { Msg::TEAM_SIGN_IN }) }
                        </Button>
                    </div>
                </ClothBox>
            </main>
        </>
    }
}
