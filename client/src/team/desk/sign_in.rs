//! Signing in, and setting up: who is at the desk.

use serde_json::{Value, json};
use yew::prelude::*;

use super::{frame::Frame, route::DeskRoute};
use crate::{
    components::{Button, Cloth, ClothBox, Field, Input, Rank, Symbol},
    services::{ApiError, Method, Services, spawn, use_services},
    team::{
        navigator::use_navigator,
        session::{MemberSession, Role, Session, use_session},
    },
    text::{Msg, Text, use_text},
};

/// A password that is guessed by hand takes longer than a season.
const MIN_PASSWORD: usize = 10;

/// Why nobody was let in.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Refusal {
    /// Name and password do not belong together.
    WrongCredentials,
    /// Too many tries; the next one after so many seconds.
    TooMany { retry_after_s: i64 },
    /// No answer.
    Offline,
    /// The link for setting up was used already.
    LinkUsed,
    /// The link for setting up is not known.
    LinkUnknown,
    /// The name or the password is too short, or the name taken.
    NotAccepted,
    /// The person is no organiser.
    NoOrganiser,
    /// Something else went wrong at the server.
    Server,
}

impl Refusal {
    fn of(error: &ApiError) -> Self {
        match error {
            ApiError::Offline => Self::Offline,
            ApiError::Unreadable => Self::Server,
            ApiError::Refused { status, code, body } => match (*status, code.as_str()) {
                (429, _) => Self::TooMany {
                    retry_after_s: body.get("retry_after_s").and_then(Value::as_i64).unwrap_or(60),
                },
                (401, _) => Self::WrongCredentials,
                (410, _) | (409, _) => Self::LinkUsed,
                (404, _) => Self::LinkUnknown,
                (400 | 422, _) => Self::NotAccepted,
                _ => Self::Server,
            },
        }
    }

    fn words(&self, text: &Text) -> (AttrValue, AttrValue) {
        let (heading, hint) = match self {
            Self::WrongCredentials => (Msg::DESK_SIGN_IN_WRONG, Msg::DESK_SIGN_IN_WRONG_HINT),
            Self::TooMany { retry_after_s } => {
                let minutes = (retry_after_s + 59) / 60;
                return (
                    text.get(Msg::DESK_SIGN_IN_TOO_MANY),
                    text.with(Msg::DESK_SIGN_IN_TOO_MANY_HINT, &[("minutes", minutes.into())]),
                );
            }
            Self::Offline => (Msg::DESK_SERVER_AWAY, Msg::DESK_SIGN_IN_AWAY_HINT),
            Self::LinkUsed => (Msg::DESK_SET_UP_USED, Msg::DESK_SET_UP_USED_HINT),
            Self::LinkUnknown => (Msg::DESK_SET_UP_UNKNOWN, Msg::DESK_SET_UP_UNKNOWN_HINT),
            Self::NotAccepted => (Msg::DESK_SET_UP_NOT_ACCEPTED, Msg::DESK_SET_UP_NOT_ACCEPTED_HINT),
            Self::NoOrganiser => (Msg::DESK_NO_ORGANISER, Msg::DESK_NO_ORGANISER_HINT),
            Self::Server => (Msg::DESK_SERVER_FAILED, Msg::DESK_SERVER_FAILED_HINT),
        };
        (text.get(heading), text.get(hint))
    }
}

/// The session that the server's answer describes.
fn session_of(answer: &Value) -> Option<MemberSession> {
    match Session::member_from(answer) {
        Session::Member(member) => Some(member),
        Session::Device(_) | Session::None => None,
    }
}

async fn ask(services: &Services, path: &str, body: Value) -> Result<MemberSession, Refusal> {
    match services.api.call(Method::Post, path, Some(body)).await {
        Ok(answer) => session_of(&answer).ok_or(Refusal::Server),
        Err(error) => Err(Refusal::of(&error)),
    }
}

