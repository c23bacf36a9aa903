//! A date of the form: what was written, what it says, and by which rule.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::period::Period;
use super::written_date;
use crate::model::PartialDate;

/// How a date was reached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateRule {
    /// The notification states the day.
    Stated,
    /// A period that counts from the circulation of the notification: the day is ours.
    FromCirculation,
    /// A period that counts from an event whose day nobody has given yet (gazette, adoption): there is no day.
    FromUnknownDay,
    /// The member says that the day is not decided.
    Undecided,
    /// The text says nothing that can be read as a day.
    #[default]
    Unread,
}

/// A date of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NotifiedDate {
    /// The date, as far as the text gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Whether the date was computed and not stated.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub derived: bool,
    /// By which rule.
    pub rule: DateRule,
    /// What was written, where it is more than the date.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// Words that count a period from the circulation of the notification.
const CIRCULATION: [&str; 7] = [
    "notification",
    "circulation",
    "notificación",
    "distribución",
    "distribution",
    "通报",
    "散发",
];

/// Words that count a period from a day that only the member will know.
const UNKNOWN_START: [&str; 18] = [
    "gazette",
    "journal",
    "official",
    "oficial",
    "news",
    "publication",
    "publicación",
    "published",
    "adoption",
    "adopción",
    "approval",
    "promulgation",
    "signature",
    "signing",
    "entry into force",
    "公报",
    "公布",
    "发布",
];

/// Words that say that nothing is decided.
const UNDECIDED: [&str; 12] = [
    "to be determined",
    "to be decided",
    "not determined",
    "not decided",
    "not yet",
    "tbd",
    "por determinar",
    "à déterminer",
    "待定",
    "未定",
    "to be announced",
    "to be advised",
];

impl NotifiedDate {
    /// Reads a date of the form from its day and its words; `None` where both are empty.
    ///
    /// A period without a named start has no day: half the members count from their gazette.
    pub fn read(date: Option<PartialDate>, text: &str, circulated: Option<Date>) -> Option<Self> {
        let text = text.trim();
        if let Some(date) = date {
            let says_more = text.parse() != Ok(date);
            return Some(Self {
                date: Some(date),
                rule: DateRule::Stated,
                text: if says_more {
                    text.to_owned()
                } else {
                    String::new()
                },
                ..Self::default()
            });
        }
        if text.is_empty() {
            return None;
        }
        let (date, rule) = Self::words(text, circulated);
        Some(Self {
            derived: rule == DateRule::FromCirculation,
            date,
            rule,
            text: text.to_owned(),
        })
    }

    fn words(text: &str, circulated: Option<Date>) -> (Option<PartialDate>, DateRule) {
        let lower = text.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        if says(&UNDECIDED) {
            return (None, DateRule::Undecided);
        }
        if let Some(period) = Period::find(&lower) {
            // "60 days after publication in the gazette, see notification": the gazette decides.
            if says(&UNKNOWN_START) {
                return (None, DateRule::FromUnknownDay);
            }
            if says(&CIRCULATION) {
                let end = circulated.and_then(|start| period.after(start));
                let rule = end.map_or(DateRule::FromUnknownDay, |_| DateRule::FromCirculation);
                return (end.map(PartialDate::from), rule);
            }
            return (None, DateRule::FromUnknownDay);
        }
        match written_date(text).or_else(|| text.parse().ok()) {
            Some(date) => (Some(date), DateRule::Stated),
            None if says(&UNKNOWN_START) => (None, DateRule::FromUnknownDay),
            None => (None, DateRule::Unread),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_period_from_circulation_becomes_a_day_and_says_that_it_is_derived() {
        let circulated = "2025-06-11".parse().ok();
        for (text, date, rule) in [
            (
                "60 days from notification",
                Some("2025-08-10"),
                DateRule::FromCirculation,
            ),
            (
                "60 days from the date of circulation of this notification",
                Some("2025-08-10"),
                DateRule::FromCirculation,
            ),
            (
                "6 months after publication in the Official Gazette",
                None,
                DateRule::FromUnknownDay,
            ),
            ("90 days", None, DateRule::FromUnknownDay),
            ("On the day of publication", None, DateRule::FromUnknownDay),
            ("To be determined", None, DateRule::Undecided),
            ("待定", None, DateRule::Undecided),
            ("1 July 2025", Some("2025-07-01"), DateRule::Stated),
            ("2000/02/15", Some("2000-02-15"), DateRule::Stated),
            ("March 2026", Some("2026-03"), DateRule::Stated),
            ("-", None, DateRule::Unread),
        ] {
            let read = NotifiedDate::read(None, text, circulated).unwrap();
            assert_eq!(
                read.date.map(|date| date.to_string()).as_deref(),
                date,
                "{text}"
            );
            assert_eq!(read.rule, rule, "{text}");
            assert_eq!(read.derived, rule == DateRule::FromCirculation, "{text}");
        }
        assert_eq!(NotifiedDate::read(None, " ", circulated), None);
    }

    #[test]
    fn a_stated_day_is_believed_and_further_words_are_kept() {
        let day = "2026-09-01".parse().ok();
        let plain = NotifiedDate::read(day, "2026-09-01", None).unwrap();
        assert_eq!((plain.rule, plain.text.as_str()), (DateRule::Stated, ""));
        let more = NotifiedDate::read(day, "for small firms 2027", None).unwrap();
        assert_eq!(more.text, "for small firms 2027");
    }
}
