//! The validity check 查新: every number in a text, what it means on a day, and what became of it.
//!
//! Researchers and inspectors are handed lists of a hundred numbers and must say which still hold. The check finds the
//! numbers in any text, resolves each, follows replacements to the edition that holds, and says by which rule it read what
//! was written; it never quietly takes the newest for the one that was meant.

mod check;
mod report;
mod row;

pub use check::check;
pub use report::{Counts, ValidityReport};
pub use row::{Adopted, Rule, ValidityRow};
