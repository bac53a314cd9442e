//! Looks at what volunteers and organisers see, along their ways through a market.

use crate::cover::{self, Cover, TEAM_LANGUAGES, VIEWS, View};
use crate::inspector::{self, Findings, Sight};
use tests::browser::Phone;
use tests::market::{Market, TODAY};

/// People who do not exist, one for each language.
const NAMES: [&str; 3] = ["Adalbrun Quittenzweig", "Bertalind Rohrspatz", "Cyriakus Senfkorn"];

/// A device and what was seen on it.
struct Eyes {
    phone: Phone,
    origin: String,
    cover: Cover,
    findings: Findings,
    language: &'static str,
    looks: usize,
}

impl Eyes {
    async fn new(name: &str, origin: String) -> Eyes {
        let phone = inspector::phone(name).await;
        let language = TEAM_LANGUAGES[0];
        Eyes { phone, origin, cover: Cover::asked(), findings: Findings::default(), language, looks: 0 }
    }

    /// Looks at what is shown.
    async fn look(&mut self, screen: &str) {
        let views = if cover::is_asked_for(screen) { self.views() } else { Vec::new() };
        self.looks += 1;
        let sight = Sight { screen: screen.to_owned(), language: self.language };
        self.findings.look(&self.phone, &sight, &views).await;
    }

    /// German and Arabic in one way each, which goes round. Or everything.
    fn views(&self) -> Vec<View> {
        match self.cover {
            Cover::All => VIEWS.to_vec(),
            Cover::Representative => vec![VIEWS[self.looks % VIEWS.len()]],
        }
    }

    /// Who comes while this language is read.
    fn name(&self) -> &'static str {
        let at = TEAM_LANGUAGES.iter().position(|language| *language == self.language);
        NAMES[at.unwrap_or_default()]
    }

    fn languages(&self) -> &'static [&'static str] {
        match self.cover {
            Cover::All => &TEAM_LANGUAGES,
            Cover::Representative => &TEAM_LANGUAGES[..2],
        }
    }

    /// Reads in another language from the next page on.
    async fn choose(&mut self, language: &'static str) {
        self.language = language;
        self.phone.script(&format!("localStorage.setItem('markt-team-language', '{language}')")).await;
    }

    async fn open(&self, path: &str) {
        // A step within one document would load nothing.
        self.phone.open(&format!("{}/manifest/de.webmanifest", self.origin)).await;
        self.phone.open(&format!("{}{path}", self.origin)).await;
        self.phone.expect_alive().await;
    }
}

#[tokio::test]
async fn every_screen_of_the_team_is_for_everyone() {
    let market = Market::start();
    let mut phone = Eyes::new("volunteer", market.origin()).await;
    phone.open("/team/").await;
    look_at_enrolment(&mut phone, &market).await;
    for language in phone.languages() {
        phone.choose(language).await;
        look_at_recording(&mut phone).await;
    }
    look_at_hands(&mut phone).await;
    let mut laptop = Eyes::new("organiser", market.origin()).await;
    laptop.open("/team/tisch").await;
    look_at_desk(&mut laptop, &market).await;
    phone.findings.merge(laptop.findings);
    phone.findings.tell();
}

async fn look_at_enrolment(eyes: &mut Eyes, market: &Market) {
    let invite = market.invite(0);
    let invite = invite.trim_start_matches(&eyes.origin).to_owned();
    for language in eyes.languages() {
        eyes.choose(language).await;
        eyes.open("/team/").await;
        eyes.look("team: not enrolled").await;
        eyes.open("/team/#einladung=kaputt").await;
        eyes.look("team: broken invite").await;
        eyes.open(&invite).await;
        eyes.phone.find("#label").await;
        eyes.look("team: enrolment").await;
    }
    eyes.phone.fill("#label", "Telefon Mitte").await;
    eyes.phone.click("[data-action=enrol]").await;
    eyes.phone.expect_count("[data-connection=online]", 1).await;
}

