//! Work that takes longer than a page may: importing, loading the starter corpus, bringing the index up to the store,
//! crawling.
//!
//! Every job may be killed at any moment and started again: what was committed stays, what was not is done again, and
//! nothing is doubled.

mod alerts;
mod crawl;
mod import;
mod progress;
mod starter;
mod wake;

pub use alerts::{AlertsRun, keep_alerts, run_alerts};
pub use crawl::{
    CrawlOutcome, CrawlWishes, DueOutcome, Keep, ReplayOutcome, Since, Standing, bring_to_rest,
    crawl, crawl_soon, replay, run_due, work,
};
pub use import::{FileReport, ImportReport, import, import_bytes};
pub use progress::{Progress, Silent, Step};
pub use starter::load_starter;
pub use wake::wake;
