//! Plural categories of whole numbers (Unicode CLDR 46, cardinal rules).

/// `zero`, `one`, `two`, `few`, `many` or `other`.
pub(super) fn category(language: &str, number: i64) -> &'static str {
    let n = number.unsigned_abs();
    let (ten, hundred) = (n % 10, n % 100);
    match language.split('-').next().unwrap_or_default() {
        "ar" => match n {
            0 => "zero",
            1 => "one",
            2 => "two",
            _ if (3..=10).contains(&hundred) => "few",
            _ if hundred >= 11 => "many",
            _ => "other",
        },
        "ru" | "uk" => match ten {
            1 if hundred != 11 => "one",
            2..=4 if !(12..=14).contains(&hundred) => "few",
            _ => "many",
        },
        "pl" => match ten {
            _ if n == 1 => "one",
            2..=4 if !(12..=14).contains(&hundred) => "few",
            _ => "many",
        },
        "vi" => "other",
        _ if n == 1 => "one",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::category;

    fn check(language: &str, numbers: &[i64], expected: &str) {
        for number in numbers {
            assert_eq!(category(language, *number), expected, "{language} {number}");
        }
    }

    #[test]
    fn follows_the_examples_of_cldr() {
        check("de", &[1], "one");
        check("de-x-leicht", &[0, 2, 11, 101], "other");
        check("ar", &[0], "zero");
        check("ar", &[1], "one");
        check("ar", &[2], "two");
        check("ar", &[3, 10, 103, 110], "few");
        check("ar", &[11, 26, 99, 111], "many");
        check("ar", &[100, 102, 200], "other");
        check("ru", &[1, 21, 101], "one");
        check("uk", &[2, 4, 22, 104], "few");
        check("ru", &[0, 5, 11, 14, 19, 111], "many");
        check("pl", &[1], "one");
        check("pl", &[2, 24, 32], "few");
        check("pl", &[0, 5, 12, 21, 25], "many");
        check("vi", &[0, 1, 7], "other");
        check("tr", &[1], "one");
    }
}
