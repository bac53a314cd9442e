//! A visitor asks for a contact without a network and sends it later; the organisers open it; then the
//! visitor takes it back, and it is nowhere.

use crate::steps::asking::{self, Asker};
use crate::steps::{organiser, visitor};
use tests::browser::Phone;
use tests::market::Market;

const ASKER: Asker = Asker { name: "Philomena Distelfink", phone: "030 5550131", note: "Notiz Glockenspiel" };

#[tokio::test]
async fn a_request_waits_for_the_network_is_read_and_taken_back() {
    let mut market = Market::start();
    let origin = market.origin();
    let mut phone = Phone::new("visitor").await;
    visitor::install(&phone, &origin).await;
    asking::expect_forms_kept(&phone).await;

    // In the park there is no network, and the browser is closed over the form.
    market.kill();
    asking::open_form(&phone, &origin).await;
    asking::fill(&phone, &ASKER).await;
    phone.restart().await;
    asking::open_form(&phone, &origin).await;
    phone
        .expect_script(
            "the draft as it was left",
            &format!(
                "return document.getElementById('name').value === '{}' && \
                 document.getElementById('note').value === '{}'",
                ASKER.name, ASKER.note
            ),
        )
        .await;
    let code = asking::agree_and_send(&phone).await;
    phone.find("[data-request=phone]").await;
    asking::expect_request(&phone, &origin, "phone").await;
    phone.restart().await;
    asking::expect_request(&phone, &origin, "phone").await;

    // Erasing everything names what would be lost.
    phone.open(&format!("{origin}/de/ansicht")).await;
    phone.expect_alive().await;
    phone.click("[data-action=erase]").await;
    phone.expect_text("Eine Anfrage ist noch nicht gesendet.").await;
    phone.click("[data-action=erase-keep]").await;

    market.restart();
    asking::expect_request(&phone, &origin, "server").await;

    let laptop = Phone::new("laptop").await;
    let who = market.organiser(0);
    organiser::sign_in(&laptop, &origin, &who).await;
    organiser::open_contacts(&laptop, &who, &[ASKER.name]).await;
    organiser::open_contact(&laptop, ASKER.name).await;
    laptop.expect_text(ASKER.note).await;
    laptop.expect_text("Von der Person selbst gesendet").await;
    asking::expect_request(&phone, &origin, "organisers").await;
    phone.click("[data-action=show-receipt]").await;
    phone.expect_text(&code).await;

    phone.click("[data-action=withdraw]").await;
    phone.click("[data-action=withdraw-confirm]").await;
    phone.expect_text("Zurückgenommen. Ihre Angaben sind gelöscht.").await;
    phone.expect_count("[data-entry]", 0).await;
    laptop.expect_count("li.ticket", 0).await;
    assert_no_word_leaked(&market);
    let erased = std::fs::read_to_string(market.data().join("erased.log")).expect("the log of erasures");
    assert_eq!(erased.matches(" withdrawal ").count(), 1, "{erased}");
}

#[tokio::test]
async fn the_phone_learns_what_was_taken_back_by_its_code_elsewhere() {
    let market = Market::start();
    let origin = market.origin();
    let phone = Phone::new("visitor").await;
    asking::open_form(&phone, &origin).await;
    asking::fill(&phone, &ASKER).await;
    let code = asking::agree_and_send(&phone).await;
    phone.find("[data-request=server]").await;

    let other = Phone::new("other").await;
    other.open(&format!("{origin}/de/quittung#{}", code.replace('-', ""))).await;
    other.click("[data-action=withdraw]").await;
    other.click("[data-action=withdraw-confirm]").await;
    other.expect_text("Ihre Angaben sind gelöscht.").await;

    asking::expect_request(&phone, &origin, "erased").await;
}

#[tokio::test]
async fn feedback_and_a_question_reach_the_organisers_and_erasing_leaves_nothing() {
    let market = Market::start();
    let origin = market.origin();
    let phone = Phone::new("visitor").await;
    phone.open(&format!("{origin}/de/rueckmeldung")).await;
    phone.click("#ask form .scale input[value='4']").await;
    while phone.count("[data-action=finish]").await == 0 {
        let part = phone.text_of("#fragen").await;
        phone.click("[data-action=continue]").await;
        phone.expect_other_text("#fragen", &part).await;
    }
    phone.fill("#ask form textarea", "Antwort Hagebutte").await;
    phone.click("[data-action=finish]").await;
    phone.find("[data-request=server]").await;

    phone.open(&format!("{origin}/de/frage")).await;
    phone.fill("#note", "Frage Kornblume").await;
    phone.click("input[name=ja]").await;
    phone.click("[data-action=send]").await;
    phone.expect_text("So kann sich niemand bei Ihnen melden.").await;
    phone.click("[data-action=send]").await;
    phone.find("[data-request=server]").await;

    let laptop = Phone::new("laptop").await;
    let who = market.organiser(0);
    organiser::sign_in(&laptop, &origin, &who).await;
    organiser::expect_counts(&laptop, 1, 1).await;
    assert_no_word_leaked(&market);

    visitor::erase_everything(&phone, &origin).await;
    phone
        .expect_script(
            "no database of the forms",
            "return indexedDB.databases().then(found => !found.some(({ name }) => name === 'markt-visitor-ask'))",
        )
        .await;
}

/// One word of each is enough to give it away.
fn assert_no_word_leaked(market: &Market) {
    let words = ["Distelfink", "5550131", "Glockenspiel", "Hagebutte", "Kornblume"];
    for (path, bytes) in market.files() {
        for word in words {
            let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!found, "{word} stands readable in {}", path.display());
        }
    }
}
