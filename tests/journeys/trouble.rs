//! What phones do to people who record with them: full storage, a wrong clock, a second window, a new version.

use crate::steps::volunteer::{self, Visitor};
use serde_json::json;
use tests::browser::Phone;
use tests::folder::{self, Folder};
use tests::market::{Market, site_folder};

const VISITOR: Visitor = Visitor { name: "Roswitha Fink", phone: "030 5550181", note: "Notiz Angel" };

#[tokio::test]
async fn a_full_phone_says_so_before_and_stores_as_soon_as_there_is_room() {
    let mut market = Market::start();
    let origin = market.origin();
    let phone = Phone::new("full").await;
    volunteer::enrol(&phone, &market.invite(0), "Telefon Ost").await;
    market.kill();
    let quota = |bytes: u64| json!({ "origin": origin, "quotaSize": bytes });
    phone.devtools("Storage.overrideQuotaForOrigin", quota(1)).await;
    phone.open("about:blank").await;
    phone.open(&format!("{origin}/team/")).await;
    phone.expect_alive().await;
    phone.expect_text("Der Speicher dieses Telefons ist fast voll.").await;

    phone.click("a[href='/team/aufnehmen']").await;
    volunteer::begin_contact(&phone, &VISITOR).await;
    phone.expect_text("Der Entwurf konnte nicht gespeichert werden.").await;
    phone.click("[data-step=consent]").await;
    phone.click("[data-action=agree]").await;
    phone.find("[data-receipt][data-custody=not-saved]").await;
    phone.expect_text("Noch nicht gespeichert. Lassen Sie diese Seite offen.").await;

    // Pictures were deleted.
    phone.devtools("Storage.overrideQuotaForOrigin", quota(1_000_000_000)).await;
    phone.find("[data-receipt][data-custody=phone]").await;
    market.restart();
    phone.find("[data-receipt][data-custody=server]").await;
}

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

#[tokio::test]
async fn a_second_window_says_where_the_first_is_and_can_go_on() {
    let market = Market::start();
    let team = format!("{}/team/", market.origin());
    let phone = Phone::new("windows").await;
    volunteer::enrol(&phone, &market.invite(0), "Telefon Ost").await;
    phone.click("a[href='/team/aufnehmen']").await;
    volunteer::begin_contact(&phone, &VISITOR).await;
    let first = phone.driver().window().await.expect("a window");
    let second = phone.driver().new_tab().await.expect("a second window");
    phone.driver().switch_to_window(second).await.expect("the second window");
    phone.open(&team).await;
    phone.expect_text("Das Programm ist schon offen").await;
    phone.click("[data-action=take-over]").await;
    phone.click("[data-draft=open]").await;
    volunteer::expect_begun(&phone, &VISITOR).await;
    phone.driver().switch_to_window(first).await.expect("the first window");
    phone.expect_text("Sie machen jetzt in einem anderen Fenster weiter.").await;
}

#[tokio::test]
async fn a_new_version_waits_for_an_open_form_and_for_what_is_unsent() {
    let mut market = Market::start();
    let phone = Phone::new("update").await;
    volunteer::enrol(&phone, &market.invite(0), "Telefon Ost").await;
    market.kill();
    volunteer::record_contact(&phone, &VISITOR).await;
    phone.click("a[href='/team/aufnehmen']").await;
    volunteer::begin_contact(&phone, &VISITOR).await;
    let newer = Folder::new("site");
    newer_team_app(&newer);
    market.serve_site(newer.path().to_owned());
    market.restart();
    phone
        .expect_script(
            "a new version that waits",
            "return navigator.serviceWorker.getRegistration('/team/').then(found => \
             found.update().then(() => !!found.waiting))",
        )
        .await;
    phone.expect_count("[data-action=update]", 0).await;
    volunteer::expect_begun(&phone, &VISITOR).await;
    phone.click("[data-step=wish]").await;
    phone.click("[data-action=cancel]").await;
    volunteer::expect_contacts(&phone, "server", 1).await;
    phone.click("a[href='/team/']").await;
    phone.click("[data-action=update]").await;
    phone.expect_alive().await;
    phone.click("[data-draft=open]").await;
    volunteer::expect_begun(&phone, &VISITOR).await;
}

/// Copies the client's files with another build id of the team app.
fn newer_team_app(folder: &Folder) {
    folder::copy(&site_folder(), folder.path());
    let description = folder.path().join("site.json");
    let text = std::fs::read_to_string(&description).expect("the site is described");
    let site: serde_json::Value = serde_json::from_str(&text).expect("the description is JSON");
    let build = site["build"]["team"].as_str().expect("the team app has a build id");
    let newer: String = build.chars().rev().collect();
    for name in ["site.json", "team/sw.js"] {
        let path = folder.path().join(name);
        let text = std::fs::read_to_string(&path).expect("a file of the site");
        std::fs::write(&path, text.replace(build, &newer)).expect("the copy can be written");
    }
    for compressed in ["team/sw.js.br", "team/sw.js.gz"] {
        // A development build has none.
        let _absent = std::fs::remove_file(folder.path().join(compressed));
    }
}
