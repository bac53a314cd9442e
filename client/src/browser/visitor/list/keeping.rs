//! Whether the browser will keep what is stored. Some engines lack the question, and in some its answer never
//! comes: nobody waits for it.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::list::state::Keeping;

/// Asks the browser to keep it; `told` hears the answer, if there is one.
pub(super) fn ask(told: impl FnOnce(Keeping) + 'static) {
    spawn_local(async move {
        let kept = match answer("persisted").await {
            Some(true) => Some(true),
            _ => answer("persist").await,
        };
        told(match kept {
            Some(true) => Keeping::Firm,
            Some(false) => Keeping::MayBeCleared,
            None => Keeping::Unknown,
        });
    });
}

async fn answer(question: &str) -> Option<bool> {
    let storage = Reflect::get(&web_sys::window()?.navigator(), &JsValue::from_str("storage")).ok()?;
    let question: Function = Reflect::get(&storage, &JsValue::from_str(question)).ok()?.dyn_into().ok()?;
    let answer: Promise = question.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()?.as_bool()
}
