//! The server's JSON interface and files, by `fetch`.

use js_sys::Uint8Array;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, RequestCredentials, RequestInit, Response};

use crate::services::{Api, ApiError, LocalFuture, Method};

use super::window;

/// After this, a silent server counts as none.
const PATIENCE_MS: u32 = 20_000;

pub(in crate::browser) struct FetchApi;

impl Api for FetchApi {
    fn call(&self, method: Method, path: &str, body: Option<Value>) -> LocalFuture<Result<Value, ApiError>> {
        let body = body.map(|body| JsValue::from_str(&body.to_string()));
        asked(method, path.to_owned(), body, "application/json")
    }

    fn send(&self, path: &str, bytes: Vec<u8>) -> LocalFuture<Result<Value, ApiError>> {
        let body = Uint8Array::from(bytes.as_slice()).into();
        asked(Method::Post, path.to_owned(), Some(body), "application/octet-stream")
    }

    fn fetch(&self, path: &str) -> LocalFuture<Result<Vec<u8>, ApiError>> {
        let path = path.to_owned();
        Box::pin(async move {
            let response = fetch(Method::Get, &path, None, "").await?;
            if response.ok() {
                return body_of(&response).await;
            }
            Err(refusal(response.status(), String::new(), Value::Null))
        })
    }
}

/// What stands between the phone and the server says so by these; it is the server that is away.
fn refusal(status: u16, code: String, body: Value) -> ApiError {
    match status {
        502..=504 if code.is_empty() => ApiError::Offline,
        _ => ApiError::Refused { status, code, body },
    }
}

fn asked(
    method: Method,
    path: String,
    body: Option<JsValue>,
    media_type: &'static str,
) -> LocalFuture<Result<Value, ApiError>> {
    Box::pin(async move {
        let response = fetch(method, &path, body, media_type).await?;
        let bytes = body_of(&response).await?;
        let value: Option<Value> =
            if bytes.is_empty() { Some(Value::Null) } else { serde_json::from_slice(&bytes).ok() };
        if response.ok() {
            return value.ok_or(ApiError::Unreadable);
        }
        let body = value.unwrap_or(Value::Null);
        let code = body["error"].as_str().unwrap_or_default().to_owned();
        Err(refusal(response.status(), code, body))
    })
}

async fn fetch(
    method: Method,
    path: &str,
    body: Option<JsValue>,
    media_type: &str,
) -> Result<Response, ApiError> {
    let init = RequestInit::new();
    init.set_method(method.name());
    init.set_credentials(RequestCredentials::SameOrigin);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)));
    if let Some(body) = body {
        let headers = Headers::new().map_err(|_| ApiError::Unreadable)?;
        headers.set("content-type", media_type).map_err(|_| ApiError::Unreadable)?;
        init.set_headers(&headers);
        init.set_body(&body);
    }
    let answer = JsFuture::from(window().fetch_with_str_and_init(path, &init)).await;
    answer.map(JsCast::unchecked_into).map_err(|_| ApiError::Offline)
}

async fn body_of(response: &Response) -> Result<Vec<u8>, ApiError> {
    let buffer = response.array_buffer().map_err(|_| ApiError::Unreadable)?;
    let buffer = JsFuture::from(buffer).await.map_err(|_| ApiError::Offline)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
