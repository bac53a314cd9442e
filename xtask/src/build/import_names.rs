//! Short names for what the wasm imports from its JavaScript and exports to it.
//!
//! wasm-bindgen names each with a hash of sixteen digits, which stands in both files and which no
//! compression makes smaller: several kilobytes of a visitor's first visit.

use std::collections::BTreeMap;

/// The number of the import section.
const IMPORTS: u8 = 2;
/// The number of the export section.
const EXPORTS: u8 = 7;
/// How wasm-bindgen's own names begin; any other may also be a word of the JavaScript.
const GENERATED: [&str; 2] = ["__wb", "wasm_bindgen_"];
/// `\0asm` and the version.
const HEADER: usize = 8;

/// Gives imports and exports short names, the same in both files.
pub(crate) fn shorten(wasm: Vec<u8>, javascript: String) -> Result<(Vec<u8>, String), String> {
    let mut names = ShortNames::default();
    let wasm = rewritten(wasm, IMPORTS, |reader, entry| {
        write_name(entry, &reader.name()?);
        names.write(entry, reader.name()?);
        reader.copy(entry, Reader::skip_description)
    })?;
    let wasm = rewritten(wasm, EXPORTS, |reader, entry| {
        names.write(entry, reader.name()?);
        reader.copy(entry, |reader| reader.byte().and_then(|_kind| reader.number()).map(|_index| ()))
    })?;
    Ok((wasm, renamed(&javascript, &names.0)))
}

/// Short names by the long ones.
#[derive(Default)]
struct ShortNames(BTreeMap<String, String>);

impl ShortNames {
    fn write(&mut self, bytes: &mut Vec<u8>, name: String) {
        if !GENERATED.iter().any(|start| name.starts_with(start)) {
            return write_name(bytes, &name);
        }
        let next = format!("_{}", self.0.len());
        write_name(bytes, self.0.entry(name).or_insert(next));
    }
}

/// The module with another section of that kind, each entry of which `rewrite` reads and writes.
fn rewritten(
    wasm: Vec<u8>,
    id: u8,
    mut rewrite: impl FnMut(&mut Reader<'_>, &mut Vec<u8>) -> Result<(), String>,
) -> Result<Vec<u8>, String> {
    let Some((start, content)) = section(&wasm, id)? else { return Ok(wasm) };
    let mut reader = Reader { bytes: &wasm[..content.end], at: content.start };
    let mut entries = Vec::new();
    let count = reader.number()?;
    write_number(&mut entries, count);
    for _entry in 0..count {
        rewrite(&mut reader, &mut entries)?;
    }
    let mut rewritten = wasm[..start].to_vec();
    rewritten.push(id);
    write_number(&mut rewritten, entries.len());
    rewritten.extend(entries);
    rewritten.extend_from_slice(&wasm[content.end..]);
    Ok(rewritten)
}

/// Replaces whole identifiers.
fn renamed(javascript: &str, names: &BTreeMap<String, String>) -> String {
    let is_part = |character: char| character.is_alphanumeric() || matches!(character, '_' | '$');
    let mut text = String::with_capacity(javascript.len());
    let mut rest = javascript;
    while let Some(start) = rest.find(is_part) {
        let (before, from_word) = rest.split_at(start);
        let end = from_word.find(|character| !is_part(character)).unwrap_or(from_word.len());
        let (word, after) = from_word.split_at(end);
        text.push_str(before);
        text.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    text.push_str(rest);
    text
}

/// Where a section begins, and where its content is.
fn section(wasm: &[u8], wanted: u8) -> Result<Option<(usize, std::ops::Range<usize>)>, String> {
    let mut reader = Reader { bytes: wasm, at: HEADER };
    while reader.at < wasm.len() {
        let start = reader.at;
        let id = reader.byte()?;
        let length = reader.number()?;
        let content = reader.at..reader.at + length;
        if content.end > wasm.len() {
            return Err("the wasm ends in the middle of a section".to_owned());
        }
        if id == wanted {
            return Ok(Some((start, content)));
        }
        reader.at = content.end;
    }
    Ok(None)
}

/// Reads the binary format of WebAssembly.
struct Reader<'bytes> {
    bytes: &'bytes [u8],
    at: usize,
}

impl Reader<'_> {
    fn byte(&mut self) -> Result<u8, String> {
        let byte = self.bytes.get(self.at).ok_or("the wasm ends in the middle of a section")?;
        self.at += 1;
        Ok(*byte)
    }

    /// An unsigned LEB128 number.
    fn number(&mut self) -> Result<usize, String> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err("the wasm has a number that is too long".to_owned())
    }

    fn name(&mut self) -> Result<String, String> {
        let length = self.number()?;
        let bytes =
            self.bytes.get(self.at..self.at + length).ok_or("the wasm ends in the middle of a name")?;
        self.at += length;
        String::from_utf8(bytes.to_vec()).map_err(|error| error.to_string())
    }

    /// Writes the bytes that `skip` goes over.
    fn copy(
        &mut self,
        bytes: &mut Vec<u8>,
        skip: impl FnOnce(&mut Self) -> Result<(), String>,
    ) -> Result<(), String> {
        let start = self.at;
        skip(self)?;
        bytes.extend_from_slice(&self.bytes[start..self.at]);
        Ok(())
    }

    /// What kind of thing is imported, and its type.
    fn skip_description(&mut self) -> Result<(), String> {
        let kind = self.byte()?;
        match kind {
            0 => self.number().map(|_function_type| ()),
            1 => self.byte().and_then(|_element_type| self.skip_limits()),
            2 => self.skip_limits(),
            3 => self.byte().and_then(|_value_type| self.byte()).map(|_mutability| ()),
            4 => self.byte().and_then(|_attribute| self.number()).map(|_tag_type| ()),
            other => Err(format!("the wasm imports something of the unknown kind {other}")),
        }
    }

    fn skip_limits(&mut self) -> Result<(), String> {
        let has_maximum = self.byte()? & 1 == 1;
        self.number()?;
        if has_maximum {
            self.number()?;
        }
        Ok(())
    }
}

