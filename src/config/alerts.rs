//! Alerts.

use serde::{Deserialize, Serialize};

/// What the operator says about alerts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AlertsSettings {
    /// The address under which readers reach the service; links in letters begin with it.
    pub site: String,
    /// Days before a member's deadline by which the national enquiry point wants comments.
    pub comment_lead_days: i32,
    /// Confirmation and management letters one address may ask for within a day.
    pub questions_a_day: u64,
}

impl Default for AlertsSettings {
    fn default() -> Self {
        Self {
            // A default that cannot be reached from elsewhere shows at once that it was not set.
            site: "http://127.0.0.1:8080".to_owned(),
            comment_lead_days: 10,
            questions_a_day: 3,
        }
    }
}