/// Asks for name and password.
#[component]
pub(crate) fn SignIn() -> Html {
    let text = use_text();
    let services = use_services();
    let session = use_session();
    let name = use_state(AttrValue::default);
    let password = use_state(AttrValue::default);
    let busy = use_state(|| false);
    let refusal = use_state(|| None::<Refusal>);

    let on_submit = {
        let (name, password, busy, refusal) = (name.clone(), password.clone(), busy.clone(), refusal.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if *busy {
                return;
            }
            busy.set(true);
            refusal.set(None);
            let body = json!({ "name": name.trim(), "password": password.as_str() });
            let (services, sign_in) = (services.clone(), session.sign_in.clone());
            let (busy, refusal) = (busy.clone(), refusal.clone());
            spawn(async move {
                match ask(&services, "/api/sign-in", body).await {
                    Ok(member) if member.role == Role::Organiser => {
                        sign_in.emit(Session::Member(member));
                        return;
                    }
                    Ok(_) => refusal.set(Some(Refusal::NoOrganiser)),
                    Err(why) => refusal.set(Some(why)),
                }
                busy.set(false);
            });
        })
    };
    html! {
        <Frame title={text.get(Msg::DESK_SIGN_IN)}>
            <form class="stack desk-form" onsubmit={on_submit}>
                <h1>{ text.get(Msg::DESK_SIGN_IN) }</h1>
                <p>{ text.get(Msg::DESK_SIGN_IN_LEAD) }</p>
                { refused(&text, refusal.as_ref()) }
                <Field label={text.get(Msg::DESK_NAME)} control="name">
                    <Input id="name" name="name" autocomplete="username" required=true value={(*name).clone()} on_input={store(&name)} />
                </Field>
                <Field label={text.get(Msg::DESK_PASSWORD)} control="password">
                    <Input id="password" name="password" kind="password" autocomplete="current-password" required=true value={(*password).clone()} on_input={store(&password)} />
                </Field>
                <div class="actions">
                    <Button rank={Rank::First} submit=true action="sign-in" unavailable={busy.then(|| text.get(Msg::DESK_SIGNING_IN))}>
                        { text.get(if *busy { Msg::DESK_SIGNING_IN } else { Msg::DESK_SIGN_IN_NOW }) }
                    </Button>
                </div>
                <p class="hint">{ text.get(Msg::DESK_SIGN_IN_FORGOTTEN) }</p>
            </form>
        </Frame>
    }
}

/// The link that was printed at the server's first start.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SetUpProps {
    /// Its token.
    pub(crate) token: AttrValue,
}

