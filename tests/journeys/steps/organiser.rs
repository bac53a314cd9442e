//! An organiser at the desk.

use tests::browser::Phone;
use tests::market::{Organiser, TODAY};

/// Signs in and opens the market's page.
pub(crate) async fn sign_in(laptop: &Phone, origin: &str, organiser: &Organiser) {
    laptop.open(&format!("{origin}/team/tisch/{TODAY}")).await;
    laptop.expect_alive().await;
    laptop.fill("#name", &organiser.name).await;
    laptop.fill("#password", &organiser.password).await;
    laptop.click("[data-action=sign-in]").await;
    laptop.find("[data-action=sign-out]").await;
    laptop.expect_worker("/team/").await;
}

/// Waits until the market's page counts so many contacts and answered questionnaires.
pub(crate) async fn expect_counts(laptop: &Phone, contacts: usize, feedback: usize) {
    laptop.click(&format!("a[href='/team/tisch/{TODAY}']")).await;
    laptop.expect_text_of("dl.figures > div:nth-of-type(1) dd", &contacts.to_string()).await;
    laptop.expect_text_of("dl.figures > div:nth-of-type(2) dd", &feedback.to_string()).await;
}

/// Unlocks the market's key on the list of contacts and waits until they all stand there with names.
pub(crate) async fn open_contacts(laptop: &Phone, organiser: &Organiser, names: &[&str]) {
    laptop.click(&format!("a[href='/team/tisch/{TODAY}/kontakte']")).await;
    laptop.expect_count("li.ticket", names.len()).await;
    laptop.fill("#passphrase", &organiser.passphrase).await;
    laptop.click("[data-action=unlock]").await;
    for name in names {
        laptop.expect_text(name).await;
    }
}

/// Opens one contact of the list.
pub(crate) async fn open_contact(laptop: &Phone, name: &str) {
    laptop.click_named(name).await;
    laptop.find("#due").await;
}
