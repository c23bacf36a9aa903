//! How often somebody wants to hear.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

/// How often digests are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rate {
    /// As soon as something happened.
    AtOnce,
    /// Every day.
    Daily,
    /// Every week on one day.
    Weekly(Weekday),
    /// Every month on one day.
    Monthly(DayOfMonth),
    /// Never; the feed and the page go on.
    Off,
}

/// A day of the month, 1 to 31; a month that is shorter has it on its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DayOfMonth(i8);

/// A number that is no day of a month.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a day of the month, 1 to 31, found `{0}`")]
pub struct DayOfMonthError(String);

/// The days of the week with their codes, Monday first (ISO 8601).
const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "mon"),
    (Weekday::Tuesday, "tue"),
    (Weekday::Wednesday, "wed"),
    (Weekday::Thursday, "thu"),
    (Weekday::Friday, "fri"),
    (Weekday::Saturday, "sat"),
    (Weekday::Sunday, "sun"),
];

impl DayOfMonth {
    /// Makes a day of the month.
    ///
    /// # Errors
    ///
    /// [`DayOfMonthError`] when it is not between 1 and 31.
    pub fn new(day: i8) -> Result<Self, DayOfMonthError> {
        if (1..=31).contains(&day) {
            Ok(Self(day))
        } else {
            Err(DayOfMonthError(day.to_string()))
        }
    }

    /// Returns the day.
    pub fn get(self) -> i8 {
        self.0
    }
}

/// Returns the code of a day of the week.
pub(super) fn weekday_code(day: Weekday) -> &'static str {
    WEEKDAYS[usize::from(day.to_monday_zero_offset().unsigned_abs())].1
}

/// Returns the day of the week of a code.
pub(super) fn weekday(code: &str) -> Option<Weekday> {
    WEEKDAYS
        .iter()
        .find(|(_, known)| *known == code)
        .map(|&(day, _)| day)
}

/// A text that names no rate.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "expected at_once, daily, weekly:mon to weekly:sun, monthly:1 to monthly:31 or off, found `{0}`"
)]
pub struct UnknownRate(String);

impl fmt::Display for Rate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtOnce => formatter.write_str("at_once"),
            Self::Daily => formatter.write_str("daily"),
            Self::Weekly(day) => write!(formatter, "weekly:{}", weekday_code(*day)),
            Self::Monthly(day) => write!(formatter, "monthly:{}", day.0),
            Self::Off => formatter.write_str("off"),
        }
    }
}

impl FromStr for Rate {
    type Err = UnknownRate;

    /// Reads `daily`, `weekly:fri`, `monthly:31`; `weekly` alone is Monday, `monthly` alone the first.
    fn from_str(text: &str) -> Result<Self, UnknownRate> {
        let unknown = || UnknownRate(text.chars().take(40).collect());
        let (word, day) = text.trim().split_once(':').unwrap_or((text.trim(), ""));
        match (word, day) {
            ("at_once", "") => Ok(Self::AtOnce),
            ("daily", "") => Ok(Self::Daily),
            ("off", "") => Ok(Self::Off),
            ("weekly", "") => Ok(Self::Weekly(Weekday::Monday)),
            ("weekly", day) => weekday(day).map(Self::Weekly).ok_or_else(unknown),
            ("monthly", "") => Ok(Self::Monthly(DayOfMonth(1))),
            ("monthly", day) => {
                let day = day.parse().map_err(|_| unknown())?;
                DayOfMonth::new(day)
                    .map(Self::Monthly)
                    .map_err(|_| unknown())
            }
            _ => Err(unknown()),
        }
    }
}

impl Serialize for Rate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rate_reads_back_from_what_it_is_written_as() {
        for written in ["at_once", "daily", "weekly:sun", "monthly:31", "off"] {
            let rate: Rate = written.parse().unwrap();
            assert_eq!(rate.to_string(), written);
        }
        assert_eq!("weekly".parse(), Ok(Rate::Weekly(Weekday::Monday)));
        for wrong in [
            "",
            "hourly",
            "weekly:8",
            "monthly:0",
            "monthly:32",
            "daily:mon",
        ] {
            assert!(wrong.parse::<Rate>().is_err(), "{wrong}");
        }
    }
}
