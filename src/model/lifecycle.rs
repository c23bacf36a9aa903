//! The dates of a document's life, and the status they give on a day.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{PartialDate, Status, StatusReading};

/// Dates and words from which the status on any day is computed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Lifecycle {
    /// 发布日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// 实施日期, entry into force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub implemented: Option<PartialDate>,
    /// 废止日期, the day it was withdrawn or replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<PartialDate>,
    /// The day a review confirmed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<PartialDate>,
    /// Final date for comments, of a notification.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comments_until: Option<PartialDate>,
    /// The source's status word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_word: Option<String>,
    /// Whether some document is known to replace it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub replaced: bool,
}

impl Lifecycle {
    /// Computes the status on a day.
    ///
    /// Dates decide what they can (GB standards come into force on a day that the catalogue's word may lag behind);
    /// where they say nothing the source's word stands. An unclear day (`2018-10`) counts from its first possible day for
    /// entry into force and from its last for withdrawal, so that a document is not called invalid too early.
    pub fn status_on(&self, day: Date) -> StatusReading {
        let by_source = self
            .status_word
            .as_deref()
            .and_then(Status::read)
            .unwrap_or_default();
        let by_dates = self.by_dates(day);
        let status = match (by_dates, by_source) {
            (Status::Unknown, word) => word,
            // The dates of a draft lie in the past as well (ISO gives the day of the ballot): only the word knows.
            (Status::Current, Status::Upcoming) if self.implemented.is_none() => Status::Upcoming,
            (Status::Current, word @ (Status::Superseded | Status::Withdrawn)) => {
                if self.ended_before(day) == Some(false) {
                    Status::Current
                } else {
                    word
                }
            }
            (Status::Withdrawn, Status::Superseded) => Status::Superseded,
            (dates, _) => dates,
        };
        let status = if status == Status::Withdrawn && self.replaced {
            Status::Superseded
        } else {
            status
        };
        let conflict = by_source != Status::Unknown && group(by_source) != group(status);
        StatusReading {
            status,
            source_word: self.status_word.clone(),
            by_source,
            by_dates,
            conflict,
        }
    }

    /// Computes the status on a day, knowing since when a newer edition stands beside or in place of this one.
    ///
    /// Most catalogues say only that an edition is withdrawn, and not since when; the next edition's day says it. Until
    /// then the older one was in force.
    pub fn status_among(&self, day: Date, successor: Option<Date>) -> StatusReading {
        let mut reading = self.status_on(day);
        let ended = matches!(reading.status, Status::Superseded | Status::Withdrawn);
        let not_yet = successor.is_some_and(|from| from > day);
        if ended && not_yet && self.withdrawn.is_none() && self.starts().is_some() {
            reading.status = Status::Current;
            reading.conflict = false;
        }
        reading
    }

    /// Returns the first day it may have been in force: its implementation, or its publication where none is known.
    pub fn starts(&self) -> Option<Date> {
        self.implemented
            .or(self.published)
            .map(PartialDate::earliest)
    }

    /// Returns the next day after `day` on which the computed status may change.
    pub fn turns_after(&self, day: Date) -> Option<Date> {
        let starts = [self.published, self.implemented]
            .into_iter()
            .flatten()
            .map(PartialDate::earliest);
        let ends = self.withdrawn.into_iter().map(PartialDate::latest);
        starts.chain(ends).filter(|&turn| turn > day).min()
    }

    fn ended_before(&self, day: Date) -> Option<bool> {
        self.withdrawn.map(|end| end.latest() <= day)
    }

    fn by_dates(&self, day: Date) -> Status {
        if self.ended_before(day) == Some(true) {
            return if self.replaced {
                Status::Superseded
            } else {
                Status::Withdrawn
            };
        }
        match (self.implemented, self.published) {
            (Some(start), _) if start.earliest() > day => Status::Upcoming,
            (None, Some(start)) if start.earliest() > day => Status::Upcoming,
            (Some(_), _) => Status::Current,
            _ => Status::Unknown,
        }
    }
}

/// Superseded and withdrawn are one for the question whether source and dates disagree: both are no longer in force.
fn group(status: Status) -> u8 {
    match status {
        Status::Current => 0,
        Status::Upcoming => 1,
        Status::Superseded | Status::Withdrawn => 2,
        Status::Unknown => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn life(implemented: Option<&str>, withdrawn: Option<&str>, word: Option<&str>) -> Lifecycle {
        Lifecycle {
            implemented: implemented.map(|date| date.parse().unwrap()),
            withdrawn: withdrawn.map(|date| date.parse().unwrap()),
            status_word: word.map(str::to_owned),
            ..Lifecycle::default()
        }
    }

    #[test]
    fn a_standard_turns_from_upcoming_to_current_on_its_day() {
        let standard = life(Some("2027-06-01"), None, Some("即将实施"));
        assert_eq!(
            standard.status_on(day("2027-05-31")).status,
            Status::Upcoming
        );
        let after = standard.status_on(day("2027-06-01"));
        assert_eq!(after.status, Status::Current);
        assert!(
            after.conflict,
            "the catalogue's word lags behind and both are shown"
        );
        assert_eq!(
            standard.turns_after(day("2026-11-25")),
            Some(day("2027-06-01"))
        );
    }

    #[test]
    fn a_withdrawal_date_in_the_future_leaves_the_standard_in_force() {
        let standard = life(None, Some("2030-01"), Some("published"));
        assert_eq!(
            standard.status_on(day("2030-01-30")).status,
            Status::Current
        );
        assert_eq!(
            standard.status_on(day("2030-01-31")).status,
            Status::Withdrawn
        );
    }

    #[test]
    fn without_dates_the_word_stands_and_a_known_successor_makes_it_superseded() {
        let mut standard = life(None, None, Some("95.99"));
        assert_eq!(
            standard.status_on(day("2026-11-25")).status,
            Status::Withdrawn
        );
        standard.replaced = true;
        let reading = standard.status_on(day("2026-11-25"));
        assert_eq!(reading.status, Status::Superseded);
        assert!(!reading.conflict);
    }

    #[test]
    fn an_edition_is_in_force_until_the_next_one_begins() {
        let old = life(Some("2008-11-15"), None, Some("95.99"));
        let next = Some(day("2015-09-15"));
        let on = |date| old.status_among(day(date), next).status;
        assert_eq!(on("2008-11-14"), Status::Upcoming);
        assert_eq!(on("2010-01-01"), Status::Current);
        assert_eq!(on("2015-09-15"), Status::Withdrawn);
        let unknown = old.status_among(day("2010-01-01"), None).status;
        assert_eq!(
            unknown,
            Status::Withdrawn,
            "nothing says that it still was in force"
        );
    }

    #[test]
    fn as_of_a_past_day_a_withdrawn_standard_was_in_force() {
        let standard = life(Some("2001-06-01"), Some("2020-10-01"), Some("废止"));
        assert_eq!(
            standard.status_on(day("2010-01-01")).status,
            Status::Current
        );
        assert_eq!(
            standard.status_on(day("2021-01-01")).status,
            Status::Withdrawn
        );
    }
}
