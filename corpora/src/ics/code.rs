use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Text that is no ICS code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an ICS code such as `67`, `67.080` or `67.080.10`, found `{found}`")]
pub struct IcsCodeError {
    /// What was given.
    pub found: String,
}

/// Depth of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Two digits, such as `67`.
    Field,
    /// Field and three digits, such as `67.080`.
    Group,
    /// Group and two digits, such as `67.080.10`.
    Subgroup,
}

/// A well-formed ICS code, whether or not the classification has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IcsCode(String);

impl IcsCode {
    /// Returns the code as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the depth of the code.
    pub fn level(&self) -> Level {
        match self.0.len() {
            2 => Level::Field,
            6 => Level::Group,
            _ => Level::Subgroup,
        }
    }

    /// Returns the code directly above, `None` for a field.
    pub fn parent(&self) -> Option<Self> {
        self.0
            .rsplit_once('.')
            .map(|(above, _)| Self(above.to_owned()))
    }

    /// Returns whether `other` is this code or lies below it.
    pub fn covers(&self, other: &Self) -> bool {
        other
            .0
            .strip_prefix(&self.0)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

impl FromStr for IcsCode {
    type Err = IcsCodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let widths = [2, 3, 2];
        let parts: Vec<&str> = text.split('.').collect();
        let well_formed = parts.len() <= widths.len()
            && parts.iter().zip(widths).all(|(part, width)| {
                part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit())
            });
        if well_formed {
            Ok(Self(text.to_owned()))
        } else {
            Err(IcsCodeError {
                found: text.to_owned(),
            })
        }
    }
}

impl TryFrom<String> for IcsCode {
    type Error = IcsCodeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<IcsCode> for String {
    fn from(code: IcsCode) -> Self {
        code.0
    }
}

impl fmt::Display for IcsCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> IcsCode {
        text.parse().unwrap()
    }

    #[test]
    fn the_three_depths_are_read_and_printed_back() {
        for (text, level) in [
            ("67", Level::Field),
            ("67.080", Level::Group),
            ("67.080.10", Level::Subgroup),
        ] {
            assert_eq!(code(text).level(), level);
            assert_eq!(code(text).to_string(), text);
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in [
            "",
            "6",
            "677",
            "67.08",
            "67.080.1",
            "67.080.10.1",
            "67.08a",
            "６７",
            "67.",
        ] {
            assert!(text.parse::<IcsCode>().is_err(), "`{text}`");
        }
    }

    #[test]
    fn a_code_covers_itself_and_what_lies_below() {
        assert!(code("67").covers(&code("67.080.10")));
        assert!(code("67.080").covers(&code("67.080")));
        assert!(!code("67.080.10").covers(&code("67.080")));
        assert_eq!(code("67.080.10").parent(), Some(code("67.080")));
        assert_eq!(code("67").parent(), None);
    }
}
