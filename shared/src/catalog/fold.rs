//! Makes spellings of one word equal: case, accents, umlauts, ß, Arabic variants.
//!
//! Own small tables instead of the Unicode database, whose kilobytes every phone would pay for. Scripts
//! that are not listed here are searched as they are written.

/// What a letter is to the words around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Part of a word.
    Letter,
    /// Joins two parts of a compound: `Bildungs-Gutschein`, `Bildungs·gutschein`.
    Joint,
    /// Between words.
    Gap,
}

/// How a run of letters stands in the text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    /// A word, or one part of a hyphenated compound.
    Part,
    /// All parts of a hyphenated compound in one.
    Compound,
}

/// A folded word and where it comes from.
pub(super) struct Word<'a> {
    pub(super) letters: &'a str,
    pub(super) run: Run,
    /// For each byte of `letters`, first byte and end of its letter in the text.
    pub(super) sources: &'a [(u32, u32)],
}

/// `text` with its spellings made equal, for sorting.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        push(&mut folded, letter);
    }
    folded
}

/// Calls `each` with every word of `text`; for a hyphenated compound with its parts and with the whole.
pub(super) fn words(text: &str, each: &mut dyn FnMut(Word<'_>)) {
    let mut letters = String::new();
    let mut sources: Vec<(u32, u32)> = Vec::new();
    let mut part_start = 0;
    let mut parts = 0;
    let mut end_part = |letters: &str, sources: &[(u32, u32)], start: usize, run: Run| {
        let article = article_length(&letters[start..]);
        let start = start + article;
        if start < letters.len() {
            each(Word { letters: &letters[start..], run, sources: &sources[start..] });
        }
    };
    // The gap after the end closes the last word.
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let place = place(letter);
        if place == Place::Letter {
            let source = (at as u32, (at + letter.len_utf8()) as u32);
            push(&mut letters, letter);
            sources.resize(letters.len(), source);
            continue;
        }
        if letters.len() > part_start {
            end_part(&letters, &sources, part_start, Run::Part);
            part_start = letters.len();
            parts += 1;
        }
        if place == Place::Gap {
            if parts > 1 {
                end_part(&letters, &sources, 0, Run::Compound);
            }
            letters.clear();
            sources.clear();
            part_start = 0;
            parts = 0;
        }
    }
}

/// Bytes of the Arabic article at the start of `word`, if enough is left without it.
fn article_length(word: &str) -> usize {
    const ARTICLE: &str = "ال";
    match word.strip_prefix(ARTICLE) {
        Some(rest) if rest.chars().count() >= 3 => ARTICLE.len(),
        _ => 0,
    }
}

fn place(letter: char) -> Place {
    match letter {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Place::Letter,
        '-' | '·' | '\u{2010}' | '\u{2011}' => Place::Joint,
        // Soft hyphen and the invisible joiners: they fold to nothing.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | 'ª' | 'µ' | 'º' => Place::Letter,
        '\0'..='\u{bf}' | '×' | '÷' => Place::Gap,
        '،' | '؛' | '؟' | '٪'..='٭' | '۔' => Place::Gap,
        '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{303f}' => Place::Gap,
        '\u{fffd}' | '\u{1f000}'..='\u{1faff}' => Place::Gap,
        _ => Place::Letter,
    }
}

/// Base letters of U+00C0 to U+017F.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Base letters of U+1E00 to U+1EFF, where Vietnamese has most of its vowels.
const LATIN_ADDITIONAL: &[u8; 256] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwyas??s?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

