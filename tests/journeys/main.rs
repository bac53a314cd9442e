//! Real browsers on a real server, along the ways that people go.
//!
//! Elements are found by what they are for: stable ids, form names, `data-` attributes that say a state or an
//! action. Nothing waits for a while; everything waits for a condition.

mod asking;
mod drafts;
mod enrolment;
mod erasure;
mod hands;
mod keeping;
mod languages;
mod market_day;
mod one_phone_two_apps;
mod recording_time;
mod steps;
mod taking_back;
mod trouble;
mod visitor_offline;
