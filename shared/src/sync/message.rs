//! The codec of the automerge-repo WebSocket protocol, version 1, with our additions.
//!
//! **Shape**: one CBOR map per binary frame; `type` says which. Unknown fields are skipped,
//! `undefined` counts as absent and whole floats as integers, because JavaScript writes both. This
//! file is the only one that knows the wire.

use minicbor::{Decoder, Encoder, data::Type};
use thiserror::Error;

use super::claim::Claim;
use crate::document::{DocumentId, Head};

/// The version of the protocol that is spoken.
pub const PROTOCOL_VERSION: &str = "1";

/// Deeper values than this are not skipped but refused.
const MAX_DEPTH: u32 = 16;

/// Versions of the protocol that one peer may speak; a frame has room for millions.
const MAX_TEXTS: usize = 16;

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
    },
    /// A message that is tolerated and not acted on, such as remote heads.
    Ignored {
        /// Its type.
        kind: String,
    },
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

impl From<minicbor::decode::Error> for DecodeError {
    fn from(_: minicbor::decode::Error) -> Self {
        Self::NotAMap
    }
}

/// The fields of any message, before it is known which one it is.
#[derive(Default)]
struct Fields {
    kind: Option<String>,
    sender: Option<String>,
    target: Option<String>,
    document: Option<String>,
    data: Option<Vec<u8>>,
    versions: Vec<String>,
    incarnation: Option<String>,
    claim: Option<ClaimFields>,
    session: Option<String>,
    count: Option<u64>,
    message: Option<String>,
    code: Option<String>,
    after: Option<u64>,
    cursor: Option<u64>,
    more: Option<bool>,
    entries: Vec<(DocumentId, Vec<Head>)>,
}

#[derive(Default)]
struct ClaimFields {
    kind: Option<String>,
    market: Option<String>,
    device: Option<String>,
    signature: Option<Vec<u8>>,
}

