//! Erasing for good: by the visitor with the receipt, by an organiser at the desk. Then it is nowhere.

use crate::steps::organiser;
use crate::steps::volunteer::{self, Visitor};
use tests::browser::Phone;
use tests::market::Market;

const WITHDRAWN: Visitor = Visitor { name: "Hedwig Pirol", phone: "030 5550121", note: "Notiz Drehleier" };
const ERASED: Visitor = Visitor { name: "Kunibert Specht", phone: "030 5550122", note: "Notiz Schalmei" };

#[tokio::test]
async fn a_receipt_withdraws_and_the_desk_erases_everywhere() {
    let market = Market::start();
    let origin = market.origin();
    let phone = Phone::new("volunteer").await;
    volunteer::enrol(&phone, &market.invite(0), "Telefon Ost").await;
    let code = volunteer::record_contact_for_receipt(&phone, &WITHDRAWN).await;
    volunteer::record_contact(&phone, &ERASED).await;
    volunteer::expect_contacts(&phone, "server", 2).await;

    let visitor = Phone::new("visitor").await;
    visitor.open(&format!("{origin}/de/quittung#{}", code.replace('-', ""))).await;
    visitor.expect_alive().await;
    visitor.expect_text(&code).await;
    visitor.click("[data-action=withdraw]").await;
    visitor.click("[data-action=withdraw-confirm]").await;
    visitor.expect_text("Ihre Angaben sind gelöscht.").await;
    phone.expect_count("[data-contact]", 1).await;

    let laptop = Phone::new("laptop").await;
    let who = market.organiser(0);
    organiser::sign_in(&laptop, &origin, &who).await;
    organiser::open_contacts(&laptop, &who, &[ERASED.name]).await;
    organiser::open_contact(&laptop, ERASED.name).await;
    laptop.click("[data-action=erase]").await;
    laptop.click("[data-action=erase-confirm]").await;
    laptop.expect_count("li.ticket", 0).await;
    phone.expect_count("[data-contact]", 0).await;
}
