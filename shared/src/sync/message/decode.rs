//! Frames → messages. Every byte may be hostile: nothing here recurses without a bound, allocates what a
//! length claims, or panics.

use minicbor::{Decoder, data::Type};

use super::{Backup, DecodeError, Message};
use crate::{
    document::{DocumentId, Head},
    sync::{claim::Claim, voucher},
};

/// Deeper values than this are not skipped but refused.
const MAX_DEPTH: u32 = 16;

/// Versions of the protocol that one peer may speak; a frame has room for millions.
pub(super) const MAX_TEXTS: usize = 16;

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
    voucher: Option<Vec<u8>>,
    session: Option<String>,
    count: Option<u64>,
    message: Option<String>,
    code: Option<String>,
    retry_after_s: Option<u64>,
    after: Option<u64>,
    cursor: Option<u64>,
    more: Option<bool>,
    backup: Option<u64>,
    backed_up: Option<u64>,
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
                "voucher" => fields.voucher = bytes(decoder)?,
                "sessionId" => fields.session = text(decoder)?,
                "count" => fields.count = integer(decoder)?,
                "message" => fields.message = text(decoder)?,
                "code" => fields.code = text(decoder)?,
                "retryAfter" => fields.retry_after_s = integer(decoder)?,
                "after" => fields.after = integer(decoder)?,
                "cursor" => fields.cursor = integer(decoder)?,
                "more" => fields.more = boolean(decoder)?,
                "backup" => fields.backup = integer(decoder)?,
                "backedUp" => fields.backed_up = integer(decoder)?,
                "entries" => fields.entries = entries(decoder)?,
                _ => skip(decoder, 1)?,
            }
            Ok(())
        })?;
        fields.into_message()
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
                voucher: self.voucher.filter(|voucher| voucher.len() <= voucher::MAX_BYTES),
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
                retry_after_s: self.retry_after_s,
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
                backup: Backup {
                    up_to: self.backup.unwrap_or_default(),
                    entries: self.backed_up.unwrap_or_default(),
                },
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
