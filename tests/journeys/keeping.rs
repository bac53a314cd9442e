//! What a visitor keeps: notes, order, what is done, sharing, files, erasing.

use crate::steps::visitor;
use crate::steps::volunteer;
use tests::browser::Phone;
use tests::market::Market;

const NOTE: &str = "Frau Zaunkönig fragen";

#[tokio::test]
async fn a_list_is_kept_offline_shared_and_erased() {
    let mut market = Market::start();
    let origin = market.origin();
    let mut phone = Phone::new("keeping").await;
    visitor::install(&phone, &origin).await;

    // Without a network, and after a restart, notes and order are as they were left.
    market.kill();
    visitor::search(&phone, &origin, "Deutsch").await;
    let saved = visitor::save_offers(&phone, 3).await;
    visitor::open_list(&phone, &origin).await;
    visitor::expect_list(&phone, &saved).await;
    visitor::write_note(&phone, &saved[1], NOTE).await;
    phone.click(&format!("[data-offer='{}'] input[name=erledigt]", saved[0])).await;
    phone.click("[data-action=order]").await;
    phone.click(&format!("#hoch-{}", saved[2])).await;
    let ordered = [saved[0].clone(), saved[2].clone(), saved[1].clone()];
    visitor::expect_list(&phone, &ordered).await;
    let focused = format!("return document.activeElement.id === 'hoch-{}'", saved[2]);
    phone.expect_script("the focus on what moved", &focused).await;
    phone.restart().await;
    visitor::open_list(&phone, &origin).await;
    visitor::expect_list(&phone, &ordered).await;
    phone.expect_text_of(&format!("[data-offer='{}'] .note", saved[1]), NOTE).await;
    phone.expect_count("[data-offer][data-state=done]", 1).await;

    // What was taken away comes back with its note.
    phone.click(&format!("[data-offer='{}'] [data-action=save]", saved[1])).await;
    phone.expect_count("main [data-offer]", 2).await;
    phone.click("#zurueckholen").await;
    visitor::expect_list(&phone, &ordered).await;
    phone.expect_text_of(&format!("[data-offer='{}'] .note", saved[1]), NOTE).await;

    // Another phone opens the link, sees no note, and keeps nothing before it is asked.
    market.restart();
    let link = visitor::link_of_list(&phone).await;
    let other = Phone::new("other").await;
    other.open(&link).await;
    other.expect_alive().await;
    visitor::expect_list(&other, &ordered).await;
    assert!(!other.text().await.contains(NOTE), "a shared list shows a note");
    assert_eq!(visitor::stored(&other, "saved").await, "");
    other.click("[data-action=accept]").await;
    other.expect_script("the list as its own", "return location.hash === ''").await;
    visitor::expect_list(&other, &ordered).await;
    assert_eq!(visitor::stored(&other, "saved").await, ordered.join("\n"));

    // The count stands at the tabs of forms and of pages that are only read, too.
    for page in ["frage", "datenschutz"] {
        other.open(&format!("{origin}/de/{page}")).await;
        let count = "return document.querySelector('.tab-bar .count')?.textContent === '3 Angebote'";
        other.expect_script("the count at the tab", count).await;
    }
    visitor::open_list(&other, &origin).await;

    // A file brings the notes along, once.
    let file = visitor::exported(&phone).await;
    assert!(file.contains(NOTE), "{file}");
    visitor::import(&other, &file).await;
    other.expect_text_of(&format!("[data-offer='{}'] .note", saved[1]), NOTE).await;
    let (list, notes) = (visitor::stored(&other, "saved").await, visitor::stored(&other, "notes").await);
    let said = other.text_of("#gesagt").await;
    visitor::import(&other, &file).await;
    other.expect_other_text("#gesagt", &said).await;
    assert_eq!(visitor::stored(&other, "saved").await, list);
    assert_eq!(visitor::stored(&other, "notes").await, notes);
    let said = other.text_of("#gesagt").await;
    visitor::import(&other, "{\"format\":\"something\"}").await;
    other.expect_other_text("#gesagt", &said).await;
    visitor::expect_list(&other, &ordered).await;

    // Erasing takes all of this app, and nothing of the team's.
    volunteer::enrol(&phone, &market.invite(0), "Telefon Mitte").await;
    let of_team = visitor::names_of_team(&phone).await;
    assert!(of_team.contains("markt-team"), "{of_team}");
    visitor::erase_everything(&phone, &origin).await;
    let left = visitor::names_of_team(&phone).await;
    for name in of_team.split(' ') {
        assert!(left.split(' ').any(|other| other == name), "{name} of the team's is gone: {left}");
    }
}

