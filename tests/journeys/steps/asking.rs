//! A visitor who asks for a contact on their own phone.

use tests::browser::Phone;

/// An offer of the example season whose provider takes contacts.
const OFFER: &str = "schweissen-mit-pruefung";

/// Someone who does not exist, as they write themselves down.
pub(crate) struct Asker {
    pub(crate) name: &'static str,
    pub(crate) phone: &'static str,
    pub(crate) note: &'static str,
}

/// Waits until the service worker has the forms too.
pub(crate) async fn expect_forms_kept(phone: &Phone) {
    phone
        .expect_script(
            "the forms among what the service worker keeps",
            "return caches.match('/de/kontakt').then(found => !!found && \
             performance.getEntriesByType('resource').every(entry => !entry.name.includes('/assets/ask')))",
        )
        .await;
}

/// Opens the form of the first offer that takes contacts, by the link on its page.
pub(crate) async fn open_form(phone: &Phone, origin: &str) {
    phone.open(&format!("{origin}/de/angebote/{OFFER}")).await;
    phone.expect_alive().await;
    phone.click("a[href^='/de/kontakt?angebot=']").await;
    phone.find("#ask form #reach").await;
}

/// Writes everything but the consent.
pub(crate) async fn fill(phone: &Phone, asker: &Asker) {
    phone.fill("#note", asker.note).await;
    phone.fill("#reach", asker.phone).await;
    phone.fill("#name", asker.name).await;
    phone.find("form[data-keeping=kept]").await;
}

/// Agrees and sends; gives back the code of the receipt.
pub(crate) async fn agree_and_send(phone: &Phone) -> String {
    phone.click("input[name=ja]").await;
    phone.click("[data-action=send]").await;
    phone.find("[data-request]").await;
    phone.text_of(".code").await
}

/// Opens the list, which holds one request at this stage.
pub(crate) async fn expect_request(phone: &Phone, origin: &str, stage: &str) {
    phone.open(&format!("{origin}/de/anfragen")).await;
    phone.find(&format!("[data-entry={stage}]")).await;
    phone.expect_count("[data-entry]", 1).await;
}
