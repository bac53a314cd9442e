//! Where things are.

use std::path::{Path, PathBuf};

/// The folders of the project and of its build.
pub(crate) struct Workspace {
    /// The project's folder.
    pub(crate) root: PathBuf,
    /// Cargo's target folder.
    pub(crate) target: PathBuf,
}

impl Workspace {
    /// Finds the project from the place where this tool was compiled.
    pub(crate) fn locate() -> Workspace {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .expect("xtask is a folder of the project")
            .to_path_buf();
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(target) => root.join(target),
            None => root.join("target"),
        };
        Workspace { root, target }
    }

    /// The folder of static files.
    pub(crate) fn public(&self) -> PathBuf {
        self.root.join("public")
    }
}
