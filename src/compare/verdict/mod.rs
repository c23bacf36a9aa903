//! Verdicts: which of two indicators asks for more, with a derivation a reader can check.
//!
//! Every limit is a set of admitted values, and the verdict is set inclusion seen from the domestic
//! side: a proper subset is stricter, a proper superset looser. That needs no table of which quantity
//! is better large or small, so "direction" can never be wrong. Before the sets are compared, five
//! questions are asked in turn: is there a requirement on both sides, is it the same quantity, are the
//! methods equivalent, are the conditions compatible, do the units convert. The first "no" ends it.

mod admitted;
mod conditions;
mod envelope;
mod exclusion;
mod facets;
mod finding;
mod interval;
mod intervals;
mod judge;
mod lists;
mod methods;
mod obstacle;
mod proof;
mod set;
mod sums;
mod words;

pub use envelope::{Envelope, EnvelopeEnd, envelope};
pub(in crate::compare) use exclusion::excluded;
pub use finding::{Finding, Reason, Rule, Side, Step, Verdict};
pub use judge::{judge, judge_with};
pub use methods::{MethodRelation, method_relation};

#[cfg(test)]
mod tests;
