//! What guided runs send bytes to.

use crate::bounds;
use crate::chance::Chance;
use crate::documents;
use crate::mutation;
use crate::readers;
use crate::traffic::{self, Traffic};
use automerge::Automerge;
use automerge::sync::State;
use shared::document::heads;
use shared::exchange::{SourceFile, read, read_all};
use shared::repo::{Progress, StoredDocument};
use shared::sync::message::Message;
use shared::sync::vetting::{self, Limits, Vetted, vet};
use std::path::Path;
use std::sync::OnceLock;

/// Tables that an import finds by the file's name.
const TABLES: [&str; 3] = ["organizations", "services", "phones"];

/// See the module's documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A frame of the wire.
    Frame,
    /// **Shape**: which document of the traffic (1 byte), then a sync message about it.
    Vetting,
    /// **Shape**: 0, then stored bytes; or which document, then what is put into it.
    Document,
    /// **Shape**: which table and format (1 byte), then a file's text.
    Import,
}

impl Target {
    /// All of them.
    pub const ALL: [Target; 4] = [Target::Frame, Target::Vetting, Target::Document, Target::Import];

    /// As it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Target::Frame => "frame",
            Target::Vetting => "vetting",
            Target::Document => "document",
            Target::Import => "import",
        }
    }

    /// The target of that name.
    pub fn from_name(name: &str) -> Option<Target> {
        Target::ALL.into_iter().find(|target| target.name() == name)
    }

    /// Handles an input.
    ///
    /// # Errors
    /// Says what is wrong: a panic, too high a cost, or what is stored cannot be read.
    pub fn run(self, input: &[u8]) -> Result<(), String> {
        match self {
            Target::Frame => bounds::hold(|| read_frame(input)).map(|_| ()),
            Target::Vetting => vet_message(input),
            Target::Document => read_document(input),
            Target::Import => bounds::hold(|| import(input)).map(|_| ()),
        }
    }

    /// Real input to begin with.
    pub fn seeds(self) -> Vec<Vec<u8>> {
        match self {
            Target::Frame => traffic().frames.clone(),
            Target::Vetting => sync_messages(),
            Target::Document => {
                let stored = stored_documents(traffic()).into_iter().map(|bytes| [vec![0], bytes].concat());
                let nonsense = (0..32).map(|seed| {
                    let mut chance = Chance::of(seed);
                    (0..8).flat_map(|_| chance.bytes()).collect()
                });
                stored.chain(nonsense).collect()
            }
            Target::Import => ["json", "csv"]
                .into_iter()
                .flat_map(|extension| hsds_files(extension).into_iter().map(move |text| (extension, text)))
                .enumerate()
                .map(|(number, (extension, text))| {
                    let which = (number % TABLES.len()) as u8 * 2 + u8::from(extension == "csv");
                    [vec![which], text].concat()
                })
                .collect(),
        }
    }

    /// Damages an input where that needs knowledge of its shape; `false` if it is none.
    pub fn mutate(self, input: &mut Vec<u8>, chance: &mut Chance) -> bool {
        let (Target::Vetting, Some((which, message))) = (self, input.split_first()) else { return false };
        let Ok(message) = vetting::decode(message) else { return false };
        let Some(message) = mutation::with_mutated_chunk(message, &traffic().chunks, chance) else {
            return false;
        };
        *input = [vec![*which], message.encode()].concat();
        true
    }
}

fn traffic() -> &'static Traffic {
    static TRAFFIC: OnceLock<Traffic> = OnceLock::new();
    TRAFFIC.get_or_init(traffic::record)
}

/// Every state in which a document was during the traffic, and a new one first.
fn states() -> &'static [Automerge] {
    static STATES: OnceLock<Vec<Automerge>> = OnceLock::new();
    STATES.get_or_init(|| {
        let mut states = vec![Automerge::new()];
        for committed in traffic().moments.iter().flat_map(|moment| moment.values()) {
            if states.len() < 256 && !states.iter().any(|state| heads(state) == committed.heads) {
                states.push(Automerge::load(&committed.chunks.concat()).expect("real traffic"));
            }
        }
        states
    })
}

