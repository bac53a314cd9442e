//! The demonstration: the example season, two organisers, keys for every market, fresh invites.
//!
//! Everything is made once per data folder and then only shown again.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};
use shared::{
    document::MarketKey,
    model::SealingKey,
    seal::{self, PrivateKey, keyring},
};

use crate::{
    app::App,
    data_folder::{DataFolder, DataFolderError},
    enrolment::{self, Wanted},
    import::{self, ImportFailure, ReadFile, Target},
    publication,
    secret::{PasswordHash, readable_password},
    storage::{InviteWay, Member, MemberRole, StorageError, WrappedKey},
};

include!(concat!(env!("OUT_DIR"), "/example.rs"));

const ORGANISERS: [&str; 2] = ["orga-1", "orga-2"];
const INVITES: usize = 2;
const FILE: &str = "demo.json";

/// What someone needs to look around.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Demo {
    /// The visitor app.
    pub(crate) visitor: String,
    /// The team app.
    pub(crate) team: String,
    /// How to sign in as an organiser.
    pub(crate) organisers: Vec<DemoOrganiser>,
    /// One-time addresses for volunteers.
    pub(crate) invites: Vec<String>,
    /// The data folder.
    pub(crate) data: String,
}

/// An organiser of the demonstration.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct DemoOrganiser {
    /// What they sign in as.
    pub(crate) name: String,
    /// What they sign in with.
    pub(crate) password: String,
    /// What unlocks the market's key in their browser.
    pub(crate) passphrase: String,
}

/// Why there is no demonstration.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DemoError {
    /// The data folder cannot be used.
    #[error(transparent)]
    DataFolder(#[from] DataFolderError),
    /// The storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The example cannot be imported.
    #[error("the built-in example cannot be imported: {0}")]
    Import(#[from] ImportFailure),
    /// The folder belongs to a real market.
    #[error(
        "the data folder {folder} has organisers of its own: choose another folder for the demonstration with --data"
    )]
    NotADemo {
        /// The folder.
        folder: String,
    },
}

/// Fills an empty folder, or finds what an earlier demonstration left; makes fresh invites.
pub(crate) async fn prepare(app: &Arc<App>, data: &DataFolder) -> Result<Demo, DemoError> {
    let organisers = match data.read_json::<Vec<DemoOrganiser>>(FILE)? {
        Some(organisers) => organisers,
        None if app.storage.has_organiser().await? => {
            return Err(DemoError::NotADemo { folder: data.path().display().to_string() });
        }
        None => {
            let organisers = new_organisers();
            data.write_json(FILE, &organisers)?;
            organisers
        }
    };
    let members = members(app, &organisers).await?;
    if app.publication.current().season_key.is_empty() {
        import::import(&*app.storage, &example_files(), None).await?;
        publication::publish(app).await?;
    }
    make_keys(app, &members).await?;
    Ok(Demo {
        visitor: format!("{}/", app.origin),
        team: format!("{}/team/", app.origin),
        invites: invites(app, &members).await?,
        organisers,
        data: data.path().display().to_string(),
    })
}

/// The example season as files.
pub(crate) fn example_files() -> Vec<ReadFile> {
    EXAMPLE
        .iter()
        .filter(|(name, _)| name.ends_with(".json"))
        .map(|(name, bytes)| ReadFile {
            name: (*name).to_owned(),
            text: String::from_utf8_lossy(bytes).into_owned(),
        })
        .collect()
}

fn new_organisers() -> Vec<DemoOrganiser> {
    ORGANISERS
        .iter()
        .map(|name| DemoOrganiser {
            name: (*name).to_owned(),
            password: readable_password(),
            passphrase: readable_password(),
        })
        .collect()
}

/// The organisers as members; those that are missing are made.
async fn members(
    app: &App,
    organisers: &[DemoOrganiser],
) -> Result<Vec<(Member, DemoOrganiser)>, StorageError> {
    let mut members = Vec::new();
    for organiser in organisers {
        let known = app.storage.member_named(organiser.name.clone()).await?;
        let member = match known {
            Some((member, _)) => Some(member),
            None => {
                let password = PasswordHash::of(&organiser.password);
                let role = MemberRole::Organiser;
                enrolment::add_member(&*app.storage, &organiser.name, role, password).await?
            }
        };
        members.extend(member.map(|member| (member, organiser.clone())));
    }
    Ok(members)
}

/// Makes a sealing key for every market that has none.
async fn make_keys(app: &Arc<App>, members: &[(Member, DemoOrganiser)]) -> Result<(), DemoError> {
    let published = app.publication.current();
    let actor = import::actor(&*app.storage).await?;
    let mut commits = Vec::new();
    for (date, market) in &published.markets {
        if market.sealing_key.is_some() {
            continue;
        }
        let key = MarketKey::new(&published.season_key, date).map_err(ImportFailure::from)?;
        let private = PrivateKey::from_random(rand::random());
        let public = private.public();
        // First the keyring: a public key whose private half is lost would seal for no one.
        app.keyring.put(key.to_string(), wrapped(&private, &key, members).await).await?;
        let sealing_key =
            SealingKey { public: hex::encode(public.0), fingerprint: seal::fingerprint(&public) };
        let content = BTreeMap::from([("sealing_key", sealing_key)]);
        let change = Target::market(&key, &content).change(&*app.storage, &actor).await?;
        commits.extend(change.map(|change| change.commit));
    }
    if !commits.is_empty() {
        app.storage.commit(commits).await?;
        publication::publish(app).await?;
    }
    Ok(())
}

/// The key wrapped for each organiser, side by side: each takes a noticeable part of a second.
async fn wrapped(
    private: &PrivateKey,
    market: &MarketKey,
    members: &[(Member, DemoOrganiser)],
) -> Vec<WrappedKey> {
    let wrapping: Vec<_> = members
        .iter()
        .map(|(member, organiser)| {
            let (bytes, market) = (private.to_bytes(), market.to_string());
            let (holder, passphrase) = (member.id.to_string(), organiser.passphrase.clone());
            tokio::task::spawn_blocking(move || {
                let private = PrivateKey::from_bytes(bytes);
                let wrapped = keyring::wrap(&private, &passphrase, &market, &holder, rand::random());
                let wrapped = serde_json::to_string(&wrapped).expect("a wrapped key is plain JSON");
                WrappedKey { holder, wrapped }
            })
        })
        .collect();
    let mut keys = Vec::new();
    for key in wrapping {
        keys.push(key.await.expect("wrapping does not panic"));
    }
    keys
}

/// Fresh invites for the running or next market.
async fn invites(app: &App, members: &[(Member, DemoOrganiser)]) -> Result<Vec<String>, DemoError> {
    let published = app.publication.current();
    let Some(key) = published.next_market(&app.clock) else { return Ok(Vec::new()) };
    let fingerprint = published
        .markets
        .get(key.date())
        .and_then(|market| market.sealing_key.as_ref())
        .map(|key| key.fingerprint.clone())
        .unwrap_or_default();
    let created_by = members.first().map(|(member, _)| member.id);
    let mut invites = Vec::new();
    for _ in 0..INVITES {
        let time_zone = &published.season.time_zone;
        let wanted = Wanted { market: &key, time_zone, by: created_by };
        let made = enrolment::invite(&*app.storage, &app.clock, &wanted, InviteWay::Printed).await?;
        invites
            .extend(made.ok().map(|(token, _)| enrolment::invite_address(&app.origin, &token, &fingerprint)));
    }
    Ok(invites)
}
