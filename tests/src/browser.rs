//! A phone: a browser with a profile of its own, driven through WebDriver.

mod driver_program;
mod engine;

pub use engine::Engine;

use crate::folder::Folder;
use crate::wait;
use base64::Engine as _;
use driver_program::DriverProgram;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// A phone with its own storage. It can be switched off and on again, and taken out of the network.
#[derive(Debug)]
pub struct Phone {
    // Before the profile, which it writes to until the end.
    program: DriverProgram,
    engine: Engine,
    profile: Folder,
    flags: Vec<String>,
    driver: Option<WebDriver>,
    frames: Vec<Vec<u8>>,
}

impl Phone {
    /// A new phone, switched on.
    pub async fn new(name: &str) -> Phone {
        Phone::with_flags(name, &[]).await
    }

    /// A new phone whose browser has more flags, switched on.
    pub async fn with_flags(name: &str, flags: &[&str]) -> Phone {
        let profile = Folder::new(name);
        let engine = Engine::chosen();
        let mut phone = Phone {
            profile,
            program: DriverProgram::start(engine),
            engine,
            flags: flags.iter().map(|flag| (*flag).to_owned()).collect(),
            driver: None,
            frames: Vec::new(),
        };
        phone.switch_on().await;
        phone
    }

    /// Starts the browser with what the profile has kept.
    ///
    /// # Panics
    /// When it does not start.
    pub async fn switch_on(&mut self) {
        let capabilities = self.engine.capabilities(self.profile.path(), &self.flags);
        let driver = WebDriver::new(&self.program.address, capabilities).await;
        self.driver = Some(driver.expect("the browser starts"));
    }

    /// Ends the browser in an orderly way.
    ///
    /// # Panics
    /// When it is off already.
    pub async fn switch_off(&mut self) {
        self.collect_frames().await;
        let driver = self.driver.take().expect("the phone is on");
        driver.quit().await.expect("the browser ends");
    }

    /// Ends the browser and starts it again.
    pub async fn restart(&mut self) {
        self.switch_off().await;
        self.switch_on().await;
    }

