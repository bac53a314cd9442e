use crate::running::Folder;

#[test]
fn a_taken_address_is_one_sentence() {
    let (one, two) = (Folder::new(), Folder::new());
    let server = one.serve(&[]);
    let complaint = two.markt_err(&["serve", "--listen", server.authority()]);
    assert!(complaint.contains("is in use") && complaint.contains("--listen"), "{complaint}");
    assert_eq!(complaint.trim_end().lines().filter(|line| line.starts_with("markt: ")).count(), 1);
}

#[test]
fn a_folder_that_cannot_be_made_is_one_sentence() {
    let folder = Folder::new();
    folder.file("data", "a file where the folder should be");
    let complaint = folder.markt_err(&["serve", "--listen", "127.0.0.1:0"]);
    assert!(complaint.contains("cannot write into the data folder"), "{complaint}");
}

#[test]
fn a_mistyped_folder_is_not_made() {
    let folder = Folder::new();
    let complaint = folder.markt_err(&["ticket", "--device", "laptop"]);
    assert!(complaint.contains("there is no markt data"), "{complaint}");
    assert!(!folder.path().join("data").exists());
}

#[test]
fn organisers_are_added_and_helped_while_the_server_runs() {
    let folder = Folder::new();
    let server = folder.serve(&[]);
    let added = folder.markt_ok(&["organiser", "add", "orga-1"]);
    let password = added.trim_end().rsplit(' ').next().expect("a password").to_owned();
    let sign_in = |password: &str| {
        let body = serde_json::json!({ "name": "orga-1", "password": password });
        server.post("/api/sign-in", "", &body).status
    };
    assert_eq!(sign_in(&password), 200);
    assert!(folder.markt_err(&["organiser", "add", "orga-1"]).contains("already"));
    let reset = folder.markt_ok(&["organiser", "reset", "orga-1"]);
    assert_eq!(sign_in(&password), 401);
    assert_eq!(sign_in(reset.trim_end().rsplit(' ').next().expect("a password")), 200);
    assert_eq!(folder.markt_ok(&["organiser", "list"]), "orga-1  organiser\n");
    assert!(folder.markt_err(&["organiser", "reset", "orga-9"]).contains("no one named orga-9"));
}

#[test]
fn many_devices_get_addresses_at_once_and_the_same_ones_again() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    let key = "04".to_owned()
        + "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
        + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";
    let with_key = format!("Telefon 2={key}");
    let tickets = || {
        let printed = folder.markt_ok(&["ticket", "--json", "--device", "Telefon 1", "--device", &with_key]);
        let printed: serde_json::Value = serde_json::from_str(&printed).expect("JSON");
        printed.as_array().expect("a list").clone()
    };
    let (first, again) = (tickets(), tickets());
    assert_eq!(first.len(), 2);
    assert_ne!(first[0]["device"], first[1]["device"]);
    for (one, other) in first.iter().zip(&again) {
        assert_eq!(one["device"], other["device"], "enrolled once");
        assert_ne!(one["address"], other["address"], "each address is a new one");
    }
    let refused = folder.markt(&["ticket", "--device", "Telefon 3=04ff"]);
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("130 digits"));
}
