//! Status of a document: the four canonical words, what sources write for them, and what the dates say.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Where a document stands in its life: 现行, 即将实施, 被代替, 废止, or not known.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// In force: 现行.
    Current,
    /// Published, not yet in force, or still a draft: 即将实施.
    Upcoming,
    /// Replaced by another document: 被代替.
    Superseded,
    /// Withdrawn without replacement, or the source does not say by what: 废止.
    Withdrawn,
    /// No source says, and no date decides.
    #[default]
    Unknown,
}

impl Status {
    /// All statuses, in the order lists show them.
    pub const ALL: [Self; 5] = [
        Self::Current,
        Self::Upcoming,
        Self::Superseded,
        Self::Withdrawn,
        Self::Unknown,
    ];

    /// Returns the word used in addresses, facets and JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Upcoming => "upcoming",
            Self::Superseded => "superseded",
            Self::Withdrawn => "withdrawn",
            Self::Unknown => "unknown",
        }
    }

    /// Returns the Chinese word.
    pub fn name_zh(self) -> &'static str {
        match self {
            Self::Current => "现行",
            Self::Upcoming => "即将实施",
            Self::Superseded => "被代替",
            Self::Withdrawn => "废止",
            Self::Unknown => "状态不详",
        }
    }

    /// Returns the English word.
    pub fn name_en(self) -> &'static str {
        match self {
            Self::Current => "In force",
            Self::Upcoming => "Upcoming",
            Self::Superseded => "Superseded",
            Self::Withdrawn => "Withdrawn",
            Self::Unknown => "Status unknown",
        }
    }

    /// Reads the status word or stage code of a source; `None` where the word says nothing about status.
    ///
    /// ISO stage codes follow ISO's harmonised stage table: 60.60 to 90.93 are published documents, 95.xx withdrawn,
    /// everything before 60.60 a draft.
    pub fn read(word: &str) -> Option<Self> {
        let word = word.trim();
        if let Some(stage) = stage_of(word) {
            return Some(match stage {
                0..6060 => Self::Upcoming,
                6060..9500 => Self::Current,
                _ => Self::Withdrawn,
            });
        }
        let lower = word.to_lowercase();
        WORDS
            .iter()
            .find(|(known, _)| *known == lower)
            .map(|&(_, status)| status)
    }
}

/// The four digits of a harmonised stage code (`95.99`, `9599`, `20`).
fn stage_of(word: &str) -> Option<u16> {
    let digits: String = word.chars().filter(|&character| character != '.').collect();
    let plain = matches!(digits.len(), 2 | 4) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// Words that sources write, in lower case.
///
/// `REVISED` of IEC means that a newer edition took its place; `new`, `replaces` of EASC that the document is in force.
const WORDS: [(&str, Status); 43] = [
    ("现行", Status::Current),
    ("有效", Status::Current),
    ("继续有效", Status::Current),
    ("即将实施", Status::Upcoming),
    ("未生效", Status::Upcoming),
    ("被代替", Status::Superseded),
    ("已修订", Status::Superseded),
    ("已被代替", Status::Superseded),
    ("废止", Status::Withdrawn),
    ("作废", Status::Withdrawn),
    ("历史", Status::Withdrawn),
    ("current", Status::Current),
    ("in force", Status::Current),
    ("in-force", Status::Current),
    ("valid", Status::Current),
    ("active", Status::Current),
    ("approved", Status::Current),
    ("published", Status::Current),
    ("published (confirmed)", Status::Current),
    ("published (under review)", Status::Current),
    ("published (to be revised)", Status::Current),
    ("published (to be withdrawn)", Status::Current),
    ("activated", Status::Current),
    ("new", Status::Current),
    ("replaces", Status::Current),
    ("joint", Status::Current),
    ("upcoming", Status::Upcoming),
    ("draft", Status::Upcoming),
    ("not yet in force", Status::Upcoming),
    ("superseded", Status::Superseded),
    ("replaced", Status::Superseded),
    ("revised", Status::Superseded),
    ("withdrawn", Status::Withdrawn),
    ("withdrawal", Status::Withdrawn),
    ("obsoleted", Status::Withdrawn),
    ("repealed", Status::Withdrawn),
    ("deleted", Status::Withdrawn),
    ("unknown", Status::Unknown),
    ("状态不详", Status::Unknown),
    ("wd", Status::Withdrawn),
    ("有効", Status::Current),
    ("廃止", Status::Withdrawn),
    ("действует", Status::Current),
];

impl fmt::Display for Status {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

/// A word that names no status.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected current, upcoming, superseded, withdrawn or unknown, found `{0}`")]
pub struct UnknownStatus(String);

impl FromStr for Status {
    type Err = UnknownStatus;

    fn from_str(text: &str) -> Result<Self, UnknownStatus> {
        Self::read(text).ok_or_else(|| UnknownStatus(text.to_owned()))
    }
}

/// The status of a document on a day, with how it was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusReading {
    /// The status to show.
    pub status: Status,
    /// The word the source wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_word: Option<String>,
    /// What the source's word means.
    pub by_source: Status,
    /// What dates and replacements say.
    pub by_dates: Status,
    /// Set where the two disagree; both are then shown.
    pub conflict: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_every_source_become_one_of_the_canonical_words() {
        for (word, status) in [
            ("现行", Status::Current),
            ("REVISED", Status::Superseded),
            ("95.99", Status::Withdrawn),
            ("9093", Status::Current),
            ("60.60", Status::Current),
            ("40.20", Status::Upcoming),
            ("20", Status::Upcoming),
            ("published (to be revised)", Status::Current),
        ] {
            assert_eq!(Status::read(word), Some(status), "{word}");
        }
        assert_eq!(Status::read("purple"), None);
    }

    #[test]
    fn every_canonical_word_reads_back_to_itself() {
        for status in Status::ALL {
            assert_eq!(status.code().parse(), Ok(status));
            assert_eq!(status.name_zh().parse(), Ok(status));
        }
    }
}
