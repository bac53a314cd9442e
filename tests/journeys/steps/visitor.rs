//! A visitor with the visitor app.

use tests::browser::Phone;

/// Opens the market for the first time and waits until it would work without a network.
pub(crate) async fn install(phone: &Phone, origin: &str) {
    phone.open(&format!("{origin}/de/")).await;
    phone.expect_alive().await;
    phone.expect_worker("/").await;
}

/// Searches the catalog; the offers that are found are shown.
pub(crate) async fn search(phone: &Phone, origin: &str, words: &str) {
    phone.open(&format!("{origin}/de/angebote")).await;
    phone.expect_alive().await;
    phone.fill("input[name=q]", words).await;
    let script = format!(
        "return location.search.includes('q={words}') && document.querySelectorAll('[data-offer] mark').length > 0"
    );
    phone.expect_script("offers that were found", &script).await;
}

/// Saves the first offer that is shown and gives back its id.
pub(crate) async fn save_first_offer(phone: &Phone) -> String {
    let id = phone.attribute("[data-offer]", "data-offer").await;
    phone.click(&format!("[data-offer='{id}'] [data-action=save]")).await;
    phone.find(&format!("[data-offer='{id}'] [data-action=save][aria-pressed=true]")).await;
    id
}

/// Opens the saved list, which shows exactly this offer.
pub(crate) async fn expect_saved(phone: &Phone, origin: &str, id: &str) {
    phone.open(&format!("{origin}/de/liste")).await;
    phone.expect_alive().await;
    phone.find(&format!("main [data-offer='{id}']")).await;
    phone.expect_count("main [data-offer]", 1).await;
}

/// Erases everything that the visitor app keeps on the phone.
pub(crate) async fn erase_everything(phone: &Phone, origin: &str) {
    phone.open(&format!("{origin}/de/ansicht")).await;
    phone.expect_alive().await;
    phone.click("[data-action=erase]").await;
    phone.click("[data-action=erase-confirm]").await;
    phone
        .expect_script(
            "no cache and no saved offer of the visitor app",
            "return caches.keys().then(names => !names.some(name => name.startsWith('markt-visitor'))\
             && !Object.keys(localStorage).some(name => name.startsWith('markt-visitor')))",
        )
        .await;
}

/// Saves the first offers that are shown and gives back their ids.
pub(crate) async fn save_offers(phone: &Phone, count: usize) -> Vec<String> {
    let script = "return [...document.querySelectorAll('main [data-offer]')].map(card => card.dataset.offer).join(' ')";
    let shown = phone.expect_script("offers", script).await;
    let ids: Vec<String> =
        shown.as_str().unwrap_or_default().split(' ').take(count).map(str::to_owned).collect();
    assert_eq!(ids.len(), count, "too few offers are shown");
    for id in &ids {
        phone.click(&format!("[data-offer='{id}'] [data-action=save]")).await;
        phone.find(&format!("[data-offer='{id}'] [data-action=save][aria-pressed=true]")).await;
    }
    ids
}

/// Opens the saved list.
pub(crate) async fn open_list(phone: &Phone, origin: &str) {
    phone.open(&format!("{origin}/de/liste")).await;
    phone.expect_alive().await;
}

/// Waits until exactly these offers are shown, in this order.
pub(crate) async fn expect_list(phone: &Phone, ids: &[String]) {
    let script = format!(
        "return [...document.querySelectorAll('main ol [data-offer]')].map(card => card.dataset.offer).join(' ') === '{}'",
        ids.join(" ")
    );
    phone.expect_script("the offers of the list in their order", &script).await;
}

/// Writes a note about an offer of the list.
pub(crate) async fn write_note(phone: &Phone, id: &str, note: &str) {
    phone.click(&format!("#schreiben-{id}")).await;
    phone.fill(&format!("#notiz-{id}"), note).await;
    phone.click(&format!("#schreiben-{id}")).await;
    phone.expect_text_of(&format!("[data-offer='{id}'] .note"), note).await;
}

