//! Crawling a source into the store, and doing so again when it is due.
//!
//! The driver lives in `indexers`; here are its ledger over the store, the choice of what a run asks for, and the end of a
//! run: what vanished, what is replaced, the index. One process crawls a source at a time: a lock on a file of the data
//! directory, which the operating system lets go when the process dies, so that a kill leaves nothing to wait for.

mod ledger;
mod lock;
mod outcome;
mod planning;
mod replay;
mod run;
mod schedule;
mod wishes;

pub use outcome::{CrawlOutcome, Standing};
pub use replay::{ReplayOutcome, replay};
pub use run::{bring_to_rest, crawl};
pub use schedule::{DueOutcome, crawl_soon, run_due, work};
pub use wishes::{CrawlWishes, Keep, Since};
