//! The codec of the automerge-repo WebSocket protocol, version 1, with our additions.
//!
//! **Shape**: one CBOR map per binary frame; `type` says which. Unknown fields are skipped,
//! `undefined` counts as absent and whole floats as integers, because JavaScript writes both. This
//! file and `decode` are the only ones that know the wire.

mod decode;

use minicbor::Encoder;
use thiserror::Error;

use super::claim::Claim;
use crate::document::{DocumentId, Head};

/// The version of the protocol that is spoken.
pub const PROTOCOL_VERSION: &str = "1";

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The client's first message.
    Join {
        /// The client's peer id; proves nothing.
        sender: String,
        /// Versions of the protocol that it speaks.
        versions: Vec<String>,
    },
    /// The server's answer.
    Peer {
        /// The server's peer id.
        sender: String,
        /// The client's.
        target: String,
        /// Names the server's data; another one means that it was restored.
        incarnation: Option<String>,
    },
    /// An Automerge sync message about a document; as a `request`, from a peer that does not have it.
    Sync {
        /// Peer id of the sender.
        sender: String,
        /// Peer id of the receiver.
        target: String,
        /// About which document.
        document: DocumentId,
        /// The encoded [`automerge::sync::Message`].
        data: Vec<u8>,
        /// Whether the sender lacks the document and asks for it.
        request: bool,
        /// Our addition: who made the document.
        claim: Option<Claim>,
        /// Our addition: the server's word on whose it is; see [`super::voucher`].
        voucher: Option<Vec<u8>>,
    },
    /// The sender does not have the document, or may not show it.
    Unavailable {
        /// Peer id of the sender.
        sender: String,
        /// Peer id of the receiver.
        target: String,
        /// Which document.
        document: DocumentId,
    },
    /// A short-lived message about a document; relayed, never stored.
    Ephemeral {
        /// Peer id of the sender.
        sender: String,
        /// Peer id of the receiver.
        target: String,
        /// About which document.
        document: DocumentId,
        /// Session of the sender.
        session: String,
        /// Counts the messages of that session.
        count: u64,
        /// Its bytes.
        data: Vec<u8>,
    },
    /// The sender goes.
    Leave {
        /// Peer id of the sender.
        sender: String,
    },
    /// Something was refused: one document if it names one, else the connection.
    Error {
        /// Peer id of the sender.
        sender: String,
        /// Peer id of the receiver.
        target: String,
        /// English, for logs.
        message: String,
        /// Our addition: which document.
        document: Option<DocumentId>,
        /// Our addition: see [`super::RefusalCode`].
        code: Option<String>,
        /// Our addition: after how many seconds it may go better, if that is known.
        retry_after_s: Option<u64>,
    },
    /// Our addition: what has changed since `after` that I may see?
    Log {
        /// Peer id of the sender.
        sender: String,
        /// Peer id of the receiver.
        target: String,
        /// Cursor; 0 for everything.
        after: u64,
    },
    /// Our addition: the answer, and later each change as it is committed.
    LogPage {
        /// Peer id of the sender.
        sender: String,
        /// Peer id of the receiver.
        target: String,
        /// Document and heads.
        entries: Vec<(DocumentId, Vec<Head>)>,
        /// Where the next page begins.
        cursor: u64,
        /// Whether there is a next page now.
        more: bool,
        /// What the newest backup holds of the page.
        backup: Backup,
    },
    /// A message that is tolerated and not acted on, such as remote heads.
    Ignored {
        /// Its type.
        kind: String,
    },
}

/// How far the newest backup of the server's data reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// It holds the log up to here; 0 if there is none.
    pub up_to: u64,
    /// So many of the page's entries, from its beginning, are in it as the page names them.
    pub entries: u64,
}

/// Why a frame is no message.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum DecodeError {
    /// Not CBOR, or not a map.
    #[error("the frame is no CBOR map")]
    NotAMap,
    /// A field is missing or of another type.
    #[error("the field {0} is missing or of another type")]
    Field(&'static str),
    /// Nested more deeply than anything we know.
    #[error("nested too deeply")]
    TooDeep,
}

impl Message {
    /// Writes a frame.
    pub fn encode(&self) -> Vec<u8> {
        let mut frame = Vec::new();
        self.write(&mut Encoder::new(&mut frame)).expect("writing to memory cannot fail");
        frame
    }

