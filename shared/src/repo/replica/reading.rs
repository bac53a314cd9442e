//! Reading the server's log, and what has to be here before the cursor moves.

use super::{Keeping, Replica, ReplicaEffect, held::Held};
use crate::{
    document::{DocumentId, Head, Kind},
    repo::StoredDocument,
    sync::message::{Backup, Message},
};

impl Replica {
    pub(super) fn read_log(&self) -> Option<ReplicaEffect> {
        let server = self.link.server()?;
        let log = Message::Log {
            sender: self.config.peer.clone(),
            target: server.to_owned(),
            after: self.reached.cursor,
        };
        Some(ReplicaEffect::Send(log.encode()))
    }

    pub(super) fn receive_log(
        &mut self,
        entries: Vec<(DocumentId, Vec<Head>)>,
        cursor: u64,
        more: bool,
        backup: Backup,
    ) -> Vec<ReplicaEffect> {
        let mut effects = Vec::new();
        // The server has less in its log than this phone has read of it: an older copy was put in its place.
        let has_lost_some = cursor < self.reached.cursor;
        self.reached.cursor = cursor;
        if has_lost_some {
            effects.extend(self.doubt_all());
        }
        let begins_anew = !more && self.keeps_until(backup);
        if begins_anew {
            // What is in that backup, the log tells from its beginning.
            self.reached.cursor = 0;
            self.reached.backup = backup.up_to;
        }
        self.link.log_page(more || begins_anew);
        let backed_up = usize::try_from(backup.entries).unwrap_or(usize::MAX);
        let backed_up: Vec<(DocumentId, Vec<Head>)> = entries.iter().take(backed_up).cloned().collect();
        for (id, server_heads) in entries {
            if server_heads.is_empty() {
                self.behind.remove(&id);
                effects.extend(self.erased(id));
                continue;
            }
            if self.dropped.contains_key(&id) {
                continue;
            }
            match self.documents.get_mut(&id) {
                Some(held) if held.content.has(&server_heads) => {
                    let is_same = held.content.heads() == server_heads;
                    let was_denied = is_same && held.take_denial();
                    if is_same && (held.acknowledge(server_heads.clone()) || was_denied) {
                        effects.extend(self.store(id));
                    }
                }
                Some(held) => {
                    // Someone else had the right to bring it, or this peer has it by now.
                    held.take_denial();
                    // The server may have dropped its side of the session: begin a new one.
                    held.session = None;
                    effects.extend(self.offer(id));
                }
                None => effects.extend(self.want(id)),
            }
            if !self.is_here(id, &server_heads) {
                self.behind.insert(id, server_heads);
            }
        }
        for (id, heads) in backed_up {
            effects.extend(self.drop_if_safe(id, &heads));
        }
        effects.extend(self.settle());
        effects
    }

    /// Whether a backup is newer than the last that was taken into account, and matters here.
    fn keeps_until(&self, backup: Backup) -> bool {
        self.config.keeping == Keeping::UntilBackedUp && backup.up_to > self.reached.backup
    }

    /// Drops what an organiser has opened and a backup holds in this very state, and keeps that it was here.
    fn drop_if_safe(&mut self, id: DocumentId, backed_up: &[Head]) -> Vec<ReplicaEffect> {
        let is_safe = |held: &Held| {
            matches!(held.kind, Kind::Contact | Kind::Feedback)
                && held.content.was_opened()
                && held.is_acknowledged()
                && held.content.heads() == backed_up
                && held.pending.is_none()
                && held.refused.is_none()
                && !held.relayed
        };
        if self.config.keeping != Keeping::UntilBackedUp || self.behind.contains_key(&id) {
            return Vec::new();
        }
        if !self.documents.get(&id).is_some_and(is_safe) {
            return Vec::new();
        }
        let Some(held) = self.documents.remove(&id) else { return Vec::new() };
        let left = StoredDocument { bytes: Vec::new(), ..held.to_stored(id) };
        self.dropped.insert(id, left.clone());
        self.next_write += 1;
        vec![ReplicaEffect::Store { write: self.next_write, document: left }, ReplicaEffect::Changed(id)]
    }

    /// Takes a document off the list of what is behind, if it is here and stored as the log said.
    pub(super) fn caught_up(&mut self, id: DocumentId) -> Vec<ReplicaEffect> {
        match self.behind.get(&id) {
            Some(wanted) if self.is_here(id, wanted) => {
                self.behind.remove(&id);
                self.settle()
            }
            Some(_) | None => Vec::new(),
        }
    }

    /// Whether a document is here and stored in the state that `wanted` names, or never will be.
    pub(super) fn is_here(&self, id: DocumentId, wanted: &[Head]) -> bool {
        match self.documents.get(&id) {
            Some(held) => held.refused.is_some() || (held.pending.is_none() && held.content.has(wanted)),
            None => !self.wanted.contains_key(&id) && !self.put_off.contains_key(&id),
        }
    }

    /// Once nothing is behind: stores the cursor, and reads on if there is more.
    pub(super) fn settle(&mut self) -> Vec<ReplicaEffect> {
        if !self.behind.is_empty() {
            return Vec::new();
        }
        let mut effects = Vec::new();
        if self.reached != self.progress {
            self.progress = self.reached.clone();
            effects.push(ReplicaEffect::StoreProgress(self.progress.clone()));
        }
        if self.link.take_next_page() {
            effects.extend(self.read_log());
        }
        effects.push(ReplicaEffect::ConnectionChanged);
        effects
    }
}
