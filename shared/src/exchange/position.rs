//! Where the values of a JSON text stand in it.
//!
//! The parser names line and column of what it can not read, but not of what is read and then found
//! wrong. This is no parser: it runs over text that one has accepted.

use super::Position;

/// Where the values of a JSON text stand in it, by path, and what stands there twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Positions {
    at: Vec<(String, Position)>,
    /// The first key that an object has twice: its path and the key.
    pub(super) duplicate: Option<(String, String)>,
}

impl Positions {
    /// Finds the values of `text`, which must be valid JSON; of other text, those before the mistake.
    pub(super) fn of(text: &str) -> Self {
        let mut walk = Walk {
            text,
            at: 0,
            counted: 0,
            position: Position { line: 1, column: 1 },
            found: Self::default(),
        };
        walk.value(&mut String::new());
        walk.found.at.sort_by(|a, b| a.0.cmp(&b.0));
        walk.found
    }

    /// Where the value at `path` begins, or else the nearest that holds it.
    pub(super) fn find(&self, path: &str) -> Option<Position> {
        let mut path = path;
        loop {
            if let Ok(index) = self.at.binary_search_by(|(other, _)| other.as_str().cmp(path)) {
                return Some(self.at[index].1);
            }
            if path.is_empty() {
                return None;
            }
            path = path.rfind(['.', '[']).map_or("", |end| &path[..end]);
        }
    }
}

/// `parent.key`, as `serde_path_to_error` writes paths.
pub(super) fn join(parent: &str, key: &str) -> String {
    if parent.is_empty() { key.to_owned() } else { format!("{parent}.{key}") }
}

struct Walk<'a> {
    text: &'a str,
    at: usize,
    /// Up to where lines are counted, and the position there.
    counted: usize,
    position: Position,
    found: Positions,
}

impl<'a> Walk<'a> {
    /// Passes over one value. `None` where the text is no JSON, which ends the walk.
    fn value(&mut self, path: &mut String) -> Option<()> {
        self.space();
        let position = self.here();
        self.found.at.push((path.clone(), position));
        match self.byte()? {
            b'{' => self.object(path),
            b'[' => self.list(path),
            b'"' => self.string().map(|_| ()),
            _ => {
                let rest = &self.text[self.at..];
                let length = rest.find([',', '}', ']', ' ', '\t', '\r', '\n']).unwrap_or(rest.len());
                self.at += length;
                (length > 0).then_some(())
            }
        }
    }

    fn object(&mut self, path: &mut String) -> Option<()> {
        self.at += 1;
        let mut keys: Vec<&str> = Vec::new();
        if self.next_is(b'}') {
            return Some(());
        }
        loop {
            self.space();
            let key = self.string()?;
            self.space();
            self.expect(b':')?;
            let length = path.len();
            *path = join(path, key);
            if keys.contains(&key) && self.found.duplicate.is_none() {
                self.found.duplicate = Some((path.clone(), key.to_owned()));
            }
            keys.push(key);
            self.value(path)?;
            path.truncate(length);
            if self.next_is(b'}') {
                return Some(());
            }
            self.expect(b',')?;
        }
    }

    fn list(&mut self, path: &mut String) -> Option<()> {
        self.at += 1;
        if self.next_is(b']') {
            return Some(());
        }
        for index in 0_usize.. {
            let length = path.len();
            path.push_str(&format!("[{index}]"));
            self.value(path)?;
            path.truncate(length);
            if self.next_is(b']') {
                return Some(());
            }
            self.expect(b',')?;
        }
        None
    }

    /// The inside of a string, its escapes as they are written.
    fn string(&mut self) -> Option<&'a str> {
        self.expect(b'"')?;
        let start = self.at;
        loop {
            match self.byte()? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        self.text.get(start..self.at - 1)
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.byte()? == byte).then(|| self.at += 1)
    }

    fn next_is(&mut self, byte: u8) -> bool {
        self.space();
        self.expect(byte).is_some()
    }

    fn here(&mut self) -> Position {
        for letter in self.text[self.counted..self.at].chars() {
            match letter {
                '\n' => self.position = Position { line: self.position.line + 1, column: 1 },
                _ => self.position.column += 1,
            }
        }
        self.counted = self.at;
        self.position
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn values_are_found_by_path() {
        let positions = Positions::of("{\n  \"ä\": [1, {\"b\": \"x\\\"}\"}],\n  \"c\": {} , \"d\": null}");
        let at = |path| positions.find(path).map(|position| (position.line, position.column));
        assert_eq!(at(""), Some((1, 1)));
        assert_eq!(at("ä"), Some((2, 8)));
        assert_eq!(at("ä[0]"), Some((2, 9)));
        assert_eq!(at("ä[1].b"), Some((2, 18)));
        assert_eq!(at("c"), Some((3, 8)));
        assert_eq!(at("d"), Some((3, 18)));
        assert_eq!(at("ä[1].missing.deep"), Some((2, 12)));
        assert_eq!(positions.duplicate, None);
    }

    #[test]
    fn a_key_that_is_there_twice_is_found() {
        let positions = Positions::of(r#"{"a": {"x": 1, "y": {}, "x": 2}, "x": 3}"#);
        assert_eq!(positions.duplicate, Some(("a.x".to_owned(), "x".to_owned())));
    }

    proptest! {
        #[test]
        fn any_text_is_walked_without_panic(text in r#"[{}\[\]":,ä1 \\\n]*"#) {
            Positions::of(&text);
        }
    }
}