fn write_number(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).expect("seven bits");
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}

fn write_name(bytes: &mut Vec<u8>, name: &str) {
    write_number(bytes, name.len());
    bytes.extend_from_slice(name.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(imports: &[(&str, &str, &[u8])]) -> Vec<u8> {
        let mut section = Vec::new();
        write_number(&mut section, imports.len());
        for (module, name, description) in imports {
            write_name(&mut section, module);
            write_name(&mut section, name);
            section.extend_from_slice(description);
        }
        let mut wasm = b"\0asm\x01\0\0\0\x01\x01\0".to_vec();
        wasm.push(IMPORTS);
        write_number(&mut wasm, section.len());
        wasm.extend(section);
        wasm.extend([3, 1, 0]);
        wasm
    }

    #[test]
    fn exports_are_shortened_as_well() {
        let exporting = |name: &str| {
            let mut section = vec![1];
            write_name(&mut section, name);
            section.extend([0, 9]);
            let mut wasm = b"\0asm\x01\0\0\0".to_vec();
            wasm.push(EXPORTS);
            write_number(&mut wasm, section.len());
            wasm.extend(section);
            wasm
        };
        let long = "wasm_bindgen_0123456789abcdef___invoke";
        let short = shorten(exporting(long), format!("wasm.{long}(1)"));
        assert_eq!(short, Ok((exporting("_0"), "wasm._0(1)".to_owned())));
    }

    #[test]
    fn both_files_get_the_same_short_names_and_nothing_else_changes() {
        let long = "__wbg_fetch_0123456789abcdef";
        let before = module(&[("./a.js", long, &[0, 5]), ("./a.js", "memory", &[2, 1, 1, 2])]);
        let after = module(&[("./a.js", "_0", &[0, 5]), ("./a.js", "memory", &[2, 1, 1, 2])]);
        let javascript = format!("const imports = {{ {long}: function() {{ return {long}2; }} }};");
        let expected = format!("const imports = {{ _0: function() {{ return {long}2; }} }};");
        assert_eq!(shorten(before, javascript), Ok((after, expected)));
    }

    #[test]
    fn a_broken_module_is_said_and_one_without_imports_stays() {
        assert!(shorten(b"\0asm\x01\0\0\0\x02\x05\x01".to_vec(), String::new()).is_err());
        let empty = b"\0asm\x01\0\0\0".to_vec();
        assert_eq!(shorten(empty.clone(), "a".to_owned()), Ok((empty, "a".to_owned())));
    }
}
