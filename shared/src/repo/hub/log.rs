//! Telling peers what has changed.

use super::{
    Hub, HubEffect, LogEntry, LogPage,
    peer::{LogState, Peer},
};
use crate::{
    document::{DocumentId, Head},
    sync::{
        message::{Backup, Message},
        share_policy::{Access, Facts, access},
    },
};

/// Entries of one page.
const LOG_PAGE: usize = 500;

impl Hub {
    /// Reads a page for a peer, one at a time: of those that it asks for meanwhile, the last.
    pub(super) fn receive_log(&mut self, connection: u64, after: u64, effects: &mut Vec<HubEffect>) {
        let Some(peer) = self.peers.get_mut(&connection) else { return };
        peer.reads_log = true;
        match &mut peer.log {
            LogState::Reading { next, .. } => *next = Some(after),
            LogState::Off | LogState::Live { .. } => {
                peer.log = LogState::Reading { missed: false, next: None };
                effects.push(HubEffect::ReadLog { connection, after, limit: LOG_PAGE });
            }
        }
    }

    /// Tells those who read the log to its end, and have no session about the document anyway.
    pub(super) fn announce(
        &mut self,
        document: DocumentId,
        facts: &Facts,
        heads: &[Head],
        seq: u64,
        in_session: &[u64],
        effects: &mut Vec<HubEffect>,
    ) {
        for (connection, peer) in &mut self.peers {
            match &mut peer.log {
                LogState::Off => {}
                LogState::Reading { missed, .. } => *missed = true,
                LogState::Live { cursor } if *cursor + 1 != seq => {
                    // Others write to the storage too: something came between.
                    effects.extend(send_back_to_the_log(&self.config.peer, *connection, peer));
                }
                LogState::Live { cursor } => {
                    *cursor = seq;
                    if in_session.contains(connection) || access(&peer.principal, facts) == Access::None {
                        continue;
                    }
                    let page = Message::LogPage {
                        sender: self.config.peer.clone(),
                        target: peer.name.clone().unwrap_or_default(),
                        entries: vec![(document, heads.to_vec())],
                        cursor: seq,
                        more: false,
                        backup: Backup::default(),
                    };
                    effects.push(HubEffect::Send { connection: *connection, frame: page.encode() });
                }
            }
        }
    }

    /// Something was stored without the hub: what no one had may be there now, and peers read on.
    pub(super) fn log_advanced(&mut self, effects: &mut Vec<HubEffect>) {
        self.documents.retain(|_, active| !active.is_absent());
        for (connection, peer) in &mut self.peers {
            effects.extend(send_back_to_the_log(&self.config.peer, *connection, peer));
        }
    }

    pub(super) fn log_read(&mut self, connection: u64, page: LogPage, effects: &mut Vec<HubEffect>) {
        let Some(peer) = self.peers.get_mut(&connection) else { return };
        let LogState::Reading { missed, next } = peer.log else { return };
        if let Some(after) = next {
            peer.log = LogState::Reading { missed: false, next: None };
            return effects.push(HubEffect::ReadLog { connection, after, limit: LOG_PAGE });
        }
        let more = page.more || missed;
        peer.log = if more { LogState::Off } else { LogState::Live { cursor: page.cursor } };
        let shown: Vec<LogEntry> = page
            .entries
            .into_iter()
            .filter(|entry| access(&peer.principal, &entry.facts) != Access::None)
            .collect();
        let backed_up = shown.iter().take_while(|entry| entry.seq <= page.backup).count();
        let backup = Backup { up_to: page.backup, entries: backed_up as u64 };
        let entries = shown.into_iter().map(|entry| (entry.document, entry.heads)).collect();
        let page = Message::LogPage {
            sender: self.config.peer.clone(),
            target: peer.name.clone().unwrap_or_default(),
            entries,
            cursor: page.cursor,
            more,
            backup,
        };
        effects.push(HubEffect::Send { connection, frame: page.encode() });
    }
}

/// Tells a peer that there is more in the log than it was told of; it will read on from its cursor.
pub(super) fn send_back_to_the_log(server: &str, connection: u64, peer: &mut Peer) -> Option<HubEffect> {
    match &mut peer.log {
        LogState::Off => None,
        LogState::Reading { missed, .. } => {
            *missed = true;
            None
        }
        LogState::Live { cursor } => {
            let page = Message::LogPage {
                sender: server.to_owned(),
                target: peer.name.clone().unwrap_or_default(),
                entries: Vec::new(),
                cursor: *cursor,
                more: true,
                backup: Backup::default(),
            };
            peer.log = LogState::Off;
            Some(HubEffect::Send { connection, frame: page.encode() })
        }
    }
}
