//! What changed between two texts, word by word.
//!
//! The caller brings the tokenizer (the segmenter lives elsewhere); numbers with their units and
//! standard numbers are cut out first and are never divided, so `2.00 h → 2.50 h` shows as one change
//! and not as `2.[00→50] h`. Work is bounded by a deadline: past it the answer is given by sentence,
//! then by paragraph, and says so. [`by_clause()`] compares clause with counterpart, wherever it has moved.

mod by_clause;
mod clause_pairs;
mod operation;
mod tokens;
mod work;

pub use by_clause::{ClauseDiff, by_clause};
pub use clause_pairs::{ClauseGroup, ClausePairs, Placement};
pub use operation::{Change, Granularity, Operation, TextDiff};
pub use tokens::{Tokenizer, script_runs};
pub use work::diff;