    fn write(
        &self,
        e: &mut Encoder<&mut Vec<u8>>,
    ) -> Result<(), minicbor::encode::Error<std::convert::Infallible>> {
        match self {
            Self::Join { sender, versions } => {
                e.map(4)?.str("type")?.str("join")?.str("senderId")?.str(sender)?;
                e.str("peerMetadata")?.map(1)?.str("isEphemeral")?.bool(true)?;
                e.str("supportedProtocolVersions")?.array(versions.len() as u64)?;
                for version in versions {
                    e.str(version)?;
                }
            }
            Self::Peer { sender, target, incarnation } => {
                e.map(5)?.str("type")?.str("peer")?;
                addresses(e, sender, target)?;
                e.str("peerMetadata")?.map(if incarnation.is_some() { 2 } else { 1 })?;
                e.str("isEphemeral")?.bool(false)?;
                if let Some(incarnation) = incarnation {
                    e.str("incarnation")?.str(incarnation)?;
                }
                e.str("selectedProtocolVersion")?.str(PROTOCOL_VERSION)?;
            }
            Self::Sync { sender, target, document, data, request, claim, voucher } => {
                let length = 5 + u64::from(claim.is_some()) + u64::from(voucher.is_some());
                e.map(length)?;
                e.str("type")?.str(if *request { "request" } else { "sync" })?;
                addresses(e, sender, target)?;
                e.str("documentId")?.str(&document.to_string())?.str("data")?.bytes(data)?;
                if let Some(claim) = claim {
                    e.str("claim")?.map(4)?.str("kind")?.str(claim.kind.name())?;
                    e.str("market")?.str(claim.market.as_str())?;
                    e.str("device")?.str(&claim.device.to_string())?;
                    e.str("signature")?.bytes(&claim.signature)?;
                }
                if let Some(voucher) = voucher {
                    e.str("voucher")?.bytes(voucher)?;
                }
            }
            Self::Unavailable { sender, target, document } => {
                e.map(4)?.str("type")?.str("doc-unavailable")?;
                addresses(e, sender, target)?;
                e.str("documentId")?.str(&document.to_string())?;
            }
            Self::Ephemeral { sender, target, document, session, count, data } => {
                e.map(7)?.str("type")?.str("ephemeral")?;
                addresses(e, sender, target)?;
                e.str("documentId")?.str(&document.to_string())?.str("sessionId")?.str(session)?;
                e.str("count")?.u64(*count)?.str("data")?.bytes(data)?;
            }
            Self::Leave { sender } => {
                e.map(2)?.str("type")?.str("leave")?.str("senderId")?.str(sender)?;
            }
            Self::Error { sender, target, message, document, code, retry_after_s } => {
                let ours = [document.is_some(), code.is_some(), retry_after_s.is_some()];
                e.map(4 + ours.map(u64::from).iter().sum::<u64>())?.str("type")?.str("error")?;
                addresses(e, sender, target)?;
                e.str("message")?.str(message)?;
                if let Some(document) = document {
                    e.str("documentId")?.str(&document.to_string())?;
                }
                if let Some(code) = code {
                    e.str("code")?.str(code)?;
                }
                if let Some(seconds) = retry_after_s {
                    e.str("retryAfter")?.u64(*seconds)?;
                }
            }
            Self::Log { sender, target, after } => {
                e.map(4)?.str("type")?.str("log")?;
                addresses(e, sender, target)?;
                e.str("after")?.u64(*after)?;
            }
            Self::LogPage { sender, target, entries, cursor, more, backup } => {
                let fields = if backup.up_to > 0 { 8 } else { 6 };
                e.map(fields)?.str("type")?.str("log-page")?;
                addresses(e, sender, target)?;
                if backup.up_to > 0 {
                    e.str("backup")?.u64(backup.up_to)?.str("backedUp")?.u64(backup.entries)?;
                }
                e.str("cursor")?.u64(*cursor)?.str("more")?.bool(*more)?;
                e.str("entries")?.array(entries.len() as u64)?;
                for (document, heads) in entries {
                    e.array(2)?.bytes(document.as_bytes())?.array(heads.len() as u64)?;
                    for head in heads {
                        e.bytes(head)?;
                    }
                }
            }
            Self::Ignored { kind } => {
                e.map(1)?.str("type")?.str(kind)?;
            }
        }
        Ok(())
    }
}

