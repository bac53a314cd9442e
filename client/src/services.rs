//! Ports: what the team app, and in part the visitor's forms, need of the machine that they run on.
//!
//! Pages, hooks and the driver know these traits only; `browser` implements them and is named by
//! the programs alone. Nothing here decides anything.

use std::{fmt, future::Future, pin::Pin, rc::Rc};

use serde_json::Value;
use yew::prelude::*;

/// A future of the page's own thread.
pub type LocalFuture<T> = Pin<Box<dyn Future<Output = T>>>;

/// Lets `future` run on the page's thread.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}

/// All ports of the app, provided once.
#[derive(Clone)]
pub struct Services {
    /// The app's own database.
    pub storage: Rc<dyn Storage>,
    /// The way to the server's `/sync`.
    pub transport: Rc<dyn Transport>,
    /// Time and timers.
    pub clock: Rc<dyn Clock>,
    /// Random bytes.
    pub random: Rc<dyn Random>,
    /// Keys that never leave the browser.
    pub keys: Rc<dyn Keys>,
    /// The key of drafts.
    pub draft_key: Rc<dyn DraftKey>,
    /// The server's JSON and files.
    pub api: Rc<dyn Api>,
    /// Everything else that the page asks of the browser.
    pub platform: Rc<dyn Platform>,
}

impl PartialEq for Services {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.storage, &other.storage)
    }
}

impl fmt::Debug for Services {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Services")
    }
}

/// The ports, from the context that the app provides.
#[hook]
pub fn use_services() -> Services {
    use_context::<Services>().expect("the app provides its services around every page")
}

/// A table of the app's database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Document id → stored document.
    Documents,
    /// One row: what was read of the server's log.
    Progress,
    /// Facts of the session, and keys.
    Device,
    /// Unfinished forms, sealed for at most a day.
    Drafts,
    /// Document id → what only this phone knows of it, such as initials.
    Local,
    /// Nonce → what a visitor finished, sealed, and how far it has come.
    Requests,
}

impl Table {
    /// The tables of the team app.
    pub const OF_TEAM: &[Self] = &[Self::Documents, Self::Progress, Self::Device, Self::Drafts, Self::Local];
    /// The tables of the visitor's forms.
    pub const OF_FORMS: &[Self] = &[Self::Device, Self::Drafts, Self::Requests];

    /// Name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Progress => "progress",
            Self::Device => "device",
            Self::Drafts => "drafts",
            Self::Local => "local",
            Self::Requests => "requests",
        }
    }
}

/// One row to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where.
    pub table: Table,
    /// Key in the table.
    pub key: String,
    /// What.
    pub bytes: Vec<u8>,
}

/// Durable rows of bytes.
pub trait Storage {
    /// Stores all rows or none; done means: on the disk, and read back equal.
    fn put(&self, rows: Vec<Row>) -> LocalFuture<Result<(), StorageError>>;
    /// The row of that key.
    fn get(&self, table: Table, key: &str) -> LocalFuture<Result<Option<Vec<u8>>, StorageError>>;
    /// Every row of a table.
    fn all(&self, table: Table) -> LocalFuture<Result<Vec<Row>, StorageError>>;
    /// Removes a row; a missing one is no error.
    fn delete(&self, table: Table, key: &str) -> LocalFuture<Result<(), StorageError>>;
    /// Removes everything in the app's database, keys too.
    fn clear(&self) -> LocalFuture<Result<(), StorageError>>;
    /// How safe the storage is.
    fn health(&self) -> LocalFuture<StorageHealth>;
}

/// Why a row was not stored or read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser gives no more space.
    #[error("no space left for {0}")]
    Full(&'static str),
    /// The browser has no database for this page, as in some private windows.
    #[error("the browser offers no database")]
    Unavailable,
    /// What was read back is not what was written.
    #[error("{table} {key} was read back differently")]
    ReadBackDiffers {
        /// Name of the table.
        table: &'static str,
        /// Key of the row.
        key: String,
    },
    /// Anything else, in the browser's words.
    #[error("{operation} failed: {message}")]
    Failed {
        /// What was tried.
        operation: &'static str,
        /// The browser's words.
        message: String,
    },
}

