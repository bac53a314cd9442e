//! `markt erase`.

use shared::{document::DocumentId, repo::Found};

use super::{CliError, Data, Opened, existing};
use crate::{
    clock::calendar_date,
    erasure, output,
    storage::{EraseReason, ErasureLog, Storage as _},
};

/// Erase documents for everyone and for good; a running server tells the peers that hold them.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    data: Data,
    /// Erase what is to be erased by today: so many days after its market as the season says, or
    /// earlier if that was consented to.
    #[arg(long)]
    due: bool,
    /// Ids of contacts, cases, feedback, sign-ups or proposals.
    #[arg(required_unless_present = "due", conflicts_with = "due", value_name = "ID")]
    documents: Vec<DocumentId>,
}

impl Arguments {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let opened = Opened::open(&self.data.folder)?;
        let erasures = ErasureLog::new(existing(&self.data.folder)?.erasure_log());
        let today = opened.clock.erasure_day(&opened.published().await?.season.time_zone);
        let (documents, reason) = if self.due {
            erasure::drop_old_inputs(&opened.storage, opened.clock.now_ms()).await?;
            (erasure::due(&opened.storage, calendar_date(today)).await?, EraseReason::Retention)
        } else {
            for document in &self.documents {
                check(&opened, *document).await?;
            }
            (self.documents, EraseReason::Operator)
        };
        let erased = erasure::erase(&opened.storage, &erasures, documents, reason, today).await?;
        output::line(&format!("Erased {erased} documents."))?;
        opened.close().await
    }
}

/// What was erased already may be erased again; what has an account or a derived id may not.
async fn check(opened: &Opened, document: DocumentId) -> Result<(), CliError> {
    match opened.storage.load(document, None).await?.found {
        Found::Erased { .. } => Ok(()),
        Found::Absent => Err(CliError::DocumentUnknown { document }),
        Found::Present { facts, .. } => match facts.kind {
            Some(kind) if !kind.is_erasable() => Err(CliError::NotErasable { document, kind }),
            Some(_) | None => Ok(()),
        },
    }
}
