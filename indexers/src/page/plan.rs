//! What a crawl is asked to do.

use std::collections::BTreeMap;

use jiff::civil::Date;

/// The wishes of a run, as far as a source needs them to choose its requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrawlPlan {
    /// The day of the run.
    pub today: Date,
    /// Only what changed on or after this day; nothing for everything.
    pub since: Option<Date>,
    /// Settings of the source from the configuration (`province`, `subjects`, …). Secrets are not among them.
    pub settings: BTreeMap<String, String>,
}

impl CrawlPlan {
    /// Returns a setting that is there and not blank.
    pub fn setting(&self, name: &str) -> Option<&str> {
        let value = self.settings.get(name)?.trim();
        (!value.is_empty()).then_some(value)
    }
}