    /// The session with the browser.
    ///
    /// # Panics
    /// When the phone is off.
    pub fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the phone is on")
    }

    /// Opens an address.
    ///
    /// # Panics
    /// When it cannot be loaded.
    pub async fn open(&self, address: &str) {
        self.driver().goto(address).await.unwrap_or_else(|error| panic!("open {address}: {error}"));
    }

    /// Goes back to the page before.
    ///
    /// # Panics
    /// When there is none.
    pub async fn back(&self) {
        self.driver().back().await.unwrap_or_else(|error| panic!("back: {error}"));
    }

    /// The first visible element of a CSS selector, as soon as there is one.
    pub async fn find(&self, selector: &str) -> WebElement {
        wait::until(&format!("{selector} on {}", self.describe().await), async || {
            for element in self.driver().find_all(By::Css(selector)).await.ok()? {
                if element.is_displayed().await.unwrap_or(false) {
                    return Some(element);
                }
            }
            None
        })
        .await
    }

    /// The first visible button or link with exactly this name.
    pub async fn find_named(&self, name: &str) -> WebElement {
        let xpath = format!(
            "//*[self::button or self::a or self::summary or @role='button' or @role='tab']\
             [normalize-space(.)='{name}' or @aria-label='{name}']"
        );
        wait::until(&format!("a button or link “{name}” on {}", self.describe().await), async || {
            for element in self.driver().find_all(By::XPath(xpath.as_str())).await.ok()? {
                if element.is_displayed().await.unwrap_or(false) {
                    return Some(element);
                }
            }
            None
        })
        .await
    }

    /// Clicks the first visible element of a selector, again while the page is still moving.
    pub async fn click(&self, selector: &str) {
        wait::until_ok(&format!("a click on {selector} on {}", self.describe().await), async || {
            for element in self.driver().find_all(By::Css(selector)).await? {
                if element.is_displayed().await? {
                    // Not under the bar at the bottom.
                    let center = "arguments[0].scrollIntoView({ block: 'center' })";
                    self.driver().execute(center, vec![element.to_json()?]).await?;
                    return element.click().await;
                }
            }
            Err(WebDriverError::FatalError("there is no such visible element".to_owned()))
        })
        .await;
    }

    /// Clicks the button or link of this name.
    pub async fn click_named(&self, name: &str) {
        let element = self.find_named(name).await;
        wait::until(&format!("a click on “{name}”"), async || element.click().await.ok()).await;
    }

    /// Replaces what stands in a field.
    pub async fn fill(&self, selector: &str, text: &str) {
        let field = self.find(selector).await;
        wait::until(&format!("{text:?} in {selector}"), async || {
            field.clear().await.ok()?;
            field.send_keys(text).await.ok()
        })
        .await;
    }

    /// Gives a field a value at once, as a picker of dates does.
    pub async fn set_value(&self, selector: &str, value: &str) {
        self.find(selector).await;
        let script = format!(
            "const field = document.querySelector('{selector}'); field.value = '{value}'; \
             field.dispatchEvent(new Event('input', {{ bubbles: true }})); \
             field.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        );
        self.script(&script).await;
    }

    /// An attribute of the first visible element of a selector.
    pub async fn attribute(&self, selector: &str, name: &str) -> String {
        let element = self.find(selector).await;
        wait::until(&format!("{name} of {selector}"), async || element.attr(name).await.ok()?).await
    }

    /// What the first visible element of a selector says.
    pub async fn text_of(&self, selector: &str) -> String {
        let element = self.find(selector).await;
        wait::until(&format!("the text of {selector}"), async || element.text().await.ok()).await
    }

    /// Waits until the first element of a selector says exactly this.
    pub async fn expect_text_of(&self, selector: &str, expected: &str) {
        wait::until(&format!("“{expected}” in {selector} on {}", self.describe().await), async || {
            let element = self.driver().find(By::Css(selector)).await.ok()?;
            (element.text().await.ok()?.trim() == expected).then_some(())
        })
        .await;
    }

    /// Waits until the first element of a selector says something else.
    pub async fn expect_other_text(&self, selector: &str, before: &str) {
        wait::until(&format!("another text than “{before}” in {selector}"), async || {
            let element = self.driver().find(By::Css(selector)).await.ok()?;
            (element.text().await.ok()? != before).then_some(())
        })
        .await;
    }

    /// How many elements of a selector there are, visible or not.
    pub async fn count(&self, selector: &str) -> usize {
        self.driver().find_all(By::Css(selector)).await.map_or(0, |found| found.len())
    }

    /// Waits until there are exactly so many elements.
    pub async fn expect_count(&self, selector: &str, expected: usize) {
        wait::until(&format!("{expected} × {selector} on {}", self.describe().await), async || {
            (self.count(selector).await == expected).then_some(())
        })
        .await;
    }

    /// Waits until the page shows a text.
    pub async fn expect_text(&self, text: &str) {
        wait::until(&format!("the text “{text}” on {}", self.describe().await), async || {
            self.text().await.contains(text).then_some(())
        })
        .await;
    }

    /// All text that the page shows.
    pub async fn text(&self) -> String {
        let body = self.script("return document.body ? document.body.innerText : ''").await;
        body.as_str().unwrap_or_default().to_owned()
    }

    /// Runs a script in each page from now on, before those of the page.
    pub async fn run_first(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Gives an order to Chromium's own interface.
    ///
    /// # Panics
    /// When Chromium refuses it.
    pub async fn devtools(&self, order: &str, parameters: Value) {
        let done = self.driver().cdp().send_raw(order, parameters).await;
        done.unwrap_or_else(|error| panic!("{order}: {error}"));
    }

    /// Runs a script in the page; `null` when the page is being replaced.
    pub async fn script(&self, script: &str) -> Value {
        match self.driver().execute(script, Vec::new()).await {
            Ok(result) => result.json().clone(),
            Err(_page_is_being_replaced) => Value::Null,
        }
    }

    /// Waits until a script in the page gives something that is true, and gives it back.
    pub async fn expect_script(&self, what: &str, script: &str) -> Value {
        wait::until(&format!("{what} on {}", self.describe().await), async || {
            let value = self.script(script).await;
            let is_true = !matches!(&value, Value::Null | Value::Bool(false))
                && value != json!(0)
                && value != json!("");
            is_true.then_some(value)
        })
        .await
    }

    /// Waits until the app has taken over the page.
    pub async fn expect_alive(&self) {
        self.expect_script("the app", "return document.documentElement.hasAttribute('data-alive')").await;
    }

    /// Waits until a service worker of this scope is active.
    pub async fn expect_worker(&self, scope: &str) {
        let script = format!(
            "return navigator.serviceWorker.getRegistration('{scope}')\
             .then(found => !!(found && found.active && new URL(found.scope).pathname === '{scope}'))"
        );
        self.expect_script(&format!("an active service worker of {scope}"), &script).await;
    }

    /// Every WebSocket frame that this phone has sent or received; none if its engine does not tell.
    pub async fn frames(&mut self) -> Option<&[Vec<u8>]> {
        self.collect_frames().await;
        self.engine.tells_of_the_network().then_some(&self.frames)
    }

    /// What the page complained about in the console.
    pub async fn complaints(&self) -> Vec<String> {
        let entries = self.driver().get_log("browser").await.unwrap_or_default();
        entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect()
    }

    async fn collect_frames(&mut self) {
        if !self.engine.tells_of_the_network() {
            return;
        }
        for entry in self.driver().get_log("performance").await.unwrap_or_default() {
            let Ok(message) = serde_json::from_str::<Value>(&entry.message) else { continue };
            let message = &message["message"];
            let of_socket =
                message["method"].as_str().is_some_and(|name| name.starts_with("Network.webSocketFrame"));
            if let (true, Some(payload)) = (of_socket, message["params"]["response"]["payloadData"].as_str())
            {
                let binary = base64::engine::general_purpose::STANDARD.decode(payload);
                self.frames.push(binary.unwrap_or_else(|_text_frame| payload.as_bytes().to_vec()));
            }
        }
    }

    async fn describe(&self) -> String {
        let Some(driver) = &self.driver else { return "a phone that is off".to_owned() };
        driver.current_url().await.map_or_else(|_| "no page".to_owned(), |url| url.to_string())
    }
}

impl Drop for Phone {
    fn drop(&mut self) {
        // Left to itself the session would wait long for an answer, and nobody is there to wait for it.
        if let Some(driver) = self.driver.take() {
            self.program.end_session(&driver.session_id().to_string());
            let _ended_before = driver.leak();
        }
    }
}
