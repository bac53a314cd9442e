//! Tables as CSV.
//!
//! Written for German Excel, which opens them by a double click: a byte order mark, `;` between fields,
//! every field quoted, CRLF. A field that a spreadsheet would run as a formula gets a `'` in front.

/// A table in the making.
#[derive(Clone, Debug)]
pub struct Table {
    text: String,
    columns: usize,
}

impl Table {
    /// A table with these headings.
    pub fn new(headings: &[&str]) -> Self {
        let mut table = Self { text: "\u{feff}".to_owned(), columns: headings.len() };
        table.row(headings);
        table
    }

    /// Adds a row; fields that are missing are empty, fields beyond the headings are left out.
    pub fn row<S: AsRef<str>>(&mut self, fields: &[S]) {
        for column in 0..self.columns {
            if column > 0 {
                self.text.push(';');
            }
            self.field(fields.get(column).map_or("", AsRef::as_ref));
        }
        self.text.push_str("\r\n");
    }

    /// The whole table as text, to be written as UTF-8.
    pub fn finish(self) -> String {
        self.text
    }

    fn field(&mut self, field: &str) {
        self.text.push('"');
        // Spreadsheets skip spaces before they decide what is a formula.
        if field
            .trim_start_matches(' ')
            .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
        {
            self.text.push('\'');
        }
        for letter in field.chars() {
            match letter {
                '"' => self.text.push_str("\"\""),
                // Shown by no spreadsheet, and the end of the file for some.
                '\0' => {}
                _ => self.text.push(letter),
            }
        }
        self.text.push('"');
    }
}

/// Text that is no CSV.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a quoted field begins here and does not end")]
pub struct NotCsv {
    /// Line of the mistake, from one.
    pub line: usize,
}

/// Reads rows of fields separated by `,` (or `;` if the first line has more of these), by RFC 4180.
///
/// Empty lines are left out.
pub fn read(text: &str) -> Result<Vec<Vec<String>>, NotCsv> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let separator = if first.matches(';').count() > first.matches(',').count() { ';' } else { ',' };
    let mut rows = Vec::new();
    let mut row = Row::default();
    let mut line = 1;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if row.field.is_empty() => {
                let start = line;
                row.begun = true;
                loop {
                    match letters.next().ok_or(NotCsv { line: start })? {
                        '"' if letters.peek() == Some(&'"') => {
                            letters.next();
                            row.field.push('"');
                        }
                        '"' => break,
                        letter => {
                            line += usize::from(letter == '\n');
                            row.field.push(letter);
                        }
                    }
                }
            }
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' => {
                line += 1;
                rows.extend(row.end());
            }
            letter => {
                row.begun = true;
                if letter == separator { row.end_field() } else { row.field.push(letter) }
            }
        }
    }
    rows.extend(row.end());
    Ok(rows)
}

/// A row while it is read.
#[derive(Default)]
struct Row {
    fields: Vec<String>,
    field: String,
    /// Whether there is anything on the line, if only an empty field in quotes.
    begun: bool,
}

impl Row {
    fn end_field(&mut self) {
        self.fields.push(std::mem::take(&mut self.field));
    }

    fn end(&mut self) -> Option<Vec<String>> {
        let begun = std::mem::take(&mut self.begun);
        begun.then(|| {
            self.end_field();
            std::mem::take(&mut self.fields)
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(field: &str, written: &str) {
        let mut table = Table::new(&["a"]);
        table.row(&[field]);
        assert_eq!(table.finish(), format!("\u{feff}\"a\"\r\n\"{written}\"\r\n"));
    }

    #[test]
    fn fields_are_quoted_and_formulas_defused() {
        check("Käse; Brot", "Käse; Brot");
        check("sagt \"ja\"\nund geht", "sagt \"\"ja\"\"\nund geht");
        check("=1+1", "'=1+1");
        check("@SUM(A1)", "'@SUM(A1)");
        check("-2", "'-2");
        check("  =cmd", "'  =cmd");
        check("+49 30 23125 017", "'+49 30 23125 017");
        check("\t=1", "'\t=1");
        check("1-2", "1-2");
        check("", "");
    }

    #[test]
    fn rows_have_as_many_fields_as_there_are_headings() {
        let mut table = Table::new(&["a", "b"]);
        table.row(&["1"]);
        table.row(&["1", "2", "3"]);
        assert_eq!(table.finish(), "\u{feff}\"a\";\"b\"\r\n\"1\";\"\"\r\n\"1\";\"2\"\r\n");
    }

    #[test]
    fn reads_quotes_and_line_breaks() {
        assert_eq!(
            read("id,name\r\n1,\"a, \"\"b\"\"\nc\"\n\n2,\n"),
            Ok(vec![
                vec!["id".to_owned(), "name".to_owned()],
                vec!["1".to_owned(), "a, \"b\"\nc".to_owned()],
                vec!["2".to_owned(), String::new()],
            ])
        );
        assert_eq!(read("a\n\"b\nc"), Err(NotCsv { line: 2 }));
        assert_eq!(read(""), Ok(vec![]));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(fields in proptest::collection::vec("[a-z;,\"\r\n ä]{0,8}", 1..5)) {
            let mut table = Table::new(&fields.iter().map(|_| "h;").collect::<Vec<_>>());
            table.row(&fields);
            let rows = read(&table.finish()).expect("valid");
            let read: Vec<&str> = rows[1].iter().map(|field| field.trim_start_matches('\'')).collect();
            prop_assert_eq!(read, fields);
        }

        #[test]
        fn any_text_is_read_without_panic(text in ".*") {
            let _ = read(&text);
        }
    }
}
