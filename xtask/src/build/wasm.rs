//! One app: cargo to wasm, wasm-bindgen to a module that starts itself.

use super::{Flavour, cargo_messages, small_yew};
use crate::failure::Failure;
use crate::process;
use crate::workspace::Workspace;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// One of the programs that share the origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum App {
    /// At `/`, without Automerge.
    Visitor,
    /// At `/<language>/ansicht`, `/info` and `/quittung`, in the scope of the visitor's service worker.
    About,
    /// At `/<language>/liste`, in the scope of the visitor's service worker.
    List,
    /// At `/<language>/kontakt` and the other forms, in the scope of the visitor's service worker; it seals.
    Ask,
    /// At `/team/`.
    Team,
    /// At `/team/tisch`, in the scope of the team's service worker.
    Desk,
}

/// What is installed on a phone: programs with one manifest and one service worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Installation {
    /// At `/`.
    Visitor,
    /// At `/team/`.
    Team,
}

/// What an app's build gives.
pub(crate) struct Module {
    /// Which app.
    pub(crate) app: App,
    /// The JavaScript module, without what starts it.
    pub(crate) javascript: String,
    /// The wasm.
    pub(crate) wasm: Vec<u8>,
    /// Compiled text catalogues of all apps, by file name.
    pub(crate) texts: BTreeMap<String, Vec<u8>>,
}

impl App {
    /// All programs; the first of an installation is the one that its service worker needs.
    pub(crate) const ALL: [App; 6] = [App::Visitor, App::About, App::List, App::Ask, App::Team, App::Desk];

    /// The name of the binary and of its files.
    pub(crate) fn name(self) -> &'static str {
        match self {
            App::Visitor => "visitor",
            App::About => "about",
            App::List => "list",
            App::Ask => "ask",
            App::Team => "team",
            App::Desk => "desk",
        }
    }

    /// The feature of the client that it is built with.
    pub(crate) fn feature(self) -> &'static str {
        match self {
            App::Visitor => "visitor",
            App::About => "about",
            App::List => "list",
            App::Ask => "ask",
            App::Team | App::Desk => "team",
        }
    }

    /// What it is, for whoever watches the build.
    pub(crate) fn describe(self) -> &'static str {
        match self {
            App::Visitor => "visitor app",
            App::About => "pages about the market and the phone",
            App::List => "visitor's list",
            App::Ask => "visitor's forms",
            App::Team => "team app",
            App::Desk => "organisers' desk",
        }
    }

    /// What it is installed with.
    pub(crate) fn installation(self) -> Installation {
        match self {
            App::Visitor | App::About | App::List | App::Ask => Installation::Visitor,
            App::Team | App::Desk => Installation::Team,
        }
    }

    /// The style sheets that it loads, by name, the most general first.
    pub(crate) fn styles(self) -> &'static [&'static str] {
        match self {
            // Its pages hold their style sheet themselves.
            App::Visitor | App::About => &[],
            App::List => &["list.css"],
            App::Ask => &["ask.css"],
            App::Team => &["style.css", "team.css"],
            App::Desk => &["style.css", "team.css", "desk.css"],
        }
    }

    /// What of `public/start/` stands at the end of its module, the last of which starts it; without any,
    /// it starts at once.
    pub(crate) fn start_scripts(self) -> &'static [&'static str] {
        match self {
            App::Visitor | App::About | App::List | App::Ask => &["visitor.js"],
            App::Team | App::Desk => &[],
        }
    }

    /// What its service worker keeps besides its hashed files; a page that is the same for everyone.
    pub(crate) fn pages(self) -> &'static [&'static str] {
        match self {
            // Their pages exist in each language, which the service worker knows.
            App::Visitor | App::About | App::List | App::Ask => &[],
            App::Team => &["/team/", "/team/manifest.webmanifest"],
            App::Desk => &["/team/tisch"],
        }
    }
}

