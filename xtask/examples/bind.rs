//! scratch
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;
#[path = "../src/build/import_names.rs"]
#[allow(dead_code)]
mod import_names;
fn br(b: &[u8], lgwin: i32) -> usize {
    let mut out = Vec::new();
    let p = brotli::enc::BrotliEncoderParams { quality: 11, lgwin, size_hint: b.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &b[..], &mut out, &p).unwrap();
    out.len()
}
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let out = Path::new(Box::leak(std::env::var("OUT").unwrap_or("/tmp/small/out".into()).into_boxed_str()));
    let _ = std::fs::remove_dir_all(out);
    std::fs::create_dir_all(out).unwrap();
    let names = a.len() > 2;
    Bindgen::new()
        .input_path(&a[1])
        .web(true)
        .unwrap()
        .typescript(false)
        .omit_default_module_path(false)
        .remove_name_section(!names)
        .remove_producers_section(true)
        .out_name("p")
        .generate(out)
        .unwrap();
    let w = std::fs::read(out.join("p_bg.wasm")).unwrap();
    let j = std::fs::read(out.join("p.js")).unwrap();
    let (w, j) = import_names::shorten(w, String::from_utf8(j).unwrap()).unwrap();
    std::fs::write(out.join("s.wasm"), &w).unwrap();
    let j = j
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && !l.starts_with("//") && !l.starts_with('*') && !l.starts_with("/*"))
        .collect::<Vec<_>>()
        .join("\n")
        .into_bytes();
    println!("wasm {} br {} (lgwin24 {}) js {} br {}", w.len(), br(&w, 22), br(&w, 24), j.len(), br(&j, 22));
}
