//! Learning term pairs from parallel titles.
//!
//! A store soon holds thousands of records with a Chinese and an English title. Expectation
//! maximisation over them (IBM Model 1: Brown et al. 1993, "The mathematics of statistical machine
//! translation") gives, for each Chinese piece, the English words it goes with. Model 1 knows no
//! word order, which suits titles; what it gets wrong are pieces seen once or twice, so a pair needs
//! support and probability before it counts, and the report says what fell short.

mod file;
mod model;
mod options;
mod report;

pub use file::{read, write};
pub use model::learn;
pub use options::LearnOptions;
pub use report::{LearnReport, LearnedPair};
