//! Spans of time as the operator writes them: `30m`, `6h`, `7d`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A span of whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Interval {
    minutes: u32,
}

/// Units, the largest first.
const UNITS: [(char, u32); 3] = [('d', 24 * 60), ('h', 60), ('m', 1)];

impl Interval {
    /// Makes a span of days.
    pub const fn days(days: u32) -> Self {
        Self {
            minutes: days * 24 * 60,
        }
    }

    /// Returns the span in seconds.
    pub fn seconds(self) -> i64 {
        i64::from(self.minutes) * 60
    }
}

impl FromStr for Interval {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = || format!("expected a span such as 30m, 6h or 7d, found `{text}`");
        let mut characters = text.trim().chars();
        let unit = characters.next_back().ok_or_else(expected)?;
        let (_, minutes) = UNITS
            .into_iter()
            .find(|(of, _)| *of == unit)
            .ok_or_else(expected)?;
        let count: u32 = characters.as_str().trim().parse().map_err(|_| expected())?;
        let minutes = count.checked_mul(minutes).filter(|minutes| *minutes > 0);
        Ok(Self {
            minutes: minutes.ok_or_else(expected)?,
        })
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fitting = UNITS
            .into_iter()
            .find(|(_, minutes)| self.minutes.is_multiple_of(*minutes));
        let (unit, minutes) = fitting.unwrap_or(('m', 1));
        write!(formatter, "{}{unit}", self.minutes / minutes)
    }
}

impl TryFrom<String> for Interval {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Interval> for String {
    fn from(interval: Interval) -> Self {
        interval.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_and_written() {
        for text in ["30m", "6h", "7d"] {
            assert_eq!(text.parse::<Interval>().unwrap().to_string(), text);
        }
        assert_eq!("90m".parse::<Interval>().unwrap().seconds(), 5_400);
        for text in ["", "6", "h", "0d", "-1d", "1w", "999999999d"] {
            assert!(text.parse::<Interval>().is_err(), "{text}");
        }
    }
}
