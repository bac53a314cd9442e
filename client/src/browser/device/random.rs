//! Random bytes from the browser's generator.

use crate::services::Random;

use super::window;

/// The most that one call may ask for (Web Cryptography API, `getRandomValues`).
const MAX_BYTES_PER_CALL: usize = 65_536;

pub(in crate::browser) struct BrowserRandom;

impl Random for BrowserRandom {
    fn fill(&self, bytes: &mut [u8]) {
        let crypto = window().crypto().expect("checked at start: the browser has Web Crypto");
        for part in bytes.chunks_mut(MAX_BYTES_PER_CALL) {
            crypto.get_random_values_with_u8_array(part).expect("no more bytes than one call gives");
        }
    }
}
