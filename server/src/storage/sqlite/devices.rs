//! Devices, invites, and bundles that wait for an organiser.

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use shared::{document::DocumentId, repo::Claimant};

use super::{
    super::{Device, DeviceState, Enrolment, Invite, InviteWay, KeptBundle, PutBundle},
    documents::document_id,
};
use crate::secret::TokenHash;

/// Bundles of one device that may wait.
const MAX_BUNDLES: i64 = 16;
/// Bytes of all bundles that may wait.
const MAX_BUNDLE_BYTES: i64 = 64 << 20;

const DEVICE: &str = "SELECT id, label, public_key, market, enrolled_ms, state, last_contact_ms FROM devices";

pub(super) fn put_invite(connection: &Connection, invite: &Invite) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO invites (token, market, created_by, expires_ms, used_by, way, proof_key)
             VALUES (?, ?, ?, ?, NULL, ?, ?)",
        )?
        .execute(params![
            invite.token,
            invite.market,
            invite.created_by.as_ref().map(DocumentId::as_bytes),
            invite.expires_ms,
            invite.way.name(),
            invite.proof_key,
        ])?;
    Ok(())
}

pub(super) fn invite(connection: &Connection, token: &TokenHash) -> rusqlite::Result<Option<Invite>> {
    connection
        .prepare_cached(
            "SELECT market, created_by, expires_ms, used_by, way, proof_key FROM invites WHERE token = ?",
        )?
        .query_row([token], |row| {
            let way: String = row.get(4)?;
            Ok(Invite {
                token: *token,
                market: row.get(0)?,
                created_by: optional_id(row, 1)?,
                expires_ms: row.get(2)?,
                used_by: optional_id(row, 3)?,
                way: InviteWay::from_name(&way),
                proof_key: row.get(5)?,
            })
        })
        .optional()
}

/// Uses the invite for `device`, or says why not. What was once enrolled by it is found again, also later.
pub(super) fn enrol(
    connection: &Connection,
    token: &TokenHash,
    new: &Device,
    now_ms: Option<i64>,
) -> rusqlite::Result<Enrolment> {
    let Some(invite) = invite(connection, token)? else { return Ok(Enrolment::Unknown) };
    if let Some(user) = invite.used_by {
        let known = device(connection, user)?.filter(|known| known.public_key == new.public_key);
        return Ok(known.map_or(Enrolment::Used, |known| enrolled(known, false)));
    }
    if now_ms.is_some_and(|now_ms| invite.expires_ms <= now_ms) {
        return Ok(Enrolment::Expired);
    }
    connection
        .prepare_cached("UPDATE invites SET used_by = ? WHERE token = ?")?
        .execute(params![new.id.as_bytes(), token])?;
    if let Some(known) = device(connection, new.id)? {
        // Another invite gives a device no other state: one that is lost stays so.
        return Ok(enrolled(known, false));
    }
    add_device(connection, new)?;
    Ok(enrolled(new.clone(), true))
}

fn enrolled(device: Device, is_new: bool) -> Enrolment {
    Enrolment::Enrolled { device: Box::new(device), is_new }
}

pub(super) fn add_device(connection: &Connection, device: &Device) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO devices (id, label, public_key, market, enrolled_ms, state) VALUES (?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            device.id.as_bytes(),
            device.label,
            device.public_key,
            device.market,
            device.enrolled_ms,
            device.state.name(),
        ])?;
    Ok(())
}

pub(super) fn device(connection: &Connection, id: DocumentId) -> rusqlite::Result<Option<Device>> {
    connection.prepare_cached(&format!("{DEVICE} WHERE id = ?"))?.query_row([id.as_bytes()], read).optional()
}

pub(super) fn device_labelled(connection: &Connection, label: &str) -> rusqlite::Result<Option<Device>> {
    connection
        .prepare_cached(&format!("{DEVICE} WHERE label = ? ORDER BY enrolled_ms DESC LIMIT 1"))?
        .query_row([label], read)
        .optional()
}

