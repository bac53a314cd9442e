//! Reading the server's log, and what has to be here before the cursor moves.

use super::{Replica, ReplicaEffect};
use crate::{
    document::{DocumentId, Head},
    sync::message::Message,
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
    ) -> Vec<ReplicaEffect> {
        let mut effects = Vec::new();
        // The server has less in its log than this phone has read of it: an older copy was put in its place.
        let has_lost_some = cursor < self.reached.cursor;
        self.reached.cursor = cursor;
        if has_lost_some {
            effects.extend(self.doubt_all());
        }
        self.link.log_page(more);
        for (id, server_heads) in entries {
            if server_heads.is_empty() {
                self.behind.remove(&id);
                effects.extend(self.erased(id));
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
        effects.extend(self.settle());
        effects
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
