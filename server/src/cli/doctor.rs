//! `markt doctor`.

use std::{collections::BTreeSet, fs, path::Path};

use jiff::Timestamp;
use shared::{document::DocumentId, sync::share_policy::Owner};

use super::{CliError, Data, Opened, existing};
use crate::{
    output,
    publication::load,
    storage::{ErasureLog, Quarantined, SqliteStorage, Storage as _, StorageError, Tombstone},
};

/// So many documents are read at once.
const PAGE: usize = 200;

/// Check the database, and look at what was refused; the server may run meanwhile.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    data: Data,
    /// Instead, write the refused input of this number into a file.
    #[arg(long, num_args = 2, value_names = ["NUMBER", "FILE"], conflicts_with = "drop")]
    export: Option<Vec<String>>,
    /// Instead, drop the refused input of this number.
    #[arg(long, value_name = "NUMBER")]
    drop: Option<i64>,
}

impl Arguments {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let opened = Opened::open(&self.data.folder)?;
        match (self.export.as_deref(), self.drop) {
            (Some([number, file]), _) => export(&opened.storage, number, Path::new(file)).await?,
            (_, Some(number)) => drop_input(&opened.storage, number).await?,
            (_, None) => {
                let erasures = ErasureLog::new(existing(&self.data.folder)?.erasure_log());
                examine(&opened.storage, &erasures).await?;
            }
        }
        opened.close().await
    }
}

async fn export(storage: &SqliteStorage, number: &str, file: &Path) -> Result<(), CliError> {
    let bytes = match number.parse() {
        Ok(number) => storage.quarantined_bytes(number).await?,
        Err(_) => None,
    };
    let bytes = bytes.ok_or_else(|| CliError::NotQuarantined { number: number.to_owned() })?;
    let name = file.display().to_string();
    fs::write(file, &bytes).map_err(|source| CliError::CannotWrite { file: name.clone(), source })?;
    Ok(output::line(&format!("Wrote {} bytes into {name}.", bytes.len()))?)
}

async fn drop_input(storage: &SqliteStorage, number: i64) -> Result<(), CliError> {
    if !storage.drop_quarantined(number).await? {
        return Err(CliError::NotQuarantined { number: number.to_string() });
    }
    Ok(output::line(&format!("Dropped {number}."))?)
}

/// Prints what is right and what is wrong.
async fn examine(storage: &SqliteStorage, erasures: &ErasureLog) -> Result<(), CliError> {
    let faults = storage.faults().await?;
    let (documents, unreadable) = read_all(storage).await?;
    let unequal = unequal_erasures(storage, erasures).await?;
    let quarantined = storage.quarantined().await?;

    output::line(&format!("Database    {} faults", faults.len()))?;
    indented(faults.iter())?;
    output::line(&format!("Documents   {documents}, {} unreadable", unreadable.len()))?;
    indented(unreadable.iter())?;
    output::line(&format!("Erasures    {unequal} only in the database or only in the log"))?;
    output::line(&format!("Quarantine  {} inputs", quarantined.len()))?;
    indented(quarantined.iter().map(describe))?;
    if faults.is_empty() && unreadable.is_empty() {
        return Ok(());
    }
    Err(CliError::Damaged { faults: faults.len(), documents: unreadable.len() })
}

fn indented(lines: impl Iterator<Item = impl std::fmt::Display>) -> std::io::Result<()> {
    for line in lines {
        output::line(&format!("            {line}"))?;
    }
    Ok(())
}

/// How many documents there are, and which cannot be loaded.
async fn read_all(storage: &SqliteStorage) -> Result<(usize, Vec<DocumentId>), StorageError> {
    let (mut count, mut unreadable) = (0, Vec::new());
    let mut after = DocumentId::from_bytes([0; 16]);
    loop {
        let page = storage.page_of(None, after, PAGE).await?;
        let Some(last) = page.last() else { return Ok((count, unreadable)) };
        after = last.id;
        count += page.len();
        let damaged = page.iter().filter(|document| load(&document.chunks).is_none());
        unreadable.extend(damaged.map(|document| document.id));
    }
}

/// Erasures that the next start of the server will bring together.
async fn unequal_erasures(storage: &SqliteStorage, erasures: &ErasureLog) -> Result<usize, StorageError> {
    let of = |tombstones: Vec<Tombstone>| -> BTreeSet<DocumentId> {
        tombstones.into_iter().map(|tombstone| tombstone.document).collect()
    };
    let (stored, logged) = (of(storage.tombstones().await?), of(erasures.read().await?));
    Ok(stored.symmetric_difference(&logged).count())
}

/// **Shape**: number, document, time, who brought it, why it was refused, size.
fn describe(Quarantined { number, refused, bytes }: &Quarantined) -> String {
    let at = Timestamp::from_millisecond(refused.at_ms).unwrap_or_default();
    let brought_by = match refused.brought_by {
        None => "found in the database".to_owned(),
        Some(Owner::Organisers) => "organiser".to_owned(),
        Some(Owner::Device(device)) => format!("device {device}"),
        Some(Owner::Member(member)) => format!("member {member}"),
    };
    format!("{number}  {}  {at:.0}  {brought_by}  {}  {bytes} bytes", refused.document, refused.reason)
}