/// Makes the first organiser.
#[component]
pub(crate) fn SetUp(props: &SetUpProps) -> Html {
    let text = use_text();
    let services = use_services();
    let session = use_session();
    let navigator = use_navigator();
    let name = use_state(AttrValue::default);
    let password = use_state(AttrValue::default);
    let again = use_state(AttrValue::default);
    let busy = use_state(|| false);
    let refusal = use_state(|| None::<Refusal>);
    let short = !password.is_empty() && password.chars().count() < MIN_PASSWORD;
    let differs = !again.is_empty() && *again != *password;

    let on_submit = {
        let token = props.token.clone();
        let (name, password, again) = (name.clone(), password.clone(), again.clone());
        let (busy, refusal) = (busy.clone(), refusal.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if *busy || *again != *password || password.chars().count() < MIN_PASSWORD {
                return;
            }
            busy.set(true);
            refusal.set(None);
            let credentials = json!({ "name": name.trim(), "password": password.as_str() });
            let mut body = credentials.clone();
            body["token"] = json!(token.as_str());
            let (services, sign_in) = (services.clone(), session.sign_in.clone());
            let (busy, refusal, navigator) = (busy.clone(), refusal.clone(), navigator.clone());
            spawn(async move {
                let made = services.api.call(Method::Post, "/api/set-up", Some(body)).await;
                let member = match made {
                    // Some servers answer with the session, others just say that it is done.
                    Ok(answer) => match session_of(&answer) {
                        Some(member) => Ok(member),
                        None => ask(&services, "/api/sign-in", credentials).await,
                    },
                    Err(error) => Err(Refusal::of(&error)),
                };
                match member {
                    Ok(member) => {
                        sign_in.emit(Session::Member(member));
                        navigator.go(DeskRoute::ROOT);
                    }
                    Err(why) => {
                        refusal.set(Some(why));
                        busy.set(false);
                    }
                }
            });
        })
    };
    if *refusal == Some(Refusal::LinkUsed) {
        return html! {
            <Frame title={text.get(Msg::DESK_SET_UP)}>
                <section class="stack desk-form">
                    <h1>{ text.get(Msg::DESK_SET_UP) }</h1>
                    { refused(&text, refusal.as_ref()) }
                    <div class="actions">
                        <Button rank={Rank::First} href={DeskRoute::ROOT}>{ text.get(Msg::DESK_SIGN_IN) }</Button>
                    </div>
                </section>
            </Frame>
        };
    }
    html! {
        <Frame title={text.get(Msg::DESK_SET_UP)}>
            <form class="stack desk-form" onsubmit={on_submit}>
                <h1>{ text.get(Msg::DESK_SET_UP) }</h1>
                <p>{ text.get(Msg::DESK_SET_UP_LEAD) }</p>
                { refused(&text, refusal.as_ref()) }
                <Field label={text.get(Msg::DESK_NAME)} control="name" hint={text.get(Msg::DESK_SET_UP_NAME_HINT)}>
                    <Input id="name" name="name" autocomplete="username" required=true value={(*name).clone()} on_input={store(&name)} describedby="name-hint" />
                </Field>
                <Field
                    label={text.get(Msg::DESK_PASSWORD)}
                    control="password"
                    hint={text.with(Msg::DESK_SET_UP_PASSWORD_HINT, &[("n", MIN_PASSWORD.into())])}
                    warning={short.then(|| text.get(Msg::DESK_TOO_SHORT))}
                >
                    <Input id="password" name="password" kind="password" autocomplete="new-password" required=true value={(*password).clone()} on_input={store(&password)} describedby="password-hint" />
                </Field>
                <Field
                    label={text.get(Msg::DESK_PASSWORD_AGAIN)}
                    control="again"
                    warning={differs.then(|| text.get(Msg::DESK_NOT_THE_SAME))}
                >
                    <Input id="again" name="again" kind="password" autocomplete="new-password" required=true value={(*again).clone()} on_input={store(&again)} />
                </Field>
                <div class="actions">
                    <Button rank={Rank::First} submit=true action="set-up" unavailable={busy.then(|| text.get(Msg::DESK_SIGNING_IN))}>
                        { text.get(Msg::DESK_SET_UP_NOW) }
                    </Button>
                </div>
            </form>
        </Frame>
    }
}

fn refused(text: &Text, refusal: Option<&Refusal>) -> Html {
    let Some(refusal) = refusal else { return Html::default() };
    let (heading, hint) = refusal.words(text);
    html! {
        <div role="alert">
            <ClothBox cloth={Cloth::Brick} symbol={Symbol::Alert} {heading}><p>{ hint }</p></ClothBox>
        </div>
    }
}

/// Keeps what is typed.
pub(crate) fn store(state: &UseStateHandle<AttrValue>) -> Callback<String> {
    let state = state.clone();
    Callback::from(move |typed: String| state.set(typed.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(status: u16, code: &str, body: Value, expected: Refusal) {
        assert_eq!(Refusal::of(&ApiError::Refused { status, code: code.into(), body }), expected, "{status}");
    }

    #[test]
    fn refusals_have_their_own_sentences() {
        check(401, "wrong-credentials", json!({}), Refusal::WrongCredentials);
        check(429, "too-many", json!({"retry_after_s": 90}), Refusal::TooMany { retry_after_s: 90 });
        check(429, "too-many", json!({}), Refusal::TooMany { retry_after_s: 60 });
        check(500, "", json!(null), Refusal::Server);
        assert_eq!(Refusal::of(&ApiError::Offline), Refusal::Offline);
    }
}
