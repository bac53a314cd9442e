//! The client's files as they are served: names that carry a hash of the content, lists for the service
//! workers, build ids, compressed copies.

use super::function_order;
use super::import_names::shorten;
use super::wasm::{App, Installation, Module};
use super::{Flavour, compress, start, style};
use crate::failure::Failure;
use crate::workspace::Workspace;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// Files whose text may hold placeholders.
const WITH_PLACEHOLDERS: [&str; 5] = ["js", "html", "webmanifest", "txt", "svg"];

/// The files of the site by address, and the addresses of hashed files by name.
#[derive(Default)]
struct Site {
    files: BTreeMap<String, Vec<u8>>,
    assets: BTreeMap<String, String>,
}

/// Writes the site folder out of the modules and `public/`.
pub(crate) fn assemble(
    workspace: &Workspace,
    flavour: Flavour,
    folder: &Path,
    modules: Vec<Module>,
) -> Result<(), Failure> {
    let public = workspace.public();
    let mut site = Site::default();
    let texts = modules.iter().flat_map(|module| &module.texts);
    // Others are for the server only.
    let loaded = |name: &str| App::ALL.iter().any(|app| name.ends_with(&format!("-{}.bin", app.name())));
    for (name, bytes) in texts.filter(|(name, _)| loaded(name)) {
        site.add_asset(&format!("text/{name}"), bytes.clone());
    }
    for (name, share) in [
        ("style.css", style::Share::Common),
        ("list.css", style::Share::List),
        ("ask.css", style::Share::Ask),
        ("team.css", style::Share::Team),
        ("desk.css", style::Share::Desk),
    ] {
        site.add_asset(name, style::build(&public.join("style"), share)?.into_bytes());
    }
    for module in modules {
        site.add_module(module, &public)?;
    }

    let mut sources = BTreeMap::new();
    collect(&public, &public, &mut sources)?;
    let build_ids = BuildIds::of(&site, &sources);
    for (address, bytes) in sources {
        let content = site.filled(&address, bytes, &build_ids).map_err(|problem| Failure::Asset {
            path: public.join(address.trim_start_matches('/')),
            problem,
        })?;
        site.files.insert(address, content);
    }
    site.write(folder, flavour, &build_ids)
}

/// Changes exactly when a file of the app changes.
struct BuildIds {
    visitor: String,
    team: String,
    icons: Vec<String>,
}

impl BuildIds {
    fn of(site: &Site, sources: &BTreeMap<String, Vec<u8>>) -> BuildIds {
        let icons = sources.keys().filter(|address| address.starts_with("/icons/")).cloned().collect();
        let mut ids = BuildIds { visitor: String::new(), team: String::new(), icons };
        let id = |installation: Installation| {
            let mut digest = Sha256::new();
            let programs = App::ALL.into_iter().filter(|app| app.installation() == installation);
            // It stands in the visitor's pages, which their service worker keeps.
            let inlined = site.assets.get("style.css").map(String::as_str);
            for address in programs.flat_map(|app| site.assets_of(app)).chain(inlined) {
                digest.update(address.as_bytes());
                digest.update([0]);
            }
            for (address, bytes) in sources.iter().filter(|(address, _)| belongs_to(address, installation)) {
                digest.update(address.as_bytes());
                digest.update([0]);
                digest.update(Sha256::digest(bytes));
            }
            short_hex(&digest.finalize())
        };
        ids.visitor = id(Installation::Visitor);
        ids.team = id(Installation::Team);
        ids
    }

    fn of_address(&self, address: &str) -> &str {
        if address.starts_with("/team/") { &self.team } else { &self.visitor }
    }
}

/// Icons belong to both installations, so a new icon is a new version of both.
fn belongs_to(address: &str, installation: Installation) -> bool {
    let of_team = address.starts_with("/team/");
    address.starts_with("/icons/") || of_team == (installation == Installation::Team)
}

