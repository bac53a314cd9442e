//! A market day: two volunteers record in the park without a network, the phones sync afterwards, the
//! organisers see and follow up everything, the server is killed in between, and no name stands readable
//! anywhere but where it was opened.

use crate::steps::organiser;
use crate::steps::volunteer::{self, Visitor};
use tests::browser::Phone;
use tests::market::Market;
use tests::wait;

/// Invented people; each of their words is looked for where it must not be.
const VISITORS: [[Visitor; 3]; 2] = [
    [
        Visitor { name: "Adalbrun Quittenzweig", phone: "030 5550101", note: "Notiz Flaschenzug" },
        Visitor { name: "Bertalind Rohrspatz", phone: "030 5550102", note: "Notiz Regentonne" },
        Visitor { name: "Cyriakus Senfkorn", phone: "030 5550103", note: "Notiz Spieluhr" },
    ],
    [
        Visitor { name: "Dankwarda Tüpfelfarn", phone: "030 5550104", note: "Notiz Teekessel" },
        Visitor { name: "Edelgund Uferschwalbe", phone: "030 5550105", note: "Notiz Uhrwerk" },
        Visitor { name: "Frowin Wiesenknopf", phone: "030 5550106", note: "Notiz Windrad" },
    ],
];

/// Free text of the questionnaires.
const ANSWERS: [&str; 2] = ["Antwort Xylofon", "Antwort Zimtstern"];

#[tokio::test]
async fn what_is_recorded_offline_reaches_the_organisers_and_nobody_else() {
    let mut market = Market::start();
    let origin = market.origin();
    let mut phones = Vec::new();
    for (index, label) in ["Telefon Ost", "Telefon West"].into_iter().enumerate() {
        let phone = Phone::new("volunteer").await;
        volunteer::enrol(&phone, &market.invite(index), label).await;
        phones.push(phone);
    }

    // In the park there is no network.
    market.kill();
    for (index, phone) in phones.iter_mut().enumerate() {
        phone.expect_count("[data-connection=offline]", 1).await;
        for visitor in &VISITORS[index] {
            volunteer::record_contact(phone, visitor).await;
        }
        for _ in 0..2 {
            volunteer::record_feedback(phone, ANSWERS[index]).await;
        }
        volunteer::expect_contacts(phone, "phone", 3).await;
        phone.restart().await;
        phone.open(&format!("{origin}/team/liste")).await;
        phone.expect_alive().await;
        phone.expect_count("[data-contact][data-custody=phone]", 3).await;
    }

    // Back in the network, the server dies again while the phones send.
    market.restart();
    let first = &phones[0];
    wait::until("a first contact on the server", async || {
        (first.count("[data-contact][data-custody=server]").await > 0).then_some(())
    })
    .await;
    market.kill();
    market.restart();
    for phone in &phones {
        volunteer::expect_contacts(phone, "server", 3).await;
    }

    let names: Vec<&str> = VISITORS.iter().flatten().map(|visitor| visitor.name).collect();
    let mut laptops = Vec::new();
    for index in 0..2 {
        let laptop = Phone::new("organiser").await;
        let who = market.organiser(index);
        organiser::sign_in(&laptop, &origin, &who).await;
        organiser::expect_counts(&laptop, 6, 4).await;
        organiser::open_contacts(&laptop, &who, &names).await;
        laptops.push(laptop);
    }
    for phone in &phones {
        volunteer::expect_contacts(phone, "organisers", 3).await;
    }

    // Two organisers edit one contact while neither hears of the other.
    for laptop in &laptops {
        organiser::open_contact(laptop, names[0]).await;
        laptop.expect_text(VISITORS[0][0].note).await;
    }
    market.kill();
    laptops[0].click("input[name=state][value=reached]").await;
    laptops[1].set_value("#due", "2026-06-01").await;
    market.restart();
    for laptop in &laptops {
        laptop.find("input[name=state][value=reached]:checked").await;
        laptop
            .expect_script(
                "the day of the other organiser",
                "return document.getElementById('due').value === '2026-06-01'",
            )
            .await;
    }

    assert_no_word_leaked(&market, phones.iter_mut().chain(&mut laptops)).await;
}

/// Looks for every planted word in what the server keeps and in what crossed the sockets.
async fn assert_no_word_leaked(market: &Market, devices: impl Iterator<Item = &mut Phone>) {
    let visitors = VISITORS.iter().flatten();
    let words: Vec<&str> =
        visitors.flat_map(|visitor| [visitor.name, visitor.phone, visitor.note]).chain(ANSWERS).collect();
    // One word of each is enough to give it away.
    let words: Vec<&str> = words.iter().filter_map(|words| words.rsplit(' ').next()).collect();
    let contains =
        |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());

    let files = market.files();
    assert!(
        files.iter().any(|(path, _)| path.to_string_lossy().contains("-wal")),
        "the write-ahead log is looked at"
    );
    for (path, bytes) in &files {
        for word in &words {
            assert!(!contains(bytes, word), "{word} stands readable in {}", path.display());
        }
    }
    for device in devices {
        let Some(frames) = device.frames().await else { continue };
        assert!(frames.iter().any(|frame| contains(frame, "sync")), "frames of the sync are looked at");
        for word in &words {
            assert!(!frames.iter().any(|frame| contains(frame, word)), "{word} crossed the socket readable");
        }
    }
}
