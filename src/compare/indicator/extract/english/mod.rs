//! English sentences.
//!
//! Order decides: what stands before the verb of a clause is its subject and qualifies, what stands
//! behind it is required. A number behind `when`, `if`, `for`, `with` qualifies again.

mod further;
mod operating;
mod reader;
mod sentence;
mod statement;
mod tail;
mod wording;

pub(super) use sentence::sentence;
