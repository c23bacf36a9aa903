//! A notification in Chinese, composed from its structured boxes alone.
//!
//! Title, description and products of a notification are English, French or Spanish texts. Nothing here translates them:
//! codes, dates, members, objectives and reasons have Chinese names of their own, and together they say what an exporter
//! has to know first. Texts are shown as they are and marked as the original.

mod card;
mod dates;
mod names;

pub use card::{CardLine, card};
pub use names::{objective, reason};
