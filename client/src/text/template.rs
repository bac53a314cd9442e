//! Fills arguments into a compiled message. `build/template.rs` says what its control characters
//! mean.

use yew::AttrValue;

use super::plural;

/// What can be filled in.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// A number; chooses between plural forms.
    Number(i64),
    /// Words.
    Words(&'a str),
    /// Words of its own.
    Owned(AttrValue),
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Arg<'_> {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(words)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(words: &'a String) -> Self {
        Self::Words(words)
    }
}

impl From<String> for Arg<'_> {
    fn from(words: String) -> Self {
        Self::Owned(words.into())
    }
}

impl From<AttrValue> for Arg<'_> {
    fn from(words: AttrValue) -> Self {
        Self::Owned(words)
    }
}

/// The message with its arguments in place; one that is not given stays visible as `{name}`.
pub(super) fn fill(template: &str, args: &[(&str, Arg<'_>)], language: &str) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    append(template, args, language, &mut out);
    out
}

fn append(mut rest: &str, args: &[(&str, Arg<'_>)], language: &str, out: &mut String) {
    while let Some(at) = rest.find(['\u{1}', '\u{3}']) {
        out.push_str(&rest[..at]);
        let chooses = rest.as_bytes()[at] == 3;
        let (name, after) = rest[at + 1..].split_once('\u{2}').unwrap_or_default();
        let arg = args.iter().find(|(known, _)| *known == name).map(|(_, arg)| arg);
        rest = after;
        if chooses {
            let (chosen, after) = choose(after, arg, language);
            append(chosen, args, language, out);
            rest = after;
        } else {
            match arg {
                Some(Arg::Number(number)) => out.push_str(&number.to_string()),
                Some(Arg::Words(words)) => out.push_str(words),
                Some(Arg::Owned(words)) => out.push_str(words),
                None => {
                    out.push('{');
                    out.push_str(name);
                    out.push('}');
                }
            }
        }
    }
    out.push_str(rest);
}

/// The first variant that fits, else the default; and what comes after the choice.
fn choose<'a>(mut rest: &'a str, arg: Option<&Arg<'_>>, language: &str) -> (&'a str, &'a str) {
    let mut chosen = None;
    let mut default = "";
    while let Some((key, after)) = rest.split_once('\u{4}').filter(|_| !rest.starts_with('\u{6}')) {
        let end = end_of_variant(after);
        let body = &after[..end];
        rest = &after[end + 1..];
        let (key, is_default) = match key.strip_prefix('*') {
            Some(key) => (key, true),
            None => (key, false),
        };
        let fits = match arg {
            Some(Arg::Number(number)) => {
                key == plural::category(language, *number) || key.parse() == Ok(*number)
            }
            Some(Arg::Words(words)) => key == *words,
            Some(Arg::Owned(words)) => *words == key,
            None => false,
        };
        if fits && chosen.is_none() {
            chosen = Some(body);
        }
        if is_default {
            default = body;
        }
    }
    (chosen.unwrap_or(default), rest.strip_prefix('\u{6}').unwrap_or(rest))
}

/// Where this variant ends, past the choices inside of it.
fn end_of_variant(body: &str) -> usize {
    let mut depth = 0;
    for (at, byte) in body.bytes().enumerate() {
        match byte {
            3 => depth += 1,
            6 => depth -= 1,
            5 if depth == 0 => return at,
            _ => {}
        }
    }
    body.len().saturating_sub(1)
}
