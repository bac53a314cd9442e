//! What happens with invites in a crowd: opened twice, damaged on the way, ended by the organisers. Whatever
//! it is, a phone that records goes on recording.

use crate::steps::volunteer::{self, Visitor};
use tests::browser::Phone;
use tests::market::Market;

const FIRST: Visitor =
    Visitor { name: "Isolde Rotkehlchen", phone: "030 5550111", note: "Notiz Maultrommel" };
const SECOND: Visitor = Visitor { name: "Ottokar Zeisig", phone: "030 5550112", note: "Notiz Waldhorn" };
const THIRD: Visitor = Visitor { name: "Wibke Kleiber", phone: "030 5550113", note: "Notiz Triangel" };

#[tokio::test]
async fn no_invite_harms_a_phone_that_is_enrolled() {
    let market = Market::start();
    let mut phone = Phone::new("enrolled").await;
    let invite = market.invite(0);
    volunteer::enrol(&phone, &invite, "Telefon Süd").await;
    volunteer::record_contact(&phone, &FIRST).await;
    volunteer::expect_contacts(&phone, "server", 1).await;

    // Opened again from the messenger: the same phone, the same key.
    volunteer::enrol(&phone, &invite, "Telefon Süd").await;
    volunteer::record_contact(&phone, &SECOND).await;
    volunteer::expect_contacts(&phone, "server", 2).await;

    // A link whose fingerprint was changed is refused, and not used up.
    let other = market.invite(1);
    let damaged = format!("{}0000", &other[..other.len() - 4]);
    phone.open("about:blank").await;
    phone.open(&damaged).await;
    phone.expect_alive().await;
    phone.click("[data-action=enrol]").await;
    phone.find("#fehler").await;
    phone.click("[data-action=home]").await;
    volunteer::record_contact(&phone, &THIRD).await;
    volunteer::expect_contacts(&phone, "server", 3).await;
    let mut colleague = Phone::new("colleague").await;
    volunteer::enrol(&colleague, &other, "Telefon Nord").await;
    colleague.switch_off().await;
    phone.switch_off().await;
}

#[tokio::test]
async fn a_phone_that_lost_its_cookie_comes_back_by_itself() {
    let market = Market::start();
    let phone = Phone::new("ended").await;
    let invite = market.invite(0);
    volunteer::enrol(&phone, &invite, "Telefon West").await;
    phone.driver().delete_all_cookies().await.expect("cookies can be deleted");
    phone.open(&format!("{}/team/", market.origin())).await;
    phone.expect_count("[data-connection=online]", 1).await;
    volunteer::record_contact(&phone, &FIRST).await;
    volunteer::expect_contacts(&phone, "server", 1).await;

    // Nobody else does by the same invite.
    let mut thief = Phone::new("thief").await;
    thief.open(&invite).await;
    thief.expect_alive().await;
    thief.click("[data-action=enrol]").await;
    thief.expect_text("Die Einladung ist schon benutzt").await;
    thief.switch_off().await;
}
