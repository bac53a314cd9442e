//! The program that volunteers carry: its pages by address.

use yew::prelude::*;

use super::{
    app::{Place, Program},
    hands::InHands,
    pages::{
        enrol::Enrol, feedback::FeedbackPage, hand_in::HandInPage, hands::HandsPage, help::help,
        home::HomePage, list::ListPage, not_found::not_found, record::RecordPage, view::view,
        welcome::WelcomePage, withdraw::WithdrawPage,
    },
    route::{Invite, Route},
    session::Session,
    withdrawals::KeepWithdrawing,
};
use crate::text::{Msg, Text};

/// The program of volunteers, `/team/` without the desk.
pub struct Volunteers;

impl Program for Volunteers {
    fn owns(path: &str) -> bool {
        // What stands behind # names a draft.
        Route::parse(path.split('#').next().unwrap_or_default()) != Route::NotFound
    }

    fn title(path: &str, text: &Text) -> Option<AttrValue> {
        let page = text.get(title(&Route::parse(path)));
        Some(text.with(Msg::TEAM_TITLE, &[("page", page.into())]))
    }

    fn page(place: Place, session: &Session, text: &Text) -> Html {
        if let Some(invite) = Invite::parse(&place.fragment) {
            return html! { <Enrol {invite} on_done={place.on_done} /> };
        }
        let broken_invite = Invite::is_meant(&place.fragment);
        let page = match (Route::parse(&place.path), session) {
            (Route::View, _) => view(text),
            (Route::Help, _) => help(text),
            (Route::NotFound, _) => not_found(text),
            (_, Session::None | Session::Member(_)) => html! { <WelcomePage {broken_invite} /> },
            (Route::Home, Session::Device(_)) => html! { <HomePage /> },
            (Route::Record, Session::Device(_)) => {
                html! { <RecordPage key={place.visit} draft={place.fragment} /> }
            }
            (Route::Feedback, Session::Device(_)) => {
                html! { <FeedbackPage key={place.visit} draft={place.fragment} /> }
            }
            (Route::List, Session::Device(_)) => {
                html! { <ListPage open={place.fragment} /> }
            }
            (Route::HandIn, Session::Device(session)) => html! { <HandInPage session={session.clone()} /> },
            (Route::Withdraw, Session::Device(session)) => {
                html! { <WithdrawPage session={session.clone()} /> }
            }
            (Route::Hands, Session::Device(_)) => html! { <HandsPage /> },
        };
        match session {
            Session::Device(_) => html! { <KeepWithdrawing><InHands>{ page }</InHands></KeepWithdrawing> },
            Session::None | Session::Member(_) => page,
        }
    }
}

fn title(route: &Route) -> Msg {
    match route {
        Route::Home => Msg::TEAM_TITLE_HOME,
        Route::Record => Msg::TEAM_TITLE_RECORD,
        Route::Feedback => Msg::TEAM_TITLE_FEEDBACK,
        Route::List => Msg::TEAM_TITLE_LIST,
        Route::HandIn => Msg::TEAM_TITLE_HAND_IN,
        Route::Withdraw => Msg::TEAM_TITLE_WITHDRAW,
        Route::Hands => Msg::TEAM_TITLE_HANDS,
        Route::Help => Msg::TEAM_TITLE_HELP,
        Route::View => Msg::TEAM_TITLE_VIEW,
        Route::NotFound => Msg::TEAM_TITLE_NOT_FOUND,
    }
}
