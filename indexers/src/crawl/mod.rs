//! The driver of a crawl: who is asked next, what became of the answer, whether the run was complete.
//!
//! It works against a [`Ledger`], which keeps the frontier, the pages and the records, so that this package names no
//! database: the program's ledger is its store, a dry run's and a test's is memory ([`MemoryLedger`]). A page is committed
//! with everything that follows from it, so a kill loses at most the page under way, and the next run goes on.
//!
//! Whether a run saw everything is decided by [`Walks`], never by a page that looks empty.

mod crawler;
mod ledger;
mod memory;
mod pieces;
mod reader;
mod report;
mod shortfall;
mod walk;
mod watch;

pub use crawler::{Crawler, Limits};
pub use ledger::{Commit, KeptPage, Ledger, PageToKeep, Pending, Piece};
pub use memory::{MemoryError, MemoryLedger};
pub use reader::{PageSheet, read_page};
pub use report::{CrawlReport, Ending, PageFailure, Rest};
pub use shortfall::Shortfall;
pub use walk::{Follow, Walk, Walks};
pub use watch::{Unwatched, Watch};
