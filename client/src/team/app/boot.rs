//! From the database to a running app, and from one session to the next.

use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use super::stage::{Ready, Stage};
use crate::{
    driver::Repo,
    services::{Claim, Method, Services, StorageError, Writer, spawn},
    team::{
        drafts,
        local_notes::LocalNotes,
        session::{Session, SessionHandle},
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
            Writer::Me => {
                let (services, stage, running) = (services.clone(), stage.clone(), Rc::clone(&running));
                spawn(async move {
                    stage.set(match open_stored(services).await {
                        Ok(ready) => {
                            running.replace(Some(ready.repo.clone()));
                            Stage::Ready(Box::new(ready))
                        }
                        Err(error) => Stage::NoStorage(error),
                    });
                });
            }
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
            let (services, stage, running) = (services.clone(), stage.clone(), Rc::clone(&running));
            if let Some(repo) = running.take() {
                repo.stop();
            }
            spawn(async move {
                stage.set(match reopen(services, session).await {
                    Ok(ready) => {
                        running.replace(Some(ready.repo.clone()));
                        Stage::Ready(Box::new(ready))
                    }
                    Err(error) => Stage::NoStorage(error),
                });
            });
        }
    };
    let sign_out = {
        let (services, change) = (services.clone(), change.clone());
        move |()| {
            let (services, change) = (services.clone(), change.clone());
            spawn(async move {
                // Without a network the cookie stays until it expires; here the session ends now.
                if let Err(error) = services.api.call(Method::Post, "/api/sign-out", None).await {
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

async fn open_stored(services: Services) -> Result<Ready, StorageError> {
    let mut session = Session::stored(&services).await?;
    if session == Session::None {
        // The browser may have cleared the database and kept the cookie of a member. A device that
        // lost its database lost its key with it, and needs another invite.
        session = Session::asked(&services).await.unwrap_or_default();
        session.store(&services).await?;
    }
    open(services, session).await
}

async fn reopen(services: Services, session: Session) -> Result<Ready, StorageError> {
    session.store(&services).await?;
    open(services, session).await
}

async fn open(services: Services, session: Session) -> Result<Ready, StorageError> {
    if let Err(error) = drafts::erase_what_is_over(&services).await {
        services.platform.log(&error);
    }
    let notes = LocalNotes::read(services.clone()).await?;
    let repo = Repo::restore(services, session.peer()).await?;
    if session != Session::None {
        repo.start();
    }
    Ok(Ready { session, repo, notes })
}
