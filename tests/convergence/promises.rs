//! What must be true once all trouble is over.

use super::peer::Peer;
use super::plain::Plain;
use super::world::World;
use automerge::{Automerge, ChangeHash, ReadDoc as _};
use shared::document::{DocumentId, Head, Kind, contact, heads, tally, tree};
use shared::repo::{ConnectionState, Custody};
use shared::sync::share_policy::{Access, access, owner_of};
use shared::testing::{Committed, MemoryDatabase};
use std::collections::BTreeMap;

/// Checks all promises.
///
/// # Errors
/// Says which one was broken first.
pub(crate) fn check(world: &World) -> Result<(), String> {
    let stored = load(&world.server.database.documents)?;
    let erased = &world.server.database.erased;
    if let Some(back) = erased.keys().find(|document| stored.contains_key(document)) {
        return Err(format!("{back} was erased and has come back"));
    }
    for (index, peer) in world.peers.iter().enumerate() {
        check_peer(peer, &world.server.database, &stored)
            .map_err(|broken| format!("peer {index}: {broken}"))?;
        check_ownership(peer, &world.server.database.documents)
            .map_err(|broken| format!("peer {index}: {broken}"))?;
        for (document, kept) in &peer.kept {
            if !peer.overstepped.contains(document) && !erased.contains_key(document) {
                contains(&stored, *document, kept).map_err(|lost| format!("kept by peer {index}: {lost}"))?;
            }
        }
    }
    for (index, plain) in world.plain.iter().enumerate() {
        check_plain(plain, &world.server.database.documents, &stored)
            .map_err(|broken| format!("plain client {index}: {broken}"))?;
    }
    for (document, acknowledged) in &world.acknowledged {
        if !erased.contains_key(document) {
            contains(&stored, *document, acknowledged).map_err(|lost| format!("acknowledged: {lost}"))?;
        }
    }
    Ok(())
}

fn load(database: &BTreeMap<DocumentId, Committed>) -> Result<BTreeMap<DocumentId, Automerge>, String> {
    let mut loaded = BTreeMap::new();
    for (document, committed) in database {
        let stored = Automerge::load(&committed.chunks.concat())
            .map_err(|error| format!("the server's {document} cannot be loaded: {error}"))?;
        if heads(&stored) != committed.heads {
            return Err(format!("the server's {document} is not in the state that its heads name"));
        }
        loaded.insert(*document, stored);
    }
    Ok(loaded)
}

/// A peer has all that it may see, and nothing else, in the state in which the server has it.
fn check_peer(
    peer: &Peer,
    database: &MemoryDatabase,
    stored: &BTreeMap<DocumentId, Automerge>,
) -> Result<(), String> {
    let MemoryDatabase { documents: database, erased, .. } = database;
    if peer.replica.connection() != ConnectionState::UpToDate {
        return Err(format!("is {:?}", peer.replica.connection()));
    }
    for (document, committed) in database {
        let may_see = access(&peer.principal, &committed.facts) != Access::None;
        match peer.replica.document(*document) {
            Some(_) if peer.relayed.contains(document) => check_relayed(peer, *document)?,
            None if may_see => return Err(format!("lacks {document}")),
            Some(_) if !may_see => return Err(format!("has {document} without a right to")),
            Some(here) if peer.overstepped.contains(document) => {
                check_overstep(peer, *document, &here, &stored[document])?;
            }
            Some(here) => {
                if let Some(custody @ (Custody::OnThisPhone | Custody::EditOnThisPhone { .. })) =
                    peer.replica.custody(*document)
                {
                    return Err(format!("{document} is still {custody:?}"));
                }
                same(&here, &stored[document]).map_err(|what| {
                    let custody = peer.replica.custody(*document);
                    format!("differs in the {what} of {document}, which is {custody:?}")
                })?;
            }
            None => {}
        }
    }
    // What it was handed it also brings to a server that has lost it; but what was erased, it hears of.
    let is_unknown = |document: &DocumentId| {
        !database.contains_key(document)
            && (!peer.relayed.contains(document) || erased.contains_key(document))
    };
    let unknown = peer.replica.documents().find(|(document, _)| is_unknown(document));
    unknown.map_or(Ok(()), |(document, _)| Err(format!("has {document}, which the server lacks")))
}

/// What a colleague was handed is on the server, or was there already in another state.
fn check_relayed(peer: &Peer, document: DocumentId) -> Result<(), String> {
    match peer.replica.custody(document) {
        Some(Custody::OnTheServer | Custody::WithTheOrganisers) => Ok(()),
        Some(Custody::Refused { code }) if code == "denied" => Ok(()),
        other => Err(format!("was handed {document}, which is {other:?}")),
    }
}

/// A plain client has what it asked for, and what it made is on the server.
fn check_plain(
    plain: &Plain,
    database: &BTreeMap<DocumentId, Committed>,
    stored: &BTreeMap<DocumentId, Automerge>,
) -> Result<(), String> {
    for (document, here) in &plain.documents {
        match database.get(document) {
            Some(committed) if access(&plain.principal, &committed.facts) != Access::None => {
                same(here, &stored[document])
                    .map_err(|what| format!("differs in the {what} of {document}"))?;
            }
            Some(_) if !here.get_heads().is_empty() => {
                return Err(format!("has {document} without a right to"));
            }
            Some(_) | None => {}
        }
    }
    Ok(())
}

/// What a peer made is its own, whoever brought it to the server.
fn check_ownership(peer: &Peer, database: &BTreeMap<DocumentId, Committed>) -> Result<(), String> {
    let owner = owner_of(&peer.principal);
    for document in &peer.made {
        match database.get(document) {
            Some(committed) if committed.facts.owner != owner => {
                return Err(format!("made {document}, which belongs to {}", committed.facts.owner));
            }
            Some(_) | None => {}
        }
    }
    Ok(())
}

/// Whoever changed what it may not change was told so, or lost the change in a crash.
fn check_overstep(
    peer: &Peer,
    document: DocumentId,
    here: &Automerge,
    stored: &Automerge,
) -> Result<(), String> {
    match peer.replica.custody(document) {
        Some(Custody::Refused { code }) if code == "denied" => Ok(()),
        other => same(here, stored)
            .map_err(|_| format!("changed {document} without a right to, which is {other:?}")),
    }
}

fn same(here: &Automerge, stored: &Automerge) -> Result<(), &'static str> {
    if heads(here) != heads(stored) {
        return Err("heads");
    }
    let same_content = match shared::document::kind_of(here) {
        Some(Kind::Contact) => contact::read(here) == contact::read(stored),
        Some(Kind::Tally) => tally::read(here) == tally::read(stored),
        _ => tree::content(here) == tree::content(stored),
    };
    if same_content { Ok(()) } else { Err("content") }
}

fn contains(
    stored: &BTreeMap<DocumentId, Automerge>,
    document: DocumentId,
    state: &[Head],
) -> Result<(), String> {
    let stored = stored.get(&document).ok_or_else(|| format!("{document} is lost"))?;
    let is_there = |head: &Head| stored.get_change_by_hash(&ChangeHash(*head)).is_some();
    if state.iter().all(is_there) { Ok(()) } else { Err(format!("a change of {document} is lost")) }
}
