//! What a notified document is.

use serde::{Deserialize, Serialize};

use crate::number::{SuffixKind, Symbol};

/// What a document is to the measure it belongs to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotificationKind {
    /// A draft is notified: 常规通报.
    #[default]
    Regular,
    /// An urgent measure is notified: 紧急通报.
    Emergency,
    /// Adds information or a new date: 补遗.
    Addendum,
    /// Corrects a clerical error: 勘误.
    Corrigendum,
    /// Replaces the notification before adoption and starts a fresh comment period: 修订.
    Revision,
    /// Announces a translation: 补充.
    Supplement,
}

impl NotificationKind {
    /// All kinds, in the order lists show them.
    pub const ALL: [Self; 6] = [
        Self::Regular,
        Self::Emergency,
        Self::Addendum,
        Self::Corrigendum,
        Self::Revision,
        Self::Supplement,
    ];

    /// Reads the kind from the symbol, whose last suffix decides, and where it has none from the source's words.
    pub fn read(symbol: &str, words: &str) -> Self {
        let suffix = Symbol::parse(symbol)
            .ok()
            .and_then(|symbol| symbol.suffixes().last().copied());
        match suffix.map(|suffix| suffix.kind) {
            Some(SuffixKind::Addendum) => Self::Addendum,
            Some(SuffixKind::Corrigendum) => Self::Corrigendum,
            Some(SuffixKind::Revision) => Self::Revision,
            Some(SuffixKind::Supplement) => Self::Supplement,
            None => {
                let words = words.to_lowercase();
                let urgent = ["emergency", "urgen", "紧急"];
                if urgent.iter().any(|word| words.contains(word)) {
                    Self::Emergency
                } else {
                    Self::Regular
                }
            }
        }
    }

    /// Returns the word used in JSON, by which the vocabulary names it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Emergency => "emergency",
            Self::Addendum => "addendum",
            Self::Corrigendum => "corrigendum",
            Self::Revision => "revision",
            Self::Supplement => "supplement",
        }
    }

    /// Tells whether the document changes fields of its parent and starts nothing of its own.
    pub fn follows_parent(self) -> bool {
        matches!(self, Self::Addendum | Self::Corrigendum | Self::Supplement)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_suffix_decides_and_words_only_where_there_is_none() {
        for (symbol, words, kind) in [
            (
                "G/TBT/N/USA/2211",
                "Regular notification",
                NotificationKind::Regular,
            ),
            (
                "G/SPS/N/THA/773",
                "Emergency notifications (SPS)",
                NotificationKind::Emergency,
            ),
            (
                "G/SPS/N/THA/773/Add.1",
                "Addendum to Emergency Notification (SPS)",
                NotificationKind::Addendum,
            ),
            (
                "G/TBT/N/BRA/366/Add.1/Corr.1",
                "",
                NotificationKind::Corrigendum,
            ),
            ("G/TBT/N/DOM/227/Rev.1", "", NotificationKind::Revision),
        ] {
            assert_eq!(NotificationKind::read(symbol, words), kind, "{symbol}");
        }
    }
}
