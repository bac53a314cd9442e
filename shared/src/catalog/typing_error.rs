//! Whether a word may be what someone meant to type.

/// Longer words are not compared: no one types them.
const MAX_LETTERS: usize = 31;

/// Whether `typed` becomes `word`, or the beginning of it, by at most `limit` typing errors.
///
/// A typing error is a letter too many, a letter missing, a wrong letter or two letters swapped.
/// **Source**: optimal string alignment distance, ending anywhere in `word`.
pub(super) fn within(typed: &str, word: &str, limit: u8) -> bool {
    let mut letters = ['\0'; MAX_LETTERS];
    let mut length = 0;
    for letter in typed.chars() {
        if length == MAX_LETTERS {
            return false;
        }
        letters[length] = letter;
        length += 1;
    }
    // Row j holds the distances between the first j letters of the word and each beginning of `typed`.
    let mut before_last = [0_u8; MAX_LETTERS + 1];
    let mut last = [0_u8; MAX_LETTERS + 1];
    for (i, distance) in last.iter_mut().enumerate() {
        *distance = i as u8;
    }
    let mut last_letter = '\0';
    if last[length] <= limit {
        return true;
    }
    for (j, letter) in word.chars().take(length + usize::from(limit)).enumerate() {
        let mut row = [0_u8; MAX_LETTERS + 1];
        row[0] = j as u8 + 1;
        let mut least = row[0];
        for i in 1..=length {
            let wrong = u8::from(letters[i - 1] != letter);
            let mut distance = (last[i - 1] + wrong).min(last[i] + 1).min(row[i - 1] + 1);
            if i > 1 && j > 0 && letters[i - 1] == last_letter && letters[i - 2] == letter {
                distance = distance.min(before_last[i - 2] + 1);
            }
            row[i] = distance;
            least = least.min(distance);
        }
        if row[length] <= limit {
            return true;
        }
        // A swap reaches back two rows and costs one.
        if least > limit + 1 {
            return false;
        }
        (before_last, last, last_letter) = (last, row, letter);
    }
    false
}

/// One bit for each kind of letter in `word`, so that most words need no closer look.
pub(super) fn letter_bits(word: &str) -> u32 {
    word.chars().fold(0, |bits, letter| bits | 1 << (letter as u32 & 31))
}

/// How many typing errors are forgiven in a word of so many letters.
pub(super) fn forgiven(letters: usize) -> u8 {
    match letters {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_error_counts_one() {
        for typed in ["pfelge", "plege", "pfllege", "pflebe", "flege"] {
            assert!(within(typed, "pflege", 1), "{typed}");
            assert!(within(typed, "pflegehilfe", 1), "{typed}");
            assert!(!within(typed, "pflege", 0), "{typed}");
        }
        assert!(!within("pfegel", "pflege", 1));
        assert!(within("gablestapelr", "gabelstapler", 2));
        assert!(!within("gablestapelr", "gabelstapler", 1));
        assert!(within("работа", "робота", 1));
    }

    #[test]
    fn longer_words_than_anyone_types() {
        assert!(!within(&"a".repeat(40), &"a".repeat(40), 2));
        assert!(within(&"a".repeat(31), &"a".repeat(400), 0));
    }

    proptest! {
        #[test]
        fn one_error_is_within_one(word in "[a-zа-я]{5,20}", at in 0_usize..20, letter in "[a-z]") {
            let letters: Vec<char> = word.chars().collect();
            let at = at % letters.len();
            let letter = letter.chars().next().expect("one letter");
            let mut missing = letters.clone();
            missing.remove(at);
            let mut wrong = letters.clone();
            wrong[at] = letter;
            let mut swapped = letters.clone();
            swapped.swap(at, (at + 1) % letters.len());
            if at + 1 == letters.len() {
                swapped = letters.clone();
            }
            for typed in [missing, wrong, swapped] {
                let typed: String = typed.into_iter().collect();
                prop_assert!(within(&typed, &word, 1), "{typed} {word}");
                prop_assert!((letter_bits(&typed) & !letter_bits(&word)).count_ones() <= 1);
            }
        }

        #[test]
        fn any_words_compare_without_panic(typed in ".*", word in ".*", limit in 0_u8..3) {
            within(&typed, &word, limit);
        }
    }
}
