//! A QR code, always black on white.

use qrcodegen::QrCode;
use yew::prelude::*;

use super::{attrs, el, el_with};

/// Light modules around the code (ISO/IEC 18004 asks for four).
const QUIET: i32 = 4;

/// A QR code that says `data` to a camera and `label` to people; nothing if the data does not fit into the
/// largest one.
#[cfg(any(feature = "ask", feature = "team"))]
pub fn qr_of(data: &str, label: AttrValue) -> Html {
    match QrCode::encode_text(data, qrcodegen::QrCodeEcc::Medium) {
        Ok(code) => qr(&code, label),
        Err(_) => Html::default(),
    }
}

/// A QR code that is made already.
pub fn qr(code: &QrCode, label: AttrValue) -> Html {
    let size = code.size() + 2 * QUIET;
    let attributes = attrs![
        ("viewBox", format!("0 0 {size} {size}").into()),
        ("role", "img".into()),
        ("aria-label", label),
        ("shape-rendering", "crispEdges".into()),
    ];
    let path = el_with("path", attrs![("d", dark_modules(code).into())], []);
    el("figure", "qr", [el_with("svg", attributes, [path])])
}

/// One rectangle for each run of dark modules in a row.
fn dark_modules(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                path += &format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run + 1;
        }
    }
    path
}
