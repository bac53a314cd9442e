//! What was recorded wrongly or is not wanted any more: corrected and taken back by the phone that recorded it,
//! and by code on any other.

use crate::steps::organiser;
use crate::steps::volunteer::{self, Visitor};
use tests::browser::Phone;
use tests::market::Market;

const RECORDED: Visitor = Visitor { name: "Gerwin Zeidler", phone: "030 5550171", note: "Notiz Sense" };
const CORRECTED: &str = "Gerwine Zeidler";

#[tokio::test]
async fn a_contact_is_corrected_and_taken_back_by_its_phone() {
    let market = Market::start();
    let phone = Phone::new("correcting").await;
    volunteer::enrol(&phone, &market.invite(0), "Telefon Ost").await;
    volunteer::record_contact(&phone, &RECORDED).await;
    volunteer::expect_contacts(&phone, "server", 1).await;
    phone.click("[data-contact] a").await;
    phone.fill("#name", CORRECTED).await;
    phone.click("[data-action=correct]").await;
    phone.expect_text("Das Organisationsteam sieht die Berichtigung.").await;
    phone.find("[data-own][data-custody=server]").await;

    let laptop = Phone::new("laptop").await;
    let who = market.organiser(0);
    organiser::sign_in(&laptop, &market.origin(), &who).await;
    organiser::open_contacts(&laptop, &who, &[CORRECTED]).await;
    organiser::open_contact(&laptop, CORRECTED).await;
    laptop.expect_text(RECORDED.phone).await;

    phone.click("[data-action=withdraw]").await;
    phone.find("[data-withdrawn=yes]").await;
    laptop.find("input[name=state][value=withdrawn]:checked").await;
    phone.click("[data-action=withdraw-undo]").await;
    phone.expect_count("[data-withdrawn=yes]", 0).await;
    laptop.find("input[name=state][value=new]:checked").await;
    for (path, bytes) in market.files() {
        let word = CORRECTED.as_bytes();
        let found = bytes.windows(word.len()).any(|window| window == word);
        assert!(!found, "the correction stands readable in {}", path.display());
    }
}

#[tokio::test]
async fn any_phone_takes_back_by_code_as_soon_as_there_is_a_network() {
    let mut market = Market::start();
    let team = format!("{}/team/", market.origin());
    let recorder = Phone::new("recorder").await;
    volunteer::enrol(&recorder, &market.invite(0), "Telefon Ost").await;
    let code = volunteer::record_contact_for_receipt(&recorder, &RECORDED).await;
    volunteer::expect_contacts(&recorder, "server", 1).await;
    let mut other = Phone::new("other").await;
    volunteer::enrol(&other, &market.invite(1), "Telefon West").await;

    market.kill();
    other.expect_count("[data-connection=offline]", 1).await;
    other.click("a[href='/team/liste']").await;
    other.click("a[href='/team/zurueck']").await;
    other.fill("#code", "7K2M").await;
    other.click("[data-action=withdraw-code]").await;
    other.expect_text("Der Code hat 16 Buchstaben und Ziffern.").await;
    other.fill("#code", &code.to_lowercase()).await;
    other.click("[data-action=withdraw-code]").await;
    other.find("[data-withdrawal=waits]").await;
    other.click("a[href='/team/abgabe']").await;
    other.expect_text("Eine Rücknahme ist noch nicht gesendet").await;
    other.find("[data-action=hand-in][aria-disabled=true]").await;
    let readable = other
        .script(&format!(
            "return new Promise(done => {{ indexedDB.open('markt-team').onsuccess = event => {{ \
             const row = event.target.result.transaction('device').objectStore('device').get('withdrawals'); \
             row.onsuccess = () => {{ event.target.result.close(); \
             done(new TextDecoder().decode(row.result).includes('{code}')) }} }} }})"
        ))
        .await;
    assert_eq!(readable, serde_json::Value::Bool(false), "a waiting code is readable in the storage");

    // Another page, after a new start: it is sent from there.
    other.restart().await;
    other.open(&team).await;
    other.expect_alive().await;
    market.restart();
    recorder.expect_count("[data-contact]", 0).await;
    other.click("a[href='/team/abgabe']").await;
    other.expect_count("[data-action=hand-in]:not([aria-disabled])", 1).await;
}
