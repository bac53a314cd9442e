//! Whether the server lets this device in, and what the device does about it by itself: it asks again, hands
//! over what it has, and wipes itself if organisers have retired it or reported it lost.

use yew::prelude::*;

use super::{
    enrolment::{EnrolmentError, enrol},
    handing_over::hand_over,
    passing_on::use_passing_on,
    route::Invite,
    session::{DeviceSession, Session, SessionHandle, use_session},
};
use crate::{
    driver::{Repo, use_connection, use_repo},
    services::{ApiError, Services, spawn, use_services},
    text::Msg,
};
use shared::seal;

/// How the server sees this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// It is let in, or nobody asked.
    #[default]
    LetIn,
    /// There was no answer yet.
    NotAsked,
    /// An organiser has to confirm it, or what it has handed over.
    Waiting,
    /// It is not let in, and this helps.
    Refused(Msg),
    /// It was wiped, and this is why.
    Wiped(Msg),
}

impl Standing {
    /// What is said about it on every page.
    pub fn words(self) -> Option<Msg> {
        match self {
            Self::LetIn => None,
            Self::NotAsked => Some(Msg::STANDING_NOT_ASKED),
            Self::Waiting => Some(Msg::STANDING_WAITING),
            Self::Refused(words) | Self::Wiped(words) => Some(words),
        }
    }

    /// In how many milliseconds the server is asked again; never if that is of no use.
    fn asks_again_after_ms(self) -> Option<u32> {
        match self {
            // If it was let in, it is shut out again.
            Self::NotAsked | Self::LetIn => Some(15_000),
            Self::Waiting => Some(3_000),
            Self::Refused(_) | Self::Wiped(_) => None,
        }
    }
}

/// Properties of [`KeepStanding`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct KeepStandingProps {
    pub(super) session: DeviceSession,
}

/// Shows nothing; asks the server while it does not let this device in.
#[component]
pub(super) fn KeepStanding(props: &KeepStandingProps) -> Html {
    let services = use_services();
    let repo = use_repo();
    let handle = use_session();
    use_passing_on();
    // How often it has asked, and in how many milliseconds it asks again.
    let asked = use_state(|| (0_u32, Some(0)));
    let is_out = props.session.pending || use_connection().signed_out();
    let session = props.session.clone();
    use_effect_with((is_out, *asked), move |(is_out, times)| {
        let (times, wait_ms) = *times;
        if !is_out && (times > 0 || handle.standing != Standing::LetIn) {
            handle.on_standing.emit(Standing::LetIn);
            asked.set((0, Some(0)));
        }
        let guard = wait_ms.filter(|_| *is_out).map(|ms| {
            let clock = services.clock.clone();
            let ask = move || {
                spawn(async move {
                    let standing = ask(&services, &repo, &session, &handle).await;
                    handle.on_standing.emit(standing);
                    asked.set((times + 1, standing.asks_again_after_ms()));
                });
            };
            clock.after(ms, Box::new(ask))
        });
        move || drop(guard)
    });
    Html::default()
}

/// Shows the invite again, and does what the answer asks for.
async fn ask(services: &Services, repo: &Repo, session: &DeviceSession, handle: &SessionHandle) -> Standing {
    let fingerprint = seal::fingerprint(&session.sealing_key);
    let invite = Invite { token: session.invite.clone(), fingerprint };
    let error = match enrol(services, &invite, &session.label).await {
        Ok(renewed) => {
            let standing = if renewed.pending { Standing::Waiting } else { Standing::LetIn };
            if renewed != *session {
                handle.renew.emit(renewed);
            }
            if standing == Standing::LetIn {
                repo.sync_now();
            }
            return standing;
        }
        Err(error) => error,
    };
    let EnrolmentError::Api(ApiError::Refused { code, .. }) = &error else {
        return match error {
            EnrolmentError::OtherKey => Standing::Refused(Msg::ENROL_OTHER_KEY_HELP),
            EnrolmentError::Key(_) => Standing::Refused(Msg::RECORD_FAILED_KEY),
            _ => Standing::NotAsked,
        };
    };
    match code.as_str() {
        "device-lost" => wipe(services, repo, session, handle, Msg::STANDING_LOST).await,
        "device-retired" => wipe(services, repo, session, handle, Msg::STANDING_RETIRED).await,
        // What was recorded while there was no network is not lost with the invite: an organiser decides.
        "invite-expired" if !repo.unsent().is_empty() => match hand_over(services, repo, session).await {
            Ok(()) => Standing::Waiting,
            Err(_) => Standing::NotAsked,
        },
        "invite-expired" => Standing::Refused(Msg::ENROL_EXPIRED_HELP),
        "other-key" => Standing::Refused(Msg::ENROL_OTHER_KEY_HELP),
        "storage" | "too-many" => Standing::NotAsked,
        _ => Standing::Refused(Msg::TEAM_SIGNED_OUT),
    }
}

/// Hands over what the server lacks, and only then leaves nothing behind.
async fn wipe(
    services: &Services,
    repo: &Repo,
    session: &DeviceSession,
    handle: &SessionHandle,
    why: Msg,
) -> Standing {
    if let Err(error) = hand_over(services, repo, session).await {
        services.platform.log(&error);
        return Standing::NotAsked;
    }
    repo.stop();
    empty(services, handle, why).await
}

/// Removes everything from this phone, keys too.
pub(super) async fn empty(services: &Services, handle: &SessionHandle, why: Msg) -> Standing {
    if let Err(error) = services.storage.clear().await {
        services.platform.log(&error);
        return Standing::NotAsked;
    }
    handle.sign_in.emit(Session::None);
    Standing::Wiped(why)
}
