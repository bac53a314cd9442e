//! One phone in several hands: two volunteers, a finder, a visitor who fills in the questionnaire.

use crate::steps::volunteer::{self, Visitor};
use tests::browser::Phone;
use tests::market::Market;

const BEGUN: Visitor = Visitor { name: "Wilburga Ammer", phone: "030 5550151", note: "Notiz Kescher" };
const RECORDED: Visitor = Visitor { name: "Gisbert Stelze", phone: "030 5550152", note: "Notiz Reuse" };
const PIN: &str = "4711";

#[tokio::test]
async fn nobody_sees_what_another_began() {
    let market = Market::start();
    let team = format!("{}/team/", market.origin());
    let mut phone = Phone::new("hands").await;
    volunteer::enrol(&phone, &market.invite(0), "Telefon Ost").await;
    volunteer::record_contact(&phone, &RECORDED).await;
    open(&phone, &team).await;
    phone.click("a[href='/team/aufnehmen']").await;
    volunteer::begin_contact(&phone, &BEGUN).await;
    phone.click("[data-action=cancel]").await;
    phone.find("[data-draft=open]").await;

    // A name, a PIN for what was begun already, and a second volunteer.
    phone.click("a[href='/team/wer']").await;
    name(&phone, "Aylin").await;
    set_pin(&phone).await;
    name(&phone, "Bogdan").await;
    phone.expect_count("[data-holder=yes]", 1).await;
    phone.expect_count("[data-holder]", 2).await;
    phone.click("a[href='/team/']").await;
    phone.expect_text("Hallo, Bogdan").await;
    phone.expect_count("[data-draft]", 0).await;

    // Two taps, and the PIN of whoever takes it.
    phone.click("a[href='/team/wer']").await;
    phone.click("[data-holder=no]").await;
    enter_pin(&phone, "1234").await;
    phone.expect_text("Das ist eine andere PIN.").await;
    assert!(!phone.text().await.contains("GS"), "initials on a locked phone");
    enter_pin(&phone, PIN).await;
    phone.expect_text("Hallo, Aylin").await;
    phone.click("[data-draft=open]").await;
    volunteer::expect_begun(&phone, &BEGUN).await;

    // A finder of the phone.
    phone.restart().await;
    open(&phone, &format!("{team}liste")).await;
    phone.find("#pin").await;
    phone.expect_count("[data-contact]", 0).await;
    phone.click("details summary").await;
    phone.click("[data-action=forget-pin]").await;
    phone.expect_count("[data-contact]", 1).await;
    assert!(!phone.text().await.contains("GS"), "initials without the PIN that protected them");
    open(&phone, &team).await;
    phone.find("[data-action=record]").await;
    phone.expect_count("[data-draft]", 0).await;
}

#[tokio::test]
async fn a_phone_that_nobody_touches_is_locked() {
    let market = Market::start();
    let phone = Phone::new("idle").await;
    volunteer::enrol(&phone, &market.invite(0), "Telefon Ost").await;
    phone.click("a[href='/team/wer']").await;
    set_pin(&phone).await;
    phone.click("a[href='/team/liste']").await;
    phone.find("main h1").await;
    phone.script("const now = Date.now; Date.now = () => now() + 360000").await;
    phone.script("document.dispatchEvent(new Event('visibilitychange'))").await;
    phone.find("#pin").await;
    enter_pin(&phone, PIN).await;
    phone.expect_count("#pin", 0).await;
}

#[tokio::test]
async fn a_visitor_sees_the_questionnaire_and_nothing_else() {
    let market = Market::start();
    let team = format!("{}/team/", market.origin());
    let mut phone = Phone::new("handed-over").await;
    volunteer::enrol(&phone, &market.invite(0), "Telefon Ost").await;
    volunteer::record_contact(&phone, &RECORDED).await;
    phone.click("a[href='/team/wer']").await;
    set_pin(&phone).await;
    phone.click("a[href='/team/']").await;
    phone.click("a[href='/team/rueckmeldung']").await;
    phone.click("[data-action=hand-over]").await;
    phone.expect_count("[data-action=hand-over]", 0).await;

    // Neither another address nor a new start leads out of it.
    phone.restart().await;
    open(&phone, &format!("{team}liste")).await;
    phone.find("form.feedback").await;
    phone.expect_count("[data-contact]", 0).await;
    volunteer::answer_everything(&phone, "Antwort Libelle").await;
    phone.find("[data-feedback]:is([data-custody=phone], [data-custody=server])").await;
    phone.expect_count("[data-action=done], [data-action=next]", 0).await;

    phone.click("details summary").await;
    enter_pin(&phone, PIN).await;
    phone.expect_count("[data-contact]", 1).await;
}

async fn name(phone: &Phone, name: &str) {
    phone.fill("#volunteer", name).await;
    phone.click("[data-action=name]").await;
    phone.expect_text_of("[data-holder=yes]", name).await;
}

async fn set_pin(phone: &Phone) {
    enter_pin(phone, PIN).await;
    phone.find("[data-action=lock]").await;
}

async fn enter_pin(phone: &Phone, pin: &str) {
    phone.fill("#pin", pin).await;
    phone.click("[data-action=pin]").await;
}

/// Opens a page of the team app afresh.
async fn open(phone: &Phone, address: &str) {
    phone.open("about:blank").await;
    phone.open(address).await;
    phone.expect_alive().await;
}