async fn look_at_recording(eyes: &mut Eyes) {
    eyes.open("/team/").await;
    eyes.phone.find("a[href='/team/aufnehmen']").await;
    eyes.look("team: home").await;
    eyes.phone.click("a[href='/team/aufnehmen']").await;
    eyes.phone.find("[data-matter=question]").await;
    eyes.look("team: record, what it is about").await;
    eyes.phone.click("[data-matter=question]").await;
    eyes.phone.click("[data-action=continue]").await;
    eyes.phone.fill("#name", eyes.name()).await;
    eyes.phone.fill("#reach", "030 5550101").await;
    eyes.phone.click("details summary").await;
    eyes.phone.fill("#note", "Notiz Flaschenzug").await;
    eyes.look("team: record, how to be reached").await;
    eyes.phone.click("[data-action=cancel]").await;
    eyes.phone.find("[data-draft=open]").await;
    eyes.look("team: home, a draft").await;
    eyes.phone.click("[data-action=throw-away]").await;
    eyes.phone.find("[data-action=put-back]").await;
    eyes.look("team: home, a draft thrown away").await;
    eyes.phone.click("[data-action=put-back]").await;
    eyes.phone.click("[data-draft=open]").await;
    eyes.phone.find("#reach").await;
    eyes.phone.click("[data-action=continue]").await;
    eyes.phone.find("[data-action=agree]").await;
    eyes.look("team: record, consent").await;
    eyes.phone.click("[data-action=agree]").await;
    eyes.phone.find("[data-receipt]:is([data-custody=phone], [data-custody=server])").await;
    eyes.look("team: record, receipt").await;
    eyes.phone.click("[data-action=done]").await;
    eyes.open("/team/rueckmeldung").await;
    eyes.phone.find("form.feedback").await;
    eyes.look("team: feedback").await;
    for (path, screen) in [
        ("/team/liste", "team: list"),
        ("/team/abgabe", "team: hand in"),
        ("/team/wer", "team: who has the phone"),
        ("/team/hilfe", "team: help"),
        ("/team/ansicht", "team: view"),
        ("/team/gibt-es-nicht", "team: not found"),
    ] {
        eyes.open(path).await;
        eyes.phone.find("main:not(:has(#fenster)) h1").await;
        eyes.look(screen).await;
    }
}

async fn look_at_hands(eyes: &mut Eyes) {
    for language in eyes.languages() {
        eyes.choose(language).await;
        eyes.open("/team/wer").await;
        eyes.phone.fill("#pin", "4711").await;
        eyes.phone.click("[data-action=pin]").await;
        eyes.phone.find("[data-action=lock]").await;
        eyes.look("team: who has the phone, with a PIN").await;
        eyes.open("/team/rueckmeldung").await;
        eyes.phone.find("#pin").await;
        eyes.look("team: locked").await;
        eyes.phone.fill("#pin", "4711").await;
        eyes.phone.click("[data-action=pin]").await;
        eyes.phone.click("[data-action=hand-over]").await;
        eyes.phone.click("details summary").await;
        eyes.phone.find("#pin").await;
        eyes.look("team: feedback, handed over").await;
        eyes.phone.fill("#pin", "4711").await;
        eyes.phone.click("[data-action=pin]").await;
        eyes.phone.find("[data-action=hand-over]").await;
        eyes.open("/team/wer").await;
        eyes.phone.fill("#pin", "4711").await;
        eyes.phone.click("[data-action=pin]").await;
        eyes.phone.click("[data-action=remove-pin]").await;
        eyes.phone.expect_count("[data-action=lock]", 0).await;
    }
}

async fn look_at_desk(eyes: &mut Eyes, market: &Market) {
    let who = market.organiser(0);
    for language in eyes.languages() {
        eyes.choose(language).await;
        eyes.open("/team/tisch").await;
        eyes.phone.find("#password").await;
        eyes.look("desk: sign-in").await;
        eyes.phone.fill("#name", &who.name).await;
        eyes.phone.fill("#password", &who.password).await;
        eyes.phone.click("[data-action=sign-in]").await;
        eyes.phone.find(&format!("a[href='/team/tisch/{TODAY}']")).await;
        eyes.look("desk: season").await;
        eyes.phone.click(&format!("a[href='/team/tisch/{TODAY}']")).await;
        eyes.phone.find("dl.figures").await;
        eyes.look("desk: market").await;
        eyes.phone.click(&format!("a[href='/team/tisch/{TODAY}/kontakte']")).await;
        eyes.phone.find("li.ticket").await;
        eyes.look("desk: contacts, locked").await;
        eyes.phone.fill("#passphrase", &who.passphrase).await;
        eyes.phone.click("[data-action=unlock]").await;
        eyes.phone.expect_text(eyes.name()).await;
        eyes.look("desk: contacts").await;
        eyes.phone.click_named(eyes.name()).await;
        eyes.phone.find("#due").await;
        eyes.look("desk: contact").await;
        for (path, screen) in
            [("/team/tisch/2026-05-23/auswertung", "desk: evaluation"), ("/team/tisch/ansicht", "desk: view")]
        {
            eyes.open(path).await;
            eyes.phone.find("main:not(:has(#fenster)) h1").await;
            eyes.look(screen).await;
        }
        eyes.phone.click("[data-action=sign-out]").await;
        eyes.phone.expect_count("[data-action=sign-out]", 0).await;
    }
}
