//! Days on which nothing is sent.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::rate::{weekday, weekday_code};

/// Days on which nothing is sent: days of the week, and a stretch such as a holiday.
///
/// What would have come on a quiet day comes on the next day that is not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QuietDays {
    #[serde(with = "codes", skip_serializing_if = "Vec::is_empty")]
    weekdays: Vec<Weekday>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stretch: Option<(Date, Date)>,
}

impl QuietDays {
    /// Makes quiet days. A week needs one day that is not quiet: with all seven named, none is.
    pub fn new(weekdays: impl IntoIterator<Item = Weekday>, stretch: Option<(Date, Date)>) -> Self {
        let mut days: Vec<Weekday> = weekdays.into_iter().collect();
        days.sort_unstable_by_key(|day| day.to_monday_zero_offset());
        days.dedup();
        if days.len() == 7 {
            days.clear();
        }
        Self {
            weekdays: days,
            stretch: stretch.filter(|(first, last)| first <= last),
        }
    }

    /// Saturdays and Sundays.
    pub fn weekends() -> Self {
        Self::new([Weekday::Saturday, Weekday::Sunday], None)
    }

    /// Tells whether a day is quiet.
    pub fn contain(&self, day: Date) -> bool {
        // Stored days may name the whole week; then none is quiet, as when they are made.
        let named = self.weekdays.len() < 7 && self.weekdays.contains(&day.weekday());
        named
            || self
                .stretch
                .is_some_and(|(first, last)| first <= day && day <= last)
    }

    /// Returns the first day from `day` on that is not quiet.
    ///
    /// A stretch is jumped over at once, so this takes a week of steps at most, however long a holiday is.
    pub fn next_open(&self, day: Date) -> Date {
        let mut open = day;
        while self.contain(open) {
            open = match self.stretch {
                Some((first, last)) if first <= open && open <= last => {
                    last.tomorrow().unwrap_or(Date::MAX)
                }
                _ => open.tomorrow().unwrap_or(Date::MAX),
            };
            if open == Date::MAX {
                break;
            }
        }
        open
    }

    /// Returns the quiet days of the week.
    pub fn weekdays(&self) -> &[Weekday] {
        &self.weekdays
    }
}

/// Days of the week as `mon` … `sun`.
mod codes {
    use super::{Deserialize, Weekday, weekday, weekday_code};

    pub(super) fn serialize<S: serde::Serializer>(
        days: &[Weekday],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(days.iter().map(|&day| weekday_code(day)))
    }

    pub(super) fn deserialize<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Weekday>, D::Error> {
        let codes = Vec::<String>::deserialize(deserializer)?;
        codes
            .iter()
            .map(|code| {
                weekday(code).ok_or_else(|| {
                    serde::de::Error::custom(format!("expected mon to sun, found `{code}`"))
                })
            })
            .collect()
    }
}
