//! What a WTO notification says beyond what every record says.

use serde::{Deserialize, Serialize};

/// The boxes of a notification that are shown as they were notified.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Notification {
    /// Every member that notified this measure, as the WTO writes it.
    pub members: Vec<String>,
    /// Regular, addendum, corrigendum, revision … in the source's words.
    pub notification_type: String,
    /// Products covered (box 4), free text.
    pub products: String,
    /// Objectives and rationale (box 7).
    pub objectives: Vec<String>,
    /// Links to the notification and the notified texts.
    pub links: Vec<String>,
}
