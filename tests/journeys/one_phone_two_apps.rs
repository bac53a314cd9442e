//! A volunteer also uses the visitor app on the same phone: what one app does must not hurt the other.

use crate::steps::visitor;
use crate::steps::volunteer::{self, Visitor};
use tests::browser::Phone;
use tests::folder::{self, Folder};
use tests::market::{Market, site_folder};

const VISITOR: Visitor =
    Visitor { name: "Gundolf Zaunkönig", phone: "030 5550107", note: "Notiz Ziehharmonika" };

#[tokio::test]
async fn an_update_and_erasing_in_the_visitor_app_leave_unsent_contacts_alone() {
    let mut market = Market::start();
    let origin = market.origin();
    let mut phone = Phone::new("shared").await;
    visitor::install(&phone, &origin).await;
    visitor::search(&phone, &origin, "Deutsch").await;
    visitor::save_first_offer(&phone).await;
    volunteer::enrol(&phone, &market.invite(0), "Telefon Mitte").await;
    market.kill();
    volunteer::record_contact(&phone, &VISITOR).await;
    volunteer::expect_contacts(&phone, "phone", 1).await;

    // The server comes back with a new version of the visitor app.
    let newer = Folder::new("site");
    let newer_build = newer_visitor_app(&newer);
    market.serve_site(newer.path().to_owned());
    // The team app's page is left, so that it cannot send what it has.
    phone.open("about:blank").await;
    market.restart();
    phone.open(&format!("{origin}/de/")).await;
    phone.expect_alive().await;
    phone.click("[data-action=update]").await;
    phone
        .expect_script(
            "the caches of the newer version alone",
            &format!(
                "return caches.keys().then(names => {{ const own = names.filter(name => \
                 name.startsWith('markt-visitor-files')); return own.length === 1 && own[0].endsWith('{newer_build}') }})"
            ),
        )
        .await;
    phone.expect_alive().await;
    visitor::erase_everything(&phone, &origin).await;

    // The team app still starts without a network and has what it has not sent.
    market.kill();
    phone.restart().await;
    phone.open(&format!("{origin}/team/liste")).await;
    phone.expect_alive().await;
    phone.expect_count("[data-contact][data-custody=phone]", 1).await;
    market.restart();
    phone.expect_count("[data-contact][data-custody=server]", 1).await;
}

/// Copies the client's files with another build id of the visitor app, and gives that back.
fn newer_visitor_app(folder: &Folder) -> String {
    folder::copy(&site_folder(), folder.path());
    let description = folder.path().join("site.json");
    let text = std::fs::read_to_string(&description).expect("the site is described");
    let site: serde_json::Value = serde_json::from_str(&text).expect("the description is JSON");
    let build = site["build"]["visitor"].as_str().expect("the visitor app has a build id");
    let newer: String = build.chars().rev().collect();
    for name in ["site.json", "sw.js"] {
        let path = folder.path().join(name);
        let text = std::fs::read_to_string(&path).expect("a file of the site");
        std::fs::write(&path, text.replace(build, &newer)).expect("the copy can be written");
    }
    for compressed in ["sw.js.br", "sw.js.gz"] {
        // A development build has none.
        let _absent = std::fs::remove_file(folder.path().join(compressed));
    }
    newer
}
