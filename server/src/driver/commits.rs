//! Reports what became of each batch of commits, in the order of the log.

use std::sync::Arc;

use shared::{document::DocumentId, repo::HubEvent};
use tokio::sync::mpsc;

use super::{Answered, storage_failed};
use crate::{
    metrics::Metrics,
    storage::{Answer, Put},
};

/// A batch on its way to the disk.
pub(super) struct Committing {
    /// Document and number of each commit.
    pub(super) numbers: Vec<(DocumentId, u64)>,
    pub(super) answer: Answer<Vec<Put>>,
}

/// Feeds back what became of each batch, in the order of the log.
pub(super) async fn report_commits(
    mut waiting: mpsc::UnboundedReceiver<Committing>,
    metrics: Arc<Metrics>,
    results: mpsc::UnboundedSender<Answered>,
) {
    while let Some(Committing { numbers, answer }) = waiting.recv().await {
        let events = match answer.await {
            Ok(places) => {
                let stored = places.iter().filter(|place| matches!(place, Put::At(_)));
                metrics.commits.add(stored.count() as u64);
                std::iter::zip(numbers, places)
                    .map(|((document, commit), place)| match place {
                        Put::At(seq) => HubEvent::Committed { document, commit, seq },
                        Put::Erased => HubEvent::Erased { document, facts: None },
                        Put::Taken => HubEvent::CommitFailed { document, commit },
                    })
                    .collect()
            }
            Err(error) => {
                storage_failed(&error);
                metrics.commit_failures.add(numbers.len() as u64);
                numbers
                    .into_iter()
                    .map(|(document, commit)| HubEvent::CommitFailed { document, commit })
                    .collect()
            }
        };
        drop(results.send(events));
    }
}
