//! Phones that come without a network, wait to be let in, hand over files, lose their cookie or get lost: none of
//! what they recorded is, and nobody else becomes them.

use crate::steps::organiser;
use crate::steps::volunteer::{self, Visitor};
use tests::browser::Phone;
use tests::folder::Folder;
use tests::market::Market;
use thirtyfour::By;

const FIRST: Visitor =
    Visitor { name: "Gundolf Haubenmeise", phone: "030 5550121", note: "Notiz Ziehharmonika" };
const SECOND: Visitor = Visitor { name: "Hedwig Zaunkönig", phone: "030 5550122", note: "Notiz Okarina" };
const THIRD: Visitor = Visitor { name: "Irmela Goldammer", phone: "030 5550123", note: "Notiz Zither" };

/// Lets the page believe that the phone has a sheet for sending, and keeps what goes into it.
const SHEET: &str = "navigator.canShare = () => true; \
     navigator.share = ({ files }) => files[0].text().then((text) => { window.sent = text; });";

/// Gives what the server lacks away as a file.
async fn hand_over(phone: &Phone) -> String {
    phone.click("a[href='/team/abgabe']").await;
    phone.click("[data-action=hand-over]").await;
    phone.expect_text("Die Datei ist erstellt.").await;
    let file = phone.expect_script("the file in the sheet", "return window.sent").await;
    file.as_str().expect("text").to_owned()
}

/// Chooses a file that another phone gave away.
async fn take(device: &Phone, folder: &Folder, name: &str, text: &str) {
    let path = folder.path().join(name);
    std::fs::write(&path, text).expect("a file can be written");
    // The field itself is hidden behind its label.
    device.expect_count("[data-action=pass-on]", 1).await;
    let field = device.driver().find(By::Css("[data-action=pass-on]")).await.expect("is there");
    field.send_keys(path.display().to_string()).await.expect("takes a file");
}

#[tokio::test]
async fn a_phone_that_enrolled_without_a_network_hands_over_files_and_arrives_later() {
    let mut market = Market::start();
    let origin = market.origin();
    let files = Folder::new("files");
    let mut phone = Phone::new("without-network").await;
    phone.run_first(SHEET).await;
    phone.open(&format!("{origin}/team/")).await;
    phone.expect_worker("/team/").await;
    let invite = market.invite(0);

    market.kill();
    phone.open("about:blank").await;
    phone.open(&invite).await;
    phone.expect_alive().await;
    phone.fill("#label", "Telefon Nord").await;
    phone.click("[data-action=enrol]").await;
    phone.expect_text("Noch nicht angemeldet.").await;
    volunteer::record_contact(&phone, &FIRST).await;
    volunteer::expect_contacts(&phone, "phone", 1).await;
    let first = hand_over(&phone).await;
    let code = phone.attribute("[data-closing]", "data-closing").await;
    for secret in [FIRST.name, FIRST.phone] {
        assert!(!first.contains(&hex(secret)), "{secret} stands readable in the file");
    }
    volunteer::record_contact(&phone, &SECOND).await;
    let second = hand_over(&phone).await;
    phone.switch_off().await;

    // The desk has a network and takes both files, one of them twice, in any order.
    market.restart();
    let laptop = Phone::new("desk").await;
    let who = market.organiser(0);
    organiser::sign_in(&laptop, &origin, &who).await;
    laptop.fill("#closing", &code).await;
    laptop.click("[data-action=closing]").await;
    laptop.expect_text("Dieses Telefon war noch nie verbunden.").await;
    for (name, file) in [("a.txt", &second), ("b.txt", &first), ("c.txt", &second)] {
        take(&laptop, &files, name, file).await;
        laptop.find("[data-carried=arrived]").await;
    }
    laptop.find("tr[data-device='Telefon Nord']").await;
    organiser::expect_counts(&laptop, 2, 0).await;
    organiser::open_contacts(&laptop, &who, &[FIRST.name, SECOND.name]).await;

    // The phone hears of it by its next sync, and is enrolled as whom its files spoke for.
    phone.switch_on().await;
    phone.open(&format!("{origin}/team/liste")).await;
    phone.expect_count("[data-contact][data-custody=organisers]", 2).await;
    volunteer::record_contact(&phone, &THIRD).await;
    volunteer::expect_contacts(&phone, "server", 1).await;
    organiser::expect_counts(&laptop, 3, 0).await;
    laptop.expect_count("tr[data-device]", 1).await;
}

