//! What a command can fail with; each `Display` is the sentence that is printed.

use std::{io, net::SocketAddr};

use shared::document::{DocumentId, Kind};

use crate::{
    app::StartError, data_folder::DataFolderError, demo::DemoError, import::ImportFailure,
    storage::StorageError,
};

/// Why a command did not do what it was told.
#[derive(Debug, thiserror::Error)]
pub(super) enum CliError {
    #[error(transparent)]
    DataFolder(#[from] DataFolderError),
    #[error(transparent)]
    Start(#[from] StartError),
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Demo(#[from] DemoError),
    #[error("nothing was imported: {0}")]
    Import(#[from] ImportFailure),
    #[error(
        "the address {address} is in use: stop the program that uses it, or choose another with --listen"
    )]
    AddressInUse { address: SocketAddr },
    #[error("cannot listen on {address}: choose another address with --listen")]
    CannotListen {
        address: SocketAddr,
        #[source]
        source: io::Error,
    },
    #[error(
        "there is no markt data in {folder}: name the folder with --data, or start the server once to make it"
    )]
    NoData { folder: String },
    #[error("there is no market yet: import a season first with `markt import`")]
    NoMarket,
    #[error("there is no market {market}: import it first, or name another with --market")]
    MarketUnknown { market: String },
    #[error("the market {market} has no sealing key yet: an organiser makes it in the team app, under Markt")]
    NoSealingKey { market: String },
    #[error("the market {market} is over: name a coming one with --market")]
    MarketOver { market: String },
    #[error(
        "there is already someone named {name}: choose another name, or give them a new password with `markt organiser reset`"
    )]
    NameTaken { name: String },
    #[error("there is no one named {name}: see `markt organiser list`")]
    NameUnknown { name: String },
    #[error("{name} is the last organiser: add another one first with `markt organiser add`")]
    LastOrganiser { name: String },
    #[error("there is no document {document} here: copy its whole id from the app or a list")]
    DocumentUnknown { document: DocumentId },
    #[error(
        "the document {document} is a {kind}, which cannot be erased: only contacts, cases, feedback, sign-ups and proposals can; people of the team are removed with `markt organiser remove`"
    )]
    NotErasable { document: DocumentId, kind: Kind },
    #[error("there is no input {number} in quarantine: `markt doctor` lists those that are")]
    NotQuarantined { number: String },
    #[error("there is already a file {file}: choose another name, or remove it")]
    FileExists { file: String },
    #[error("cannot read {file}: name a file that `markt backup` made")]
    CannotRead {
        file: String,
        #[source]
        source: io::Error,
    },
    #[error("the copy {file} has {faults} faults; nothing was restored: take an older one")]
    DamagedCopy { file: String, faults: usize },
    #[error("cannot write {file}: choose another")]
    CannotWrite {
        file: String,
        #[source]
        source: io::Error,
    },
    #[error(
        "the database has {faults} faults and {documents} unreadable documents: stop the server, keep a copy of the folder, and restore a backup"
    )]
    Damaged { faults: usize, documents: usize },
    #[error("cannot write the result")]
    Output(#[from] io::Error),
    #[error("cannot start")]
    Runtime(#[source] io::Error),
}
