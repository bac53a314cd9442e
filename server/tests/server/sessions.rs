use serde_json::{Value, json};

use crate::running::{Answer, Folder, Running};

pub(crate) const MARKET: &str = "test-2036/2036-05-17";

pub(crate) fn set_up(server: &Running) -> Answer {
    let link = server.printed.iter().find(|line| line.contains("#einrichten=")).expect("a set-up link");
    let (_, token) = link.split_once("#einrichten=").expect("a token");
    let body = json!({ "token": token, "name": "orga-1", "password": "parkbank-am-see" });
    server.post("/api/set-up", "", &body)
}

pub(crate) fn check_error(answer: &Answer, status: u16, code: &str) {
    assert_eq!((answer.status, answer.json()["error"].clone()), (status, Value::from(code)));
}

#[test]
fn the_set_up_link_makes_the_first_organiser_once() {
    let folder = Folder::new();
    let server = folder.serve(&[]);
    let first = set_up(&server);
    assert_eq!((first.status, &first.json()["role"]), (200, &Value::from("organiser")));
    check_error(&set_up(&server), 410, "set-up-used");

    let cookie = first.header("set-cookie").expect("a cookie").to_owned();
    for part in ["; HttpOnly", "; SameSite=Strict", "; Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Secure"), "plain http on this machine");
    let session = server.get("/api/session", &[("cookie", &first.cookie())]);
    assert_eq!(session.json()["name"], "orga-1");
}

#[test]
fn signing_in_and_out() {
    let folder = Folder::new();
    let server = folder.serve(&[]);
    set_up(&server);
    let credentials = |password: &str| json!({ "name": "orga-1", "password": password });
    check_error(&server.post("/api/sign-in", "", &credentials("falsch")), 401, "wrong-credentials");
    let signed_in = server.post("/api/sign-in", "", &credentials("parkbank-am-see"));
    assert_eq!(signed_in.status, 200);
    let cookie = signed_in.cookie();

    assert_eq!(server.get("/api/session", &[("cookie", &cookie)]).status, 200);
    assert_eq!(server.post("/api/sign-out", &cookie, &json!({})).status, 200);
    check_error(&server.get("/api/session", &[("cookie", &cookie)]), 401, "signed-out");

    for _ in 0..5 {
        server.post("/api/sign-in", "", &credentials("falsch"));
    }
    let refused = server.post("/api/sign-in", "", &credentials("parkbank-am-see"));
    check_error(&refused, 429, "too-many");
    assert!(refused.json()["retry_after_s"].as_u64().is_some_and(|seconds| (1..=60).contains(&seconds)));
}

#[test]
fn writes_from_elsewhere_are_refused() {
    let folder = Folder::new();
    let server = folder.serve(&[]);
    let cookie = set_up(&server).cookie();
    let foreign = [("origin", "https://evil.example"), ("cookie", cookie.as_str())];
    check_error(&server.request("POST", "/api/sign-out", &foreign, "{}"), 403, "foreign-origin");
    let none = [("cookie", cookie.as_str())];
    check_error(&server.request("POST", "/api/sign-out", &none, "{}"), 403, "foreign-origin");
    assert_eq!(server.get("/api/session", &[("cookie", &cookie)]).status, 200);
}

#[test]
fn the_keyring_keeps_each_organisers_own_key() {
    let folder = Folder::new();
    let server = folder.serve(&[]);
    let signed_in = set_up(&server);
    let (cookie, member) = (signed_in.cookie(), signed_in.json()["member"].clone());
    let path = format!("/api/keyring/{MARKET}");
    let put = |body: Value| {
        let headers = [("origin", server.origin.as_str()), ("cookie", cookie.as_str())];
        server.request("PUT", &path, &headers, &body.to_string())
    };
    let own = json!({ "member": member, "sealed": "aa" });
    let keys = json!({ "wrapped": [own], "recovery": { "sealed": "bb" } });
    assert_eq!(put(keys.clone()).status, 200);
    check_error(&put(json!({ "wrapped": [{ "member": "another", "sealed": "cc" }] })), 403, "forbidden");
    assert_eq!(server.get(&path, &[("cookie", &cookie)]).json(), keys);
    check_error(&server.get(&path, &[]), 401, "signed-out");
}
