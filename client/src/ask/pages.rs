//! The pages of the program.

mod consent;
mod contact;
mod draft;
mod failure;
mod feedback;
mod reach;
mod receipt;
mod requests;
mod stage;

pub(super) use self::{contact::ContactPage, feedback::FeedbackPage, requests::RequestsPage};
