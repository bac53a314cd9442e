//! Someone who has a keyboard and ears, and nothing else.

use serde_json::json;
use tests::browser::Phone;
use tests::market::Market;
use tests::wait;
use thirtyfour::Key;

/// More stops than any page has.
const STOPS: usize = 250;

/// A keyboard.
pub(super) struct Hands {
    pub(super) phone: Phone,
    origin: String,
}

impl Hands {
    pub(super) async fn new(market: &Market) -> Hands {
        Hands { phone: super::phone().await, origin: market.origin() }
    }

    pub(super) async fn open(&self, path: &str) {
        self.phone.open(&format!("{}{path}", self.origin)).await;
        self.phone.expect_alive().await;
    }

    /// Puts offers on the list of this phone.
    pub(super) async fn save(&self, ids: &[&str]) {
        self.phone.open(&format!("{}/manifest/de.webmanifest", self.origin)).await;
        let ids = json!(ids.join("\n"));
        self.phone.script(&format!("localStorage.setItem('markt-visitor-saved', {ids})")).await;
    }

    async fn press(&self, key: Key) {
        self.phone.driver().action_chain().send_keys(key).perform().await.expect("a key can be pressed");
    }

    pub(super) async fn enter(&self) {
        self.press(Key::Enter).await;
    }

    pub(super) async fn space(&self) {
        self.press(Key::Space).await;
    }

    pub(super) async fn escape(&self) {
        self.press(Key::Escape).await;
    }

    pub(super) async fn right(&self) {
        self.press(Key::Right).await;
    }

    pub(super) async fn left(&self) {
        self.press(Key::Left).await;
    }

    pub(super) async fn tab(&self) {
        self.press(Key::Tab).await;
    }

    async fn shift_tab(&self) {
        let pressed =
            self.phone.driver().action_chain().key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift);
        pressed.perform().await.expect("a key can be pressed");
    }

    pub(super) async fn write(&self, words: &str) {
        let written = self.phone.driver().action_chain().send_keys(words).perform().await;
        written.unwrap_or_else(|error| panic!("{words:?}: {error}"));
    }

    /// Goes on until this has the focus; each stop on the way is seen.
    pub(super) async fn tab_to(&mut self, selector: &str) {
        self.go_to(selector, true).await;
    }

    /// Goes back until this has the focus.
    pub(super) async fn back_to(&mut self, selector: &str) {
        self.go_to(selector, false).await;
    }

    /// Goes wherever it is nearer.
    pub(super) async fn back_or_on_to(&mut self, selector: &str) {
        if self.is_focused(selector).await {
            return;
        }
        let script = format!(
            "const there = document.querySelector({}); \
             return !!(document.activeElement.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING)",
            json!(selector)
        );
        let on = self.phone.script(&script).await.as_bool().unwrap_or(true);
        self.go_to(selector, on).await;
    }

    async fn go_to(&mut self, selector: &str, on: bool) {
        let mut at_the_edge = 0;
        for _ in 0..STOPS {
            if on {
                self.tab().await;
            } else {
                self.shift_tab().await;
            }
            let problem = self.phone.script("return window.look.focused()").await;
            match problem.as_str() {
                Some("") => {}
                // Between the last and the first stop the browser itself has the focus.
                Some("nothing has the focus") if at_the_edge == 0 => at_the_edge += 1,
                other => panic!("on the way to {selector}: {other:?}"),
            }
            if self.is_focused(selector).await {
                return;
            }
        }
        panic!("{selector} is not reached with the keyboard");
    }

    async fn is_focused(&self, selector: &str) -> bool {
        let script = format!("return document.activeElement.matches({})", json!(selector));
        self.phone.script(&script).await == json!(true)
    }

    /// Waits until exactly this has the focus.
    pub(super) async fn expect_focus(&self, selector: &str) {
        let script = format!("return document.activeElement.matches({})", json!(selector));
        self.phone.expect_script(&format!("the focus on {selector}"), &script).await;
    }

    pub(super) async fn expect_focus_within(&self, selector: &str) {
        let script = format!("return !!document.activeElement.closest({})", json!(selector));
        self.phone.expect_script(&format!("the focus in {selector}"), &script).await;
    }

    /// The same, but the browser's own bar may have it.
    pub(super) async fn expect_focus_within_or_browser(&self, selector: &str) {
        let script = format!(
            "const {{ activeElement }} = document; \
             return activeElement === document.body || !!activeElement.closest({})",
            json!(selector)
        );
        self.phone.expect_script(&format!("the focus in {selector}"), &script).await;
    }

    /// The focus was not lost by what was done last.
    pub(super) async fn expect_some_focus(&self) {
        // What is rendered in the next frames may still take away what has it.
        let settled = "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => \
                       done(document.activeElement?.id || document.activeElement?.outerHTML || 'none'), 60))))";
        let focused = self.phone.script(settled).await;
        let has_focus = !focused.as_str().unwrap_or("<body").starts_with("<body");
        assert!(has_focus, "the focus is lost on {}", self.phone.text().await);
    }

    /// Waits until this was said, and forgets it.
    pub(super) async fn expect_heard(&self, words: &str) {
        let listen = format!(
            "const at = window.heard.findIndex(heard => heard.includes({})); \
             if (at < 0) return false; window.heard.splice(0, at + 1); return true",
            json!(words)
        );
        let heard = format!("“{words}” in a live region");
        wait::until(&heard, async || (self.phone.script(&listen).await == json!(true)).then_some(())).await;
    }
}
