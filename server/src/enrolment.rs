//! Members, devices and invites, together with the documents that belong to them.

use automerge::{ActorId, AutomergeError};
use p256::ecdsa::VerifyingKey;
use shared::{
    document::{self, DocumentId, Kind, MarketKey, tree},
    repo::{ChunkRole, Commit},
    sync::share_policy::{Facts, Owner},
};

use crate::{
    clock::Clock,
    secret::{PasswordHash, Token, TokenHash},
    session::new_document_id,
    storage::{Device, Enrolment, Invite, Member, MemberRole, Storage, StorageError},
};

/// Makes someone who can sign in; nothing if the name is taken.
pub(crate) async fn add_member(
    storage: &dyn Storage,
    name: &str,
    role: MemberRole,
    password: PasswordHash,
) -> Result<Option<Member>, StorageError> {
    let member = Member { id: new_document_id(), name: name.to_owned(), role };
    let facts = Facts { kind: Some(Kind::Member), market: None, owner: Owner::Member(member.id) };
    let content = serde_json::json!({ "name": name, "role": role.name() });
    let commit = first_commit(member.id, facts, |tx| tree::write(tx, &[], &content));
    let added = storage.add_member(member.clone(), password, vec![commit]).await?;
    Ok(added.then_some(member))
}

/// What a device says of itself when it enrols.
#[derive(Clone, Debug)]
pub(crate) struct NewDevice {
    /// What its owner calls it.
    pub label: String,
    /// SEC1 bytes of its public signing key; empty for a program without claims.
    pub public_key: Vec<u8>,
}

/// Whether `bytes` are an uncompressed point of P-256, as browsers export them.
pub(crate) fn is_public_key(bytes: &[u8]) -> bool {
    bytes.len() == 65 && VerifyingKey::from_sec1_bytes(bytes).is_ok()
}

/// Uses an invite for a device.
pub(crate) async fn enrol(
    storage: &dyn Storage,
    invite: &Invite,
    new: NewDevice,
    now_ms: i64,
) -> Result<Enrolment, StorageError> {
    let by = invite.created_by.map(|member| member.to_string()).unwrap_or_default();
    let (device, commit) = device_with_document(new, &invite.market, by, now_ms);
    storage.enrol(invite.token, device, vec![commit], now_ms).await
}

/// Enrols a device without an invite, as the operator may.
pub(crate) async fn add_device(
    storage: &dyn Storage,
    new: NewDevice,
    market: &MarketKey,
    now_ms: i64,
) -> Result<Device, StorageError> {
    let (device, commit) = device_with_document(new, market.as_str(), String::new(), now_ms);
    storage.add_device(device.clone(), vec![commit]).await?;
    Ok(device)
}

/// Makes an invite that works until the market closes; returns its token and when it stops working.
pub(crate) async fn invite(
    storage: &dyn Storage,
    clock: &Clock,
    market: &MarketKey,
    time_zone: &str,
    created_by: Option<DocumentId>,
) -> Result<Result<(Token, i64), MarketIsOver>, StorageError> {
    let Ok(date) = market.date().parse() else { return Ok(Err(MarketIsOver)) };
    let expires_ms = clock.invite_expiry_ms(date, time_zone);
    if expires_ms <= clock.now_ms() {
        return Ok(Err(MarketIsOver));
    }
    let token = Token::random();
    let token_hash: TokenHash = token.hash();
    let invite =
        Invite { token: token_hash, market: market.to_string(), created_by, expires_ms, used_by: None };
    storage.put_invite(invite).await?;
    Ok(Ok((token, expires_ms)))
}

/// The market's day has passed: an invite for it would never work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MarketIsOver;

/// The address that a phone opens. What enrols stands behind `#`, so that no server log sees it.
pub(crate) fn invite_address(origin: &str, token: &Token, fingerprint: &str) -> String {
    format!("{origin}/team/#einladung={token}.{fingerprint}")
}

fn device_with_document(new: NewDevice, market: &str, enrolled_by: String, now_ms: i64) -> (Device, Commit) {
    let device = Device {
        id: new_document_id(),
        label: new.label,
        public_key: new.public_key,
        market: market.to_owned(),
        enrolled_ms: now_ms,
    };
    let facts = Facts {
        kind: Some(Kind::Device),
        market: Some(device.market.clone()),
        owner: Owner::Device(device.id),
    };
    let about = document::device::Device {
        market: device.market.clone(),
        label: device.label.clone(),
        role: "volunteer".into(),
        enrolled_by,
        public_key: device.public_key.clone(),
        ..document::device::Device::default()
    };
    let commit = first_commit(device.id, facts, |tx| match device.market.parse() {
        Ok(market) => document::device::fill(tx, &market, &about),
        Err(_) => Ok(()),
    });
    (device, commit)
}

/// A new document of the kind in `facts`, with what `fill` writes into it.
pub(crate) fn first_commit(
    document: DocumentId,
    facts: Facts,
    fill: impl FnOnce(&mut automerge::transaction::Transaction<'_>) -> Result<(), AutomergeError>,
) -> Commit {
    let kind = facts.kind.expect("documents that the server makes have a kind");
    let actor: [u8; 16] = rand::random();
    let mut made = document::blank(kind).with_actor(ActorId::from(actor));
    made.transact::<_, _, AutomergeError>(fill).expect("a blank document takes its first fields");
    Commit {
        document,
        commit: 0,
        facts,
        heads: document::heads(&made),
        chunk: made.save(),
        chunk_is: ChunkRole::Whole,
        receipt: None,
    }
}