/// How safe the browser keeps what is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StorageHealth {
    /// Not asked yet.
    #[default]
    Unknown,
    /// The browser promises to keep it.
    Persisted,
    /// The browser may clear it when space runs low.
    MayBeCleared,
    /// Less than [`StorageHealth::LOW_BYTES`] are left.
    AlmostFull,
    /// There is none, as in some private windows.
    Unavailable,
}

impl StorageHealth {
    /// Room for some ten thousand contacts.
    pub const LOW_BYTES: f64 = 20_000_000.0;
}

/// What a socket reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SocketEvent {
    /// Open; frames may be sent.
    Opened,
    /// One frame.
    Received(Vec<u8>),
    /// Closed, or never opened; with the close code.
    Closed(u16),
}

/// Opens sockets.
pub trait Transport {
    /// Connects to the server's `/sync`; everything else arrives as events.
    fn connect(&self, on_event: Rc<dyn Fn(SocketEvent)>) -> Option<Box<dyn Socket>>;
}

/// An open socket; dropping it closes it and ends its events.
pub trait Socket {
    /// Sends one frame; frames that the socket can not take any more are lost like any on the way.
    fn send(&self, frame: &[u8]);
}

/// Runs until dropped.
pub trait Guard {}

/// Time and timers.
pub trait Clock {
    /// Milliseconds since the Unix epoch.
    fn now_ms(&self) -> i64;
    /// Calls `then` once after `ms`, unless the guard is dropped before.
    fn after(&self, ms: u32, then: Box<dyn FnOnce()>) -> Box<dyn Guard>;
    /// A time on the wall clock of this device; markets are where their phones are.
    fn local(&self, ms: i64) -> LocalTime;
}

/// A time on the wall clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalTime {
    /// ISO 8601.
    pub day: String,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

impl LocalTime {
    /// `HH:MM`.
    pub fn clock(&self) -> String {
        format!("{:02}:{:02}", self.hour, self.minute)
    }
}

/// Random bytes, fit for keys.
pub trait Random {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// `N` random bytes.
pub fn random_bytes<const N: usize>(random: &dyn Random) -> [u8; N] {
    let mut bytes = [0; N];
    random.fill(&mut bytes);
    bytes
}

/// Keys that are made in the browser and can not be read out of it.
pub trait Keys {
    /// The public half (SEC1, 65 bytes) of the signing key for an invite, which is made at first use. An
    /// invite that fails leaves the key of the one before alone, and asking again uses the same key.
    fn signing_key(&self, invite: &str) -> LocalFuture<Result<Vec<u8>, KeyError>>;
    /// Signs with the key for an invite: ECDSA P-256 with SHA-256, raw r‖s.
    fn sign(&self, invite: &str, message: Vec<u8>) -> LocalFuture<Result<Vec<u8>, KeyError>>;
    /// The key of unfinished forms together with one that follows from a PIN: what it seals opens with both only.
    /// `check` came with the key when the PIN was new; a wrong PIN fails.
    fn key_of_pin(&self, pin: &str, salt: [u8; 16], check: Option<Vec<u8>>) -> LocalFuture<KeyOfPin>;
}

/// A key that needs a PIN, with the bytes by which the same PIN is known again.
pub type KeyOfPin = Result<(Rc<dyn DraftKey>, Vec<u8>), KeyError>;

/// The key of unfinished forms; like the others it can not be read out of the browser.
pub trait DraftKey {
    /// Encrypts a draft, making the key at first use.
    fn seal(&self, plain: Vec<u8>) -> LocalFuture<Result<Vec<u8>, KeyError>>;
    /// Decrypts a draft.
    fn open(&self, sealed: Vec<u8>) -> LocalFuture<Result<Vec<u8>, KeyError>>;
    /// Destroys the key, and with it every draft.
    fn forget(&self) -> LocalFuture<Result<(), KeyError>>;
}

/// Why a key could not be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// There is none yet, or the browser cleared it.
    #[error("the key is missing")]
    Missing,
    /// The browser has no Web Crypto here: no secure context, or too old.
    #[error("the browser offers no Web Crypto")]
    Unavailable,
    /// It could not be kept.
    #[error("the key could not be kept")]
    NotKept(#[source] StorageError),
    /// Anything else, in the browser's words.
    #[error("{operation} failed: {message}")]
    Failed {
        /// What was tried.
        operation: &'static str,
        /// The browser's words.
        message: String,
    },
}

/// How the server is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates or acts.
    Post,
    /// Replaces.
    Put,
    /// Removes.
    Delete,
}

