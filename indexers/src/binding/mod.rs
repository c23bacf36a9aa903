//! From the names that sources give their fields to ours, and from bound fields to a record.
//!
//! Columns of Chinese catalogues come and go; their names hardly change. So every header, label and JSON key goes through
//! one table of synonyms, and what a value means (a list of replaced standards, an adoption with its degree, a day) is
//! read in one place for all of them.

mod cells;
mod day;
mod field;
mod record;
mod references;

pub(crate) use cells::Cells;
pub(crate) use day::{china_day, day};
pub(crate) use field::{Field, field_of};