impl Message {
    /// Reads a frame.
    ///
    /// # Errors
    /// When it is no message of this protocol. Never panics, whatever the bytes are.
    pub fn decode(frame: &[u8]) -> Result<Self, DecodeError> {
        let mut decoder = Decoder::new(frame);
        let mut fields = Fields::default();
        each_field(&mut decoder, 0, |key, decoder| {
            match key {
                "type" => fields.kind = text(decoder)?,
                "senderId" => fields.sender = text(decoder)?,
                "targetId" => fields.target = text(decoder)?,
                "documentId" => fields.document = text(decoder)?,
                "data" => fields.data = bytes(decoder)?,
                "supportedProtocolVersions" => fields.versions = texts(decoder)?,
                "peerMetadata" => each_field(decoder, 1, |key, decoder| {
                    match key {
                        "incarnation" => fields.incarnation = text(decoder)?,
                        _ => skip(decoder, 2)?,
                    }
                    Ok(())
                })?,
                "claim" => fields.claim = claim(decoder)?,
                "sessionId" => fields.session = text(decoder)?,
                "count" => fields.count = integer(decoder)?,
                "message" => fields.message = text(decoder)?,
                "code" => fields.code = text(decoder)?,
                "after" => fields.after = integer(decoder)?,
                "cursor" => fields.cursor = integer(decoder)?,
                "more" => fields.more = boolean(decoder)?,
                "entries" => fields.entries = entries(decoder)?,
                _ => skip(decoder, 1)?,
            }
            Ok(())
        })?;
        fields.into_message()
    }

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
            Self::Sync { sender, target, document, data, request, claim } => {
                e.map(if claim.is_some() { 6 } else { 5 })?;
                e.str("type")?.str(if *request { "request" } else { "sync" })?;
                addresses(e, sender, target)?;
                e.str("documentId")?.str(&document.to_string())?.str("data")?.bytes(data)?;
                if let Some(claim) = claim {
                    e.str("claim")?.map(4)?.str("kind")?.str(claim.kind.name())?;
                    e.str("market")?.str(claim.market.as_str())?;
                    e.str("device")?.str(&claim.device.to_string())?;
                    e.str("signature")?.bytes(&claim.signature)?;
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
            Self::Error { sender, target, message, document, code } => {
                let length = 4 + u64::from(document.is_some()) + u64::from(code.is_some());
                e.map(length)?.str("type")?.str("error")?;
                addresses(e, sender, target)?;
                e.str("message")?.str(message)?;
                if let Some(document) = document {
                    e.str("documentId")?.str(&document.to_string())?;
                }
                if let Some(code) = code {
                    e.str("code")?.str(code)?;
                }
            }
            Self::Log { sender, target, after } => {
                e.map(4)?.str("type")?.str("log")?;
                addresses(e, sender, target)?;
                e.str("after")?.u64(*after)?;
            }
            Self::LogPage { sender, target, entries, cursor, more } => {
                e.map(6)?.str("type")?.str("log-page")?;
                addresses(e, sender, target)?;
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

impl Fields {
    fn into_message(self) -> Result<Message, DecodeError> {
        let kind = self.kind.ok_or(DecodeError::Field("type"))?;
        let document = match &self.document {
            Some(text) => Some(text.parse::<DocumentId>().map_err(|_| DecodeError::Field("documentId"))?),
            None => None,
        };
        let required = document.ok_or(DecodeError::Field("documentId"));
        let sender = self.sender.ok_or(DecodeError::Field("senderId"));
        let target = self.target.unwrap_or_default();
        Ok(match kind.as_str() {
            "join" => Message::Join { sender: sender?, versions: self.versions },
            "peer" => Message::Peer { sender: sender?, target, incarnation: self.incarnation },
            "sync" | "request" => Message::Sync {
                sender: sender?,
                target,
                document: required?,
                data: self.data.ok_or(DecodeError::Field("data"))?,
                request: kind == "request",
                claim: self.claim.map(ClaimFields::into_claim).transpose()?,
            },
            "doc-unavailable" => Message::Unavailable { sender: sender?, target, document: required? },
            "ephemeral" => Message::Ephemeral {
                sender: sender?,
                target,
                document: required?,
                session: self.session.ok_or(DecodeError::Field("sessionId"))?,
                count: self.count.ok_or(DecodeError::Field("count"))?,
                data: self.data.ok_or(DecodeError::Field("data"))?,
            },
            "leave" => Message::Leave { sender: sender? },
            "error" => Message::Error {
                sender: sender.unwrap_or_default(),
                target,
                message: self.message.unwrap_or_default(),
                document,
                code: self.code,
            },
            "log" => Message::Log {
                sender: sender?,
                target,
                after: self.after.ok_or(DecodeError::Field("after"))?,
            },
            "log-page" => Message::LogPage {
                sender: sender?,
                target,
                entries: self.entries,
                cursor: self.cursor.ok_or(DecodeError::Field("cursor"))?,
                more: self.more.unwrap_or(false),
            },
            _ => Message::Ignored { kind: kind.chars().take(40).collect() },
        })
    }
}

impl ClaimFields {
    fn into_claim(self) -> Result<Claim, DecodeError> {
        const BAD: DecodeError = DecodeError::Field("claim");
        Ok(Claim {
            kind: self.kind.ok_or(BAD)?.parse().map_err(|_| BAD)?,
            market: self.market.ok_or(BAD)?.parse().map_err(|_| BAD)?,
            device: self.device.ok_or(BAD)?.parse().map_err(|_| BAD)?,
            signature: self.signature.filter(|signature| signature.len() == 64).ok_or(BAD)?,
        })
    }
}

fn addresses<'a, 'b>(
    e: &'a mut Encoder<&'b mut Vec<u8>>,
    sender: &str,
    target: &str,
) -> Result<&'a mut Encoder<&'b mut Vec<u8>>, minicbor::encode::Error<std::convert::Infallible>> {
    e.str("senderId")?.str(sender)?.str("targetId")?.str(target)
}

/// Calls `field` for each entry of the map that comes next; keys that are no strings are skipped.
fn each_field<'b>(
    decoder: &mut Decoder<'b>,
    depth: u32,
    mut field: impl FnMut(&str, &mut Decoder<'b>) -> Result<(), DecodeError>,
) -> Result<(), DecodeError> {
    if is_absent(decoder)? {
        return Ok(());
    }
    let length = decoder.map()?;
    repeat(decoder, length, |decoder| {
        if decoder.datatype()? == Type::String {
            let key = decoder.str()?;
            field(key, decoder)
        } else {
            skip(decoder, depth + 1)?;
            skip(decoder, depth + 1)
        }
    })
}

/// Skips one value without recursing further than [`MAX_DEPTH`].
fn skip(decoder: &mut Decoder<'_>, depth: u32) -> Result<(), DecodeError> {
    if depth > MAX_DEPTH {
        return Err(DecodeError::TooDeep);
    }
    match decoder.datatype()? {
        Type::Map | Type::MapIndef => each_field(decoder, depth, |_, decoder| skip(decoder, depth + 1)),
        Type::Array | Type::ArrayIndef => each_element(decoder, |decoder| skip(decoder, depth + 1)),
        Type::Tag => {
            decoder.tag()?;
            skip(decoder, depth + 1)
        }
        _ => Ok(decoder.skip()?),
    }
}

fn each_element<'b>(
    decoder: &mut Decoder<'b>,
    element: impl FnMut(&mut Decoder<'b>) -> Result<(), DecodeError>,
) -> Result<(), DecodeError> {
    if is_absent(decoder)? {
        return Ok(());
    }
    let length = decoder.array()?;
    repeat(decoder, length, element)
}

/// Calls `entry` `length` times, or until the break that ends what was begun without a length.
fn repeat<'b>(
    decoder: &mut Decoder<'b>,
    length: Option<u64>,
    mut entry: impl FnMut(&mut Decoder<'b>) -> Result<(), DecodeError>,
) -> Result<(), DecodeError> {
    let mut read = 0;
    loop {
        match length {
            Some(length) if read == length => return Ok(()),
            None if decoder.datatype()? == Type::Break => {
                decoder.skip()?;
                return Ok(());
            }
            _ => read += 1,
        }
        entry(decoder)?;
    }
}

/// Takes `null` or `undefined` if that comes next.
fn is_absent(decoder: &mut Decoder<'_>) -> Result<bool, DecodeError> {
    let absent = matches!(decoder.datatype()?, Type::Null | Type::Undefined);
    if absent {
        decoder.skip()?;
    }
    Ok(absent)
}

fn text(decoder: &mut Decoder<'_>) -> Result<Option<String>, DecodeError> {
    match decoder.datatype()? {
        Type::String => Ok(Some(decoder.str()?.to_owned())),
        _ => skip(decoder, 1).map(|()| None),
    }
}

fn bytes(decoder: &mut Decoder<'_>) -> Result<Option<Vec<u8>>, DecodeError> {
    // JavaScript encoders may tag typed arrays (RFC 8746, tag 64: bytes).
    if decoder.datatype()? == Type::Tag {
        decoder.tag()?;
    }
    match decoder.datatype()? {
        Type::Bytes => Ok(Some(decoder.bytes()?.to_vec())),
        _ => skip(decoder, 1).map(|()| None),
    }
}

fn integer(decoder: &mut Decoder<'_>) -> Result<Option<u64>, DecodeError> {
    match decoder.datatype()? {
        Type::U8 | Type::U16 | Type::U32 | Type::U64 => Ok(Some(decoder.u64()?)),
        Type::F32 | Type::F64 => {
            let number = decoder.f64()?;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "checked: whole and in range"
            )]
            Ok((number.fract() == 0.0 && (0.0..9e15).contains(&number)).then_some(number as u64))
        }
        _ => skip(decoder, 1).map(|()| None),
    }
}

fn boolean(decoder: &mut Decoder<'_>) -> Result<Option<bool>, DecodeError> {
    match decoder.datatype()? {
        Type::Bool => Ok(Some(decoder.bool()?)),
        _ => skip(decoder, 1).map(|()| None),
    }
}

/// The first few texts of an array; what comes after them is skipped.
fn texts(decoder: &mut Decoder<'_>) -> Result<Vec<String>, DecodeError> {
    let mut texts = Vec::new();
    each_element(decoder, |decoder| {
        if texts.len() < MAX_TEXTS {
            texts.extend(text(decoder)?);
        } else {
            skip(decoder, 2)?;
        }
        Ok(())
    })?;
    Ok(texts)
}

fn claim(decoder: &mut Decoder<'_>) -> Result<Option<ClaimFields>, DecodeError> {
    if is_absent(decoder)? {
        return Ok(None);
    }
    let mut claim = ClaimFields::default();
    each_field(decoder, 1, |key, decoder| {
        match key {
            "kind" => claim.kind = text(decoder)?,
            "market" => claim.market = text(decoder)?,
            "device" => claim.device = text(decoder)?,
            "signature" => claim.signature = bytes(decoder)?,
            _ => skip(decoder, 2)?,
        }
        Ok(())
    })?;
    Ok(Some(claim))
}

fn entries(decoder: &mut Decoder<'_>) -> Result<Vec<(DocumentId, Vec<Head>)>, DecodeError> {
    const BAD: DecodeError = DecodeError::Field("entries");
    let mut entries = Vec::new();
    each_element(decoder, |decoder| {
        let mut document = None;
        let mut heads = Vec::new();
        let mut place = 0;
        each_element(decoder, |decoder| {
            match place {
                0 => document = bytes(decoder)?.and_then(|bytes| <[u8; 16]>::try_from(bytes).ok()),
                1 => each_element(decoder, |decoder| {
                    let head = bytes(decoder)?.and_then(|bytes| Head::try_from(bytes).ok());
                    heads.push(head.ok_or(BAD)?);
                    Ok(())
                })?,
                _ => skip(decoder, 3)?,
            }
            place += 1;
            Ok(())
        })?;
        entries.push((DocumentId::from_bytes(document.ok_or(BAD)?), heads));
        Ok(())
    })?;
    Ok(entries)
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
                code: Some("denied".into()),
            },
            Message::Log { sender: sender.clone(), target: target.clone(), after: 7 },
            Message::LogPage {
                sender,
                target,
                entries: vec![(document(), vec![[1; 32], [2; 32]])],
                cursor: 9,
                more: true,
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
        assert_eq!(versions.len(), MAX_TEXTS);
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
            };
            let mut frame = message.encode();
            let place = place % frame.len();
            frame[place] = byte;
            let _outcome = Message::decode(&frame);
        }
    }
}
