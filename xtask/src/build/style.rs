//! One style sheet out of many files.

use crate::failure::Failure;
use std::path::{Path, PathBuf};

/// The layers, lowest first; files of other names follow, then `components/`.
const LAYERS: [&str; 5] = ["layers.css", "reset.css", "tokens.css", "base.css", "layout.css"];

/// Whose style sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Share {
    /// Those of all programs.
    Common,
    /// What the page of the visitor's list needs on top.
    List,
    /// What volunteers' and organisers' pages need on top.
    Team,
    /// What only organisers' pages need on top of that.
    Desk,
}

impl Share {
    /// Whose the style sheet at `path`, relative to the folder of all, is.
    fn of(path: &Path) -> Share {
        match path.iter().next().and_then(|folder| folder.to_str()) {
            Some("list") => Share::List,
            Some("team") => Share::Team,
            Some("desk") => Share::Desk,
            _ => Share::Common,
        }
    }
}

/// Joins and minifies the style sheets below `folder`.
pub(crate) fn build(folder: &Path, share: Share) -> Result<String, Failure> {
    let mut css = String::new();
    for path in in_layer_order(style_sheets(folder)?, folder) {
        if path.strip_prefix(folder).is_ok_and(|inside| Share::of(inside) == share) {
            css.push_str(&std::fs::read_to_string(&path).map_err(Failure::file("read", &path))?);
            css.push('\n');
        }
    }
    Ok(minify(&css))
}

fn style_sheets(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in std::fs::read_dir(folder).map_err(Failure::file("list", folder))? {
        let path = entry.map_err(Failure::file("list", folder))?.path();
        if path.is_dir() {
            found.extend(style_sheets(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "css") {
            found.push(path);
        }
    }
    Ok(found)
}

fn in_layer_order(mut paths: Vec<PathBuf>, folder: &Path) -> Vec<PathBuf> {
    paths.sort_by_cached_key(|path| {
        let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned();
        let layer = LAYERS.iter().position(|layer| *layer == name).unwrap_or(LAYERS.len());
        let depth = name.matches('/').count();
        (layer, depth, name)
    });
    paths
}

/// Takes out comments and white space that mean nothing; strings stay as they are.
pub(crate) fn minify(css: &str) -> String {
    let mut small = String::with_capacity(css.len());
    let mut rest = css.chars().peekable();
    let mut space_pending = false;
    while let Some(character) = rest.next() {
        match character {
            '/' if rest.peek() == Some(&'*') => {
                skip_comment(&mut rest);
                space_pending = true;
            }
            character if character.is_whitespace() => space_pending = true,
            '"' | '\'' => {
                push_separated(&mut small, character, space_pending);
                space_pending = false;
                push_string(&mut small, character, &mut rest);
            }
            character => {
                push_separated(&mut small, character, space_pending);
                space_pending = false;
            }
        }
    }
    small
}

fn skip_comment(rest: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    let mut previous = ' ';
    // The star that opens the comment may not close it.
    rest.next();
    for character in rest.by_ref() {
        if previous == '*' && character == '/' {
            return;
        }
        previous = character;
    }
}

fn push_string(small: &mut String, quote: char, rest: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    let mut escaped = false;
    for character in rest.by_ref() {
        small.push(character);
        if !escaped && character == quote {
            return;
        }
        escaped = !escaped && character == '\\';
    }
}

fn push_separated(small: &mut String, character: char, space_pending: bool) {
    let space_matters_after = |last: char| !matches!(last, '{' | '}' | ';' | ',' | ':' | '>' | '=');
    let space_matters_before = !matches!(character, '{' | '}' | ';' | ',' | '>');
    if space_pending && space_matters_before && small.chars().last().is_some_and(space_matters_after) {
        small.push(' ');
    }
    if character == '}' && small.ends_with(';') {
        small.pop();
    }
    small.push(character);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(css: &str, expected: &str) {
        assert_eq!(minify(css), expected);
    }

    #[test]
    fn white_space_and_comments_go() {
        check(
            "a {\n  color: red;\n}\n\n/* why */\nb > c , d { margin: 0 auto; }\n",
            "a{color:red}b>c,d{margin:0 auto}",
        );
    }

    #[test]
    fn what_carries_meaning_stays() {
        check("a :hover { width: calc(1rem + 2px) }", "a :hover{width:calc(1rem + 2px)}");
        check(
            "@media (width >= 40rem) and (hover: hover) { a { b: c } }",
            "@media (width>=40rem) and (hover:hover){a{b:c}}",
        );
        check("a::before { content: \"a  /* b */ ; \\\" c\" }", "a::before{content:\"a  /* b */ ; \\\" c\"}");
        check("a/**/b {}", "a b{}");
        check("@layer reset, tokens;", "@layer reset,tokens;");
    }

    #[test]
    fn layers_come_first_and_components_last() {
        let folder = Path::new("style");
        let names = ["components/offer-card.css", "zebra.css", "tokens.css", "layers.css", "reset.css"];
        let sorted = in_layer_order(names.iter().map(|name| folder.join(name)).collect(), folder);
        let expected = ["layers.css", "reset.css", "tokens.css", "zebra.css", "components/offer-card.css"];
        assert_eq!(sorted, expected.map(|name| folder.join(name)));
    }
}