impl Site {
    /// Adds a file under an address that carries its content's hash.
    fn add_asset(&mut self, name: &str, bytes: Vec<u8>) -> String {
        let file = name.rsplit('/').next().unwrap_or(name);
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, "bin"));
        let address = format!("/assets/{stem}-{}.{extension}", short_hex(&Sha256::digest(&bytes)));
        self.files.insert(address.clone(), bytes);
        self.assets.insert(name.to_owned(), address.clone());
        address
    }

    /// Adds an app's wasm, and its JavaScript with the wasm's address and what starts it.
    fn add_module(&mut self, module: Module, public: &Path) -> Result<(), Failure> {
        let name = module.app.name();
        let wasm_name = format!("{name}_bg.wasm");
        let (wasm, javascript) = start::only_its_own(&module.javascript, &wasm_name)
            .and_then(|javascript| shorten(module.wasm, javascript))
            .map_err(|problem| Failure::Bindgen { app: name, message: problem })?;
        let wasm = function_order::by_likeness(&wasm)
            .map_err(|problem| Failure::Bindgen { app: name, message: problem })?;
        let wasm_address = self.add_asset(&wasm_name, wasm);
        let wasm_file = wasm_address.trim_start_matches("/assets/");
        let mut javascript = javascript.replace(&wasm_name, wasm_file);
        for script in module.app.start_scripts() {
            let path = public.join("start").join(script);
            let text = std::fs::read_to_string(&path).map_err(Failure::file("read", &path))?;
            let text = self
                .replace_assets(text)
                .map_err(|problem| Failure::Asset { path: path.clone(), problem })?;
            javascript.push('\n');
            javascript.push_str(&text);
        }
        if module.app.start_scripts().is_empty() {
            javascript.push_str("\n__wbg_init();\n");
        }
        self.add_asset(&format!("{name}.js"), without_comments(&javascript).into_bytes());
        Ok(())
    }

    /// Addresses of the hashed files that an app needs to start, the most important first.
    fn assets_of(&self, app: App) -> Vec<&str> {
        let name = app.name();
        let own: Vec<String> = app
            .styles()
            .iter()
            .map(|style| (*style).to_owned())
            .chain([format!("{name}.js"), format!("{name}_bg.wasm")])
            .collect();
        let texts = self.assets.keys().filter(|asset| asset.ends_with(&format!("-{name}.bin")));
        own.iter().chain(texts).filter_map(|name| self.assets.get(name)).map(String::as_str).collect()
    }

    /// What a service worker keeps for a program, besides the icons.
    fn kept(&self, app: App) -> Vec<String> {
        self.assets_of(app).into_iter().chain(app.pages().iter().copied()).map(str::to_owned).collect()
    }

    /// What the app's service worker fetches when it is installed.
    fn precache(&self, app: App, ids: &BuildIds) -> Vec<String> {
        self.kept(app).into_iter().chain(ids.icons.iter().cloned()).collect()
    }

    fn filled(&self, address: &str, bytes: Vec<u8>, ids: &BuildIds) -> Result<Vec<u8>, String> {
        let extension = address.rsplit('.').next().unwrap_or_default();
        if !WITH_PLACEHOLDERS.contains(&extension) {
            return Ok(bytes);
        }
        let text = String::from_utf8(bytes).map_err(|error| format!("is not UTF-8: {error}"))?;
        let app = if address.starts_with("/team/") { App::Team } else { App::Visitor };
        let text = text.replace("%BUILD_ID%", ids.of_address(address));
        let text = text.replace("/*PRECACHE*/[]", &json!(self.precache(app, ids)).to_string());
        let text = App::ALL.into_iter().fold(text, |text, app| {
            text.replace(&format!("/*KEPT:{}*/[]", app.name()), &json!(self.kept(app)).to_string())
        });
        let text = self.replace_assets(text)?;
        let text = if extension == "js" { without_comments(&text) } else { text };
        Ok(text.into_bytes())
    }

    fn replace_assets(&self, text: String) -> Result<String, String> {
        let mut text = text.replace("/*ASSETS*/{}", &json!(self.assets).to_string());
        while let Some(start) = text.find("%ASSET:") {
            let after = &text[start + "%ASSET:".len()..];
            let length = after.find('%').ok_or("a placeholder %ASSET: does not end with %")?;
            let name = after[..length].to_owned();
            let address = self.assets.get(&name).ok_or_else(|| {
                let known: Vec<&str> = self.assets.keys().map(String::as_str).collect();
                format!("names the asset `{name}`; there are {}", known.join(", "))
            })?;
            text = text.replace(&format!("%ASSET:{name}%"), address);
        }
        Ok(text)
    }

    fn write(&self, folder: &Path, flavour: Flavour, ids: &BuildIds) -> Result<(), Failure> {
        if folder.exists() {
            std::fs::remove_dir_all(folder).map_err(Failure::file("empty", folder))?;
        }
        for (address, bytes) in &self.files {
            let path = folder.join(address.trim_start_matches('/'));
            write(&path, bytes)?;
            if flavour == Flavour::Release {
                let copies = [("br", compress::brotli(bytes)), ("gz", compress::gzip(bytes))];
                for (extension, copy) in copies.iter().filter(|(_, copy)| copy.len() < bytes.len()) {
                    write(&folder.join(format!("{}.{extension}", address.trim_start_matches('/'))), copy)?;
                }
            }
        }
        let description = json!({
            "build": { "visitor": ids.visitor, "team": ids.team },
            "assets": self.assets,
            "files": self.files.keys().collect::<Vec<_>>(),
        });
        write(&folder.join("site.json"), format!("{description:#}\n").as_bytes())
    }
}

