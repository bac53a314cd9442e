//! Bundles: this phone's unsent documents in one signed file, and the way of such files to the server.

use shared::{
    repo::{Bundle, SignedBundle},
    sync::enrolment::InviteProof,
};

use super::session::DeviceSession;
use crate::{
    driver::Repo,
    services::{ApiError, KeyError, Services},
};

/// Where the server takes bundles.
pub(super) const BUNDLES: &str = "/api/bundles";

/// Why nothing was handed over.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub(super) enum HandOverError {
    /// The phone's key does not sign.
    #[error("the bundle could not be signed")]
    Key(#[from] KeyError),
    /// The server did not take it.
    #[error("the bundle was not taken")]
    Api(#[from] ApiError),
    /// Something is not on this phone's disk yet.
    #[error("not everything is stored")]
    Unstored,
}

/// The bundle of all that the server has not confirmed; nothing if there is nothing.
///
/// # Errors
/// The phone's key is missing, or something is not stored yet.
pub(super) async fn bundle(
    services: &Services,
    repo: &Repo,
    session: &DeviceSession,
) -> Result<Option<SignedBundle>, HandOverError> {
    let documents = repo.unsent();
    if documents.len() < repo.connection().unconfirmed {
        return Err(HandOverError::Unstored);
    }
    if documents.is_empty() {
        return Ok(None);
    }
    let mut token = [0; 32];
    let is_token = hex::decode_to_slice(&session.invite, &mut token).is_ok();
    let bundle = Bundle {
        public_key: services.keys.signing_key(&session.invite).await?,
        market: session.market.clone(),
        label: session.label.clone(),
        invite: is_token.then(|| InviteProof::new(&token, session.device)),
        documents,
    };
    let content = bundle.to_bytes();
    let signature = services.keys.sign(&session.invite, SignedBundle::message(&content)).await?;
    Ok(Some(SignedBundle { content, signature }))
}

/// Gives the server all that it has not confirmed, though it does not let this phone in.
///
/// # Errors
/// See [`HandOverError`]; everything is still here.
pub(super) async fn hand_over(
    services: &Services,
    repo: &Repo,
    session: &DeviceSession,
) -> Result<(), HandOverError> {
    if let Some(bundle) = bundle(services, repo, session).await? {
        services.api.send(BUNDLES, bundle.to_bytes()).await?;
    }
    Ok(())
}
