//! The kinds of record.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One edition of a standard, or an amendment published by itself.
    Standard,
    /// A legal act or technical regulation.
    Regulation,
    /// A WTO notification with its addenda.
    Notification,
    /// A product of the province.
    Product,
}

impl Kind {
    /// All kinds, in the order lists show them.
    pub const ALL: [Self; 4] = [
        Self::Standard,
        Self::Regulation,
        Self::Notification,
        Self::Product,
    ];

    /// Returns the word used in addresses, facets and JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Regulation => "regulation",
            Self::Notification => "notification",
            Self::Product => "product",
        }
    }

    /// Returns the Chinese name.
    pub fn name_zh(self) -> &'static str {
        match self {
            Self::Standard => "标准",
            Self::Regulation => "技术法规",
            Self::Notification => "通报",
            Self::Product => "产品",
        }
    }

    /// Returns the English name.
    pub fn name_en(self) -> &'static str {
        match self {
            Self::Standard => "Standard",
            Self::Regulation => "Regulation",
            Self::Notification => "Notification",
            Self::Product => "Product",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

/// A word that names no kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected standard, regulation, notification or product, found `{0}`")]
pub struct UnknownKind(String);

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        let text = text.trim();
        Self::ALL
            .into_iter()
            .find(|kind| kind.code().eq_ignore_ascii_case(text) || kind.name_zh() == text)
            .ok_or_else(|| UnknownKind(text.to_owned()))
    }
}