/// Reads the files of `public/` by address, except those that are made into assets.
fn collect(public: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder).map_err(Failure::file("list", folder))? {
        let path = entry.map_err(Failure::file("list", folder))?.path();
        let inside = path.strip_prefix(public).unwrap_or(&path);
        if inside == Path::new("style") || inside == Path::new("start") {
            continue;
        }
        if path.is_dir() {
            collect(public, &path, found)?;
        } else {
            let address = format!("/{}", inside.to_string_lossy().replace('\\', "/"));
            let bytes = std::fs::read(&path).map_err(Failure::file("read", &path))?;
            found.insert(address, bytes);
        }
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().expect("a file is in a folder");
    std::fs::create_dir_all(folder).map_err(Failure::file("make", folder))?;
    std::fs::write(path, bytes).map_err(Failure::file("write", path))
}

/// The first 8 bytes of a hash in hexadecimal: enough to tell versions of one file apart.
fn short_hex(hash: &[u8]) -> String {
    hex::encode(&hash[..8])
}

/// Takes indentation, empty lines and lines of comment out of a script.
/// Lines stay lines, so that no statement can run into the next one.
fn without_comments(javascript: &str) -> String {
    let mut small = String::with_capacity(javascript.len());
    let mut in_comment = false;
    for line in javascript.lines().map(str::trim) {
        let opens_comment = line.starts_with("/*") && line.find("*/").is_none_or(|end| end + 2 == line.len());
        if in_comment || opens_comment {
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            small.push_str(line);
            small.push('\n');
        }
    }
    small
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let mut site = Site::default();
        for app in App::ALL.map(App::name) {
            for name in [format!("{app}.js"), format!("{app}_bg.wasm"), format!("text/de-{app}.bin")] {
                site.add_asset(&name, name.as_bytes().to_vec());
            }
        }
        for name in ["style.css", "list.css", "ask.css", "team.css", "desk.css"] {
            site.add_asset(name, name.as_bytes().to_vec());
        }
        site
    }

    fn ids(site: &Site, sources: &[(&str, &str)]) -> BuildIds {
        let sources = sources.iter().map(|(address, text)| ((*address).to_owned(), text.as_bytes().to_vec()));
        BuildIds::of(site, &sources.collect())
    }

    #[test]
    fn an_address_follows_the_content() {
        let mut site = Site::default();
        let first = site.add_asset("style.css", b"a".to_vec());
        assert_eq!(first, "/assets/style-ca978112ca1bbdca.css");
        assert_ne!(first, site.add_asset("style.css", b"b".to_vec()));
    }

    #[test]
    fn a_change_of_one_app_is_no_new_version_of_the_other() {
        let site = site();
        let before = ids(&site, &[("/sw.js", "1"), ("/team/sw.js", "1"), ("/icons/a.svg", "1")]);
        let team = ids(&site, &[("/sw.js", "1"), ("/team/sw.js", "2"), ("/icons/a.svg", "1")]);
        assert_eq!(before.visitor, team.visitor);
        assert_ne!(before.team, team.team);
        let icon = ids(&site, &[("/sw.js", "1"), ("/team/sw.js", "1"), ("/icons/a.svg", "2")]);
        assert_ne!(before.visitor, icon.visitor);
        assert_ne!(before.team, icon.team);
    }

    #[test]
    fn each_worker_gets_its_own_list() {
        let site = site();
        let ids = ids(&site, &[("/icons/a.svg", "1")]);
        let fill = |address: &str| {
            let filled = site.filled(address, b"const LIST = /*PRECACHE*/[];".to_vec(), &ids).unwrap();
            String::from_utf8(filled).unwrap()
        };
        let visitor = fill("/sw.js");
        assert!(visitor.contains("/assets/visitor_bg-") && visitor.contains("/assets/de-visitor-"));
        assert!(!visitor.contains("/assets/list_bg-"));
        assert!(visitor.contains("\"/icons/a.svg\"") && !visitor.contains("team"));
        let team = fill("/team/sw.js");
        assert!(
            team.contains("/assets/team_bg-")
                && team.contains("/assets/team-")
                && team.contains("/assets/de-team-")
        );
        assert!(team.contains("\"/team/\"") && !team.contains("visitor") && !team.contains("desk"));
    }

    #[test]
    fn the_desk_is_kept_apart_and_its_change_is_a_new_version_of_the_team() {
        let before = site();
        let desk = before.kept(App::Desk);
        for part in ["/team/tisch", "/assets/desk_bg-", "/assets/desk-", "/assets/de-desk-", "/assets/team-"]
        {
            assert!(desk.iter().any(|address| address.starts_with(part)), "{part} in {desk:?}");
        }
        let mut changed = site();
        changed.add_asset("desk_bg.wasm", b"new".to_vec());
        assert_ne!(ids(&before, &[]).team, ids(&changed, &[]).team);
        assert_eq!(ids(&before, &[]).visitor, ids(&changed, &[]).visitor);
    }

    #[test]
    fn programs_of_visitors_are_kept_apart_and_their_change_is_a_new_version_of_the_visitor_app() {
        let before = site();
        for app in [App::List, App::Ask] {
            let name = app.name();
            let worker = format!("{{ page: /*KEPT:{name}*/[] }}").into_bytes();
            let worker = before.filled("/sw.js", worker, &ids(&before, &[])).unwrap();
            let worker = String::from_utf8(worker).unwrap();
            for part in
                [format!("/assets/{name}_bg-"), format!("/assets/{name}-"), format!("/assets/de-{name}-")]
            {
                assert!(worker.contains(&part), "{part} in {worker}");
            }
            assert!(!before.kept(App::Visitor).iter().any(|address| address.contains(name)));
            let mut changed = site();
            changed.add_asset(&format!("{name}_bg.wasm"), b"new".to_vec());
            assert_ne!(ids(&before, &[]).visitor, ids(&changed, &[]).visitor);
            assert_eq!(ids(&before, &[]).team, ids(&changed, &[]).team);
        }
    }

    #[test]
    fn an_unknown_asset_is_named() {
        let site = site();
        let address = site.assets["team.js"].clone();
        assert_eq!(site.replace_assets("src=%ASSET:team.js%".to_owned()), Ok(format!("src={address}")));
        let problem = site.replace_assets("src=%ASSET:teem.js%".to_owned()).unwrap_err();
        assert!(problem.starts_with("names the asset `teem.js`; there are"), "{problem}");
    }

    #[test]
    fn lines_of_comment_go_and_code_stays() {
        let javascript =
            "/**\n * What\n */\nfunction a() {\n\n    // why\n    return 'http://x';\n}\n/* one */\n";
        assert_eq!(without_comments(javascript), "function a() {\nreturn 'http://x';\n}\n");
    }
}