/// The link that the list is shared by, as the clipboard gets it.
pub(crate) async fn link_of_list(phone: &Phone) -> String {
    // A browser without a window may lack both ways: what the page hands over is what counts.
    let listen = "Object.defineProperty(navigator, 'share', { configurable: true, value: what => { \
                  window.handed = what.url; return Promise.resolve(); } })";
    phone.script(listen).await;
    phone.click("[data-action=share]").await;
    let link = phone.expect_script("a link", "return window.handed").await;
    link.as_str().unwrap_or_default().to_owned()
}

/// What the visitor app stored under a name; empty if nothing.
pub(crate) async fn stored(phone: &Phone, name: &str) -> String {
    let script = format!("return localStorage.getItem('markt-visitor-{name}') ?? ''");
    phone.script(&script).await.as_str().unwrap_or_default().to_owned()
}

/// The text of the file that the list is exported to.
pub(crate) async fn exported(phone: &Phone) -> String {
    let listen = "const make = URL.createObjectURL; URL.createObjectURL = blob => { \
                  blob.text().then(text => window.exported = text); return make.call(URL, blob); }";
    phone.script(listen).await;
    phone.click("[data-action=export]").await;
    let text = phone.expect_script("a file", "return window.exported").await;
    text.as_str().unwrap_or_default().to_owned()
}

/// Gives the list a file.
pub(crate) async fn import(phone: &Phone, text: &str) {
    let text = serde_json::to_string(text).expect("a text is JSON");
    let script = format!(
        "const files = new DataTransfer(); files.items.add(new File([{text}], 'liste.json')); \
         const input = document.querySelector('[data-action=import]'); input.files = files.files; \
         input.dispatchEvent(new Event('change', {{ bubbles: true }})); return true"
    );
    phone.script(&script).await;
    phone.expect_script("what came of it", "return document.querySelector('#gesagt').textContent").await;
}

/// All that the team app keeps in this browser, by name.
pub(crate) async fn names_of_team(phone: &Phone) -> String {
    let script = "return Promise.all([caches.keys(), indexedDB.databases()]).then(([caches, databases]) => \
                  [...caches, ...databases.map(({ name }) => name), ...Object.keys(localStorage)] \
                  .filter(name => !name.startsWith('markt-visitor')).sort().join(' '))";
    phone.script(script).await.as_str().unwrap_or_default().to_owned()
}

/// Chooses a language on the page for it.
pub(crate) async fn choose_language(phone: &Phone, origin: &str, language: &str) {
    phone.open(&format!("{origin}/de/ansicht")).await;
    phone.expect_alive().await;
    phone.click(&format!("#sprache a[hreflang='{language}']")).await;
    expect_language(phone, language).await;
    let kept = format!(
        "return caches.match('/{language}/huelle').then(shell => !!shell\
         && caches.match('/chosen-language').then(note => note && note.text()).then(text => text === '{language}'))"
    );
    phone.expect_script("what it takes to read in it without a network", &kept).await;
}

/// The page and the app in it are in this language.
pub(crate) async fn expect_language(phone: &Phone, language: &str) {
    phone.find(&format!("html[lang='{language}'][data-alive]")).await;
}

/// Lets the browser have these voices, and notes in the page what they say.
pub(crate) async fn give_voices(phone: &Phone, languages: &[&str]) {
    let voices: Vec<String> =
        languages.iter().map(|lang| format!("{{ lang: '{lang}', localService: true }}")).collect();
    let script = format!(
        "const voices = [{}];
         window.spoken = [];
         window.SpeechSynthesisUtterance = class {{ constructor(text) {{ this.text = text; }} }};
         speechSynthesis.getVoices = () => voices;
         speechSynthesis.speak = one => window.spoken.push(one);
         speechSynthesis.cancel = () => {{ window.silenced = window.spoken.length > 0; }};
         speechSynthesis.dispatchEvent(new Event('voiceschanged'));
         return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));",
        voices.join(", ")
    );
    phone.expect_script("voices", &script).await;
}