/// Builds one app; `folder` keeps the module between builds.
pub(crate) fn build(
    workspace: &Workspace,
    flavour: Flavour,
    app: App,
    folder: &Path,
) -> Result<Module, Failure> {
    let name = app.name();
    let profile = match flavour {
        Flavour::Release => "wasm",
        Flavour::Development => "wasm-dev",
    };
    let mut command = process::cargo(workspace);
    command.args([
        "build",
        "--package",
        "client",
        "--bin",
        name,
        "--no-default-features",
        "--features",
        app.feature(),
    ]);
    command.args(["--target", "wasm32-unknown-unknown", "--profile", profile]);
    if flavour == Flavour::Release {
        build_small_standard_library(&mut command);
        command.arg("--config").arg(small_yew::configuration(workspace, app.installation())?);
    }
    let messages = cargo_messages(&mut command)?;

    let compiled = messages
        .iter()
        .filter(|message| message["target"]["name"] == name)
        .filter_map(|message| message["filenames"].as_array())
        .flatten()
        .filter_map(|path| path.as_str())
        .find(|path| path.ends_with(".wasm"))
        .ok_or(Failure::NoArtifact { what: "wasm" })?;
    let build_script_folder = messages
        .iter()
        .filter(|message| message["reason"] == "build-script-executed")
        .filter(|message| message["package_id"].as_str().is_some_and(|id| id.contains("/client#")))
        .find_map(|message| message["out_dir"].as_str());

    let module_folder = folder.join("modules").join(name);
    bind(Path::new(compiled), app, &module_folder)?;
    let texts = match build_script_folder {
        Some(folder) => texts(&Path::new(folder).join("text"))?,
        None => BTreeMap::new(),
    };
    let javascript_path = module_folder.join(format!("{name}.js"));
    let javascript =
        std::fs::read_to_string(&javascript_path).map_err(Failure::file("read", &javascript_path))?;
    let wasm_path = module_folder.join(format!("{name}_bg.wasm"));
    let wasm = std::fs::read(&wasm_path).map_err(Failure::file("read", &wasm_path))?;
    Ok(Module { app, javascript, wasm, texts })
}

/// Compiles the standard library along with the app, for size, without the words of panics (a fault stops
/// the wasm either way, and the page starts afresh), without what `{:?}` would print, and with numbers for
/// things of JavaScript instead of a table of references. See `docs/decisions/0004`.
fn build_small_standard_library(command: &mut Command) {
    command.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    command.env("RUSTC_BOOTSTRAP", "1");
    command.env(
        "RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Ctarget-feature=-reference-types",
    );
}

/// Runs wasm-bindgen, unless its result is newer than its input.
fn bind(compiled: &Path, app: App, module_folder: &Path) -> Result<(), Failure> {
    let result = module_folder.join(format!("{}_bg.wasm", app.name()));
    if is_newer(&result, compiled) {
        return Ok(());
    }
    let failure =
        |error: &dyn std::fmt::Debug| Failure::Bindgen { app: app.name(), message: format!("{error:?}") };
    if module_folder.exists() {
        std::fs::remove_dir_all(module_folder).map_err(Failure::file("empty", module_folder))?;
    }
    std::fs::create_dir_all(module_folder).map_err(Failure::file("make", module_folder))?;
    Bindgen::new()
        .input_path(compiled)
        .web(true)
        .map_err(|error| failure(&error))?
        .typescript(false)
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .out_name(app.name())
        .generate(module_folder)
        .map_err(|error| failure(&error))?;
    let snippets = module_folder.join("snippets");
    if snippets.exists() {
        // They would need addresses of their own that no cache list knows.
        std::fs::remove_file(&result).map_err(Failure::file("delete", &result))?;
        return Err(Failure::Asset {
            path: snippets,
            problem: "a dependency brings inline JavaScript, which the two apps do not serve".to_owned(),
        });
    }
    Ok(())
}

fn is_newer(result: &Path, input: &Path) -> bool {
    let changed = |path: &Path| std::fs::metadata(path).and_then(|metadata| metadata.modified());
    match (changed(result), changed(input)) {
        (Ok(result), Ok(input)) => result > input,
        _ => false,
    }
}

fn texts(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut texts = BTreeMap::new();
    if !folder.is_dir() {
        return Ok(texts);
    }
    for entry in std::fs::read_dir(folder).map_err(Failure::file("list", folder))? {
        let path: PathBuf = entry.map_err(Failure::file("list", folder))?.path();
        let bytes = std::fs::read(&path).map_err(Failure::file("read", &path))?;
        if let Some(name) = path.file_name() {
            texts.insert(name.to_string_lossy().into_owned(), bytes);
        }
    }
    Ok(texts)
}
