//! Requirements in words, lists of admitted values, and what a heading says about bare numbers.

mod alternatives;
mod hint;
mod requirement;

pub(super) use alternatives::{alternatives, listed_numbers};
pub(super) use hint::hint;
pub(super) use requirement::{is_procedure, recommends, requirement, topic};