#[tokio::test]
async fn whoever_goes_back_finds_what_is_stored_now() {
    let market = Market::start();
    let origin = market.origin();
    let phone = Phone::new("back").await;
    visitor::search(&phone, &origin, "Deutsch").await;
    let saved = visitor::save_offers(&phone, 3).await;
    let pressed = |id: &str, on: bool| format!("[data-offer='{id}'] [data-action=save][aria-pressed={on}]");
    // The browser leaves the page as it is, and shows it again; were it loaded anew, this would show nothing.
    phone.script("window.wasLeft = true").await;
    let was_left = "return window.wasLeft === true";

    phone.click(".tab-bar a[href='/de/liste']").await;
    phone.expect_count("main ol [data-offer]", 3).await;
    phone.click(&pressed(&saved[0], true)).await;
    phone.expect_count("main ol [data-offer]", 2).await;
    phone.back().await;
    phone.expect_script("the page as it was left", was_left).await;
    phone.find(&pressed(&saved[0], false)).await;
    phone.click(&pressed(&saved[1], true)).await;
    phone.find(&pressed(&saved[1], false)).await;
    assert_eq!(visitor::stored(&phone, "saved").await, saved[2]);

    // Colours as they were chosen, also after the next touch.
    phone.click(".tool[href='/de/ansicht#farben']").await;
    phone.click("input[name=farben][value=dark]").await;
    phone.find("html[data-scheme=dark]").await;
    phone.back().await;
    phone.expect_script("the page as it was left", was_left).await;
    phone.find("html[data-scheme=dark]").await;
    phone.click(&pressed(&saved[0], false)).await;
    phone.find(&pressed(&saved[0], true)).await;
    assert_eq!(visitor::stored(&phone, "scheme").await, "dark");

    // What was erased stays so, on the page of the list as well.
    phone.click(".tab-bar a[href='/de/liste']").await;
    phone.expect_count("main ol [data-offer]", 2).await;
    phone.script("window.wasLeft = true").await;
    phone.click("a[href='/de/ansicht#loeschen']").await;
    phone.expect_alive().await;
    phone.click("[data-action=erase]").await;
    phone.click("[data-action=erase-confirm]").await;
    phone.expect_script("nothing saved", "return localStorage.getItem('markt-visitor-saved') === null").await;
    phone.back().await;
    phone.expect_script("the page as it was left", was_left).await;
    phone.expect_count("main ol [data-offer]", 0).await;
    assert_eq!(visitor::stored(&phone, "saved").await, "");
}

#[tokio::test]
async fn a_list_for_someone_else_leaves_nothing_on_the_phone() {
    let market = Market::start();
    let origin = market.origin();
    let phone = Phone::new("adviser").await;
    visitor::open_list(&phone, &origin).await;
    phone.click("[data-action=for-other]").await;
    phone.fill("#titel", "Ideen").await;
    phone.fill("#suche", "Deutsch").await;
    phone.click("[data-action=pick]").await;
    phone.expect_count("ol [data-offer]", 1).await;
    phone.expect_script("the list in the address", "return location.hash.endsWith('.Ideen')").await;
    let link = visitor::link_of_list(&phone).await;
    assert_eq!(visitor::stored(&phone, "saved").await, "");

    let other = Phone::new("client").await;
    other.open(&link).await;
    other.expect_alive().await;
    other.expect_text_of("h1", "Ideen").await;
    other.expect_count("main [data-offer]", 1).await;
}