/// Appends `letter` folded: nothing, one letter or two.
fn push(folded: &mut String, letter: char) {
    let code = letter as u32;
    let letter = match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        '\0'..='\u{7f}' => letter,
        'ä' | 'Ä' | 'æ' | 'Æ' => return folded.push_str("ae"),
        'ö' | 'Ö' | 'œ' | 'Œ' => return folded.push_str("oe"),
        'ü' | 'Ü' => return folded.push_str("ue"),
        'ß' | 'ẞ' => return folded.push_str("ss"),
        'þ' | 'Þ' => return folded.push_str("th"),
        '×' | '÷' => letter,
        'À'..='ſ' => char::from(LATIN[(code - 0xc0) as usize]),
        'Ơ' | 'ơ' => 'o',
        'Ư' | 'ư' => 'u',
        'Ș' | 'ș' => 's',
        'Ț' | 'ț' => 't',
        'Ḁ'..='ỿ' => char::from(LATIN_ADDITIONAL[(code - 0x1e00) as usize]),
        // An umlaut of two characters, as some keyboards send it.
        '\u{308}' if folded.ends_with(['a', 'o', 'u']) => 'e',
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' => return,
        'Ё' | 'ё' => 'е',
        'Ґ' => 'ґ',
        'А'..='Я' => shifted(code, 32),
        'Ѐ'..='Џ' => shifted(code, 80),
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ة' => 'ه',
        'ى' | 'ئ' | 'ی' => 'ي',
        'ؤ' => 'و',
        'ک' => 'ك',
        '\u{64b}'..='\u{65f}' | '\u{670}' | 'ـ' => return,
        '٠'..='٩' => shifted(code - 0x660, 0x30),
        '۰'..='۹' => shifted(code - 0x6f0, 0x30),
        _ => letter,
    };
    folded.push(letter);
}

fn shifted(code: u32, by: u32) -> char {
    char::from_u32(code + by).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, folded: &str) {
        assert_eq!(fold(text), folded, "{text}");
    }

    #[test]
    fn spellings_become_equal() {
        check("Führerschein", "fuehrerschein");
        check("SCHWEIẞEN schweißen", "schweissen schweissen");
        check("Fu\u{308}hrer", "fuehrer");
        check("Café crème", "cafe creme");
        check("İŞ iş ığdır", "is is igdir");
        check("Łódź Čapek Ștefan", "lodz capek stefan");
        check("Việc làm ở Đức", "viec lam o duc");
        check("РАБОТА ещё Їжа", "работа еще їжа");
        check("الإقامة مُساعَدة", "الاقامه مساعده");
        check("٢٠٢٦", "2026");
        check("Bil\u{ad}dung", "bildung");
    }

    fn all_words(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        words(text, &mut |word| all.push(word.letters.to_owned()));
        all
    }

    #[test]
    fn words_end_at_gaps() {
        assert_eq!(
            all_words("„Gabelstapler“, (Kran)/Bagger – 8 Uhr."),
            ["gabelstapler", "kran", "bagger", "8", "uhr"]
        );
        assert_eq!(all_words("عمل، تعليم"), ["عمل", "تعليم"]);
        assert_eq!(all_words(" - – !"), [""; 0]);
    }

    #[test]
    fn a_hyphenated_compound_is_also_one_word() {
        assert_eq!(all_words("Bildungs-Gutschein"), ["bildungs", "gutschein", "bildungsgutschein"]);
        assert_eq!(all_words("Ein- und Ausstieg"), ["ein", "und", "ausstieg"]);
    }

    #[test]
    fn the_arabic_article_is_left_out() {
        assert_eq!(all_words("العمل الى"), ["عمل", "الي"]);
    }

    #[test]
    fn letters_know_where_they_come_from() {
        let text = "– Füße-Pflege";
        let mut found = Vec::new();
        words(text, &mut |word| {
            let (start, end) = (word.sources[0].0, word.sources[word.sources.len() - 1].1);
            found.push((word.letters.to_owned(), text[start as usize..end as usize].to_owned()));
        });
        let found: Vec<_> = found.iter().map(|(word, source)| (word.as_str(), source.as_str())).collect();
        assert_eq!(found, [("fuesse", "Füße"), ("pflege", "Pflege"), ("fuessepflege", "Füße-Pflege")]);
    }

    proptest! {
        #[test]
        fn any_text_has_words_with_sources(text in ".*") {
            words(&text, &mut |word| {
                assert_eq!(word.letters.len(), word.sources.len());
                assert!(word.sources.iter().all(|(start, end)| {
                    text.get(*start as usize..*end as usize).is_some()
                }));
            });
        }

        #[test]
        fn folding_twice_changes_nothing(text in ".*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
