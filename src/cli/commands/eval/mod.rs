//! `duibiao eval`: how good the program is on rows that people judged.
//!
//! Each measure prints one JSON object of counts and shares; what it counts and how is said where it is
//! computed, in [`crate::compare::score`] and [`search`](fn@search). Only the search needs records.

mod align;
mod extract;
mod rows;
mod search;
mod verdict;

pub(super) use align::align;
pub(super) use extract::extract;
pub(super) use search::search;
pub(super) use verdict::verdict;
