//! Starter standards: what a fresh copy can find before the first crawl.
//!
//! About six hundred standards for the export products, Chinese ones and those of the markets, with
//! the evidence of each row. They are a beginning and not a catalogue: what is missing is said by
//! [`crate::coverage`].

mod adoption;
mod starter_standard;

pub use adoption::{Adoption, Degree};
pub use starter_standard::{EvidenceClass, Kind, StarterStandard, Status};

use std::sync::LazyLock;

use crate::{raw, table};

static STANDARDS: LazyLock<Vec<StarterStandard>> =
    LazyLock::new(|| table::embedded("standards.jsonl", raw::STANDARDS));

/// Returns every starter standard.
pub fn standards() -> &'static [StarterStandard] {
    &STANDARDS
}

/// Returns the starter standard with exactly this number.
///
/// No spelling is tried: reading numbers is the work of the number grammar, not of a table.
pub fn standard(number: &str) -> Option<&'static StarterStandard> {
    STANDARDS.iter().find(|standard| standard.number == number)
}

#[cfg(test)]
mod tests;
