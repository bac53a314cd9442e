//! What was begun and is not finished: it outlives a killed browser, becomes one contact at most, and leaves
//! the phone in no case.

use crate::steps::volunteer::{self, Visitor};
use std::time::Duration;
use tests::browser::Phone;
use tests::market::Market;

const BEGUN: Visitor = Visitor { name: "Leberecht Wacholder", phone: "030 5550141", note: "Notiz Kreisel" };

/// Measures how long it takes from the last letter until the page says that it is kept.
const STOPWATCH: &str = "addEventListener('input', () => window.typedAt = performance.now(), true);
    new MutationObserver(() => {
        if (document.querySelector('[data-keeping=kept]')) window.keptAfterMs = performance.now() - window.typedAt;
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-keeping'] })";

/// How often a browser is killed; `cargo xtask kill-phone` asks for more.
fn kills() -> usize {
    std::env::var("MARKT_PHONE_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(10)
}

#[tokio::test]
async fn a_killed_browser_loses_no_word_and_makes_no_second_contact() {
    let mut market = Market::start();
    let team = format!("{}/team/", market.origin());
    let list = format!("{team}liste");
    let mut phone = Phone::new("killed").await;
    volunteer::enrol(&phone, &market.invite(0), "Telefon Ost").await;
    market.kill();
    for cycle in 0..kills() {
        phone.run_first(STOPWATCH).await;
        open(&phone, &team).await;
        phone.click("a[href='/team/aufnehmen']").await;
        volunteer::begin_contact(&phone, &BEGUN).await;
        volunteer::expect_kept(&phone).await;
        let kept_after_ms = phone.expect_script("the stopwatch", "return window.keptAfterMs").await;
        assert!(kept_after_ms.as_f64().is_some_and(|ms| ms < 1_000.0), "kept after {kept_after_ms} ms");
        phone.lose_power().await;

        phone.switch_on().await;
        open(&phone, &team).await;
        phone.click("[data-draft=open]").await;
        volunteer::expect_begun(&phone, &BEGUN).await;
        phone.click("[data-step=wish]").await;
        phone.click("[data-matter=question]").await;
        phone.click("[data-step=consent]").await;
        phone.click("[data-action=agree]").await;
        // No condition: each cycle shall be hit at another moment of saving.
        tokio::time::sleep(Duration::from_millis(cycle as u64 * 7 % 90)).await;
        phone.lose_power().await;

        phone.switch_on().await;
        open(&phone, &list).await;
        phone.expect_script("contacts", "return document.querySelector('main h1, main .empty')").await;
        let recorded = phone.count("[data-contact]").await;
        assert!((cycle..=cycle + 1).contains(&recorded), "{recorded} contacts in cycle {cycle}");
        open(&phone, &team).await;
        if recorded == cycle {
            phone.click("[data-draft=open]").await;
            volunteer::expect_begun(&phone, &BEGUN).await;
            phone.click("[data-step=consent]").await;
            phone.click("[data-action=agree]").await;
        } else if phone.count("[data-draft=finished]").await == 1 {
            // The receipt was not seen yet.
            phone.click("[data-draft=finished]").await;
        } else {
            continue;
        }
        phone.find("[data-receipt][data-custody=phone]").await;
        phone.find(".code").await;
        open(&phone, &list).await;
        phone.expect_count("[data-contact]", cycle + 1).await;
    }
}

#[tokio::test]
async fn a_draft_is_thrown_away_brought_back_and_gone_in_the_morning() {
    let market = Market::start();
    let team = format!("{}/team/", market.origin());
    let phone = Phone::new("drafts").await;
    volunteer::enrol(&phone, &market.invite(0), "Telefon Ost").await;
    phone.click("a[href='/team/aufnehmen']").await;
    volunteer::begin_contact(&phone, &BEGUN).await;
    // Left at once, and what was typed last is there.
    phone.click("[data-step=wish]").await;
    phone.click("[data-action=cancel]").await;

    phone.click("[data-action=throw-away]").await;
    phone.expect_count("[data-draft]", 0).await;
    phone.click("[data-action=put-back]").await;
    phone.click("[data-draft=open]").await;
    volunteer::expect_begun(&phone, &BEGUN).await;

    // The next visitor gets a form of their own.
    open(&phone, &team).await;
    phone.click("a[href='/team/rueckmeldung']").await;
    phone.click("form.feedback .scale input[value='4']").await;
    phone.click("a[href='/team/']").await;
    phone.expect_count("[data-draft]", 2).await;
    phone.click("[data-draft][href^='/team/rueckmeldung']").await;
    phone.find("form.feedback .scale input[value='4']:checked").await;
    open(&phone, &team).await;
    phone.click("a[href='/team/aufnehmen']").await;
    phone.click("[data-step=reach]").await;
    phone.expect_script("an empty form", "return document.getElementById('name')?.value === ''").await;

    for (path, bytes) in market.files() {
        for word in ["Wacholder", "5550141", "Kreisel"] {
            let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!found, "{word} of a draft stands in {}", path.display());
        }
    }

    // The next morning.
    phone.run_first("const now = Date.now; Date.now = () => now() + 86400000").await;
    open(&phone, &team).await;
    phone.find("[data-action=record]").await;
    phone
        .expect_script(
            "no draft and no key of drafts",
            "return new Promise(done => { indexedDB.open('markt-team').onsuccess = event => { \
             const rows = event.target.result.transaction(['drafts', 'device']); \
             const drafts = rows.objectStore('drafts').count(), keys = rows.objectStore('device').count('draft-key'); \
             rows.oncomplete = () => { event.target.result.close(); done(drafts.result + keys.result === 0) } } })",
        )
        .await;
    phone.expect_count("[data-draft]", 0).await;
}

/// Opens a page of the team app afresh.
async fn open(phone: &Phone, address: &str) {
    phone.open("about:blank").await;
    phone.open(address).await;
    phone.expect_alive().await;
}
