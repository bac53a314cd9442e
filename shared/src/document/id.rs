//! Names of documents.

use std::{fmt, str::FromStr};

use sha2::{Digest, Sha256};
use thiserror::Error;

/// The id of a document, as automerge-repo uses it.
///
/// **Shape**: 16 bytes; as text base58 with a check sum (bs58check), in addresses
/// `automerge:<text>`. An id is no secret and grants nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId([u8; 16]);

/// Text that is no document id.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{0:?} is no document id: expected 16 bytes in bs58check")]
pub struct InvalidId(pub String);

impl DocumentId {
    /// The id with these bytes; random ones for a new document.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The 16 bytes.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// The document of a season; two offline laptops derive the same.
    pub fn season(key: &str) -> Self {
        Self::derived(&["season", key])
    }

    /// The document of a market.
    pub fn market(market: &MarketKey) -> Self {
        Self::derived(&["market", market.season(), market.date()])
    }

    /// The roster of a market.
    pub fn roster(market: &MarketKey) -> Self {
        Self::derived(&["roster", market.season(), market.date()])
    }

    /// The document of a provider that was imported under `key`.
    pub fn provider(season: &str, key: &str) -> Self {
        Self::derived(&["provider", season, key])
    }

    /// What `device` counts at a market.
    pub fn tally(device: Self, market: &MarketKey) -> Self {
        Self::derived(&["tally", &device.to_string(), market.season(), market.date()])
    }

    /// The first 16 bytes of SHA-256 over `markt/<part>/<part>/…`.
    fn derived(parts: &[&str]) -> Self {
        let digest = Sha256::digest(format!("markt/{}", parts.join("/")).as_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        Self(bytes)
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&bs58::encode(self.0).with_check().into_string())
    }
}

impl fmt::Debug for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for DocumentId {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let invalid = || InvalidId(text.chars().take(64).collect());
        let text = text.strip_prefix("automerge:").unwrap_or(text);
        if text.len() > 64 {
            return Err(invalid());
        }
        let bytes = bs58::decode(text).with_check(None).into_vec().map_err(|_| invalid())?;
        bytes.try_into().map(Self).map_err(|_| invalid())
    }
}

/// Which market: its season and its date, as `<season>/<date>`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MarketKey {
    text: String,
    slash: usize,
}

/// Text that is no market key.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{0:?} is no market: expected <season>/<YYYY-MM-DD>")]
pub struct InvalidMarketKey(pub String);

impl MarketKey {
    /// The market of `season` on `date` (ISO 8601).
    ///
    /// # Errors
    /// When `season` is not made of a–z, 0–9 and hyphens, or `date` is no date.
    pub fn new(season: &str, date: &str) -> Result<Self, InvalidMarketKey> {
        format!("{season}/{date}").parse()
    }

    /// Key of the season.
    pub fn season(&self) -> &str {
        &self.text[..self.slash]
    }

    /// Date, ISO 8601.
    pub fn date(&self) -> &str {
        &self.text[self.slash + 1..]
    }

    /// `<season>/<date>`.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl FromStr for MarketKey {
    type Err = InvalidMarketKey;

    fn from_str(text: &str) -> Result<Self, InvalidMarketKey> {
        let invalid = || InvalidMarketKey(text.chars().take(64).collect());
        let (season, date) = text.split_once('/').ok_or_else(invalid)?;
        let season_fits = (1..=64).contains(&season.len())
            && season.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let date_fits = date.len() == 10
            && date.bytes().enumerate().all(|(index, byte)| match index {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if season_fits && date_fits {
            Ok(Self { text: text.to_owned(), slash: season.len() })
        } else {
            Err(invalid())
        }
    }
}

impl fmt::Display for MarketKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for MarketKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_its_text_form() {
        let id = DocumentId::from_bytes(*b"0123456789abcdef");
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(format!("automerge:{id}").parse(), Ok(id));
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "automerge:", "3zQJ", "0OIl", &"1".repeat(100_000)] {
            assert!(text.parse::<DocumentId>().is_err(), "{text:.40}");
        }
    }

    #[test]
    fn derived_ids_never_change() {
        let market: MarketKey = "pankow-2026/2026-05-23".parse().expect("valid");
        assert_eq!(DocumentId::market(&market).to_string(), "NX3ft31639P42qYKakKagno2MH3");
        assert_ne!(DocumentId::market(&market), DocumentId::roster(&market));
    }

    #[test]
    fn a_market_key_has_a_season_and_a_date() {
        let market: MarketKey = "pankow-2026/2026-05-23".parse().expect("valid");
        assert_eq!((market.season(), market.date()), ("pankow-2026", "2026-05-23"));
        for text in ["", "/2026-05-23", "Pankow/2026-05-23", "pankow/2026-5-23", "a/b/2026-05-23"] {
            assert!(text.parse::<MarketKey>().is_err(), "{text}");
        }
    }
}
