//! Clause alignment across editions, bodies and languages.
//!
//! Each clause becomes a [`profile`](self) of what it is about: content words of title and text (Chinese
//! terms through a bilingual [`Lexicon`](crate::compare::lexicon::Lexicon)), numbers with units, symbols,
//! cited standards, its place, and whether it defines, requires or tests. Pairs are then made in three
//! steps: mutual best pairs that keep the order hold as anchors (the heaviest chain, by dynamic
//! programming), what is left is assigned at the greatest total, which finds moved clauses, and what is
//! still alone joins a neighbour's partner when that partner covers it, which finds splits and mergers.

mod aligner;
mod assignment;
mod clause;
mod kind;
mod profile;
mod similarity;
mod splits;

pub use aligner::{Aligner, MOST_CLAUSES, align};
pub use assignment::kept_order;
pub use clause::{Clause, ClauseLink, ClausePair};
pub use kind::ClauseKind;
