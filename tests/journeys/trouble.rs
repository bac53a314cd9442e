//! What phones do to people who record with them: a wrong clock.

use crate::steps::volunteer::{self, Visitor};
use tests::browser::Phone;
use tests::market::Market;

const VISITOR: Visitor = Visitor { name: "Roswitha Fink", phone: "030 5550181", note: "Notiz Angel" };

#[tokio::test]
async fn a_clock_that_is_a_year_off_changes_no_day_that_counts() {
    let mut market = Market::start();
    let phone = Phone::new("clock").await;
    phone.run_first("const now = Date.now; Date.now = () => now() + 31536000000").await;
    volunteer::enrol(&phone, &market.invite(0), "Telefon Ost").await;
    market.kill();
    phone.expect_count("[data-connection=offline]", 1).await;
    phone.click("a[href='/team/aufnehmen']").await;
    volunteer::begin_contact(&phone, &VISITOR).await;
    phone.click("[data-step=consent]").await;
    phone.click("[data-action=agree]").await;
    phone.find("[data-receipt][data-custody=phone]").await;
    // Six months after the market.
    phone.expect_text("2026").await;
    assert!(!phone.text().await.contains("2027"), "a day that follows from the phone's clock");
    market.restart();
    phone.find("[data-receipt][data-custody=server]").await;
}
