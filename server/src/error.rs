//! What a request can fail with, and the one place where that becomes a response.

use shared::document::InvalidMarketKey;
use warp::http::StatusCode;

use crate::{
    inbox::LetterFault,
    log,
    respond::{self, Response},
    storage::StorageError,
};

/// A request that cannot be fulfilled.
#[derive(Debug)]
pub(crate) enum AppError {
    /// The body is not the JSON that was expected.
    Malformed,
    /// A write whose `Origin` is not this server.
    ForeignOrigin,
    /// No session, or one that ended.
    SignedOut,
    /// A session that may not do this.
    Forbidden,
    /// Name or password is wrong.
    WrongCredentials,
    /// Too many attempts.
    TooMany {
        /// When the next may come, in seconds.
        retry_after_s: i64,
    },
    /// The set-up link is not (or no longer) the one that works.
    SetUpUsed,
    /// The name is taken.
    NameTaken,
    /// A password that is too short.
    WeakPassword,
    /// There is no such invite.
    InviteUnknown,
    /// Another device used the invite.
    InviteUsed,
    /// The invite is too old.
    InviteExpired,
    /// The device was retired; it is to hand over what it has, and to wipe itself.
    DeviceRetired,
    /// The device is lost; it is to do the same.
    DeviceLost,
    /// The device did not sign for the invite, or with another key.
    NotProved,
    /// The file is no bundle of a known phone.
    NotABundle,
    /// The market's key is not the one that the invite vouches for.
    OtherKey,
    /// The key is no P-256 public key.
    InvalidKey,
    /// There is no such market.
    MarketUnknown,
    /// The market has no key to seal to yet.
    NoSealingKey,
    /// The market is over.
    MarketOver,
    /// No contact here has this receipt.
    ReceiptUnknown,
    /// A letter that is not taken in.
    Letter(LetterFault),
    /// There is nothing here.
    NotFound,
    /// The storage failed; the same request may succeed later.
    Storage(StorageError),
}

impl From<StorageError> for AppError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl From<InvalidMarketKey> for AppError {
    fn from(_: InvalidMarketKey) -> Self {
        Self::MarketUnknown
    }
}

impl AppError {
    /// Status and the code that the apps translate.
    fn public(&self) -> (StatusCode, &'static str) {
        match self {
            Self::Malformed => (StatusCode::BAD_REQUEST, "malformed"),
            Self::ForeignOrigin => (StatusCode::FORBIDDEN, "foreign-origin"),
            Self::SignedOut => (StatusCode::UNAUTHORIZED, "signed-out"),
            Self::Forbidden => (StatusCode::FORBIDDEN, "forbidden"),
            Self::WrongCredentials => (StatusCode::UNAUTHORIZED, "wrong-credentials"),
            Self::TooMany { .. } => (StatusCode::TOO_MANY_REQUESTS, "too-many"),
            Self::SetUpUsed => (StatusCode::GONE, "set-up-used"),
            Self::NameTaken => (StatusCode::CONFLICT, "name-taken"),
            Self::WeakPassword => (StatusCode::UNPROCESSABLE_ENTITY, "weak-password"),
            Self::InviteUnknown => (StatusCode::NOT_FOUND, "invite-unknown"),
            Self::InviteUsed => (StatusCode::GONE, "invite-used"),
            Self::InviteExpired => (StatusCode::GONE, "invite-expired"),
            Self::DeviceRetired => (StatusCode::GONE, "device-retired"),
            Self::DeviceLost => (StatusCode::GONE, "device-lost"),
            Self::NotProved => (StatusCode::FORBIDDEN, "not-proved"),
            Self::NotABundle => (StatusCode::UNPROCESSABLE_ENTITY, "not-a-bundle"),
            Self::OtherKey => (StatusCode::CONFLICT, "other-key"),
            Self::InvalidKey => (StatusCode::UNPROCESSABLE_ENTITY, "invalid-key"),
            Self::MarketUnknown => (StatusCode::NOT_FOUND, "market-unknown"),
            Self::NoSealingKey => (StatusCode::CONFLICT, "no-sealing-key"),
            Self::MarketOver => (StatusCode::CONFLICT, "market-over"),
            Self::ReceiptUnknown => (StatusCode::NOT_FOUND, "receipt-unknown"),
            Self::Letter(LetterFault::WishUnknown) => (StatusCode::UNPROCESSABLE_ENTITY, "wish-unknown"),
            Self::Letter(LetterFault::WalkIn) => (StatusCode::CONFLICT, "walk-in"),
            Self::Letter(LetterFault::ConsentUnknown) => {
                (StatusCode::UNPROCESSABLE_ENTITY, "consent-unknown")
            }
            Self::Letter(LetterFault::QuestionnaireUnknown) => {
                (StatusCode::CONFLICT, "questionnaire-unknown")
            }
            Self::Letter(LetterFault::Taken) => (StatusCode::CONFLICT, "taken"),
            Self::Letter(LetterFault::Erased) => (StatusCode::GONE, "erased"),
            Self::NotFound => (StatusCode::NOT_FOUND, "not-found"),
            Self::Storage(_) => (StatusCode::SERVICE_UNAVAILABLE, "storage"),
        }
    }

    /// The response: the code for the apps; details only into the log.
    pub(crate) fn into_response(self) -> Response {
        let (status, code) = self.public();
        if let Self::Storage(error) = &self {
            log::error("storage_failed", &[("operation", &error.operation), ("cause", &error.source)]);
        }
        match self {
            Self::TooMany { retry_after_s } => {
                let body = serde_json::json!({ "error": code, "retry_after_s": retry_after_s });
                respond::with_header(respond::json(status, &body), "retry-after", &retry_after_s.to_string())
            }
            _ => respond::json(status, &serde_json::json!({ "error": code })),
        }
    }
}
