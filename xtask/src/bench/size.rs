//! What a first visit transfers, asked for as a browser does.

use crate::build::compress;
use crate::build::{self, Flavour};
use crate::failure::Failure;
use crate::output;
use crate::running_server::RunningServer;
use crate::workspace::Workspace;

/// HTML, CSS, JS, wasm and text of the visitor app, in bytes.
const VISITOR_LIMIT: usize = 100 * 1024;
/// What a visitor's form adds to that once, sealing and keeping included; fetched when a form is opened, or
/// by the service worker after everything else.
const FORMS_LIMIT: usize = 200 * 1024;
/// The same of the team app.
const TEAM_LIMIT: usize = 520 * 1024;
/// The same of the organisers' desk, which is opened at a table with a network, so that it does not grow
/// unseen.
const DESK_LIMIT: usize = 620 * 1024;

/// Pages by which visitors arrive; the heaviest counts.
const VISITOR_PAGES: [&str; 2] = ["/de/", "/de/angebote"];

/// What pages load once their app is alive.
const ONCE_ALIVE: [&str; 3] = ["/language.js", "/speak.js", "/offered.js"];

/// Prints the sizes and fails when an app is above its limit.
pub(crate) fn size(workspace: &Workspace) -> Result<(), Failure> {
    let built = build::location(workspace, Flavour::Release);
    let server = RunningServer::start(workspace, &built.binary)?;
    let mut heaviest = 0;
    for page in VISITOR_PAGES {
        heaviest = heaviest.max(first_visit(&server, "visitor app", page, "text/de-visitor", VISITOR_LIMIT)?);
    }
    catalog(&server)?;
    afterwards(&server)?;
    let forms = first_visit(&server, "visitors' forms", "/de/kontakt", "text/de-ask", FORMS_LIMIT)?;
    let team = first_visit(&server, "team app", "/team/", "text/de-team", TEAM_LIMIT)?;
    let desk = first_visit(&server, "organisers' desk", "/team/tisch", "text/de-desk", DESK_LIMIT)?;
    for (app, bytes, limit) in [
        ("visitor", heaviest, VISITOR_LIMIT),
        ("forms", forms, FORMS_LIMIT),
        ("team", team, TEAM_LIMIT),
        ("desk", desk, DESK_LIMIT),
    ] {
        if bytes > limit {
            return Err(Failure::Limit(format!(
                "the first visit of the {app} app transfers {bytes} bytes, {} more than its limit",
                bytes - limit
            )));
        }
    }
    Ok(())
}

/// Sizes of a page and of what it refers to.
fn first_visit(
    server: &RunningServer,
    app: &str,
    page: &str,
    text: &str,
    limit: usize,
) -> Result<usize, Failure> {
    // The first who asks for a page gets it compressed quickly; all others, compressed well.
    transferred(server, page)?;
    server.until_at_rest()?;
    let html = transferred(server, page)?;
    let mut total = html.0;
    output::line(&format!("{app}, {page}"));
    output::line(&format!("  {:>9}  {page}", html.0));
    let html = String::from_utf8_lossy(&html.1).into_owned();
    let text_stem = text.trim_start_matches("text/");
    for address in references(&html) {
        let of_other_language = address.ends_with(".bin") && !address.contains(text_stem);
        if !of_other_language {
            let (bytes, _) = transferred(server, &address)?;
            total += bytes;
            output::line(&format!("  {bytes:>9}  {address}"));
        }
    }
    output::line(&format!(
        "  {total:>9}  together, {:.1} KiB of {} KiB",
        total as f64 / 1024.0,
        limit / 1024
    ));
    Ok(total)
}

fn catalog(server: &RunningServer) -> Result<(), Failure> {
    let (_, current) = transferred(server, "/catalog/current")?;
    let current = String::from_utf8_lossy(&current).into_owned();
    let hash =
        current.lines().find_map(|line| line.strip_prefix("de ")).ok_or_else(|| Failure::Unexpected {
            what: "/catalog/current".to_owned(),
            problem: "it names no German catalog".to_owned(),
        })?;
    let (bytes, _) = transferred(server, &format!("/catalog/de/{hash}"))?;
    output::line(&format!("  {bytes:>9}  catalog of the example season, counted apart"));
    Ok(())
}

/// What the page and the visitor's service worker fetch once the app is alive, besides what is shared with the
/// first visit.
fn afterwards(server: &RunningServer) -> Result<(), Failure> {
    let (worker, text) = transferred(server, "/sw.js")?;
    let unexpected =
        |problem: &str| Failure::Unexpected { what: "/sw.js".to_owned(), problem: problem.to_owned() };
    let text = String::from_utf8_lossy(&text).into_owned();
    let list = text.split_once("const FILES = ").and_then(|(_, after)| after.split_once(';'));
    let (list, _) = list.ok_or_else(|| unexpected("it names no files"))?;
    let files: Vec<String> = serde_json::from_str(list).map_err(|error| unexpected(&error.to_string()))?;
    let (_, page) = transferred(server, VISITOR_PAGES[0])?;
    let fetched_before = references(&String::from_utf8_lossy(&page));
    let mut total = worker;
    for script in ONCE_ALIVE {
        total += transferred(server, script)?.0;
    }
    for file in files.iter().filter(|file| !fetched_before.contains(file)) {
        total += transferred(server, file)?.0;
    }
    output::line(&format!("  {total:>9}  what is fetched once the app is alive, counted apart"));
    Ok(())
}

/// Brotli bytes of an answer, and the answer decompressed.
fn transferred(server: &RunningServer, path: &str) -> Result<(usize, Vec<u8>), Failure> {
    let answer = server.get(path)?;
    if answer.status != 200 {
        return Err(Failure::Answer { request: format!("GET {path}"), answer: answer.status.to_string() });
    }
    match answer.encoding.as_deref() {
        Some("br") => {
            let mut plain = Vec::new();
            brotli::BrotliDecompress(&mut answer.body.as_slice(), &mut plain).map_err(|error| {
                Failure::Unexpected { what: format!("the brotli of {path}"), problem: error.to_string() }
            })?;
            Ok((answer.body.len(), plain))
        }
        // What is sent as it is would be compressed by the proxy in front.
        _ => Ok((compress::brotli(&answer.body).len().min(answer.body.len()), answer.body)),
    }
}

/// The addresses of assets and scripts on this server that a page's attributes name, each once.
fn references(html: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for attribute in ["=\"/assets/", "src=\"/"] {
        for (at, _) in html.match_indices(attribute) {
            let value = html[at..].split('"').nth(1).unwrap_or_default();
            if !found.iter().any(|known| known == value) {
                found.push(value.to_owned());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_asset_of_a_page_is_found_once() {
        let html = r#"<link rel="preload" href="/assets/a.wasm"><script src="/assets/a.js"></script>
            <script defer src="/b.js"></script><a href="/de/liste">"/assets/no"</a><link href="/assets/a.wasm">"#;
        assert_eq!(references(html), ["/assets/a.wasm", "/assets/a.js", "/b.js"]);
    }
}
