//! The browser's clock and its timers.

use std::{cell::Cell, rc::Rc};

use js_sys::Date;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use crate::services::{Clock, Guard, LocalTime};

use super::window;

pub(in crate::browser) struct BrowserClock;

impl Clock for BrowserClock {
    fn now_ms(&self) -> i64 {
        Date::now() as i64
    }

    fn after(&self, ms: u32, then: Box<dyn FnOnce()>) -> Box<dyn Guard> {
        let fired = Rc::new(Cell::new(false));
        let closure = Closure::once({
            let fired = Rc::clone(&fired);
            move || {
                fired.set(true);
                then();
            }
        });
        let id = window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                closure.as_ref().unchecked_ref(),
                i32::try_from(ms).unwrap_or(i32::MAX),
            )
            .expect("a page has timers");
        Box::new(Timer { id, fired, closure: Some(closure) })
    }

    fn local(&self, ms: i64) -> LocalTime {
        let date = Date::new(&JsValue::from_f64(ms as f64));
        LocalTime {
            day: format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date()),
            hour: date.get_hours() as u8,
            minute: date.get_minutes() as u8,
        }
    }
}

struct Timer {
    id: i32,
    fired: Rc<Cell<bool>>,
    closure: Option<Closure<dyn FnMut()>>,
}

impl Drop for Timer {
    fn drop(&mut self) {
        if self.fired.get() {
            // The callback may be dropping this very timer; the closure it runs in must outlive it.
            if let Some(closure) = self.closure.take() {
                closure.forget();
            }
        } else {
            window().clear_timeout_with_handle(self.id);
        }
    }
}

impl Guard for Timer {}
