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
