//! Members, passes and the set-up link.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{
    super::{Holder, MemberRole},
    Identity, Member, Pass, PassPurpose,
    documents::document_id,
};
use crate::secret::{PasswordHash, TokenHash};

pub(super) fn has_organiser(connection: &Connection) -> rusqlite::Result<bool> {
    connection
        .query_row("SELECT EXISTS (SELECT 1 FROM members WHERE role = 'organiser')", (), |row| row.get(0))
}

/// Adds a member; `false` if the name is taken.
pub(super) fn add_member(
    connection: &Connection,
    member: &Member,
    password: &PasswordHash,
) -> rusqlite::Result<bool> {
    let added = connection
        .prepare_cached(
            "INSERT INTO members (id, name, role, password) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO NOTHING",
        )?
        .execute(params![member.id.as_bytes(), member.name, member.role.name(), password_text(password)])?;
    Ok(added == 1)
}

pub(super) fn member_named(
    connection: &Connection,
    name: &str,
) -> rusqlite::Result<Option<(Member, PasswordHash)>> {
    connection
        .prepare_cached("SELECT id, name, role, password FROM members WHERE name = ?")?
        .query_row([name], |row| {
            let password: String = row.get(3)?;
            let password = serde_json::from_str(&password).map_err(|source| {
                rusqlite::Error::FromSqlConversionFailure(3, rusqlite::types::Type::Text, source.into())
            })?;
            Ok((member(row)?, password))
        })
        .optional()
}

pub(super) fn members(connection: &Connection) -> rusqlite::Result<Vec<Member>> {
    connection
        .prepare_cached("SELECT id, name, role FROM members ORDER BY name")?
        .query_map((), member)?
        .collect()
}

/// Sets a password and ends the member's sessions; `false` if there is no such name.
pub(super) fn set_password(
    connection: &Connection,
    name: &str,
    password: &PasswordHash,
) -> rusqlite::Result<bool> {
    let changed = connection
        .prepare_cached("UPDATE members SET password = ? WHERE name = ?")?
        .execute(params![password_text(password), name])?;
    connection
        .prepare_cached("DELETE FROM passes WHERE member = (SELECT id FROM members WHERE name = ?)")?
        .execute([name])?;
    Ok(changed == 1)
}

pub(super) fn put_set_up(connection: &Connection, token: &TokenHash) -> rusqlite::Result<()> {
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('set_up', ?)", [&token[..]])?;
    Ok(())
}

pub(super) fn take_set_up(connection: &Connection, token: &TokenHash) -> rusqlite::Result<bool> {
    let taken = connection.execute("DELETE FROM meta WHERE key = 'set_up' AND value = ?", [&token[..]])?;
    Ok(taken == 1)
}

pub(super) fn put_pass(connection: &Connection, pass: &Pass) -> rusqlite::Result<()> {
    let (member, device) = match &pass.holder {
        Holder::Member(member) => (Some(member.as_bytes()), None),
        Holder::Device(device) => (None, Some(device.as_bytes())),
    };
    connection
        .prepare_cached(
            "INSERT INTO passes (token, purpose, member, device, expires_ms) VALUES (?, ?, ?, ?, ?)",
        )?
        .execute(params![pass.token, purpose_name(pass.purpose), member, device, pass.expires_ms])?;
    Ok(())
}

pub(super) fn identify(
    connection: &Connection,
    token: &TokenHash,
    purpose: PassPurpose,
    now_ms: i64,
) -> rusqlite::Result<Option<Identity>> {
    let holder = connection
        .prepare_cached(
            "SELECT members.id, members.name, members.role, devices.id, devices.market
             FROM passes LEFT JOIN members ON members.id = passes.member
                         LEFT JOIN devices ON devices.id = passes.device AND devices.state = 'active'
             WHERE token = ? AND purpose = ? AND expires_ms > ?",
        )?
        .query_row(params![token, purpose_name(purpose), now_ms], |row| {
            if row.get_ref(0)? != rusqlite::types::ValueRef::Null {
                return member(row).map(|member| Some(Identity::Member(member)));
            }
            if row.get_ref(3)? != rusqlite::types::ValueRef::Null {
                return Ok(Some(Identity::Device { id: document_id(row, 3)?, market: row.get(4)? }));
            }
            Ok(None)
        })
        .optional()?;
    Ok(holder.flatten())
}

pub(super) fn end_pass(connection: &Connection, token: &TokenHash) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM passes WHERE token = ?")?.execute([token])?;
    Ok(())
}

pub(super) fn forget_expired(connection: &Connection, now_ms: i64) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM passes WHERE expires_ms <= ?", [now_ms])?;
    // A used or late invite still answers why it does not work, for thirty days.
    let month_ms: i64 = 30 * 24 * 60 * 60 * 1000;
    // By one that was used, a phone that lost its cookie comes back as long as it is known here.
    connection.execute(
        "DELETE FROM invites WHERE expires_ms <= ?
         AND (used_by IS NULL OR used_by NOT IN (SELECT id FROM devices))",
        [now_ms - month_ms],
    )?;
    Ok(())
}

fn member(row: &Row<'_>) -> rusqlite::Result<Member> {
    let role: String = row.get(2)?;
    let role = if role == "organiser" { MemberRole::Organiser } else { MemberRole::Staff };
    Ok(Member { id: document_id(row, 0)?, name: row.get(1)?, role })
}

fn password_text(password: &PasswordHash) -> String {
    serde_json::to_string(password).expect("a password hash is plain JSON")
}

fn purpose_name(purpose: PassPurpose) -> &'static str {
    match purpose {
        PassPurpose::Session => "session",
        PassPurpose::Ticket => "ticket",
    }
}
