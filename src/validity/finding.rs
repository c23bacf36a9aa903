//! What a check says of a number, in one word.

use serde::{Deserialize, Serialize};

use crate::model::Status;

/// The result for one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// Replaced by another document: 被代替.
    Replaced,
    /// Withdrawn: 废止.
    Withdrawn,
    /// Not yet in force: 即将实施.
    Upcoming,
    /// No source says whether it is in force.
    StatusUnknown,
    /// Several documents bear the number.
    Ambiguous,
    /// It was read, and the store does not hold it.
    NotHeld,
    /// It looks like a number and cannot be read.
    Unreadable,
    /// In force: 现行.
    InForce,
}

impl Finding {
    /// Every result, what needs attention first.
    pub const ALL: [Self; 8] = [
        Self::Replaced,
        Self::Withdrawn,
        Self::Upcoming,
        Self::StatusUnknown,
        Self::Ambiguous,
        Self::NotHeld,
        Self::Unreadable,
        Self::InForce,
    ];

    /// Returns the word used in JSON and style sheets.
    pub fn code(self) -> &'static str {
        match self {
            Self::Replaced => "replaced",
            Self::Withdrawn => "withdrawn",
            Self::Upcoming => "upcoming",
            Self::StatusUnknown => "status_unknown",
            Self::Ambiguous => "ambiguous",
            Self::NotHeld => "not_held",
            Self::Unreadable => "unreadable",
            Self::InForce => "in_force",
        }
    }

    /// Returns the Chinese word.
    pub fn name_zh(self) -> &'static str {
        match self {
            Self::Replaced => "被代替",
            Self::Withdrawn => "废止",
            Self::Upcoming => "即将实施",
            Self::StatusUnknown => "状态不详",
            Self::Ambiguous => "对应多份文件",
            Self::NotHeld => "库中没有",
            Self::Unreadable => "无法识别",
            Self::InForce => "现行",
        }
    }

    /// Returns the English word.
    pub fn name_en(self) -> &'static str {
        match self {
            Self::Replaced => "Replaced",
            Self::Withdrawn => "Withdrawn",
            Self::Upcoming => "Upcoming",
            Self::StatusUnknown => "Status unknown",
            Self::Ambiguous => "Several documents",
            Self::NotHeld => "Not held",
            Self::Unreadable => "Not readable",
            Self::InForce => "In force",
        }
    }
}

impl From<Status> for Finding {
    fn from(status: Status) -> Self {
        match status {
            Status::Current => Self::InForce,
            Status::Upcoming => Self::Upcoming,
            Status::Superseded => Self::Replaced,
            Status::Withdrawn => Self::Withdrawn,
            Status::Unknown => Self::StatusUnknown,
        }
    }
}
