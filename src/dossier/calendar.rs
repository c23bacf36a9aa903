//! What is coming: days on which something begins, ends or closes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::InFlight;
use crate::gap::ReportDocument;
use crate::model::{Bilingual, PartialDate};

/// What happens on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// Comments on a notification close.
    CommentsClose,
    /// A document enters into force.
    EntersIntoForce,
    /// A document is withdrawn or replaced.
    Ends,
}

impl Occasion {
    /// Returns it in words.
    pub fn words(self) -> Bilingual {
        match self {
            Self::CommentsClose => Bilingual::new("评议截止", "comments close"),
            Self::EntersIntoForce => Bilingual::new("开始实施", "enters into force"),
            Self::Ends => Bilingual::new("废止或被代替", "withdrawn or replaced"),
        }
    }
}

/// A day of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CalendarEntry {
    /// The day, month or year as it is known.
    pub date: String,
    /// Days from the day of the dossier to the first day it can mean.
    pub days_left: i32,
    /// What happens.
    pub occasion: Occasion,
    /// Number of the document.
    pub number: String,
    /// Identifier of its record.
    pub id: String,
}

/// Gathers the days after `today`, the nearest first.
pub fn calendar(
    documents: &[ReportDocument],
    notifications: &[InFlight],
    today: Date,
) -> Vec<CalendarEntry> {
    let entry = |date: Option<&String>, occasion, number: &str, id: &str| {
        let written = date?;
        let day = written.parse::<PartialDate>().ok()?.earliest();
        let days_left = (day - today).get_days();
        (days_left >= 0).then(|| CalendarEntry {
            date: written.clone(),
            days_left,
            occasion,
            number: number.to_owned(),
            id: id.to_owned(),
        })
    };
    let mut all: Vec<CalendarEntry> = documents
        .iter()
        .flat_map(|one| {
            [
                entry(
                    one.implemented.as_ref(),
                    Occasion::EntersIntoForce,
                    &one.number,
                    &one.id,
                ),
                entry(one.withdrawn.as_ref(), Occasion::Ends, &one.number, &one.id),
            ]
        })
        .chain(notifications.iter().map(|one| {
            entry(
                one.comments_until.as_ref(),
                Occasion::CommentsClose,
                &one.number,
                &one.id,
            )
        }))
        .flatten()
        .collect();
    all.sort_by(|one, two| {
        (one.days_left, one.occasion, &one.number).cmp(&(two.days_left, two.occasion, &two.number))
    });
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_to_come_are_in_the_calendar_the_nearest_first() {
        let notification = |number: &str, until: &str| InFlight {
            id: number.to_owned(),
            number: number.to_owned(),
            title: crate::model::Texts::default(),
            market: "EU".to_owned(),
            published: None,
            comments_until: Some(until.to_owned()),
            days_left: None,
        };
        let all = [
            notification("G/TBT/N/EU/3", "2027-02"),
            notification("G/TBT/N/EU/1", "2026-11-24"),
            notification("G/TBT/N/EU/2", "2026-12-07"),
            notification("G/TBT/N/EU/4", "待定"),
        ];
        let found = calendar(&[], &all, "2026-11-25".parse().unwrap());
        let days: Vec<_> = found
            .iter()
            .map(|one| (one.number.as_str(), one.days_left))
            .collect();
        assert_eq!(days, [("G/TBT/N/EU/2", 12), ("G/TBT/N/EU/3", 68)]);
    }
}
