//! How soon the market is usable on a phone that has seen it before and has no network worth the name:
//! Chromium at a quarter of its speed.

use crate::keystroke::SLOWDOWN;
use serde_json::json;
use std::io::Read as _;
use std::net::TcpListener;
use tests::browser::Phone;
use tests::market::Market;

/// Milliseconds from the navigation until the page takes what is typed.
const LIMIT: f64 = 1000.0;

/// How often each is measured.
const RUNS: usize = 5;

/// Notes when the app has taken over the page.
const WATCH: &str = "
    new MutationObserver(() => {
      if (document.documentElement.hasAttribute('data-alive')) window.usable ??= performance.now();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-alive'] });";

/// A phone that has opened today's page and the offers, and has kept all that it needs.
async fn acquainted(market: &Market) -> Phone {
    let phone = Phone::new("second-visit").await;
    phone.open(&format!("{}/de/", market.origin())).await;
    phone.expect_alive().await;
    phone.expect_worker("/").await;
    for page in ["/de/", "/de/angebote"] {
        phone.open(&format!("{}{page}", market.origin())).await;
        phone.expect_alive().await;
        let kept = format!("return caches.match('{page}').then(Boolean)");
        phone.expect_script("a page that is kept", &kept).await;
    }
    phone
}

/// Milliseconds until the page was usable: the median.
async fn usable(phone: &mut Phone, origin: &str, page: &str, restarts: bool) -> f64 {
    let mut times = Vec::new();
    for _ in 0..RUNS {
        if restarts {
            phone.restart().await;
        }
        phone.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWDOWN })).await;
        phone.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await;
        phone.open(&format!("{origin}{page}")).await;
        let usable = phone.expect_script("a usable page", "return window.usable").await;
        times.push(usable.as_f64().unwrap_or(f64::INFINITY));
    }
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

async fn judge(phone: &mut Phone, origin: &str, network: &str) {
    for restarts in [false, true] {
        for page in ["/de/", "/de/angebote"] {
            let median = usable(phone, origin, page, restarts).await;
            let after = if restarts { ", after a restart" } else { "" };
            println!(
                "{network}{after}: {page} usable after {median:.0} ms (median of {RUNS}); limit {LIMIT} ms"
            );
            assert!(median <= LIMIT, "{network}{after}: {page} took {median:.0} ms");
        }
    }
}

#[tokio::test]
#[ignore = "measures; cargo xtask bench search"]
async fn the_second_visit_without_a_server() {
    let mut market = Market::start();
    let mut phone = acquainted(&market).await;
    market.kill();
    judge(&mut phone, &market.origin(), "no server").await;
}

#[tokio::test]
#[ignore = "measures; cargo xtask bench search"]
async fn the_second_visit_on_a_network_that_accepts_and_never_answers() {
    let mut market = Market::start();
    let mut phone = acquainted(&market).await;
    let origin = market.origin();
    market.kill();
    let listener =
        TcpListener::bind(origin.trim_start_matches("http://")).expect("the address is free again");
    std::thread::spawn(move || {
        // Each connection is read and kept open until the test ends.
        for connection in listener.incoming().flatten() {
            std::thread::spawn(move || {
                let mut connection = connection;
                while connection.read(&mut [0; 4096]).is_ok_and(|count| count > 0) {}
            });
        }
    });
    judge(&mut phone, &origin, "no answer").await;
}
