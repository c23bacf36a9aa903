//! The final day for comments, with the days that are left.

use jiff::civil::Date;

use crate::model::PartialDate;
use crate::web::words::Words;

/// A week: from here on a deadline is near.
const NEAR: i32 = 7;

/// A deadline as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Deadline {
    /// The day.
    pub(in crate::web) day: String,
    /// What is left, in words.
    pub(in crate::web) left: String,
    /// `open`, `near` or `closed`.
    pub(in crate::web) class: &'static str,
}

impl Deadline {
    /// Makes the deadline of a date as it looks on a day; nothing where the text is no date.
    pub(in crate::web) fn of(date: &str, today: Date, words: &Words) -> Option<Self> {
        let last = date.parse::<PartialDate>().ok()?.latest();
        let days = (last - today).get_days();
        let (class, left) = match days {
            ..0 => ("closed", words.search.closed.to_owned()),
            0 => ("near", words.search.last_day.to_owned()),
            _ => {
                let left = (words.search.days_left)(u64::try_from(days).unwrap_or(0));
                (if days <= NEAR { "near" } else { "open" }, left)
            }
        };
        Some(Self {
            day: date.to_owned(),
            left,
            class,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn days_are_counted_to_the_last_day_itself() {
        let today = "2026-11-25".parse().unwrap();
        let left = |date: &str| {
            Deadline::of(date, today, Words::of(Language::Zh)).map(|one| (one.class, one.left))
        };
        assert_eq!(left("2026-12-07"), Some(("open", "还剩 12 天".to_owned())));
        assert_eq!(left("2026-11-26"), Some(("near", "还剩 1 天".to_owned())));
        assert_eq!(left("2026-11-25"), Some(("near", "今天截止".to_owned())));
        assert_eq!(left("2026-11-24"), Some(("closed", "已截止".to_owned())));
        assert_eq!(
            left("2027-01"),
            Some(("open", "还剩 67 天".to_owned())),
            "a month lasts to its last day"
        );
        assert_eq!(left("待定"), None);
    }
}
