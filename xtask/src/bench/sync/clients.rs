//! The official clients, in a Node process of their own.

use super::conversation::Conversation;
use crate::failure::Failure;
use crate::process;
use serde::Deserialize;
use std::path::Path;
use std::time::Duration;

/// The reference does not finish a load of a hundred clients however long it is given.
const PATIENCE: Duration = Duration::from_secs(180);

/// What pushing took, by the clients' clock.
#[derive(Debug, Deserialize)]
pub(super) struct Pushed {
    pub(super) ms: f64,
    /// Id and head of each document.
    pub(super) pushed: Vec<(String, String)>,
    pub(super) sent: u64,
    pub(super) received: u64,
}

/// What pulling took.
#[derive(Debug, Deserialize)]
pub(super) struct Pulled {
    pub(super) ms: f64,
    /// Documents that came whole.
    pub(super) verified: usize,
    pub(super) sent: u64,
    pub(super) received: u64,
}

/// Clients with their documents made, before they connect.
pub(super) struct Ready(Conversation);

/// Makes clients, one for each address, with so many documents each.
pub(super) fn push(folder: &Path, documents: usize, addresses: &[String]) -> Result<Ready, Failure> {
    let mut arguments = vec!["push".to_owned(), documents.to_string()];
    arguments.extend_from_slice(addresses);
    let mut clients = start(folder, &arguments)?;
    let _ready: serde_json::Value = clients.answer()?;
    Ok(Ready(clients))
}

impl Ready {
    /// Lets all connect at once and waits until everything is acknowledged.
    pub(super) fn go(mut self) -> Result<Pushed, Failure> {
        self.0.say("go")?;
        self.0.answer()
    }
}

/// A fresh client fetches documents until each is at its head.
pub(super) fn pull(folder: &Path, address: &str, wanted: &[(String, String)]) -> Result<Pulled, Failure> {
    let mut clients = start(folder, &["pull".to_owned(), address.to_owned()])?;
    let wanted = serde_json::to_string(wanted).expect("text always serialises");
    clients.say(&wanted)?;
    clients.answer()
}

fn start(folder: &Path, arguments: &[String]) -> Result<Conversation, Failure> {
    let mut node = process::program("node", folder);
    node.arg("clients.mjs").args(arguments);
    Conversation::start(node, "the official clients", PATIENCE)
}
