//! Tells the sync core what was erased, by this process or by a command beside it.

use std::{sync::Arc, time::Duration};

use tokio::time::{MissedTickBehavior, interval};

use crate::{app::App, log};

/// How soon an erasure by another process is noticed.
const LOOK: Duration = Duration::from_secs(1);

/// Passes on each erasure after place `seen` of the log; ends never.
pub(crate) async fn keep_watching(app: Arc<App>, mut seen: u64) {
    let mut looks = interval(LOOK);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut failing = false;
    loop {
        tokio::select! {
            _ = looks.tick() => {},
            () = app.erased.notified() => {},
        }
        match app.storage.erased_after(seen).await {
            Ok(erased) => {
                failing = false;
                seen = erased.up_to;
                for (document, facts) in erased.documents {
                    app.driver.erased(document, facts).await;
                }
            }
            Err(error) => {
                // Said once, not every second.
                if !failing {
                    log::error(
                        "storage_failed",
                        &[("operation", &error.operation), ("cause", &error.source)],
                    );
                }
                failing = true;
            }
        }
    }
}
