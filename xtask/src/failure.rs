//! Everything that can go wrong here, each as one clear sentence.

use std::path::PathBuf;

/// Why a task stopped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("{path}: cannot {operation}")]
    File {
        operation: &'static str,
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("`{program}` is not installed: {remedy}")]
    MissingTool { program: String, remedy: String },
    #[error("`{program}` is version {found}, at least {wanted} is needed: {remedy}")]
    OldTool { program: String, found: String, wanted: u32, remedy: String },
    #[error("`{command}` could not be started")]
    Start {
        command: String,
        #[source]
        source: std::io::Error,
    },
    #[error("`{command}` failed: {status}")]
    Command { command: String, status: String },
    #[error(
        "only {free_mib} MiB are free where {path} is, this needs about {needed_mib} MiB: make room or set \
         CARGO_TARGET_DIR to another disk"
    )]
    DiskSpace { path: PathBuf, free_mib: u64, needed_mib: u64 },
    #[error(
        "{address} is already in use by another program: stop it or choose another address with --listen"
    )]
    PortTaken { address: String },
    #[error("{address} cannot be listened on: give an address of this machine, such as 127.0.0.1:8080")]
    BadAddress {
        address: String,
        #[source]
        source: std::io::Error,
    },
    #[error("wasm-bindgen could not make the {app} app's module: {message}")]
    Bindgen { app: &'static str, message: String },
    #[error("cargo built no {what}")]
    NoArtifact { what: &'static str },
    #[error("{path}: {problem}")]
    Asset { path: PathBuf, problem: String },
    #[error("the server answered {request} with: {answer}")]
    Answer { request: String, answer: String },
    #[error("{what} is not as expected: {problem}")]
    Unexpected { what: String, problem: String },
    #[error("{0}")]
    Limit(String),
    #[error("{failed} of {total} checks failed")]
    Checks { failed: usize, total: usize },
}

impl Failure {
    /// Turns the error of a file operation into a failure that names the operation and the path.
    pub(crate) fn file(
        operation: &'static str,
        path: impl Into<PathBuf>,
    ) -> impl FnOnce(std::io::Error) -> Failure {
        let path = path.into();
        move |source| Failure::File { operation, path, source }
    }
}
