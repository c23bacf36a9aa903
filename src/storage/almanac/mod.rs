//! The almanac: days and traits of records beside their bodies, for whatever is counted or asked by date.
//!
//! Bodies are packed, so no statement can look into them; unpacking 200,000 of them for every page of statistics was turned
//! down, and so was filling these tables together with the records, because stores that are older than the tables would
//! then need a second way of filling them. The almanac follows the revisions instead, as the index does: what changed
//! since it last looked is read again.

mod ahead;
mod counts;
mod follow;
mod occasion;

pub use ahead::{AheadQuery, DayAhead};
pub use counts::{AdoptionField, MonthCount, Statistics, TraitCount, WeekCounts};
pub use occasion::Occasion;
