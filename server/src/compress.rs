//! Brotli and gzip of what the server makes itself.

use std::io::Write as _;

use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};

/// The smallest window worth having, and the largest that every browser takes.
const MIN_WINDOW: i32 = 16;
const MAX_WINDOW: i32 = 22;

/// Brotli with `quality` 0 (fast) to 11 (small, about a hundred times slower).
pub(crate) fn brotli(plain: &[u8], quality: i32) -> Bytes {
    let lgwin = window(plain.len());
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin, ..Default::default() };
    let mut compressed = Vec::with_capacity(plain.len() / 4 + 64);
    brotli::BrotliCompress(&mut &*plain, &mut compressed, &parameters).expect("memory does not fail");
    compressed.into()
}

/// Gzip at its usual level.
pub(crate) fn gzip(plain: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::with_capacity(plain.len() / 3 + 64), Compression::default());
    encoder.write_all(plain).and_then(|()| encoder.finish()).expect("memory does not fail").into()
}

/// The smallest window that holds everything, as a power of two; a larger one makes nothing smaller, but
/// takes ten times its size in memory.
fn window(bytes: usize) -> i32 {
    let bits = usize::BITS - bytes.leading_zeros();
    i32::try_from(bits).unwrap_or(MAX_WINDOW).clamp(MIN_WINDOW, MAX_WINDOW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_fits_what_is_compressed() {
        assert_eq!([0, 1_000, 70_000, 1 << 20, 1 << 30].map(window), [16, 16, 17, 21, 22]);
    }
}
