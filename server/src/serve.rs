//! Runs an app on a socket, and ends it in order.

use std::{sync::Arc, time::Duration};

use tokio::{net::TcpListener, time::timeout};

use crate::{app::App, erasure, log, publication, routes::routes, storage::Erased};

/// How long open requests and connections may take to end.
const GRACE: Duration = Duration::from_secs(5);
/// How often the server tidies up.
const HOUR: Duration = Duration::from_secs(60 * 60);

/// When the server is to stop.
pub type Shutdown = std::pin::Pin<Box<dyn Future<Output = ()> + Send>>;

/// Serves `app` on `listener` until `shutdown`, then commits what was taken in and closes.
pub async fn serve(app: Arc<App>, listener: TcpListener, shutdown: Shutdown) {
    let publishing = tokio::spawn(publication::keep_publishing(Arc::clone(&app)));
    let tidying = tokio::spawn(keep_tidy(Arc::clone(&app)));
    // What was erased before is in no one's memory.
    let erased_before = app.storage.erased_after(i64::MAX.unsigned_abs()).await;
    let seen = erased_before.map_or(0, |Erased { up_to, .. }| up_to);
    let watching = tokio::spawn(erasure::keep_watching(Arc::clone(&app), seen));
    let erasing = tokio::spawn(erasure::keep_erasing(Arc::clone(&app)));
    let stopping = {
        let app = Arc::clone(&app);
        async move {
            shutdown.await;
            log::info("stopping", &[]);
            // Sync connections end by themselves; the listener waits only for requests.
            app.stop();
        }
    };
    let mut stopped = app.stopping();
    let server = warp::serve(routes(&app)).incoming(listener).graceful(stopping).run();
    tokio::pin!(server);
    tokio::select! {
        () = &mut server => {},
        _ = stopped.wait_for(|stopping| *stopping) => {
            // A browser that holds a request open does not hold the server open.
            drop(timeout(GRACE, server).await);
        },
    }
    app.driver.drain().await;
    for task in [publishing, tidying, watching, erasing] {
        task.abort();
    }
    if let Err(error) = app.storage.close().await {
        log::error("storage_failed", &[("operation", &error.operation), ("cause", &error.source)]);
    }
    log::info("stopped", &[]);
}

/// Every hour: forgets what expired; on a new day, another season may be the next one.
async fn keep_tidy(app: Arc<App>) {
    let mut hours = tokio::time::interval(HOUR);
    hours.tick().await;
    let mut today = app.publication.current().today(&app.clock);
    loop {
        hours.tick().await;
        if let Err(error) = app.storage.forget_expired(app.clock.now_ms()).await {
            log::error("storage_failed", &[("operation", &error.operation), ("cause", &error.source)]);
        }
        let now = app.publication.current().today(&app.clock);
        if now != today {
            today = now;
            app.publication.change().announce();
        }
    }
}
