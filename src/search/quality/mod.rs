//! How well judged searches are answered: the figures of `duibiao eval queries`, and the floors they must not fall below.
//!
//! The cases are data of the corpora and ask only for records the program carries, so whoever has a copy gets the same
//! table. It is committed as `corpora/queries/REPORT.md`; a test makes it again and fails when it differs, so that a
//! change of rank is a reviewed difference, and when a figure falls below its floor.

mod floor;
mod judge;
mod report;
#[cfg(test)]
mod tests;

pub use floor::{FLOORS, Floor};
pub use judge::judge;
pub use report::{KindQuality, Missed, QualityReport};