fn read_frame(frame: &[u8]) {
    if let Ok(message) = Message::decode(frame) {
        assert_eq!(Message::decode(&message.encode()), Ok(message));
    }
}

fn sync_messages() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for sent in &traffic().up {
        let Ok(Message::Sync { document, data, .. }) = Message::decode(&sent.frame) else { continue };
        let before = traffic().moments[sent.moment].get(&document);
        let which = before.and_then(|before| states().iter().position(|state| heads(state) == before.heads));
        seeds.push([vec![which.unwrap_or(0) as u8], data].concat());
    }
    seeds
}

fn vet_message(input: &[u8]) -> Result<(), String> {
    let Some((which, message)) = input.split_first() else { return Ok(()) };
    let before = &states()[usize::from(*which) % states().len()];
    let mut message = message.to_vec();
    mutation::make_sums_right(&mut message);
    let (vetted, _) = bounds::hold(|| {
        vetting::decode(&message).and_then(|message| vet(before, &State::new(), message, &Limits::default()))
    })?;
    let Ok(Vetted::Changes { candidate, .. }) = vetted else { return Ok(()) };
    let loaded = Automerge::load(&candidate.save()).map_err(|error| format!("it is unreadable: {error}"))?;
    if heads(&loaded) != heads(&candidate) {
        return Err("it is stored in another state".to_owned());
    }
    bounds::hold(|| readers::read_all(&loaded)).map(|_| ())
}

fn read_document(input: &[u8]) -> Result<(), String> {
    match input.split_first() {
        None => Ok(()),
        Some((0, stored)) => bounds::hold(|| read_stored(stored)).map(|_| ()),
        Some((which, bytes)) => {
            let mut document = states()[usize::from(*which) % states().len()].clone();
            documents::spoil(&mut document, &mut Chance::of_bytes(bytes));
            bounds::hold(|| readers::read_all(&document)).map(|_| ())
        }
    }
}

/// Reads what a phone may find in its storage.
pub fn read_stored(bytes: &[u8]) {
    let _progress = Progress::from_bytes(bytes);
    if let Ok(stored) = StoredDocument::from_bytes(bytes) {
        assert_eq!(StoredDocument::from_bytes(&stored.to_bytes()), Ok(stored));
    }
}

/// What phones have stored after the traffic, and how far they have read.
pub fn stored_documents(traffic: &Traffic) -> Vec<Vec<u8>> {
    let stored = traffic.moments.iter().flatten().map(|(document, committed)| {
        StoredDocument {
            id: *document,
            kind: committed.facts.kind.expect("all have one"),
            claim: None,
            bytes: committed.chunks.concat(),
            acknowledged: committed.heads.clone(),
            refused: None,
            voucher: Some(vec![7; 60]),
            relayed: false,
        }
        .to_bytes()
    });
    let progress = Progress { incarnation: "incarnation-1".into(), cursor: 300, backup: 0 }.to_bytes();
    stored.chain([progress]).collect()
}

fn import(input: &[u8]) {
    let Some((which, text)) = input.split_first() else { return };
    let extension = if which % 2 == 0 { "json" } else { "csv" };
    let table = TABLES[usize::from(which / 2) % TABLES.len()];
    import_as(&format!("{table}.{extension}"), &String::from_utf8_lossy(text));
}

/// Imports a text as a file of this name, and as one of a folder.
pub fn import_as(name: &str, text: &str) {
    let _import = read(name, text, Some("season"));
    let _joined = read_all(&[SourceFile { name, text }], None);
}

/// The examples of the HSDS specification with this extension.
pub fn hsds_files(extension: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/hsds-3.0/examples");
    files(&folder, extension)
}

fn files(folder: &Path, extension: &str) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the fixtures are there") {
        let path = entry.expect("the folder is readable").path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|of| of == extension) {
            found.push(std::fs::read(&path).expect("a file can be read"));
        }
    }
    found
}