#[tokio::test]
async fn a_colleague_carries_the_file_of_a_phone_without_a_network() {
    let mut market = Market::start();
    let files = Folder::new("files");
    let mut phone = Phone::new("far-away").await;
    phone.run_first(SHEET).await;
    volunteer::enrol(&phone, &market.invite(0), "Telefon Nord").await;
    let colleague = Phone::new("colleague").await;
    volunteer::enrol(&colleague, &market.invite(1), "Telefon Süd").await;

    market.kill();
    phone.expect_count("[data-connection=offline]", 1).await;
    volunteer::record_contact(&phone, &FIRST).await;
    let file = hand_over(&phone).await;
    phone.switch_off().await;
    colleague.click("a[href='/team/abgabe']").await;
    take(&colleague, &files, "falsch.txt", "kein Bündel").await;
    colleague.find("[data-carried=not-taken]").await;
    take(&colleague, &files, "a.txt", &file).await;
    colleague.find("[data-carried=waiting]").await;

    market.restart();
    colleague.find("[data-carried=arrived]").await;
    let laptop = Phone::new("desk").await;
    organiser::sign_in(&laptop, &market.origin(), &market.organiser(0)).await;
    organiser::expect_counts(&laptop, 1, 0).await;
    phone.switch_on().await;
    phone.open(&format!("{}/team/liste", market.origin())).await;
    phone.expect_count("[data-contact][data-custody=server]", 1).await;
}

#[tokio::test]
async fn a_phone_invited_on_a_screen_is_confirmed_by_the_same_code_on_both() {
    let market = Market::start();
    let laptop = Phone::new("desk").await;
    organiser::sign_in(&laptop, &market.origin(), &market.organiser(0)).await;
    laptop.click("[data-action=invite]").await;
    let invite = laptop.attribute(".invite-link", "href").await;
    let phone = Phone::new("waiting").await;
    phone.open(&invite).await;
    phone.expect_alive().await;
    phone.fill("#label", "Telefon Ost").await;
    phone.click("[data-action=enrol]").await;
    let code = laptop.attribute("[data-device-code]", "data-device-code").await;
    phone.expect_text(&format!("Code stehen: {code}")).await;
    phone.expect_text(&format!("Wartet auf {}", market.organiser(0).name)).await;
    // It need not wait for that.
    volunteer::record_contact(&phone, &FIRST).await;
    volunteer::expect_contacts(&phone, "phone", 1).await;
    laptop.click("[data-action=confirm]").await;
    phone.expect_count("[data-connection=online]", 1).await;
    volunteer::expect_contacts(&phone, "server", 1).await;
}

#[tokio::test]
async fn a_lost_phone_is_wiped_and_what_it_had_waits_at_the_desk() {
    let mut market = Market::start();
    let origin = market.origin();
    let mut phone = Phone::new("lost").await;
    volunteer::enrol(&phone, &market.invite(0), "Telefon Nord").await;
    let held = Phone::new("held").await;
    volunteer::enrol(&held, &market.invite(1), "Telefon Süd").await;
    market.kill();
    phone.expect_count("[data-connection=offline]", 1).await;
    volunteer::record_contact(&phone, &FIRST).await;
    volunteer::expect_contacts(&phone, "phone", 1).await;
    phone.switch_off().await;

    market.restart();
    held.expect_count("[data-connection=online]", 1).await;
    let laptop = Phone::new("desk").await;
    organiser::sign_in(&laptop, &origin, &market.organiser(0)).await;
    for label in ["Telefon Nord", "Telefon Süd"] {
        let row = format!("tr[data-device='{label}']");
        laptop.click(&format!("{row} summary")).await;
        laptop.click(&format!("{row} [data-action=lost]")).await;
        laptop.click(&format!("{row} [data-action=lost]")).await;
        laptop.find(&format!("{row} [data-state=lost]")).await;
        laptop.click(&format!("{row} summary")).await;
    }
    // Who is connected hears of it at once.
    held.find("#geleert").await;
    // Who was switched off hears of it at the next contact.
    phone.switch_on().await;
    phone.open(&format!("{origin}/team/")).await;
    phone.find("#geleert").await;
    phone.open(&format!("{origin}/team/liste")).await;
    phone.find("#einladung").await;

    organiser::expect_counts(&laptop, 0, 0).await;
    laptop.click("[data-action=take]").await;
    organiser::expect_counts(&laptop, 1, 0).await;
}

#[tokio::test]
async fn a_phone_signs_itself_out_only_when_nothing_is_only_there() {
    let mut market = Market::start();
    let phone = Phone::new("retiring").await;
    volunteer::enrol(&phone, &market.invite(0), "Telefon Nord").await;
    market.kill();
    phone.expect_count("[data-connection=offline]", 1).await;
    volunteer::record_contact(&phone, &FIRST).await;
    phone.click("a[href='/team/abgabe']").await;
    phone.click("[data-action=retire]").await;
    phone.expect_text("Etwas ist nur auf diesem Telefon.").await;
    market.restart();
    volunteer::expect_contacts(&phone, "server", 1).await;
    phone.click("a[href='/team/abgabe']").await;
    phone.click("[data-action=retire]").await;
    phone.expect_text("Tippen Sie noch einmal").await;
    phone.click("[data-action=retire]").await;
    phone.find("#geleert").await;
    // The invite that it used lets nobody in again.
    phone.open("about:blank").await;
    phone.open(&market.invite(0)).await;
    phone.click("[data-action=enrol]").await;
    phone.find("#fehler").await;
}

/// As the bytes of a text stand in a file that is written in hexadecimal digits.
fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}
