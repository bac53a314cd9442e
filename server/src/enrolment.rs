//! Members, devices and invites, together with the documents that belong to them.

use automerge::{ActorId, AutomergeError};
use p256::ecdsa::VerifyingKey;
use shared::{
    document::{self, DocumentId, Kind, MarketKey, tree},
    repo::{ChunkRole, Commit},
    sync::{
        enrolment::device_id,
        share_policy::{Facts, Owner},
    },
};

use crate::{
    clock::Clock,
    secret::{PasswordHash, Token, TokenHash},
    session::new_document_id,
    storage::{Device, DeviceState, Enrolment, Invite, InviteWay, Member, MemberRole, Storage, StorageError},
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

/// A longer label is cut off.
const MAX_LABEL_CHARS: usize = 64;

impl NewDevice {
    /// One that is called as its owner wishes, as far as that can be shown.
    pub(crate) fn labelled(label: &str, public_key: Vec<u8>) -> Self {
        let label = label.trim().chars().filter(|c| !c.is_control()).take(MAX_LABEL_CHARS).collect();
        Self { label, public_key }
    }
}

/// Whether `bytes` are an uncompressed point of P-256, as browsers export them.
pub(crate) fn is_public_key(bytes: &[u8]) -> bool {
    bytes.len() == 65 && VerifyingKey::from_sec1_bytes(bytes).is_ok()
}

/// Uses an invite for a device, now or once more. A phone that was invited on a screen waits until an
/// organiser has confirmed it.
pub(crate) async fn enrol(
    storage: &dyn Storage,
    invite: &Invite,
    new: NewDevice,
    now_ms: i64,
) -> Result<Enrolment, StorageError> {
    let state = match invite.way {
        InviteWay::OnScreen => DeviceState::Waiting,
        InviteWay::Printed => DeviceState::Active,
    };
    let (device, commit) = device_with_document(new, invite, state, now_ms);
    storage.enrol(invite.token, device, vec![commit], Some(now_ms)).await
}

/// Uses an invite for a phone that was without a network and sent a bundle. If the invite is over by then, an
/// organiser has to confirm the phone.
pub(crate) async fn enrol_by_bundle(
    storage: &dyn Storage,
    invite: &Invite,
    new: NewDevice,
    now_ms: i64,
) -> Result<Enrolment, StorageError> {
    let state = match invite.way {
        InviteWay::Printed if now_ms < invite.expires_ms => DeviceState::Active,
        InviteWay::Printed | InviteWay::OnScreen => DeviceState::Waiting,
    };
    let (device, commit) = device_with_document(new, invite, state, now_ms);
    storage.enrol(invite.token, device, vec![commit], None).await
}

/// Enrols a device without an invite, as the operator may.
pub(crate) async fn add_device(
    storage: &dyn Storage,
    new: NewDevice,
    market: &MarketKey,
    now_ms: i64,
) -> Result<Device, StorageError> {
    let no_invite = Invite {
        token: TokenHash::default(),
        market: market.to_string(),
        created_by: None,
        expires_ms: now_ms,
        used_by: None,
        way: InviteWay::Printed,
        proof_key: None,
    };
    let (device, commit) = device_with_document(new, &no_invite, DeviceState::Active, now_ms);
    storage.add_device(device.clone(), vec![commit]).await?;
    Ok(device)
}

/// How long an invite on a screen works.
const ON_SCREEN_MS: i64 = 10 * 60 * 1000;

/// Makes an invite for a market that is not over; returns its token and when it stops working.
pub(crate) async fn invite(
    storage: &dyn Storage,
    clock: &Clock,
    wanted: &Wanted<'_>,
    way: InviteWay,
) -> Result<Result<(Token, i64), MarketIsOver>, StorageError> {
    let Ok(date) = wanted.market.date().parse() else { return Ok(Err(MarketIsOver)) };
    let closes_ms = clock.invite_expiry_ms(date, wanted.time_zone);
    if closes_ms <= clock.now_ms() {
        return Ok(Err(MarketIsOver));
    }
    let expires_ms = match way {
        InviteWay::OnScreen => clock.now_ms() + ON_SCREEN_MS,
        InviteWay::Printed => closes_ms,
    };
    let token = Token::random();
    let invite = Invite {
        token: token.hash(),
        market: wanted.market.to_string(),
        created_by: wanted.by,
        expires_ms,
        used_by: None,
        way,
        proof_key: Some(token.proof_key()),
    };
    storage.put_invite(invite).await?;
    Ok(Ok((token, expires_ms)))
}

/// Who is to be invited, and by whom.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a> {
    /// The market for which the device will record.
    pub(crate) market: &'a MarketKey,
    /// The season's, IANA name.
    pub(crate) time_zone: &'a str,
    /// The organiser; nobody for the operator's.
    pub(crate) by: Option<DocumentId>,
}

/// The market's day has passed: an invite for it would never work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MarketIsOver;

/// The address that a phone opens. What enrols stands behind `#`, so that no server log sees it.
pub(crate) fn invite_address(origin: &str, token: &Token, fingerprint: &str) -> String {
    format!("{origin}/team/#einladung={token}.{fingerprint}")
}

/// With a key, the id follows from that: the phone knows it before the server does.
fn device_with_document(
    new: NewDevice,
    invite: &Invite,
    state: DeviceState,
    now_ms: i64,
) -> (Device, Commit) {
    let device = Device {
        id: if new.public_key.is_empty() { new_document_id() } else { device_id(&new.public_key) },
        label: new.label,
        public_key: new.public_key,
        market: invite.market.clone(),
        enrolled_ms: now_ms,
        state,
        last_contact_ms: None,
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
        enrolled_by: invite.created_by.map(|member| member.to_string()).unwrap_or_default(),
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
