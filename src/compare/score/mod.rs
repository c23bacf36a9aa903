//! Scoring against annotated sets: counts, nothing that prints.
//!
//! `duibiao eval extract|verdict|align` reads the rows and shows what these modules count. The rules
//! are those of the sets' own description: notations of one unit are the same, parameter and
//! condition are compared loosely, numbers exactly.

mod align;
mod counts;
mod extract;
mod fuzzy;
mod verdict;

pub use align::{AlignOutcome, AlignRow, AlignScore};
pub use counts::Counts;
pub use extract::{ExtractOutcome, ExtractRow, ExtractScore};
pub use fuzzy::{is_alike, similarity};
pub use verdict::{VerdictRow, VerdictScore};
