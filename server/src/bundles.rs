//! Bundles: what phones without a network handed over, whoever brings the file.
//!
//! A bundle speaks for the phone that signed it, so its documents go into the sync core over a connection of
//! that phone's own, made here: they are vetted, merged and refused exactly as if the phone had come itself.
//! What comes from a phone that an organiser has not confirmed, or that is lost, is kept until one has.

use std::time::Duration;

use sha2::{Digest, Sha256};
use shared::{
    document::{DocumentId, MarketKey},
    repo::{
        Bundle, Custody, Keeping, Replica, ReplicaConfig, ReplicaEffect, ReplicaEvent, SignedBundle,
        StoredDocument,
    },
    sync::{
        share_policy::Principal,
        vetting::{self, Limits},
    },
};
use tokio::{sync::mpsc, time::timeout};

use crate::{
    app::App,
    connection::{Outgoing, Waiting},
    enrolment::{self, NewDevice},
    error::AppError,
    storage::{Device, DeviceState, Enrolment, KeptBundle, PutBundle},
};

/// The core answers within this time, or is too busy for now.
const PATIENCE: Duration = Duration::from_secs(30);

/// What became of a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Received {
    /// It is in, and durable.
    Taken(Taken),
    /// It is kept until an organiser has decided.
    ForReview,
}

/// What became of the documents of a bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Taken {
    /// So many are here now.
    pub(crate) documents: usize,
    /// So many may not enter, or were erased.
    pub(crate) refused: usize,
}

/// Takes a file. Whoever brings it needs no session: the phone's signature counts.
///
/// # Errors
/// It is no bundle, no one invited its phone, or there is no time or room for it now.
pub(crate) async fn receive(app: &App, bytes: Vec<u8>) -> Result<Received, AppError> {
    let (bundle, bytes) = read(bytes).await?;
    let device = device_of(app, &bundle).await?;
    match device.state {
        DeviceState::Active | DeviceState::Retired => {
            take(app, &device, bundle.documents).await.map(Received::Taken)
        }
        DeviceState::Waiting | DeviceState::Lost => {
            let (hash, at_ms) = (Sha256::digest(&bytes).into(), app.clock.now_ms());
            let kept = KeptBundle { hash, device: device.id, at_ms, bytes };
            match app.storage.put_bundle(kept).await? {
                PutBundle::Kept => Ok(Received::ForReview),
                PutBundle::Full => Err(AppError::TooMany { retry_after_s: 3600 }),
            }
        }
    }
}

/// Takes in what was kept of a device, as an organiser has decided.
///
/// # Errors
/// There is no time for it now; what was not taken is still kept.
pub(crate) async fn take_kept(app: &App, device: &Device) -> Result<Taken, AppError> {
    let mut sum = Taken::default();
    for kept in app.storage.bundles_of(device.id).await? {
        let (bundle, _) = read(kept.bytes).await?;
        let taken = take(app, device, bundle.documents).await?;
        sum.documents += taken.documents;
        sum.refused += taken.refused;
        app.storage.drop_bundle(kept.hash).await?;
    }
    Ok(sum)
}

/// How many documents the bundle of these bytes holds.
pub(crate) fn count(bytes: &[u8]) -> usize {
    let bundle = SignedBundle::from_bytes(bytes).and_then(|bundle| bundle.unverified());
    bundle.map_or(0, |bundle| bundle.documents.len())
}

async fn read(bytes: Vec<u8>) -> Result<(Bundle, Vec<u8>), AppError> {
    let reading = tokio::task::spawn_blocking(move || {
        let bundle = SignedBundle::from_bytes(&bytes).and_then(|bundle| bundle.verified());
        bundle.map(|bundle| (bundle, bytes))
    });
    reading.await.map_err(|_| AppError::NotABundle)?.map_err(|_| AppError::NotABundle)
}

/// The phone that signed it; one that never reached the server is enrolled by the invite that it held. If that
/// is over by now, an organiser decides.
async fn device_of(app: &App, bundle: &Bundle) -> Result<Device, AppError> {
    if let Some(device) = app.storage.device(bundle.device()).await? {
        return Ok(device);
    }
    let held = bundle.invite.as_ref().ok_or(AppError::InviteUnknown)?;
    let invite = app.storage.invite(held.invite).await?.ok_or(AppError::InviteUnknown)?;
    if !invite.proof_key.is_some_and(|key| held.holds(&key, bundle.device())) {
        return Err(AppError::InviteUnknown);
    }
    let new = NewDevice::labelled(&bundle.label, bundle.public_key.clone());
    match enrolment::enrol_by_bundle(&*app.storage, &invite, new, app.clock.now_ms()).await? {
        Enrolment::Enrolled { device, .. } => {
            app.driver.log_advanced().await;
            Ok(*device)
        }
        Enrolment::Unknown | Enrolment::Expired => Err(AppError::InviteUnknown),
        Enrolment::Used => Err(AppError::InviteUsed),
    }
}

