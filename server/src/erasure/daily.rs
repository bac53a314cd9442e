//! The daily run: erases what is due, destroys the keys of markets that are over, and scrubs what an
//! erasure could not.

use std::{sync::Arc, time::Duration};

use jiff::civil;

use super::{drop_old_inputs, due, due::over, erase};
use crate::{
    app::App,
    clock::calendar_date,
    log,
    storage::{EraseReason, StorageError},
};

/// How often it looks whether a new day has begun, or tries again what failed.
const HOUR: Duration = Duration::from_secs(60 * 60);

/// Erases what is due once on each day, as soon as there is a new one; ends never.
pub(crate) async fn keep_erasing(app: Arc<App>) {
    let mut hours = tokio::time::interval(HOUR);
    loop {
        hours.tick().await;
        let today = app.clock.erasure_day(&app.publication.current().season.time_zone);
        if let Err(error) = run(&app, today).await {
            log::error("erasure_failed", &[("operation", &error.operation), ("cause", &error.source)]);
        }
    }
}

/// A start on a day on which it is done reads no contact: it may be one of many.
async fn run(app: &App, today: civil::Date) -> Result<(), StorageError> {
    if app.storage.last_daily_erasure().await? == Some(today.to_string()) {
        return app.storage.scrub().await;
    }
    let due = due(&*app.storage, calendar_date(today)).await?;
    erase(&*app.storage, &app.erasures, due, EraseReason::Retention, today).await?;
    app.erased.notify_one();
    drop_old_inputs(&*app.storage, app.clock.now_ms()).await?;
    // Backups may hold what was erased; without the key no one can open it.
    for market in over(&*app.storage, app.keyring.markets().await?, calendar_date(today)).await? {
        app.keyring.destroy(market).await?;
        log::info("keys_destroyed", &[]);
    }
    app.storage.put_daily_erasure(today.to_string()).await
}
