//! One document that is watched.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::TopicError;
use crate::model::NumberKeys;
use crate::number::Symbol;

/// The longest number or identifier that is kept.
const LONGEST: usize = 200;

/// A standard, act or notification, watched with its whole family.
///
/// Whoever watches `ISO 9001:2015` wants to hear that it was replaced, which is an event of the next edition: so the
/// family is watched whatever edition was written. The writing is kept, because it is shown back.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WatchedDocument {
    written: String,
    family: String,
}

impl WatchedDocument {
    /// Returns the number as it was written.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Returns the name of the family.
    pub fn family(&self) -> &str {
        &self.family
    }
}

impl FromStr for WatchedDocument {
    type Err = TopicError;

    /// Reads a number in any spelling, a WTO symbol, or the identifier of an act.
    fn from_str(text: &str) -> Result<Self, TopicError> {
        let written = text.trim();
        let usable = written.len() <= LONGEST && written.chars().any(char::is_alphanumeric);
        if !usable || written.chars().any(char::is_control) {
            return Err(TopicError::Document(text.chars().take(40).collect()));
        }
        let family = written.parse::<Symbol>().map_or_else(
            |_| NumberKeys::of(written).family,
            |symbol| symbol.family().to_string(),
        );
        Ok(Self {
            written: written.to_owned(),
            family,
        })
    }
}

impl TryFrom<String> for WatchedDocument {
    type Error = TopicError;

    fn try_from(text: String) -> Result<Self, TopicError> {
        text.parse()
    }
}

impl From<WatchedDocument> for String {
    fn from(document: WatchedDocument) -> Self {
        document.written
    }
}

impl fmt::Display for WatchedDocument {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_watched_with_its_family() {
        let of = |text: &str| text.parse::<WatchedDocument>().unwrap().family().to_owned();
        assert_eq!(of("ISO9001-2015"), "ISO 9001");
        assert_eq!(of("G/TBT/N/EU/1088/Add.2"), "G/TBT/N/EU/1088");
        assert_eq!(of("EU-305-2011-CPR"), "EU-305-2011-CPR");
    }

    #[test]
    fn nothing_and_control_characters_are_no_document() {
        for wrong in ["", "  ", "--", "ISO 9001\r\nBcc: x"] {
            assert!(wrong.parse::<WatchedDocument>().is_err(), "{wrong}");
        }
    }
}
