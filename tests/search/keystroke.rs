//! How soon a phone shows what is typed: Chromium at a quarter of its speed.
//!
//! Frames are painted as soon as they are ready, so that the wait for the display's clock is not counted.

use serde_json::{Value, json};
use tests::browser::Phone;
use tests::folder::Folder;
use tests::market::Market;
use tests::season::SeasonSources;

/// What is typed, letter by letter, and taken away again.
const TYPED: [&str; 8] = [
    "schweißen",
    "gabelstapler",
    "Arbeit mit Kindern",
    "fuhrerschein",
    "Pflege Deutsch B1",
    "робота",
    "Kindergarten",
    "xyzxyzxy",
];

/// How much slower than this machine a phone is.
pub(crate) const SLOWDOWN: u32 = 4;

/// Notes for each key that the search field takes how long it is until the next frame is painted.
const WATCH: &str = "
    window.keystrokes = [];
    addEventListener('input', event => {
      const typed = event.timeStamp;
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => keystrokes.push(performance.now() - typed);
        painted.port2.postMessage(0);
      });
    }, true);
    return true";

/// A market with so many offers, and a phone on its search.
pub(crate) async fn searching(offers: usize) -> (Market, Phone) {
    let mut market = Market::start();
    market.kill();
    let folder = Folder::new("grown-season");
    for (number, file) in SeasonSources::grown(offers).to_files().iter().enumerate() {
        let path = folder.path().join(format!("{number}.json"));
        std::fs::write(&path, file).expect("a file can be written");
        market.command(&["import", &path.display().to_string()]);
    }
    market.restart();
    let flags = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];
    let phone = Phone::with_flags("searching", &flags).await;
    phone.open(&format!("{}/de/angebote", market.origin())).await;
    phone.expect_alive().await;
    (market, phone)
}

/// Milliseconds from each keystroke to its paint, in order of size.
async fn keystrokes(offers: usize) -> Vec<f64> {
    let (_market, phone) = searching(offers).await;
    phone.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWDOWN })).await;
    phone.expect_script("a watch on the search field", WATCH).await;
    let field = phone.find("#q").await;
    let mut keys = 0;
    for typed in TYPED {
        let erased = "\u{8}".repeat(typed.chars().count());
        for key in typed.chars().chain(erased.chars()) {
            field.send_keys(key.to_string()).await.expect("the field takes keys");
            keys += 1;
            phone.expect_script("a paint", &format!("return keystrokes.length >= {keys}")).await;
        }
    }
    let times = phone.script("return keystrokes").await;
    let mut times: Vec<f64> = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    times
}

fn judge(offers: usize, times: &[f64], limit: f64) {
    let at = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
    println!(
        "{offers} offers: {} keystrokes, p50 {:.1} ms, p95 {:.1} ms, worst {:.1} ms; limit of p95: {limit} ms",
        times.len(),
        at(50),
        at(95),
        at(100)
    );
    assert!(at(95) <= limit, "with {offers} offers p95 is {:.1} ms, wanted is {limit} ms", at(95));
}

#[tokio::test]
#[ignore = "measures; cargo xtask bench search"]
async fn a_keystroke_among_a_thousand_offers() {
    judge(1000, &keystrokes(1000).await, 16.0);
}

#[tokio::test]
#[ignore = "measures; cargo xtask bench search"]
async fn a_keystroke_among_ten_thousand_offers() {
    judge(10_000, &keystrokes(10_000).await, 100.0);
}

/// Types as soon as there is something to see, and notes when the results stand there.
const TYPE_AT_FIRST_PAINT: &str = "
    const word = 'schweißen';
    new PerformanceObserver(list => {
      if (!list.getEntriesByName('first-contentful-paint').length) return;
      const painted = performance.now();
      const type = count => {
        const field = document.querySelector('#q');
        field.focus();
        field.value += word[count - 1];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        if (count < word.length) setTimeout(type, 60, count + 1);
      };
      type(1);
      const look = () => {
        const shown = document.querySelector('#treffer')?.textContent ?? '';
        if (shown.includes(word) && document.querySelector('#q').value === word)
          window.answered = performance.now() - painted;
        else requestAnimationFrame(look);
      };
      look();
    }).observe({ type: 'paint', buffered: true });";

/// What is typed at first paint shows results within so many milliseconds.
const FIRST_ANSWER: f64 = 2000.0;

#[tokio::test]
#[ignore = "measures; cargo xtask bench search"]
async fn what_is_typed_at_first_paint_is_answered_soon_and_whole() {
    let (market, mut phone) = searching(300).await;
    let mut times = Vec::new();
    for _ in 0..5 {
        phone.switch_off().await;
        phone = Phone::new("first-paint").await;
        phone.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWDOWN })).await;
        phone.devtools("Network.enable", json!({})).await;
        // Lighthouse's slow 4G, as its own throttling of DevTools applies it.
        let slow = json!({
            "offline": false, "latency": 562.5, "downloadThroughput": 1_474_560 / 8, "uploadThroughput": 675_000 / 8
        });
        phone.devtools("Network.emulateNetworkConditions", slow).await;
        let script = json!({ "source": TYPE_AT_FIRST_PAINT });
        phone.devtools("Page.addScriptToEvaluateOnNewDocument", script).await;
        phone.open(&format!("{}/de/angebote", market.origin())).await;
        let answered = phone.expect_script("results", "return window.answered").await;
        times.push(answered.as_f64().unwrap_or(f64::INFINITY));
    }
    times.sort_by(f64::total_cmp);
    let median = times[times.len() / 2];
    println!("typed at first paint: answered after {median:.0} ms (median of {}: {times:.0?})", times.len());
    assert!(median <= FIRST_ANSWER, "answered after {median:.0} ms, wanted is {FIRST_ANSWER} ms");
}
