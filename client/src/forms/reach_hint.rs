//! Whether a way to be reached looks right. A hint, never a block: people know their own numbers.

/// What may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReachHint {
    /// Fewer digits than any number that can be called from everywhere.
    PhoneTooShort,
    /// More digits than E.164 allows.
    PhoneTooLong,
    /// Something that is no digit and no separator.
    PhoneHasLetters,
    /// No `@`, or nothing on one side of it, or no dot behind it.
    EmailIncomplete,
    /// A space inside.
    EmailHasSpace,
}

/// Shortest number with its area code.
const PHONE_MIN_DIGITS: usize = 7;
/// E.164.
const PHONE_MAX_DIGITS: usize = 15;

/// What may be wrong with a telephone number; nothing is wrong with none.
pub fn phone_hint(phone: &str) -> Option<ReachHint> {
    let phone = phone.trim();
    let separator = |letter: char| letter.is_whitespace() || "+-/().".contains(letter);
    if phone.is_empty() {
        return None;
    }
    if phone.chars().any(|letter| !letter.is_numeric() && !separator(letter)) {
        return Some(ReachHint::PhoneHasLetters);
    }
    match phone.chars().filter(|letter| letter.is_numeric()).count() {
        0..PHONE_MIN_DIGITS => Some(ReachHint::PhoneTooShort),
        PHONE_MIN_DIGITS..=PHONE_MAX_DIGITS => None,
        _ => Some(ReachHint::PhoneTooLong),
    }
}

/// What may be wrong with an e-mail address; nothing is wrong with none.
pub fn email_hint(email: &str) -> Option<ReachHint> {
    let email = email.trim();
    if email.is_empty() {
        return None;
    }
    if email.chars().any(char::is_whitespace) {
        return Some(ReachHint::EmailHasSpace);
    }
    let complete = email.split_once('@').is_some_and(|(before, after)| {
        !before.is_empty()
            && !after.contains('@')
            && after.split_once('.').is_some_and(|(host, rest)| !host.is_empty() && !rest.is_empty())
    });
    (!complete).then_some(ReachHint::EmailIncomplete)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_at_telephone_numbers_that_can_not_be_called() {
        let cases = [
            ("", None),
            ("0151 234567", None),
            ("+49 (30) 23125-017", None),
            ("٠١٥١٢٣٤٥٦٧", None),
            ("0151", Some(ReachHint::PhoneTooShort)),
            ("0151 ruf an", Some(ReachHint::PhoneHasLetters)),
            ("1234567890123456", Some(ReachHint::PhoneTooLong)),
        ];
        for (phone, hint) in cases {
            assert_eq!(phone_hint(phone), hint, "{phone:?}");
        }
    }

    #[test]
    fn hints_at_addresses_that_can_not_be_written_to() {
        let cases = [
            ("", None),
            ("a@b.example", None),
            (" a.b+c@d.e.example ", None),
            ("a@b", Some(ReachHint::EmailIncomplete)),
            ("ab.example", Some(ReachHint::EmailIncomplete)),
            ("@b.example", Some(ReachHint::EmailIncomplete)),
            ("a@b@c.example", Some(ReachHint::EmailIncomplete)),
            ("a b@c.example", Some(ReachHint::EmailHasSpace)),
        ];
        for (email, hint) in cases {
            assert_eq!(email_hint(email), hint, "{email:?}");
        }
    }
}
