//! What a replica keeps in its storage.

use minicbor::{Decoder, Encoder};
use thiserror::Error;

use crate::document::DocumentId;
use crate::{
    document::{Head, Kind},
    sync::claim::Claim,
};

/// A document as a replica stores it. Without bytes it was dropped: the organisers have opened it, and a backup
/// holds it.
///
/// **Shape**: CBOR array `[3, id, kind, claim or null, bytes, acknowledged, refused or null, voucher or
/// null, relayed]`; version 2 ends before `relayed`, version 1 before the voucher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDocument {
    /// Its id.
    pub id: DocumentId,
    /// Its kind.
    pub kind: Kind,
    /// The signature of the device that made it, if it is ours.
    pub claim: Option<Claim>,
    /// The saved Automerge document.
    pub bytes: Vec<u8>,
    /// The heads that the server last said it has; empty if it never did.
    pub acknowledged: Vec<Head>,
    /// Why the server refused it, if it did; see [`crate::sync::RefusalCode`].
    pub refused: Option<String>,
    /// The server's word on whose it is, if it came from there; see [`crate::sync::voucher`].
    pub voucher: Option<Vec<u8>>,
    /// Whether it is here only to be brought to the server for the device that made it.
    pub relayed: bool,
}

/// How far a replica has read the server's log.
///
/// **Shape**: CBOR array `[2, incarnation, cursor, backup]`; version 1 ends before `backup`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Which data the cursor belongs to; another incarnation means that the server was restored.
    pub incarnation: String,
    /// Everything up to here is stored.
    pub cursor: u64,
    /// The newest backup that was taken into account holds the log up to here.
    pub backup: u64,
}

/// Stored bytes that could not be read; they are left where they are.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("these bytes are no stored document or progress of a known version")]
pub struct NotStored;

impl From<minicbor::decode::Error> for NotStored {
    fn from(_: minicbor::decode::Error) -> Self {
        Self
    }
}

const PROGRESS_VERSION: u8 = 2;

const DOCUMENT_VERSION: u8 = 3;

type Written = Result<(), minicbor::encode::Error<std::convert::Infallible>>;

impl StoredDocument {
    /// What is given to a colleague, who brings it to the server. What the server said of it, it says to
    /// whoever brings it; what its maker says of it, the claim says.
    pub fn for_colleague(self) -> Self {
        Self { acknowledged: Vec::new(), refused: None, voucher: None, relayed: true, ..self }
    }

    /// Whether only its id, its kind and where it is are left.
    pub fn was_dropped(&self) -> bool {
        self.bytes.is_empty() && !self.acknowledged.is_empty()
    }

    /// The bytes to store.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.bytes.len() + 256);
        self.write(&mut Encoder::new(&mut bytes)).expect("writing to memory cannot fail");
        bytes
    }

    fn write(&self, e: &mut Encoder<&mut Vec<u8>>) -> Written {
        e.array(9)?.u8(DOCUMENT_VERSION)?.bytes(self.id.as_bytes())?.str(self.kind.name())?;
        match &self.claim {
            Some(claim) => {
                e.array(4)?.str(claim.kind.name())?.str(claim.market.as_str())?;
                e.bytes(claim.device.as_bytes())?.bytes(&claim.signature)?;
            }
            None => {
                e.null()?;
            }
        }
        e.bytes(&self.bytes)?.array(self.acknowledged.len() as u64)?;
        for head in &self.acknowledged {
            e.bytes(head)?;
        }
        match &self.refused {
            Some(code) => e.str(code)?,
            None => e.null()?,
        };
        match &self.voucher {
            Some(voucher) => e.bytes(voucher)?,
            None => e.null()?,
        };
        e.bool(self.relayed)?;
        Ok(())
    }

    /// Reads stored bytes.
    ///
    /// # Errors
    /// When they are not of a version that is known.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotStored> {
        let mut d = Decoder::new(bytes);
        let version = match (d.array()?, d.u8()?) {
            (Some(7), 1) => 1,
            (Some(8), 2) => 2,
            (Some(9), DOCUMENT_VERSION) => DOCUMENT_VERSION,
            (_, _) => return Err(NotStored),
        };
        let id = id(&mut d)?;
        let kind = d.str()?.parse().map_err(|_| NotStored)?;
        let claim = if is_null(&mut d)? {
            None
        } else {
            d.array()?;
            Some(Claim {
                kind: d.str()?.parse().map_err(|_| NotStored)?,
                market: d.str()?.parse().map_err(|_| NotStored)?,
                device: self::id(&mut d)?,
                signature: d.bytes()?.to_vec(),
            })
        };
        let saved = d.bytes()?.to_vec();
        let count = d.array()?.ok_or(NotStored)?;
        let acknowledged =
            (0..count).map(|_| d.bytes()?.try_into().map_err(|_| NotStored)).collect::<Result<_, _>>()?;
        let refused = if is_null(&mut d)? { None } else { Some(d.str()?.to_owned()) };
        let voucher = if version < 2 || is_null(&mut d)? { None } else { Some(d.bytes()?.to_vec()) };
        let relayed = version >= 3 && d.bool()?;
        Ok(Self { id, kind, claim, bytes: saved, acknowledged, refused, voucher, relayed })
    }
}

