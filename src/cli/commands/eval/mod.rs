//! `duibiao eval`: how good the program is on rows that people judged.
//!
//! Each measure prints one JSON object of counts and shares, or the same as a table; what it counts and how is said where it is
//! computed, in [`crate::compare::score`] and [`search`](fn@search). Only the searches need records.

mod align;
mod extract;
mod printed;
mod queries;
mod rows;
mod search;
mod verdict;

pub(super) use align::align;
pub(super) use extract::extract;
use printed::printed;
pub(super) use queries::queries;
pub(super) use search::search;
pub(super) use verdict::verdict;
