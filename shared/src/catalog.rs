//! The published catalog: what visitors and volunteers read, in one language.

mod snapshot;

pub use snapshot::{
    Announcement, Catalog, ConsentText, Day, Label, Offer, Place, ProgrammePoint, Provider, Question,
    QuestionOption, SeasonInfo, Stand, Text, Vocabulary,
};
