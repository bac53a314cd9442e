//! `markt import`.

use std::path::PathBuf;

use super::{CliError, Data};
use crate::{
    data_folder::DataFolder,
    import, output,
    storage::{SqliteStorage, Storage as _},
};

/// Import a season, its markets and providers from files or folders.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    data: Data,
    /// Season of files that name none, such as HSDS.
    #[arg(long, value_name = "KEY")]
    season: Option<String>,
    /// Files, or folders with .json and .csv files.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Arguments {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let files = import::read_files(&self.files)?;
        let data = DataFolder::open(&self.data.folder)?;
        let _lock = data.lock()?;
        let storage = SqliteStorage::open(&data.database())?;
        let summary = import::import(&storage, &files, self.season.as_deref()).await?;
        storage.close().await?;
        output::line(&format!(
            "Imported {} documents with {} offers from {} files; {} of them were new or different.",
            summary.documents,
            summary.offers,
            files.len(),
            summary.changed
        ))?;
        if summary.displaced > 0 {
            output::line(&format!(
                "Something else sat on {} of their ids and is in quarantine now; see `markt doctor`.",
                summary.displaced
            ))?;
        }
        Ok(())
    }
}
