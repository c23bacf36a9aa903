//! HS codes as they are watched.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A chapter, heading or subheading of the Harmonized System, digits only.
///
/// National codes are longer; everything from two to twelve digits is kept, because watching `7214200000` is what a
/// customs form suggests and matches by its first six digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HsCode(String);

/// A text that is no HS code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected 2 to 12 digits of an HS code, found `{0}`")]
pub struct HsCodeError(String);

impl HsCode {
    /// Returns the digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Tells whether a notified code lies within the watched one, or the watched one within it.
    ///
    /// Members notify chapters, headings and national lines alike; whoever watches 7214.20 is concerned by a
    /// notification of chapter 72 as much as by one of 7214.20.00.
    pub fn meets(&self, notified: &str) -> bool {
        !notified.is_empty() && (notified.starts_with(&self.0) || self.0.starts_with(notified))
    }

    /// Iterates over the codes above this one, from the chapter down.
    pub fn above(&self) -> impl Iterator<Item = &str> {
        (2..self.0.len()).map(|length| &self.0[..length])
    }
}

impl FromStr for HsCode {
    type Err = HsCodeError;

    /// Reads `721420`, `7214.20`, `7214 20`.
    fn from_str(text: &str) -> Result<Self, HsCodeError> {
        let digits: String = text
            .chars()
            .filter(|character| !matches!(character, '.' | ' '))
            .collect();
        let well_formed =
            (2..=12).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if well_formed {
            Ok(Self(digits))
        } else {
            Err(HsCodeError(text.chars().take(40).collect()))
        }
    }
}

impl TryFrom<String> for HsCode {
    type Error = HsCodeError;

    fn try_from(text: String) -> Result<Self, HsCodeError> {
        text.parse()
    }
}

impl From<HsCode> for String {
    fn from(code: HsCode) -> Self {
        code.0
    }
}

impl fmt::Display for HsCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> HsCode {
        text.parse().unwrap()
    }

    #[test]
    fn a_code_meets_what_lies_above_and_below_it() {
        let bars = code("7214.20");
        for notified in ["72", "7214", "721420", "72142000"] {
            assert!(bars.meets(notified), "{notified}");
        }
        for notified in ["", "73", "7213", "721430"] {
            assert!(!bars.meets(notified), "{notified}");
        }
        assert_eq!(
            bars.above().collect::<Vec<_>>(),
            ["72", "721", "7214", "72142"]
        );
    }

    #[test]
    fn what_is_no_code_is_refused_with_its_text() {
        for wrong in ["", "7", "72a", "ex 72", "1234567890123"] {
            assert!(wrong.parse::<HsCode>().is_err(), "{wrong}");
        }
    }
}
