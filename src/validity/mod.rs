//! 查新: is what a document cites still in force?
//!
//! A text or a file goes in; every standard number in it is found, read, looked up and given its status on a chosen day:
//! in force, replaced and by what, withdrawn, not held, not readable. What it adopts and which amendments hold are said
//! with it, and the rule that read the number, so that nobody has to take a row on trust. The report says the day, the
//! state of the store and the counts, and the same text against the same store gives the same report.
//!
//! Everything is looked up for all numbers at once ([`Checker`]): the cost is a few statements a step, not a few a
//! number. What could not be resolved is kept in the store's ledger, the number alone, so that the operator sees what to
//! gather next.

mod chain;
mod checker;
mod error;
mod finding;
mod found;
mod library;
mod report;
mod row;

pub use checker::{Checker, MOST_NUMBERS};
pub use error::ValidityError;
pub use finding::Finding;
pub use found::Found;
pub use report::{Snapshot, ValidityReport};
pub use row::{Adopted, Document, Row};
