//! Who adopted whom, how far behind they are, and whom a revision reaches.
//!
//! An adoption is an edge to a *dated* edition (GB/T 1.2-2020), so a standard can be identical to an edition that its own
//! body replaced long ago: [`staleness()`] says so in years. [`Graph`] holds the edges between documents and answers three
//! questions with bounded, cycle-safe walks: who adopts a document ([`Graph::adopters`]), whom its revision reaches
//! ([`Graph::blast_radius`]), and by which chain two test methods are equivalent, with the weakest link named
//! ([`Graph::equivalence`]). Looking edges up is somebody else's work: everything here is a pure function of them.

mod blast;
mod edge;
mod equivalence;
mod graph;
mod staleness;

pub use blast::{BlastRadius, Reached};
pub use edge::{Edge, EdgeKind};
pub use equivalence::{Equivalence, Link};
pub use graph::Graph;
pub use staleness::{EditionOf, Staleness, staleness, year_of};
