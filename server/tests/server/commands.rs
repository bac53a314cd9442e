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
