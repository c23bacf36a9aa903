//! Watching a crawl.

/// Somebody who wants to know how far a crawl has come.
pub trait Watch: Send + Sync {
    /// Pages read, records read, requests that wait.
    fn at(&self, pages: u64, records: u64, waiting: u64);
}

/// Nobody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn at(&self, _pages: u64, _records: u64, _waiting: u64) {}
}
