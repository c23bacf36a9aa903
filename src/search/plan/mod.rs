//! From what was typed to what is asked of an engine.
//!
//! A [`Plan`] is independent of the engine: clauses over named parts of the index, filters, an order. Numbers are
//! recognised first and never cut into words; the rest is analyzed by the same rules as the documents.

mod alike;
mod clause;
mod filter;
mod latin;
mod numbers;
mod planner;
mod reading;
mod title;
mod translated;
mod tree;
mod unspaced;
mod values;

pub use alike::alike;
pub use clause::{Clause, DateKey, Key, Part, TextKind};
pub use planner::{Insistence, Plan, Planner, ReadQuery};
pub use translated::Translated;
