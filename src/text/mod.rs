//! Text as the rest of the program sees it: normalised, measured in ranges, divided by script.
//!
//! Matching works on a normalised copy (width, case, dashes, Traditional → Simplified), display always on the original.
//! [`Normalized`] keeps the way back from one to the other, so that a highlight found in the copy is drawn on the
//! original. Positions are byte ranges on character boundaries everywhere inside; code points appear only at the edge,
//! where other programs count that way.

pub mod clauses;
mod han;
mod harmless;
mod normalize;
mod script;

pub use han::{is_han, simplify};
pub use harmless::harmless;
pub use normalize::{Normalized, normalize};
pub use script::{Run, Script, runs};
