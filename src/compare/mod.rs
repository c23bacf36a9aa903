//! Comparison: what two standards say about the same thing, and which asks for more.
//!
//! Stages that wrap one another and can each be used alone: [`align`] pairs the clauses of two texts,
//! [`text_diff`] shows what changed in a pair, [`indicator`] reads limits out of either side, and
//! [`verdict`] compares two limits with a proof. [`score`] counts how well they do on annotated sets,
//! and [`request`] is what the doors ask: one question and one answer a stage. [`adoption`] follows who adopted
//! and cites whom, and [`gap`] compares two sets of requirements line by line.
//! Everything is a pure function of its arguments: no clock, no files, no models learned from data, so
//! a report can be reproduced and every line of it explained.

pub mod adoption;
pub mod align;
pub mod gap;
pub mod indicator;
pub mod lexicon;
pub mod reference;
pub mod request;
pub mod score;
pub mod span;
pub mod text_diff;
pub mod verdict;
