//! What was published last, as it was compiled and compressed.

use shared::document::Head;

/// A publication, so that the next start need not make it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeptPublication {
    /// Names the documents that it was made of.
    pub(crate) sources: Head,
    /// What the server has to know of it.
    pub(crate) about: Vec<u8>,
    /// One for each language.
    pub(crate) catalogs: Vec<KeptCatalog>,
}

/// A catalog in each of its encodings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeptCatalog {
    /// Its language.
    pub(crate) language: String,
    /// As it was compiled.
    pub(crate) plain: Vec<u8>,
    /// As brotli.
    pub(crate) brotli: Vec<u8>,
    /// As gzip.
    pub(crate) gzip: Vec<u8>,
}
