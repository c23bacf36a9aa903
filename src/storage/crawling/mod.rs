//! What a crawl keeps: its runs, their frontier, the pages, what was met where, and the jobs that begin it all.

mod frontier;
mod health;
mod hosts;
mod jobs;
mod pages;
mod runs;
mod sightings;

pub use frontier::{NewPage, PageDone};
pub use health::{CrawlHealth, SeenDrift};
pub use jobs::Job;
pub use runs::{Crawl, CrawlEnd, NewCrawl};
pub use sightings::Unseen;

fn signed(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// Returns a hash of the store as an array; shorter bytes are padded.
fn hash_of(bytes: &[u8]) -> [u8; 32] {
    let mut hash = [0; 32];
    for (to, from) in hash.iter_mut().zip(bytes) {
        *to = *from;
    }
    hash
}
