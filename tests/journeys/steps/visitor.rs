//! A visitor with the visitor app.

use tests::browser::Phone;

/// Opens the market for the first time and waits until it would work without a network.
pub(crate) async fn install(phone: &Phone, origin: &str) {
    phone.open(&format!("{origin}/de/")).await;
    phone.expect_alive().await;
    phone.expect_worker("/").await;
}

/// Searches the catalog; the offers that are found are shown.
pub(crate) async fn search(phone: &Phone, origin: &str, words: &str) {
    phone.open(&format!("{origin}/de/angebote")).await;
    phone.expect_alive().await;
    phone.fill("input[name=q]", words).await;
    let script = format!(
        "return location.search.includes('q={words}') && document.querySelectorAll('[data-offer] mark').length > 0"
    );
    phone.expect_script("offers that were found", &script).await;
}

/// Saves the first offer that is shown and gives back its id.
pub(crate) async fn save_first_offer(phone: &Phone) -> String {
    let id = phone.attribute("[data-offer]", "data-offer").await;
    phone.click(&format!("[data-offer='{id}'] [data-action=save]")).await;
    phone.find(&format!("[data-offer='{id}'] [data-action=save][aria-pressed=true]")).await;
    id
}

/// Opens the saved list, which shows exactly this offer.
pub(crate) async fn expect_saved(phone: &Phone, origin: &str, id: &str) {
    phone.open(&format!("{origin}/de/liste")).await;
    phone.expect_alive().await;
    phone.find(&format!("main [data-offer='{id}']")).await;
    phone.expect_count("main [data-offer]", 1).await;
}

/// Erases everything that the visitor app keeps on the phone.
pub(crate) async fn erase_everything(phone: &Phone, origin: &str) {
    phone.open(&format!("{origin}/de/ansicht")).await;
    phone.expect_alive().await;
    phone.click("[data-action=erase]").await;
    phone.click("[data-action=erase-confirm]").await;
    phone
        .expect_script(
            "no cache and no saved offer of the visitor app",
            "return caches.keys().then(names => !names.some(name => name.startsWith('markt-visitor'))\
             && !Object.keys(localStorage).some(name => name.startsWith('markt-visitor')))",
        )
        .await;
}
