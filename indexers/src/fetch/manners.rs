//! How politely and how far.

use std::time::Duration;

/// The limits of every request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manners {
    /// Product, version and contact: whoever reads a server's log can find us and write to us.
    pub user_agent: String,
    /// The name under which `robots.txt` speaks of us.
    pub product: String,
    /// The largest body of a page, decompressed, in bytes.
    pub largest_page: u64,
    /// The largest body of a file of lines, decompressed, in bytes.
    pub largest_file: u64,
    /// The longest a page may take.
    pub page_time: Duration,
    /// The longest a file of lines may take.
    pub file_time: Duration,
    /// The longest pause between two pieces of a body.
    pub idle: Duration,
    /// How often a request is tried, and how many refusals in a row stop a host.
    pub attempts: u32,
    /// The wait after the first refusal without `Retry-After`; it grows fourfold with each.
    pub back_off: Duration,
    /// The longest wait within a run; a host that asks for more is stopped for as long as it asks.
    pub longest_wait: Duration,
    /// How long a stopped host is left alone.
    pub rest: Duration,
}

impl Default for Manners {
    fn default() -> Self {
        Self {
            user_agent: concat!("Duibiao/", env!("CARGO_PKG_VERSION")).to_owned(),
            product: "Duibiao".to_owned(),
            largest_page: 64 << 20,
            largest_file: 1 << 30,
            page_time: Duration::from_mins(2),
            file_time: Duration::from_hours(1),
            idle: Duration::from_secs(30),
            attempts: 3,
            back_off: Duration::from_secs(2),
            longest_wait: Duration::from_mins(5),
            rest: Duration::from_hours(1),
        }
    }
}
