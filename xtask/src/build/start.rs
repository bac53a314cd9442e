//! How a module starts: with its own wasm and in no other way.
//!
//! What wasm-bindgen writes also takes a module, bytes, an address or a promise of either, and warns of old
//! ways to call it: two kilobytes that every visitor would load.

/// Where wasm-bindgen's own way to start begins; all that follows belongs to it.
const BEGINNING: &str = "async function __wbg_load(";

/// The JavaScript of the wasm at `wasm_name` with `__wbg_init` and nothing besides to start it.
pub(crate) fn only_its_own(javascript: &str, wasm_name: &str) -> Result<String, String> {
    let (code, _) = javascript.split_once(BEGINNING).ok_or_else(|| {
        format!("wasm-bindgen starts its module in another way: `{BEGINNING}` is not there; see xtask/src/build/start.rs")
    })?;
    Ok(format!(
        "{code}async function __wbg_init() {{
const answer = fetch(new URL('{wasm_name}', import.meta.url));
const imports = __wbg_get_imports();
const {{ instance, module }} = WebAssembly.instantiateStreaming
? await WebAssembly.instantiateStreaming(answer, imports)
: await WebAssembly.instantiate(await (await answer).arrayBuffer(), imports);
__wbg_finalize_init(instance, module);
}}
"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_before_stays_and_the_rest_is_replaced() {
        let started = only_its_own("let a;\nasync function __wbg_load(module) {}\nexport {};", "a_bg.wasm");
        let started = started.expect("its beginning is there");
        assert!(started.starts_with("let a;\nasync function __wbg_init() {\n"), "{started}");
        assert!(started.contains("new URL('a_bg.wasm', import.meta.url)"), "{started}");
        assert!(!started.contains("export"), "{started}");
        assert!(only_its_own("let a;", "a_bg.wasm").is_err());
    }
}
