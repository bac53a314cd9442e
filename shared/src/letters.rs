//! Codes that people read, say and type: Crockford's base 32.

/// No I, L, O or U, which people mistake.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The last `5 × count` of `bits` as letters, in groups of four, such as `7K2M-…`.
pub(crate) fn write(bits: u128, count: u32) -> String {
    (0..count)
        .flat_map(|place| {
            let letter = LETTERS[(bits >> (5 * (count - 1 - place)) & 31) as usize];
            let dash = (place > 0 && place.is_multiple_of(4)).then_some('-');
            dash.into_iter().chain([char::from(letter)])
        })
        .collect()
}

/// Reads exactly `count` letters as people type them: any case, any spacing, O for 0, I and L for 1.
pub(crate) fn read(code: &str, count: u32) -> Option<u128> {
    let (mut bits, mut letters) = (0_u128, 0);
    for letter in code.chars().filter(|letter| !letter.is_whitespace() && *letter != '-') {
        let letter = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let value = LETTERS.iter().position(|known| char::from(*known) == letter)?;
        bits = bits << 5 | value as u128;
        letters += 1;
        if letters > count {
            return None;
        }
    }
    (letters == count).then_some(bits)
}
