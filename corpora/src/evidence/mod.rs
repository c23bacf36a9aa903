//! Where a fact comes from and how far to trust it.
//!
//! A fact without a source is a rumour: every row of the starter tables carries at least one
//! [`Evidence`], and a page puts 以官方发布为准 beside what no official source confirms.

mod confidence;
mod source;

pub use confidence::Confidence;
pub use source::Evidence;
