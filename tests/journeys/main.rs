//! Real browsers on a real server, along the ways that people go.
//!
//! Elements are found by what they are for: stable ids, form names, `data-` attributes that say a state or an
//! action. Nothing waits for a while; everything waits for a condition.

mod asking;
mod devices;
mod enrolment;
mod erasure;
mod keeping;
mod languages;
mod market_day;
mod one_phone_two_apps;
mod steps;
mod visitor_offline;
