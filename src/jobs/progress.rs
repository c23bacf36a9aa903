//! Saying how far a job has come.

/// A step of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Reading a file.
    Reading(String),
    /// Crawling a source; pages are counted.
    Crawling(String),
    /// Finding out who is replaced and whose day has come.
    Settling,
    /// Bringing the index up to the store.
    Indexing,
}

/// Somebody who wants to know.
pub trait Progress: Send + Sync {
    /// A step begins; its total may be unknown.
    fn begin(&self, step: &Step, total: Option<u64>);
    /// The step has come so far.
    fn at(&self, done: u64, total: Option<u64>);
    /// The step is over.
    fn end(&self);
}

/// Nobody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _step: &Step, _total: Option<u64>) {}
    fn at(&self, _done: u64, _total: Option<u64>) {}
    fn end(&self) {}
}
