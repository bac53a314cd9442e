//! The team app at `/team/`: volunteers record, organisers follow up.
//!
//! In reading order: [`state`] decides what the pages of volunteers decide; [`app`] starts, checks
//! the browser and routes; [`pages`] are the volunteers' screens; [`desk`] the organisers'.

#[cfg(feature = "team")]
pub mod app;
#[cfg(feature = "team")]
pub mod catalog;
#[cfg(feature = "team")]
pub mod desk;
#[cfg(feature = "team")]
mod device_facts;
#[cfg(feature = "team")]
pub mod drafts;
#[cfg(feature = "team")]
pub mod enrolment;
#[cfg(feature = "team")]
pub mod frame;
#[cfg(feature = "team")]
pub mod hands;
#[cfg(feature = "team")]
pub mod local_notes;
#[cfg(feature = "team")]
pub mod navigator;
#[cfg(feature = "team")]
pub mod pages;
#[cfg(feature = "team")]
pub mod recording;
pub mod route;
#[cfg(feature = "team")]
pub mod session;
pub mod state;
#[cfg(feature = "team")]
mod update_bar;
#[cfg(feature = "team")]
pub mod view_choices;
#[cfg(feature = "team")]
pub mod volunteers;
#[cfg(feature = "team")]
pub mod whereabouts;
#[cfg(feature = "team")]
pub mod withdrawals;
