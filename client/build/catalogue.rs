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

/// A language of the interface.
struct Language {
    /// BCP 47 tag, and the name of its files.
    tag: &'static str,
    /// Whether a person who grew up with it has read all of its texts. If not, the pages say so. German is
    /// no translation.
    reviewed: bool,
}

/// The first is the reference: it names the messages.
///
/// Each has the sets of [`VISITOR`]; one that has the files of another set as well has that set.
const LANGUAGES: [Language; 9] = [
    Language { tag: "de", reviewed: true },
    Language { tag: "de-x-leicht", reviewed: false },
    Language { tag: "en", reviewed: false },
    Language { tag: "tr", reviewed: false },
    Language { tag: "ar", reviewed: false },
    Language { tag: "ru", reviewed: false },
    Language { tag: "uk", reviewed: false },
    Language { tag: "pl", reviewed: false },
    Language { tag: "vi", reviewed: false },
];

/// Sets that no language may lack.
const VISITOR: [&str; 8] = ["common", "visitor", "list", "forms", "ask", "guide", "about", "manifest"];

/// What a language is called in itself.
const NAME: &str = "language-own";

/// The position of a set is part of each message's number.
const SETS: [&str; 10] =
    ["common", "visitor", "team", "desk", "list", "forms", "ask", "guide", "about", "manifest"];

/// Which sets each app loads.
const APPS: [(&str, &[&str]); 7] = [
    ("visitor", &["common", "visitor"]),
    ("team", &["common", "team", "forms"]),
    ("desk", &["common", "team", "desk", "forms"]),
    ("list", &["common", "visitor", "list"]),
    ("ask", &["common", "visitor", "forms", "ask"]),
    ("about", &["common", "visitor", "about"]),
    // For the server only, which renders the visitor's pages, those of the forms and the guide among them, and
    // what the app is called where it is installed.
    ("pages", &["common", "visitor", "forms", "ask", "guide", "about", "manifest"]),
];

/// A compiled message and the arguments that it takes.
type Message = (String, BTreeSet<String>);

/// The sets of a language; one of which it has no file is none.
type Sets = Vec<Option<BTreeMap<String, Message>>>;

/// Writes `text.rs`, `text/<language>-<app>.bin` and `text-problems.txt`.
///
/// An app has a table in each language that has all of its sets.
///
/// A compiled catalogue is the language and the sets with U+001E between them; the messages of a set have
/// U+001F between them.
pub(crate) fn compile(text: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut problems = String::new();
    let mut languages = Vec::new();
    for language in &LANGUAGES {
        languages.push(read(text, language.tag)?);
    }
    let reference: Vec<_> = languages[0].iter().map(|set| set.clone().unwrap_or_default()).collect();
    for (language, sets) in LANGUAGES.iter().zip(&languages).skip(1) {
        compare(language.tag, &reference, sets, &mut problems)?;
    }

    fs::create_dir_all(out.join("text"))?;
    let mut tables = Vec::new();
    for (language, sets) in LANGUAGES.iter().zip(&languages) {
        let tag = language.tag;
        for (app, wanted) in APPS {
            let Some(table) = table(&reference, sets, wanted) else { continue };
            let sets: Vec<String> = table.iter().map(|set| set.join("\u{1f}")).collect();
            let compiled = format!("{tag}\u{1e}{}", sets.join("\u{1e}"));
            fs::write(out.join(format!("text/{tag}-{app}.bin")), compiled)?;
            tables.push((app, tag));
        }
    }
    let mut code = constants(&reference)?;
    code += &names(&languages)?;
    code += &embedded(&tables)?;
    fs::write(out.join("text.rs"), code)?;
    fs::write(out.join("text-problems.txt"), problems)?;
    Ok(())
}

/// The messages of each set in one language.
fn read(text: &Path, language: &str) -> Result<Sets, Box<dyn Error>> {
    let mut sources = Vec::new();
    for set in SETS {
        let path = text.join(set).join(format!("{language}.ftl"));
        sources.push(if path.exists() { Some(fs::read_to_string(&path)?) } else { None });
    }
    let mut resources = Vec::new();
    for (set, source) in SETS.iter().zip(&sources) {
        let resource = source.as_deref().map(parse).transpose();
        resources.push(resource.map_err(|problem| format!("text/{set}/{language}.ftl:{problem}"))?);
    }

    let mut patterns = Patterns::new();
    for resource in resources.iter().flatten() {
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
        let Some(resource) = resource else {
            sets.push(None);
            continue;
        };
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
        sets.push(Some(messages));
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
    sets: &[Option<BTreeMap<String, Message>>],
    problems: &mut String,
) -> Result<(), std::fmt::Error> {
    for ((set, reference), messages) in SETS.iter().zip(reference).zip(sets) {
        let Some(messages) = messages else {
            if VISITOR.contains(set) {
                writeln!(problems, "text/{set}/{language}.ftl is missing")?;
            }
            continue;
        };
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

/// Templates by set and position, German where a message is missing; nothing for a language without one
/// of the sets.
fn table<'a>(
    reference: &'a [BTreeMap<String, Message>],
    sets: &'a [Option<BTreeMap<String, Message>>],
    wanted: &[&str],
) -> Option<Vec<Vec<&'a str>>> {
    let mut table = Vec::new();
    for ((name, reference), messages) in SETS.iter().zip(reference).zip(sets) {
        table.push(if wanted.contains(name) {
            let messages = messages.as_ref()?;
            reference.iter().map(|(id, german)| messages.get(id).unwrap_or(german).0.as_str()).collect()
        } else {
            Vec::new()
        });
    }
    Some(table)
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
    Ok(code)
}

/// The languages with what they are called, and those of the team's programs.
fn names(languages: &[Sets]) -> Result<String, Box<dyn Error>> {
    let mut code = String::from(
        "\n/// Languages of the visitor's pages; German first.\npub const LANGUAGES: &[Language] = &[\n",
    );
    for (language, sets) in LANGUAGES.iter().zip(languages) {
        let Language { tag, reviewed } = language;
        let named = sets.iter().flatten().find_map(|messages| messages.get(NAME));
        let (name, _) = named.ok_or_else(|| format!("{tag}: {NAME} is missing"))?;
        writeln!(code, "    Language {{ tag: {tag:?}, name: {name:?}, reviewed: {reviewed} }},")?;
    }
    let complete: Vec<&str> = LANGUAGES
        .iter()
        .zip(languages)
        .filter(|(_, sets)| sets.iter().all(Option::is_some))
        .map(|(language, _)| language.tag)
        .collect();
    writeln!(
        code,
        "];\n\n/// Languages of the team's programs.\npub const TEAM_LANGUAGES: &[&str] = &{complete:?};"
    )?;
    Ok(code)
}

/// The tables as part of the program, for the server and for tests.
fn embedded(tables: &[(&str, &str)]) -> Result<String, std::fmt::Error> {
    let mut code = String::from(
        "\n#[cfg(any(feature = \"ssr\", test))]\nfn compiled(app: &str, language: &str) -> Option<&'static [u8]> {\n    Some(match (app, language) {\n",
    );
    for (app, language) in tables {
        writeln!(
            code,
            "        ({app:?}, {language:?}) => include_bytes!(concat!(env!(\"OUT_DIR\"), \"/text/{language}-{app}.bin\")),"
        )?;
    }
    code.push_str("        _ => return None,\n    })\n}\n");
    Ok(code)
}
