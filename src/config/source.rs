//! One source.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Interval;

/// What is decided about a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SourceConfig {
    /// Whether a running server crawls it by schedule; on command any source is crawled.
    pub enabled: bool,
    /// How often.
    pub every: Interval,
    /// How often everything is looked at, so that what vanished is noticed.
    pub full_every: Interval,
    /// Another server to ask instead of the source's own; naming one on this machine is the permission to ask it.
    pub base: Option<String>,
    /// Whether the source's own hosts may be addresses of this machine or its network.
    pub allow_private: bool,
    /// Milliseconds between two requests; slower than the source's own pace, or any with `base`.
    pub pace_ms: Option<u64>,
    /// Settings of the source (`province`, `subjects`).
    pub settings: BTreeMap<String, String>,
}

impl Default for SourceConfig {
    fn default() -> Self {
        Self {
            enabled: false,
            every: Interval::days(1),
            full_every: Interval::days(30),
            base: None,
            allow_private: false,
            pace_ms: None,
            settings: BTreeMap::new(),
        }
    }
}
