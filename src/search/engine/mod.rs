//! Engines: a plan in, internal numbers with scores and counts out.
//!
//! There is one today, tantivy inside the process. What an engine must answer is [`Found`]; a second one beyond one
//! machine would compile the same [`Plan`](super::plan::Plan) and answer the same.

mod found;
pub mod local;

pub use found::{AsOf, Ask, FacetName, Found, FoundHit};