impl Method {
    /// As HTTP writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// The server's JSON and files.
pub trait Api {
    /// Calls an address of the JSON interface; an empty answer is `null`.
    fn call(&self, method: Method, path: &str, body: Option<Value>) -> LocalFuture<Result<Value, ApiError>>;
    /// Fetches a file.
    fn fetch(&self, path: &str) -> LocalFuture<Result<Vec<u8>, ApiError>>;
}

/// Why a call brought nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// No answer at all.
    #[error("no answer")]
    Offline,
    /// An answer that says no.
    #[error("status {status}, {code}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// The `error` of the answer; empty if there was none.
        code: String,
        /// The whole answer.
        body: Value,
    },
    /// An answer that can not be read.
    #[error("unreadable answer")]
    Unreadable,
}

/// What else the page asks of the browser.
pub trait Platform {
    /// Names what the browser lacks; empty if the app can run.
    fn missing(&self) -> Vec<&'static str>;
    /// Whether this is the browser inside another app, which forgets what it stores.
    fn in_app_browser(&self) -> bool;
    /// Calls `then` whenever a connection may be worth a try: network back, page in front again.
    fn on_wake(&self, then: Rc<dyn Fn()>) -> Box<dyn Guard>;
    /// Calls `then` when the browser says that the network is gone.
    fn on_network_lost(&self, then: Rc<dyn Fn()>) -> Box<dyn Guard>;
    /// Calls `then` whenever somebody presses a key or touches the page.
    fn on_use(&self, then: Rc<dyn Fn()>) -> Box<dyn Guard>;
    /// Whether there is surely no network. That there is one can not be known.
    fn has_no_network(&self) -> bool;
    /// Waits to be the only writer among this browser's tabs. The callback is told [`Writer`]
    /// whenever that changes.
    fn become_writer(&self, claim: Claim, then: Rc<dyn Fn(Writer)>);
    /// Where the page is: path, and fragment without `#`.
    fn address(&self) -> (String, String);
    /// Shows another address in the bar.
    fn set_address(&self, path: &str, history: History);
    /// Calls `then` when the visitor of the page goes back or forward.
    fn on_address_change(&self, then: Rc<dyn Fn()>) -> Box<dyn Guard>;
    /// Scheme, host and port.
    fn origin(&self) -> String;
    /// Sets an attribute of the root element, for styles and direction of writing.
    fn set_root(&self, name: &str, value: &str);
    /// Title of the page.
    fn set_title(&self, title: &str);
    /// Moves keyboard and screen reader to the element with that id, if there is one.
    fn focus(&self, id: &str);
    /// Shows the upper end of the page.
    fn scroll_to_top(&self);
    /// A small setting that needs no durability, such as the colour scheme.
    fn setting(&self, name: &str) -> Option<String>;
    /// Keeps a small setting.
    fn set_setting(&self, name: &str, value: &str);
    /// Languages that the reader prefers, best first.
    fn languages(&self) -> Vec<String>;
    /// Hands a file to the reader.
    fn download(&self, name: &str, media_type: &str, bytes: &[u8]);
    /// Content of a `meta` element of the shell.
    fn meta(&self, name: &str) -> Option<String>;
    /// Calls `then` when a newer version of the app is ready and waits.
    fn on_update(&self, then: Rc<dyn Fn()>);
    /// Lets the newer version take over and loads it.
    fn apply_update(&self);
    /// Keeps the desk's files in this browser, so that an organiser can open it without a network.
    fn keep_desk(&self);
    /// Loads the app afresh at a path.
    fn load(&self, path: &str);
    /// Writes a failure that needs no answer to the browser's log; it must not carry personal data.
    fn log(&self, failure: &dyn std::error::Error);
    /// A short label of browser and system, such as `Firefox, Android`.
    fn device_name(&self) -> String;
}

/// How insistently to ask for the writer's role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// After the others.
    Wait,
    /// At once; another tab stops writing.
    Take,
}

/// Whether this tab may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writer {
    /// Another tab does.
    Waiting,
    /// This one does.
    Me,
    /// Another tab took over.
    Lost,
}

/// What an address change leaves in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// A new entry.
    Push,
    /// The same entry.
    Replace,
}