fn addresses<'a, 'b>(
    e: &'a mut Encoder<&'b mut Vec<u8>>,
    sender: &str,
    target: &str,
) -> Result<&'a mut Encoder<&'b mut Vec<u8>>, minicbor::encode::Error<std::convert::Infallible>> {
    e.str("senderId")?.str(sender)?.str("targetId")?.str(target)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::Kind;

    fn document() -> DocumentId {
        DocumentId::from_bytes([4; 16])
    }

    #[test]
    fn every_message_comes_back_as_it_was_sent() {
        let (sender, target) = ("a".to_owned(), "b".to_owned());
        let claim = Claim {
            kind: Kind::Contact,
            market: "pankow-2026/2026-05-23".parse().expect("valid"),
            device: document(),
            signature: vec![6; 64],
        };
        for message in [
            Message::Join { sender: sender.clone(), versions: vec!["1".into()] },
            Message::Peer { sender: sender.clone(), target: target.clone(), incarnation: Some("i".into()) },
            Message::Sync {
                sender: sender.clone(),
                target: target.clone(),
                document: document(),
                data: vec![1, 2],
                request: true,
                claim: Some(claim),
                voucher: Some(vec![5; 40]),
            },
            Message::Unavailable { sender: sender.clone(), target: target.clone(), document: document() },
            Message::Ephemeral {
                sender: sender.clone(),
                target: target.clone(),
                document: document(),
                session: "s".into(),
                count: 3,
                data: vec![9],
            },
            Message::Leave { sender: sender.clone() },
            Message::Error {
                sender: sender.clone(),
                target: target.clone(),
                message: "m".into(),
                document: Some(document()),
                code: Some("temporary".into()),
                retry_after_s: Some(86_400),
            },
            Message::Log { sender: sender.clone(), target: target.clone(), after: 7 },
            Message::LogPage {
                sender,
                target,
                entries: vec![(document(), vec![[1; 32], [2; 32]])],
                cursor: 9,
                more: true,
                backup: Backup { up_to: 8, entries: 1 },
            },
        ] {
            assert_eq!(Message::decode(&message.encode()), Ok(message));
        }
    }

    fn javascript_ephemeral(
        e: &mut Encoder<&mut Vec<u8>>,
    ) -> Result<(), minicbor::encode::Error<std::convert::Infallible>> {
        e.begin_map()?.str("type")?.str("ephemeral")?.str("senderId")?.str("a")?;
        e.str("targetId")?.undefined()?.str("documentId")?.str(&document().to_string())?;
        e.str("sessionId")?.str("s")?.str("count")?.f64(4.0)?;
        e.str("data")?.tag(minicbor::data::Tag::new(64))?.bytes(&[1])?;
        e.str("extra")?.begin_array()?.map(1)?.u8(1)?.null()?.end()?.end()?;
        Ok(())
    }

    #[test]
    fn what_javascript_writes_is_understood() {
        let mut frame = Vec::new();
        javascript_ephemeral(&mut Encoder::new(&mut frame)).expect("writes");
        assert!(matches!(Message::decode(&frame), Ok(Message::Ephemeral { count: 4, .. })));
    }

    #[test]
    fn hostile_frames_are_refused() {
        for frame in [&[][..], &[0xf6], &[0xa1], &[0xbf], &[0x9f; 100_000], &[0xa1, 0x9f], &[0xc1; 100_000]] {
            assert!(Message::decode(frame).is_err());
        }
    }

    #[test]
    fn of_millions_of_versions_a_few_are_kept() {
        let versions = vec!["1".to_owned(); 100_000];
        let frame = Message::Join { sender: "a".into(), versions }.encode();
        let Ok(Message::Join { versions, .. }) = Message::decode(&frame) else { panic!("a join") };
        assert_eq!(versions.len(), decode::MAX_TEXTS);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(frame: Vec<u8>) {
            let _outcome = Message::decode(&frame);
        }

        #[test]
        fn a_changed_frame_does_not_make_it_panic(place in 0_usize..200, byte: u8) {
            let message = Message::LogPage {
                sender: "a".into(), target: "b".into(),
                entries: vec![(document(), vec![[1; 32]])], cursor: 9, more: true,
                backup: Backup::default(),
            };
            let mut frame = message.encode();
            let place = place % frame.len();
            frame[place] = byte;
            let _outcome = Message::decode(&frame);
        }
    }
}
