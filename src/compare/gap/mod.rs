//! The gap between two sets of requirements: who asks for what, line by line.
//!
//! Requirements of the same parameter are paired across the sides ([`pair`]), each pair is judged ([`GapLine`]), and the
//! limits of several documents are drawn together into what satisfies all ([`envelopes()`]). Two rules keep the lines
//! honest: limits that one document prints one-sided (`≥ 345`, `≤ 440`) are one requirement before anything is compared,
//! and requirements for different grades or objects are never judged against one another, however alike their numbers.

mod counts;
mod envelopes;
mod fold;
mod grade;
mod line;
mod pairing;
mod requirement;

pub use counts::VerdictCounts;
pub use envelopes::{EnvelopeLine, envelopes};
pub use fold::fold;
pub use line::{Caution, GapLine, LineSide};
pub use pairing::{Pairing, pair};
pub use requirement::{Document, Requirement};
