//! The full-text index: what a record becomes in tantivy, and how the index follows the store.
//!
//! The index holds only internal numbers, terms and columns; titles and texts stay in the store, so the index is small and
//! can be thrown away. It lives in numbered generations side by side: a rebuild fills the next one and then moves a
//! pointer, so searching never stops. Each generation carries a fingerprint of everything that decides how text becomes
//! terms (schema, analyzer, dictionaries); one that does not match is rebuilt, because a changed dictionary changes
//! segmentation silently.

pub mod analyzer;
mod carried;
mod document;
mod error;
mod fingerprint;
mod follow;
mod generation;
mod schema;

pub use document::{Context, day_number, document, status_weight};
pub use error::IndexError;
pub use fingerprint::fingerprint;
pub use follow::{Followed, Follower, Progress};
pub use generation::{Generation, Generations};
pub use schema::{Fields, TextFields};
