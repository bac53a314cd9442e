//! Fluent catalogues → tables, constants and a list of what is wrong.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fmt::Write,
    fs,
    path::Path,
};

use fluent_syntax::{
    ast::{Entry, Resource},
    parser,
};

use crate::template::{Patterns, Writer};

/// The first is the reference: it names the messages.
const LANGUAGES: [&str; 3] = ["de", "en", "ar"];

/// The position of a set is part of each message's number.
const SETS: [&str; 7] = ["common", "visitor", "team", "desk", "forms", "ask", "guide"];

/// Which sets each app loads.
const APPS: [(&str, &[&str]); 5] = [
    ("visitor", &["common", "visitor"]),
    ("team", &["common", "team", "forms"]),
    ("desk", &["common", "team", "desk", "forms"]),
    ("ask", &["common", "visitor", "forms", "ask"]),
    // For the server only, which renders the pages of the forms and the guide among them.
    ("pages", &["common", "visitor", "forms", "ask", "guide"]),
];

/// A compiled message and the arguments that it takes.
type Message = (String, BTreeSet<String>);

/// Writes `text.rs`, `text/<language>-<app>.bin` and `text-problems.txt`.
///
/// A compiled catalogue is the language and the sets with U+001E between them; the messages of a set have
/// U+001F between them.
pub(crate) fn compile(text: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut problems = String::new();
    let mut languages = Vec::new();
    for language in LANGUAGES {
        languages.push(read(text, language)?);
    }
    let reference = &languages[0];
    for (language, sets) in LANGUAGES.iter().zip(&languages).skip(1) {
        compare(language, reference, sets, &mut problems)?;
    }

    fs::create_dir_all(out.join("text"))?;
    for (language, sets) in LANGUAGES.iter().zip(&languages) {
        for (app, wanted) in APPS {
            let table = table(reference, sets, wanted);
            let sets: Vec<String> = table.iter().map(|set| set.join("\u{1f}")).collect();
            let compiled = format!("{language}\u{1e}{}", sets.join("\u{1e}"));
            fs::write(out.join(format!("text/{language}-{app}.bin")), compiled)?;
        }
    }
    fs::write(out.join("text.rs"), constants(reference)?)?;
    fs::write(out.join("text-problems.txt"), problems)?;
    Ok(())
}

/// The messages of each set in one language.
fn read(text: &Path, language: &str) -> Result<Vec<BTreeMap<String, Message>>, Box<dyn Error>> {
    let mut sources = Vec::new();
    for set in SETS {
        let path = text.join(set).join(format!("{language}.ftl"));
        sources.push(if path.exists() { fs::read_to_string(&path)? } else { String::new() });
    }
    let mut resources = Vec::new();
    for (set, source) in SETS.iter().zip(&sources) {
        resources.push(parse(source).map_err(|problem| format!("text/{set}/{language}.ftl:{problem}"))?);
    }

    let mut patterns = Patterns::new();
    for resource in &resources {
        for entry in &resource.body {
            let (id, pattern) = match entry {
                Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref()),
                Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value)),
                _ => continue,
            };
            let pattern = pattern.ok_or_else(|| format!("{language}: {id} has no text"))?;
            if patterns.insert(id.clone(), pattern).is_some() {
                return Err(format!("{language}: {id} is there twice").into());
            }
        }
    }

    let mut sets = Vec::new();
    for (set, resource) in SETS.iter().zip(&resources) {
        let mut messages = BTreeMap::new();
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let Some(pattern) = &message.value else { continue };
            let mut writer = Writer { patterns: &patterns, arguments: BTreeSet::new() };
            let mut template = String::new();
            writer
                .pattern(pattern, &mut template)
                .map_err(|problem| format!("text/{set}/{language}.ftl: {}: {problem}", message.id.name))?;
            messages.insert(message.id.name.to_owned(), (template, writer.arguments));
        }
        sets.push(messages);
    }
    Ok(sets)
}

fn parse(source: &str) -> Result<Resource<&str>, String> {
    parser::parse(source).map_err(|(_, errors)| {
        errors
            .iter()
            .map(|error| {
                let line = source[..error.pos.start].lines().count();
                format!("{line}: {error}\n")
            })
            .collect()
    })
}

/// Notes what a language lacks, has too much, or asks other arguments for.
fn compare(
    language: &str,
    reference: &[BTreeMap<String, Message>],
    sets: &[BTreeMap<String, Message>],
    problems: &mut String,
) -> Result<(), std::fmt::Error> {
    for ((set, reference), messages) in SETS.iter().zip(reference).zip(sets) {
        for (id, (_, arguments)) in reference {
            match messages.get(id) {
                None => writeln!(problems, "text/{set}/{language}.ftl: {id} is missing")?,
                Some((_, found)) if found != arguments => {
                    writeln!(
                        problems,
                        "text/{set}/{language}.ftl: {id} takes {found:?}, in German {arguments:?}"
                    )?;
                }
                Some(_) => {}
            }
        }
        for id in messages.keys().filter(|id| !reference.contains_key(*id)) {
            writeln!(problems, "text/{set}/{language}.ftl: {id} is not in the German catalogue")?;
        }
    }
    Ok(())
}

/// Templates by set and position; German where a language lacks one.
fn table<'a>(
    reference: &'a [BTreeMap<String, Message>],
    sets: &'a [BTreeMap<String, Message>],
    wanted: &[&str],
) -> Vec<Vec<&'a str>> {
    let mut table = Vec::new();
    for ((name, reference), messages) in SETS.iter().zip(reference).zip(sets) {
        let templates = reference.iter().map(|(id, german)| messages.get(id).unwrap_or(german).0.as_str());
        table.push(if wanted.contains(name) { templates.collect() } else { Vec::new() });
    }
    table
}

/// One constant per message.
fn constants(reference: &[BTreeMap<String, Message>]) -> Result<String, std::fmt::Error> {
    let mut code = String::from("impl Msg {\n");
    for (set, (name, messages)) in SETS.iter().zip(reference).enumerate() {
        for (position, (id, (_, arguments))) in messages.iter().enumerate() {
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let takes = if arguments.is_empty() {
                String::new()
            } else {
                format!("; takes {}", arguments.join(", "))
            };
            writeln!(code, "    /// `{id}` of {name}{takes}.")?;
            let constant = id.to_uppercase().replace('-', "_");
            writeln!(code, "    pub const {constant}: Self = Self {{ set: {set}, position: {position} }};")?;
        }
    }
    code.push_str("}\n\n#[cfg(test)]\nconst IDS: &[&str] = &[\n");
    for id in reference.iter().flat_map(BTreeMap::keys) {
        writeln!(code, "    \"{id}\",")?;
    }
    code.push_str("];\n");
    writeln!(
        code,
        "\n/// Languages that there are catalogues for; German first.\npub const LANGUAGES: &[&str] = &{LANGUAGES:?};"
    )?;
    Ok(code)
}
