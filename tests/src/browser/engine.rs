//! The browsers' engines, and what each of them wants to be told when it starts.

use serde_json::{Value, json};
use std::path::Path;
use thirtyfour::Capabilities;

/// What draws and runs a page. `MARKT_ENGINE` names another one than Chromium.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, the engine of most Android phones.
    Chromium,
    /// Firefox.
    Firefox,
    /// `WebKit`, the engine of iPhones.
    WebKit,
}

/// For a browser that runs as root, shows no window and talks to nobody on its own account.
const CHROMIUM_FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--accept-lang=de",
    "--window-size=412,915",
];

const FIREFOX_FLAGS: [&str; 3] = ["-headless", "--width=412", "--height=915"];

/// The browser that `WebKitGTK` brings for tests, where Debian puts it.
const WEBKIT_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

impl Engine {
    /// The one that this run is about.
    ///
    /// # Panics
    /// When `MARKT_ENGINE` names none.
    pub fn chosen() -> Engine {
        match std::env::var("MARKT_ENGINE").as_deref() {
            Err(_) | Ok("chromium") => Engine::Chromium,
            Ok("firefox") => Engine::Firefox,
            Ok("webkit") => Engine::WebKit,
            Ok(other) => panic!("MARKT_ENGINE={other} is not chromium, firefox or webkit"),
        }
    }

    /// Whether its driver tells what crosses sockets and what pages complain about.
    pub(super) fn tells_of_the_network(self) -> bool {
        self == Engine::Chromium
    }

    /// What its driver is told to start: a German phone whose storage is in `profile`.
    pub(super) fn capabilities(self, profile: &Path, flags: &[String]) -> Capabilities {
        let profile = profile.display();
        let told = match self {
            Engine::Chromium => {
                let known = CHROMIUM_FLAGS.into_iter().map(str::to_owned);
                let all: Vec<String> = known
                    .chain([format!("--user-data-dir={profile}")])
                    .chain(flags.iter().cloned())
                    .collect();
                json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": { "args": all },
                    "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
                })
            }
            Engine::Firefox => {
                let known = FIREFOX_FLAGS.into_iter().map(str::to_owned);
                let all: Vec<String> = known.chain(["-profile".to_owned(), profile.to_string()]).collect();
                json!({
                    "browserName": "firefox",
                    "moz:firefoxOptions": { "args": all, "prefs": firefox_preferences() },
                })
            }
            Engine::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": WEBKIT_BROWSER, "args": ["--automation"] },
            }),
        };
        let Value::Object(told) = told else { unreachable!("each is an object") };
        Capabilities::from(told)
    }
}

/// A German phone that talks to nobody on its own account and asks nothing of the one who holds it.
fn firefox_preferences() -> Value {
    json!({
        "intl.accept_languages": "de",
        "intl.locale.requested": "de",
        "app.update.enabled": false,
        "browser.aboutwelcome.enabled": false,
        "browser.shell.checkDefaultBrowser": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "dom.push.connection.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "toolkit.telemetry.enabled": false,
    })
}
