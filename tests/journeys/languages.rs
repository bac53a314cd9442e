//! A visitor reads in another language than the browser's, and listens.

use crate::steps::visitor;
use tests::browser::Phone;
use tests::market::Market;

#[tokio::test]
async fn the_chosen_language_is_remembered_also_without_a_network() {
    let mut market = Market::start();
    let origin = market.origin();
    let mut phone = Phone::new("visitor").await;
    visitor::install(&phone, &origin).await;
    visitor::choose_language(&phone, &origin, "tr").await;
    phone.open(&format!("{origin}/")).await;
    visitor::expect_language(&phone, "tr").await;

    market.kill();
    phone.restart().await;
    for path in ["/", "/vi/info"] {
        phone.open(&format!("{origin}{path}")).await;
        visitor::expect_language(&phone, "tr").await;
    }
}

#[tokio::test]
async fn a_page_is_read_aloud_with_a_voice_of_its_language() {
    let market = Market::start();
    let phone = Phone::new("visitor").await;
    phone.open(&format!("{}/de/", market.origin())).await;
    phone.expect_alive().await;
    phone.expect_count("[data-action=speak][hidden]", 1).await;
    visitor::give_voices(&phone, &["en-US"]).await;
    phone.expect_count("[data-action=speak][hidden]", 1).await;
    visitor::give_voices(&phone, &["en-US", "de-DE"]).await;
    phone.click("[data-action=speak]:not([hidden])").await;
    phone
        .expect_script(
            "German words, spoken in German",
            "return window.spoken.length > 3 && window.spoken.every(one => one.voice.lang === 'de-DE')",
        )
        .await;
    phone.click("[data-action=speak][data-speaking]").await;
    phone.find("[data-action=speak]:not([data-speaking])").await;
    phone.expect_script("silence", "return window.silenced").await;
}
