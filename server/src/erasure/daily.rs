//! The daily run: erases what is due, destroys the keys of markets that are over, and scrubs what an
//! erasure could not.

use std::{sync::Arc, time::Duration};

use jiff::civil;

use super::{due, due::over, erase};
use crate::{
    app::App,
    clock::calendar_date,
    log,
    storage::{EraseReason, StorageError},
};

/// How often it looks whether a new day has begun, or tries again what failed.
const HOUR: Duration = Duration::from_secs(60 * 60);

/// Erases what is due, at once and on each new day; ends never.
pub(crate) async fn keep_erasing(app: Arc<App>) {
    let mut hours = tokio::time::interval(HOUR);
    let mut done = None;
    loop {
        hours.tick().await;
        let today = app.clock.erasure_day(&app.publication.current().season.time_zone);
        let result = if done == Some(today) { app.storage.scrub().await } else { run(&app, today).await };
        match result {
            Ok(()) => done = Some(today),
            Err(error) => {
                log::error("erasure_failed", &[("operation", &error.operation), ("cause", &error.source)]);
            }
        }
    }
}

async fn run(app: &App, today: civil::Date) -> Result<(), StorageError> {
    let due = due(&*app.storage, calendar_date(today)).await?;
    erase(&*app.storage, &app.erasures, due, EraseReason::Retention, today).await?;
    app.erased.notify_one();
    // Backups may hold what was erased; without the key no one can open it.
    for market in over(&*app.storage, app.keyring.markets().await?, calendar_date(today)).await? {
        app.keyring.destroy(market).await?;
        log::info("keys_destroyed", &[]);
    }
    Ok(())
}
