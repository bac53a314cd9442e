//! Erases at night what was begun by day, also in an app that stays open.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    forms::{
        drafts::{DraftError, Swept, erase_what_is_over},
        stored_draft::StoredDraft,
    },
    services::{Services, spawn, use_services},
    team::route::Route,
};

/// How often an open app looks, besides whenever it comes to the front.
const INTERVAL_MS: u32 = 30 * 60 * 1_000;

/// Shows nothing; erases drafts whose day is over.
#[component]
pub fn NightWatch() -> Html {
    let services = use_services();
    let round = use_state(|| 0_u32);
    use_effect_with(*round, move |number| {
        let next = number + 1;
        let look: Rc<dyn Fn()> = Rc::new({
            let services = services.clone();
            move || {
                let (services, round) = (services.clone(), round.setter());
                spawn(async move {
                    match sweep(&services).await {
                        // What is gone from the storage must not stay in a form that is still open.
                        Ok(Swept { erased: 1.., .. }) => services.platform.load(Route::Home.path()),
                        Ok(_) => {}
                        Err(error) => services.platform.log(&error),
                    }
                    round.set(next);
                });
            }
        });
        let woken = services.platform.on_wake(Rc::clone(&look));
        let later = services.clock.after(INTERVAL_MS, Box::new(move || look()));
        move || drop((woken, later))
    });
    Html::default()
}

/// Erases what is over by now.
///
/// # Errors
/// If the database can not be read or written.
pub async fn sweep(services: &Services) -> Result<Swept, DraftError> {
    let clock = &services.clock;
    let now_ms = clock.now_ms();
    let is_over = |draft: &StoredDraft| draft.is_over_at_night(now_ms, |ms| clock.local(ms).day);
    erase_what_is_over(&*services.storage, &is_over).await
}
