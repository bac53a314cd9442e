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
