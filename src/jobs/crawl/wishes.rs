//! What a run is asked to do.

use std::collections::BTreeMap;
use std::time::Duration;

use indexers::fetch::guard::Private;
use indexers::page::CrawlPlan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// From when on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Since {
    /// Since the last complete run, everything where there is none or the last look at everything is long ago.
    #[default]
    LastRun,
    /// Everything.
    Ever,
    /// This day.
    Day(Date),
}

/// Whether anything is kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Keep {
    /// Everything is.
    #[default]
    Everything,
    /// Nothing is: a look at what would come.
    Nothing,
}

/// The wishes of an operator, over those of the configuration.
#[derive(Debug, Clone, Default)]
pub struct CrawlWishes {
    /// From when on.
    pub since: Since,
    /// Stop after so many records.
    pub limit: Option<u64>,
    /// Keep nothing.
    pub keep: Keep,
    /// Another server.
    pub base: Option<url::Url>,
    /// Allow addresses of this machine and its network.
    pub private: Private,
    /// The time between two requests.
    pub pace: Option<Duration>,
    /// Settings over those of the configuration.
    pub settings: BTreeMap<String, String>,
}

/// A plan as the store keeps it, so that a run goes on as it began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptPlan {
    pub(super) today: Date,
    pub(super) since: Option<Date>,
    pub(super) settings: BTreeMap<String, String>,
}

impl KeptPlan {
    pub(super) fn plan(&self) -> CrawlPlan {
        CrawlPlan {
            today: self.today,
            since: self.since,
            settings: self.settings.clone(),
        }
    }

    /// Tells whether a run with this plan is what is wished for now.
    pub(super) fn serves(&self, since: Since, settings: &BTreeMap<String, String>) -> bool {
        let same_since = match since {
            Since::LastRun => true,
            Since::Ever => self.since.is_none(),
            Since::Day(day) => self.since == Some(day),
        };
        same_since && self.settings == *settings
    }
}
