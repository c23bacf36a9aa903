use serde::{Deserialize, Serialize};

/// What kind of record is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// Standards of a body.
    Standard,
    /// Technical regulations.
    Regulation,
    /// Notifications to the WTO.
    Notification,
    /// Full texts.
    Text,
    /// Limit values.
    Indicator,
    /// Classification and other reference data.
    Classification,
}

/// One thing that is not covered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// Permanent id.
    pub id: String,
    /// Code of the market; `None` where the gap holds everywhere.
    pub market: Option<String>,
    /// What kind of record is missing.
    pub kind: GapKind,
    /// Ids of the collectors that close the gap once they have run; empty where none does.
    pub closed_by: Vec<String>,
    /// The sentence in Chinese.
    pub note_zh: String,
    /// The sentence in English.
    pub note_en: String,
}
