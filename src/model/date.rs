//! Dates as catalogues give them: a day, a month, or only a year.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A date whose day, or month and day, may be unknown.
///
/// Catalogues of standards often give a month (`2018-10`) or a year. Filling in the first of the month would invent a
/// fact, so the precision is kept; only [`earliest`](Self::earliest) and [`latest`](Self::latest) turn it into days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: i16,
    /// 0 where unknown.
    month: i8,
    /// 0 where unknown.
    day: i8,
}

/// A text that is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a date such as `2026-11-25`, `2026-11` or `2026`, found `{0}`")]
pub struct DateError(String);

impl PartialDate {
    /// Returns the year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// Returns the first day the date can mean.
    pub fn earliest(self) -> Date {
        Date::new(self.year, self.month.max(1), self.day.max(1)).unwrap_or(Date::MIN)
    }

    /// Returns the last day the date can mean.
    pub fn latest(self) -> Date {
        let month = if self.month == 0 { 12 } else { self.month };
        let first = Date::new(self.year, month, 1).unwrap_or(Date::MAX);
        if self.day == 0 {
            first.last_of_month()
        } else {
            self.earliest()
        }
    }

    fn checked(year: i16, month: i8, day: i8) -> Option<Self> {
        let plausible = (1800..=2200).contains(&year);
        let real = Date::new(year, month.max(1), day.max(1)).is_ok();
        (plausible && real && (month != 0 || day == 0)).then_some(Self { year, month, day })
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self {
            year: date.year(),
            month: date.month(),
            day: date.day(),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.year)?;
        for part in [self.month, self.day] {
            if part == 0 {
                break;
            }
            write!(formatter, "-{part:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    /// Reads `2026-11-25`, `2026/11/25`, `2026.11.25`, `2026年11月25日`, their shorter forms, a date with a time behind
    /// it, and a date with a word before it (`applies 2012-05-08`).
    fn from_str(text: &str) -> Result<Self, DateError> {
        let wrong = || DateError(text.chars().take(40).collect());
        let start = text
            .find(|character: char| character.is_ascii_digit())
            .ok_or_else(wrong)?;
        let mut parts = [0_i16; 3];
        let mut rest = &text[start..];
        for (place, part) in parts.iter_mut().enumerate() {
            let digits = rest
                .find(|character: char| !character.is_ascii_digit())
                .unwrap_or(rest.len());
            let expected = if place == 0 {
                digits == 4
            } else {
                (1..=2).contains(&digits)
            };
            if !expected {
                return Err(wrong());
            }
            *part = rest[..digits].parse().map_err(|_| wrong())?;
            rest = &rest[digits..];
            let Some(next) = rest.strip_prefix(['-', '/', '.', '年', '月']) else {
                break;
            };
            if !next.starts_with(|character: char| character.is_ascii_digit()) {
                break;
            }
            rest = next;
        }
        let [year, month, day] = parts;
        let small = |part: i16| i8::try_from(part).map_err(|_| wrong());
        Self::checked(year, small(month)?, small(day)?).ok_or_else(wrong)
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_precision_of_the_source_is_kept() {
        for (written, kept) in [
            ("2018-10", "2018-10"),
            ("1985", "1985"),
            ("2023年9月12日", "2023-09-12"),
            ("2000/02/15", "2000-02-15"),
            ("2026-06-02T00:00:00+00:00", "2026-06-02"),
            ("applies 2012-05-08", "2012-05-08"),
        ] {
            assert_eq!(written.parse::<PartialDate>().unwrap().to_string(), kept);
        }
    }

    #[test]
    fn a_month_reaches_from_its_first_to_its_last_day() {
        let date: PartialDate = "2024-02".parse().unwrap();
        assert_eq!(date.earliest().to_string(), "2024-02-01");
        assert_eq!(date.latest().to_string(), "2024-02-29");
    }

    #[test]
    fn what_is_no_date_is_refused_with_its_text() {
        for wrong in ["待定", "", "20181", "2023-13-01", "2023-02-30", "6 months"] {
            assert!(wrong.parse::<PartialDate>().is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics_and_what_is_read_round_trips(text in "\\PC{0,20}") {
            if let Ok(date) = text.parse::<PartialDate>() {
                prop_assert_eq!(date.to_string().parse::<PartialDate>(), Ok(date));
            }
        }
    }
}
