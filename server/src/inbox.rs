//! Letters from visitors' own phones: each becomes a document of the organisers.
//!
//! A phone sends the same letter until it is answered. The first change of the document is therefore
//! made by an actor that is derived from the letter: the same letter finds itself again, another one
//! under its name is refused, and nothing besides the document has to be kept for that.

mod answers;
mod check;
pub(crate) mod limit;

use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError},
};

use automerge::{ActorId, Automerge, AutomergeError};
use sha2::{Digest, Sha256};
use shared::{
    document::{self, DocumentId, Kind, contact, feedback},
    inbox::{self, Letter},
    repo::{ChunkRole, Commit, Found},
    sync::share_policy::{Facts, Owner},
};

use self::check::Checked;
use crate::{app::App, error::AppError, publication, storage::Put};

/// What is wrong with a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LetterFault {
    /// The provider or the offer is not in the season.
    WishUnknown,
    /// People come to this provider without giving a name.
    WalkIn,
    /// There is no such consent text.
    ConsentUnknown,
    /// The season asks other questions.
    QuestionnaireUnknown,
    /// Another letter has this name.
    Taken,
    /// It was erased and may not come back.
    Erased,
}

/// Letters that are being stored: two with the same name must not overtake each other.
#[derive(Debug, Default)]
pub(crate) struct UnderWay(Mutex<HashSet<DocumentId>>);

/// Takes its name away again when dropped.
struct Place<'a>(&'a UnderWay, DocumentId);

impl UnderWay {
    fn enter(&self, document: DocumentId) -> Option<Place<'_>> {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        names.insert(document).then(|| Place(self, document))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.1);
    }
}

/// Takes a letter in; answered with the document that it became once that is durable.
///
/// # Errors
/// The letter is refused, or the storage failed.
pub(crate) async fn accept(app: &App, letter: &Letter) -> Result<DocumentId, AppError> {
    let nonce = check::bytes::<16>(&letter.nonce).ok_or(AppError::Malformed)?;
    let document = DocumentId::from_bytes(inbox::document_of(&nonce));
    let Some(_place) = app.letters.enter(document) else {
        return Err(AppError::TooMany { retry_after_s: 1 });
    };
    let author = author(letter);
    loop {
        if let Some(done) = try_to_accept(app, letter, document, &author).await? {
            return Ok(done);
        }
    }
}

/// As [`accept`]; nothing if someone else has stored the document meanwhile, as a laptop does that brings it back.
async fn try_to_accept(
    app: &App,
    letter: &Letter,
    document: DocumentId,
    author: &ActorId,
) -> Result<Option<DocumentId>, AppError> {
    match app.storage.load(document, None).await?.found {
        Found::Erased { .. } => return Err(AppError::Letter(LetterFault::Erased)),
        Found::Present { chunks, .. } => {
            let same = publication::load(&chunks).is_some_and(|stored| was_made_by(&stored, author));
            return if same { Ok(Some(document)) } else { Err(AppError::Letter(LetterFault::Taken)) };
        }
        Found::Absent => {}
    }
    let Checked { market, content } = check::check(app, letter).await?;
    let facts =
        Facts { kind: Some(content.kind()), market: Some(market.to_string()), owner: Owner::Organisers };
    let put = app.storage.commit(vec![commit(document, facts, author.clone(), &content)?]).await?;
    match put.first() {
        Some(Put::At(_)) => {}
        Some(Put::Taken) => return Ok(None),
        Some(Put::Erased) | None => return Err(AppError::Letter(LetterFault::Erased)),
    }
    app.driver.log_advanced().await;
    app.metrics.letters.add(1);
    Ok(Some(document))
}

fn commit(
    document: DocumentId,
    facts: Facts,
    author: ActorId,
    content: &check::New,
) -> Result<Commit, AppError> {
    let mut made = document::blank(content.kind()).with_actor(author);
    let receipt = match content {
        check::New::Contact(new) => Some(new.receipt_hash),
        check::New::Feedback(_) => None,
    };
    let filled = made.transact::<_, _, AutomergeError>(|tx| match content {
        check::New::Contact(new) => contact::fill(tx, new),
        check::New::Feedback(new) => feedback::fill(tx, new),
    });
    filled.map_err(|_| AppError::Malformed)?;
    Ok(Commit {
        document,
        commit: 0,
        facts,
        heads: document::heads(&made),
        chunk: made.save(),
        chunk_is: ChunkRole::First,
        receipt,
    })
}

/// Who makes the document of this letter: the same for the same letter only.
fn author(letter: &Letter) -> ActorId {
    let letter = serde_json::to_vec(letter).expect("a letter is plain JSON");
    let digest = Sha256::new_with_prefix(b"markt letter 1").chain_update(letter).finalize();
    ActorId::from(&digest[..16])
}

fn was_made_by(document: &Automerge, author: &ActorId) -> bool {
    document.get_changes(&[]).iter().any(|change| change.actor_id() == author)
}

impl check::New {
    fn kind(&self) -> Kind {
        match self {
            Self::Contact(_) => Kind::Contact,
            Self::Feedback(_) => Kind::Feedback,
        }
    }
}
