//! From the database to a running app, and from one session to the next.

use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use super::stage::{Ready, Stage};
use crate::{
    driver::Repo,
    forms::drafts::DraftError,
    services::{Claim, Method, Services, StorageError, Writer, spawn},
    team::{
        drafts::sweep,
        local_notes::LocalNotes,
        session::{Session, SessionHandle},
        withdrawals::any_wait,
    },
};

/// The repo that writes now. Another tab may take over at any time, and it must stop then.
pub(super) type Running = Rc<RefCell<Option<Repo>>>;

/// Waits to be the only writer, then reads what is stored and connects.
pub(super) fn start(services: Services, stage: UseStateHandle<Stage>, running: Running, claim: Claim) {
    let platform = Rc::clone(&services.platform);
    platform.become_writer(
        claim,
        Rc::new(move |writer| match writer {
            Writer::Me => run(services.clone(), stage.clone(), Rc::clone(&running), None),
            Writer::Waiting | Writer::Lost => {
                if let Some(repo) = running.take() {
                    repo.stop();
                }
                stage.set(Stage::OtherTab(writer));
            }
        }),
    );
}

/// The session with its ways to change.
pub(super) fn session_handle(
    services: &Services,
    stage: &UseStateHandle<Stage>,
    running: &Running,
    ready: &Ready,
) -> SessionHandle {
    let change = {
        let (services, stage, running) = (services.clone(), stage.clone(), Rc::clone(running));
        move |session: Session| {
            if let Some(repo) = running.take() {
                repo.stop();
            }
            run(services.clone(), stage.clone(), Rc::clone(&running), Some(session));
        }
    };
    let sign_out = {
        let (services, change, repo) = (services.clone(), change.clone(), ready.repo.clone());
        move |()| {
            let (services, change) = (services.clone(), change.clone());
            let all_sent = repo.connection().unconfirmed == 0;
            repo.stop();
            spawn(async move {
                // Without a network the cookie stays until it expires; here the session ends now.
                if let Err(error) = services.api.call(Method::Post, "/api/sign-out", None).await {
                    services.platform.log(&error);
                }
                // The next person at this computer finds nothing; only what the server lacks stays, sealed.
                if all_sent && let Err(error) = services.storage.clear().await {
                    services.platform.log(&error);
                }
                change(Session::None);
            });
        }
    };
    SessionHandle {
        session: ready.session.clone(),
        sign_in: Callback::from(change),
        sign_out: Callback::from(sign_out),
    }
}

/// Opens what is stored and shows the pages, for `session` or for the one that is stored. Both ways go
/// through this one future, so that the phone gets its code once.
fn run(services: Services, stage: UseStateHandle<Stage>, running: Running, session: Option<Session>) {
    spawn(async move {
        stage.set(match open(services, session).await {
            Ok(ready) => {
                running.replace(Some(ready.repo.clone()));
                Stage::Ready(Box::new(ready))
            }
            Err(error) => Stage::NoStorage(error),
        });
    });
}

async fn open(services: Services, session: Option<Session>) -> Result<Ready, StorageError> {
    let stored = Session::stored(&services).await?;
    let session = match session {
        Some(session) => session,
        // The browser may have cleared the database and kept the cookie of a member. A device that lost
        // its database lost its key with it, and needs another invite.
        None if stored == Session::None => Session::asked(&services).await.unwrap_or_default(),
        None => stored.clone(),
    };
    if session != stored {
        session.store(&services).await?;
    }
    if let Err(error) = tidy_drafts(&services).await {
        services.platform.log(&error);
    }
    let notes = LocalNotes::read(services.clone()).await?;
    let repo = Repo::restore(services, session.peer()).await?;
    if session != Session::None {
        repo.start();
    }
    Ok(Ready { session, repo, notes })
}

/// Erases drafts that are over. With the last thing that it seals goes their key.
async fn tidy_drafts(services: &Services) -> Result<(), DraftError> {
    if sweep(services).await?.left == 0 && !any_wait(services).await? {
        services.draft_key.forget().await?;
    }
    Ok(())
}
