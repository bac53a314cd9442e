//! Erasing documents: by an organiser, or by whoever holds the receipt of a contact.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::json;
use shared::{
    document::DocumentId,
    repo::Found,
    seal::receipt::Secret,
    sync::share_policy::{Access, Principal, access, may_erase},
};
use warp::http::StatusCode;

use super::{Handled, Request};
use crate::{
    app::App, erasure, error::AppError, respond, session, storage::EraseReason, storage::StorageError,
};

/// One request erases at most so many.
const MAX_DOCUMENTS: usize = 1_000;

#[derive(Deserialize)]
struct Unwanted {
    documents: Vec<String>,
}

/// Erases documents for everyone and for good: all that are named, or none.
pub(super) async fn erase(app: &Arc<App>, request: &Request) -> Handled {
    let member = session::organiser(app, &request.headers).await?.id;
    let organiser = Principal::Organiser { member };
    let Unwanted { documents } = request.json()?;
    let documents: Vec<DocumentId> =
        documents.iter().map(|id| id.parse()).collect::<Result<_, _>>().map_err(|_| AppError::Malformed)?;
    if documents.len() > MAX_DOCUMENTS {
        return Err(AppError::Malformed);
    }
    for document in &documents {
        check(app, &organiser, *document).await?;
    }
    Ok(erased(erase_now(app, documents, EraseReason::Organiser).await?))
}

/// What was erased already may be erased again, so that a lost answer can be asked for anew.
async fn check(app: &App, organiser: &Principal, document: DocumentId) -> Result<(), AppError> {
    match app.storage.load(document, None).await?.found {
        Found::Erased { .. } => Ok(()),
        Found::Present { facts, .. } if may_erase(organiser, &facts) => Ok(()),
        Found::Present { facts, .. } if access(organiser, &facts) != Access::None => Err(AppError::Forbidden),
        Found::Present { .. } | Found::Absent => Err(AppError::NotFound),
    }
}

#[derive(Deserialize)]
struct Withdrawal {
    code: String,
}

/// Erases the contact that a receipt belongs to. Whoever knows the code needs no session: it has 80
/// random bits, and the server knows only its hash.
pub(super) async fn withdraw(app: &Arc<App>, request: &Request) -> Handled {
    let Withdrawal { code } = request.json()?;
    let secret = Secret::parse(&code).ok_or(AppError::ReceiptUnknown)?;
    let documents = app.storage.with_receipt(secret.hash()).await?;
    if documents.is_empty() {
        return Err(AppError::ReceiptUnknown);
    }
    Ok(erased(erase_now(app, documents, EraseReason::Withdrawal).await?))
}

async fn erase_now(
    app: &App,
    documents: Vec<DocumentId>,
    reason: EraseReason,
) -> Result<usize, StorageError> {
    let today = app.publication.current().today(&app.clock);
    let erased = erasure::erase(&*app.storage, &app.erasures, documents, reason, today).await;
    // Even if the last step failed, the tombstones may stand.
    app.erased.notify_one();
    erased
}

fn erased(count: usize) -> respond::Response {
    respond::json(StatusCode::OK, &json!({ "erased": count }))
}
