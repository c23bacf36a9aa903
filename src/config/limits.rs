//! How much and how fast.

use serde::{Deserialize, Serialize};

/// Limits of the crawler.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// The largest page, decompressed, in megabytes.
    pub page_megabytes: u64,
    /// The largest file of lines, decompressed, in megabytes.
    pub file_megabytes: u64,
    /// The longest a page may take, in seconds.
    pub page_seconds: u64,
    /// The longest a file of lines may take, in seconds.
    pub file_seconds: u64,
    /// The longest pause within an answer, in seconds.
    pub idle_seconds: u64,
    /// The wait after a refusal that names none, in milliseconds; it grows fourfold with each.
    pub back_off_ms: u64,
    /// How long a host is left alone after three refusals, in minutes.
    pub rest_minutes: u64,
    /// The most pages of one run.
    pub run_pages: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            page_megabytes: 64,
            file_megabytes: 1024,
            page_seconds: 120,
            file_seconds: 3600,
            idle_seconds: 30,
            back_off_ms: 2000,
            rest_minutes: 60,
            run_pages: 200_000,
        }
    }
}
