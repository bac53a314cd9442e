//! What was published last, as it was compiled and compressed.

use shared::document::Head;

/// A publication, so that the next start need not make it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeptPublication {
    /// Names the documents that it was made of.
    pub(crate) sources: Head,
    /// What the server has to know of it.
    pub(crate) about: Vec<u8>,
    /// Catalogs and small print.
    pub(crate) files: Vec<KeptFile>,
}

/// What is published under one name, in each of its encodings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeptFile {
    /// Its name.
    pub(crate) name: String,
    /// As it was compiled.
    pub(crate) plain: Vec<u8>,
    /// As brotli.
    pub(crate) brotli: Vec<u8>,
    /// As gzip.
    pub(crate) gzip: Vec<u8>,
}
