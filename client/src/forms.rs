//! What the forms of volunteers and of visitors share.

#[cfg(any(feature = "team", feature = "ask"))]
pub mod draft_keeper;
#[cfg(any(feature = "team", feature = "ask"))]
pub mod drafts;
#[cfg(any(feature = "team", feature = "ask"))]
pub mod question;
pub mod questionnaire;
pub mod reach_hint;
pub mod stored_draft;
