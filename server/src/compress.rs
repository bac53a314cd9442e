//! Brotli and gzip of what the server makes itself.

use std::io::Write as _;

use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};

/// Brotli with `quality` 0 (fast) to 11 (small, about a hundred times slower).
pub(crate) fn brotli(plain: &[u8], quality: i32) -> Bytes {
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::with_capacity(plain.len() / 4 + 64);
    brotli::BrotliCompress(&mut &*plain, &mut compressed, &parameters).expect("memory does not fail");
    compressed.into()
}

/// Gzip at its usual level.
pub(crate) fn gzip(plain: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::with_capacity(plain.len() / 3 + 64), Compression::default());
    encoder.write_all(plain).and_then(|()| encoder.finish()).expect("memory does not fail").into()
}