impl Progress {
    /// The bytes to store.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.write(&mut Encoder::new(&mut bytes)).expect("writing to memory cannot fail");
        bytes
    }

    fn write(&self, e: &mut Encoder<&mut Vec<u8>>) -> Written {
        e.array(4)?.u8(PROGRESS_VERSION)?.str(&self.incarnation)?.u64(self.cursor)?.u64(self.backup)?;
        Ok(())
    }

    /// Reads stored bytes.
    ///
    /// # Errors
    /// When they are not of a version that is known.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotStored> {
        let mut d = Decoder::new(bytes);
        let has_backup = match (d.array()?, d.u8()?) {
            (Some(3), 1) => false,
            (Some(4), PROGRESS_VERSION) => true,
            (_, _) => return Err(NotStored),
        };
        let (incarnation, cursor) = (d.str()?.to_owned(), d.u64()?);
        Ok(Self { incarnation, cursor, backup: if has_backup { d.u64()? } else { 0 } })
    }
}

fn id(d: &mut Decoder<'_>) -> Result<DocumentId, NotStored> {
    d.bytes()?.try_into().map(DocumentId::from_bytes).map_err(|_| NotStored)
}

fn is_null(d: &mut Decoder<'_>) -> Result<bool, NotStored> {
    let null = d.datatype()? == minicbor::data::Type::Null;
    if null {
        d.null()?;
    }
    Ok(null)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_comes_back() {
        let id = DocumentId::from_bytes([3; 16]);
        let claim = Claim {
            kind: Kind::Contact,
            market: "pankow-2026/2026-05-23".parse().expect("valid"),
            device: id,
            signature: vec![1; 64],
        };
        for (claim, refused) in [(Some(claim), None), (None, Some("denied".to_owned()))] {
            let stored = StoredDocument {
                id,
                kind: Kind::Contact,
                claim,
                bytes: vec![1, 2, 3],
                acknowledged: vec![[7; 32]],
                refused,
                voucher: None,
                relayed: false,
            };
            for voucher in [None, Some(vec![8; 60])] {
                let stored = StoredDocument { voucher, relayed: true, ..stored.clone() };
                assert_eq!(StoredDocument::from_bytes(&stored.to_bytes()), Ok(stored));
            }
            // As it was written before anything was relayed, and before there were vouchers.
            let mut older = stored.to_bytes();
            assert_eq!((older[0], older[1], older.pop()), (0x89, 3, Some(0xf4)));
            older[..2].copy_from_slice(&[0x88, 2]);
            assert_eq!(StoredDocument::from_bytes(&older), Ok(stored.clone()));
            assert_eq!(older.pop(), Some(0xf6));
            older[..2].copy_from_slice(&[0x87, 1]);
            assert_eq!(StoredDocument::from_bytes(&older), Ok(stored));
        }
        let progress = Progress { incarnation: "i".into(), cursor: 9, backup: 7 };
        assert_eq!(Progress::from_bytes(&progress.to_bytes()), Ok(progress.clone()));
        assert_eq!(Progress::from_bytes(&[0x83, 1, 0x61, b'i', 9]), Ok(Progress { backup: 0, ..progress }));
        assert_eq!(StoredDocument::from_bytes(&[0x87, 2]), Err(NotStored));
    }
}