pub(super) fn devices_of(connection: &Connection, market: &str) -> rusqlite::Result<Vec<Device>> {
    connection
        .prepare_cached(&format!("{DEVICE} WHERE market = ? ORDER BY enrolled_ms, id"))?
        .query_map([market], read)?
        .collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Device> {
    let state: String = row.get(5)?;
    Ok(Device {
        id: document_id(row, 0)?,
        label: row.get(1)?,
        public_key: row.get(2)?,
        market: row.get(3)?,
        enrolled_ms: row.get(4)?,
        state: DeviceState::from_name(&state),
        last_contact_ms: row.get(6)?,
    })
}

/// Sets the state, and ends the sessions of a device that may no longer connect.
pub(super) fn set_state(
    connection: &Connection,
    id: DocumentId,
    state: DeviceState,
) -> rusqlite::Result<Option<Vec<TokenHash>>> {
    let changed = connection
        .prepare_cached("UPDATE devices SET state = ? WHERE id = ?")?
        .execute(params![state.name(), id.as_bytes()])?;
    if changed == 0 {
        return Ok(None);
    }
    if state == DeviceState::Active {
        return Ok(Some(Vec::new()));
    }
    connection
        .prepare_cached("DELETE FROM passes WHERE device = ? RETURNING token")?
        .query_map([id.as_bytes()], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()
        .map(Some)
}

pub(super) fn note_contact(connection: &Connection, id: DocumentId, at_ms: i64) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE devices SET last_contact_ms = ? WHERE id = ?")?
        .execute(params![at_ms, id.as_bytes()])?;
    Ok(())
}

/// The device as one that signs claims: not one that is not confirmed, or that someone else may hold.
pub(super) fn claimant(connection: &Connection, device: DocumentId) -> rusqlite::Result<Option<Claimant>> {
    let claimant = connection
        .prepare_cached(
            "SELECT public_key, market FROM devices WHERE id = ? AND state IN ('active', 'retired')",
        )?
        .query_row([device.as_bytes()], |row| Ok(Claimant { public_key: row.get(0)?, market: row.get(1)? }))
        .optional()?;
    Ok(claimant.filter(|claimant| !claimant.public_key.is_empty()))
}

/// Keeps a bundle if there is room: what a phone was told to be kept is not dropped for another.
pub(super) fn put_bundle(connection: &Connection, bundle: &KeptBundle) -> rusqlite::Result<PutBundle> {
    let known: bool = connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM bundles WHERE hash = ?)",
        [bundle.hash],
        |row| row.get(0),
    )?;
    if known {
        return Ok(PutBundle::Kept);
    }
    let (count, bytes): (i64, i64) = connection.query_row(
        "SELECT COUNT(*) FILTER (WHERE device = ?), COALESCE(SUM(LENGTH(bytes)), 0) FROM bundles",
        [bundle.device.as_bytes()],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if count >= MAX_BUNDLES || bytes + bundle.bytes.len() as i64 > MAX_BUNDLE_BYTES {
        return Ok(PutBundle::Full);
    }
    connection
        .prepare_cached("INSERT INTO bundles (hash, device, at_ms, bytes) VALUES (?, ?, ?, ?)")?
        .execute(params![bundle.hash, bundle.device.as_bytes(), bundle.at_ms, bundle.bytes])?;
    Ok(PutBundle::Kept)
}

pub(super) fn bundles_of(connection: &Connection, device: DocumentId) -> rusqlite::Result<Vec<KeptBundle>> {
    connection
        .prepare_cached("SELECT hash, at_ms, bytes FROM bundles WHERE device = ? ORDER BY at_ms")?
        .query_map([device.as_bytes()], |row| {
            Ok(KeptBundle { hash: row.get(0)?, device, at_ms: row.get(1)?, bytes: row.get(2)? })
        })?
        .collect()
}

pub(super) fn drop_bundle(connection: &Connection, hash: &[u8; 32]) -> rusqlite::Result<bool> {
    Ok(connection.prepare_cached("DELETE FROM bundles WHERE hash = ?")?.execute([hash])? == 1)
}

fn optional_id(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<DocumentId>> {
    let bytes: Option<[u8; 16]> = row.get(column)?;
    Ok(bytes.map(DocumentId::from_bytes))
}
