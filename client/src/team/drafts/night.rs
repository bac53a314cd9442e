//! Erases at night what was begun by day, also in an app that stays open.

use std::rc::Rc;

use crate::{
    forms::{
        drafts::{DraftError, Swept, erase_what_is_over},
        stored_draft::StoredDraft,
    },
    services::{Services, spawn},
    team::route::Route,
};

/// How often an open app looks, besides whenever it comes to the front.
const INTERVAL_MS: u32 = 30 * 60 * 1_000;

/// Erases drafts whose day is over, from now on as long as the page lives.
pub fn watch(services: Services) {
    let look: Rc<dyn Fn()> = {
        let services = services.clone();
        Rc::new(move || {
            let services = services.clone();
            spawn(async move {
                match sweep(&services).await {
                    // What is gone from the storage must not stay in a form that is still open.
                    Ok(Swept { erased: 1.., .. }) => services.platform.load(Route::Home.path()),
                    Ok(_) => {}
                    Err(error) => services.platform.log(&error),
                }
            });
        })
    };
    // It hears as long as the page lives.
    std::mem::forget(services.platform.on_wake(Rc::clone(&look)));
    look_again(services, look);
}

fn look_again(services: Services, look: Rc<dyn Fn()>) {
    let clock = services.clock.clone();
    let later = clock.after(
        INTERVAL_MS,
        Box::new(move || {
            look();
            look_again(services, look);
        }),
    );
    // It fires once, and nothing calls it off.
    std::mem::forget(later);
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
