//! A visitor opens the market once, then has no network any more.

use crate::steps::visitor;
use tests::browser::Phone;
use tests::market::Market;

#[tokio::test]
async fn a_visitor_searches_and_saves_without_a_network_after_a_restart() {
    let mut market = Market::start();
    let origin = market.origin();
    let mut phone = Phone::new("visitor").await;
    visitor::install(&phone, &origin).await;

    market.kill();
    phone.restart().await;
    visitor::search(&phone, &origin, "Deutsch").await;
    let offer = visitor::save_first_offer(&phone).await;
    visitor::expect_saved(&phone, &origin, &offer).await;

    phone.restart().await;
    visitor::expect_saved(&phone, &origin, &offer).await;
}

/// Browsers offer the home screen when they like, and once for each page.
#[tokio::test]
async fn who_is_offered_the_home_screen_early_can_take_it_later() {
    let market = Market::start();
    let phone = Phone::new("home-screen").await;
    // What this browser offers by itself, at a time of its own, is held back.
    let early = "addEventListener('beforeinstallprompt', event => event.isTrusted && event.stopImmediatePropagation());
        addEventListener('DOMContentLoaded', () => dispatchEvent(Object.assign(
            new Event('beforeinstallprompt', { cancelable: true }), { prompt: () => window.wasAsked = true })))";
    phone.run_first(early).await;
    phone.open(&format!("{}/de/", market.origin())).await;
    phone.expect_alive().await;
    phone.click("[data-action=install]").await;
    phone.expect_script("the browser's question", "return window.wasAsked === true").await;
}