async fn take(app: &App, device: &Device, documents: Vec<StoredDocument>) -> Result<Taken, AppError> {
    let market: MarketKey = device.market.parse()?;
    let vetting = tokio::task::spawn_blocking(move || vetted(documents));
    let (documents, harmful) = vetting.await.map_err(|_| AppError::NotABundle)?;
    let (outgoing, answers) = Outgoing::new();
    let connection = app.driver.connected(Principal::Device { device: device.id, market }, outgoing).await;
    let taken = Visit::new(app, connection, documents).run(answers).await;
    app.driver.disconnected(connection).await;
    let taken = taken.ok_or(AppError::TooMany { retry_after_s: 60 })?;
    Ok(Taken { refused: taken.refused + harmful, ..taken })
}

/// Those that can be loaded, and how many cannot.
fn vetted(documents: Vec<StoredDocument>) -> (Vec<StoredDocument>, usize) {
    let (limits, all) = (Limits::default(), documents.len());
    let documents: Vec<StoredDocument> = documents
        .into_iter()
        .filter_map(|document| {
            let bytes = vetting::vet_saved(&document.bytes, &limits).ok()?;
            Some(StoredDocument { bytes, ..document })
        })
        .collect();
    let harmful = all - documents.len();
    (documents, harmful)
}

/// A connection on which a phone's documents are brought in its absence.
struct Visit<'a> {
    app: &'a App,
    connection: u64,
    replica: Replica,
    brought: Vec<DocumentId>,
    refused: usize,
}

impl<'a> Visit<'a> {
    fn new(app: &'a App, connection: u64, documents: Vec<StoredDocument>) -> Self {
        let config = ReplicaConfig {
            peer: format!("bundle-{:016x}", rand::random::<u64>()),
            actor: rand::random(),
            keeping: Keeping::Everything,
        };
        let (mut replica, mut brought, mut refused) = (Replica::new(config), Vec::new(), 0);
        for document in documents {
            let id = document.id;
            match replica.restore(document) {
                Ok(()) => brought.push(id),
                Err(_) => refused += 1,
            }
        }
        Self { app, connection, replica, brought, refused }
    }

    /// Talks until every document is in or refused; nothing if the core has no time.
    async fn run(mut self, mut answers: mpsc::UnboundedReceiver<Waiting>) -> Option<Taken> {
        self.tell(ReplicaEvent::Opened).await;
        while !self.is_done() {
            match timeout(PATIENCE, answers.recv()).await {
                Ok(Some(Waiting::Frame(frame))) => self.tell(ReplicaEvent::Received(frame)).await,
                Ok(Some(Waiting::Close { .. }) | None) | Err(_) => return None,
            }
        }
        let refused = self.brought.iter().filter(|id| self.is_refused(**id)).count();
        Some(Taken { documents: self.brought.len() - refused, refused: refused + self.refused })
    }

    async fn tell(&mut self, event: ReplicaEvent) {
        let now_ms = self.app.clock.now_ms();
        let mut effects = self.replica.handle(now_ms, event);
        while !effects.is_empty() {
            let mut next = Vec::new();
            for effect in effects {
                match effect {
                    ReplicaEffect::Send(frame) => self.app.driver.received(self.connection, frame).await,
                    // The file itself is what is kept.
                    ReplicaEffect::Store { write, document } => {
                        let stored = ReplicaEvent::Stored { document: document.id, write };
                        next.extend(self.replica.handle(now_ms, stored));
                    }
                    ReplicaEffect::StoreProgress(_)
                    | ReplicaEffect::Purge(_)
                    | ReplicaEffect::Changed(_)
                    | ReplicaEffect::ConnectionChanged
                    | ReplicaEffect::WakeAt { .. }
                    | ReplicaEffect::Close => {}
                }
            }
            effects = next;
        }
    }

    fn is_done(&self) -> bool {
        self.brought.iter().all(|id| match self.replica.custody(*id) {
            Some(Custody::OnTheServer | Custody::WithTheOrganisers | Custody::Refused { .. }) | None => true,
            Some(
                Custody::Saving | Custody::NotSaved | Custody::OnThisPhone | Custody::EditOnThisPhone { .. },
            ) => false,
        })
    }

    /// What was erased is not held any more.
    fn is_refused(&self, id: DocumentId) -> bool {
        matches!(self.replica.custody(id), Some(Custody::Refused { .. }) | None)
    }
}
