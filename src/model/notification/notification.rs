//! What a WTO notification says beyond what every record says.

use jiff::civil::{Date, Time};
use jiff::tz::{Offset, TimeZone};
use serde::{Deserialize, Serialize};

use super::{NotificationKind, NotifiedDate, Reason};
use crate::model::PartialDate;

/// The boxes of a notification that are shown as they were notified.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Notification {
    /// Every member that notified this measure, as the WTO writes it.
    pub members: Vec<String>,
    /// Regular, addendum, corrigendum, revision … in the source's words.
    pub notification_type: String,
    /// What the document is, by its symbol and the source's words.
    pub kind: NotificationKind,
    /// The responsible agency (box 2), without persons.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Articles of the agreement under which it is notified (box 3): `2.9.2`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<String>,
    /// Products covered (box 4), free text.
    pub products: String,
    /// Objectives and rationale (box 7).
    pub objectives: Vec<String>,
    /// Proposed day of adoption (box 9).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adoption: Option<NotifiedDate>,
    /// Proposed day of entry into force (box 9).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<NotifiedDate>,
    /// Final date for comments (box 10) and how it was reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<NotifiedDate>,
    /// Time zone of the notifying member (IANA), in which the day for comments ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Why an addendum, corrigendum or revision was made, as far as its text says so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
    /// The later document of the family that moved the final date for comments or withdrew the measure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overtaken_by: Option<String>,
    /// Links to the notification and the notified texts.
    pub links: Vec<String>,
}

impl Notification {
    /// Returns the first whole day, in Beijing, on which no comment can arrive in time any more.
    ///
    /// The closing day ends at midnight in the member's zone; without one it is taken to end in Beijing.
    pub fn closes(&self, until: PartialDate) -> Date {
        let beijing = TimeZone::fixed(Offset::constant(8));
        let next = until.latest().tomorrow().unwrap_or(Date::MAX);
        let zone = self
            .zone
            .as_deref()
            .and_then(|name| TimeZone::get(name).ok());
        let zone = zone.unwrap_or_else(|| beijing.clone());
        let end = zone.to_zoned_datetime(next.to_datetime(Time::midnight()));
        let Ok(end) = end.map(|end| end.with_time_zone(beijing)) else {
            return next;
        };
        if end.time() == Time::midnight() {
            end.date()
        } else {
            end.date().tomorrow().unwrap_or(Date::MAX)
        }
    }

    /// Returns the next day after `day` on which something happens by its dates alone.
    pub fn turns_after(&self, day: Date, until: Option<PartialDate>) -> Option<Date> {
        let closes = until.map(|until| self.closes(until));
        let stated = self.reasons.iter().filter_map(Reason::turns);
        closes
            .into_iter()
            .chain(stated)
            .filter(|&turn| turn > day)
            .min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_for_comments_ends_in_the_zone_of_the_member() {
        let until: PartialDate = "2026-12-01".parse().unwrap();
        let closes = |zone: Option<&str>| {
            let notification = Notification {
                zone: zone.map(str::to_owned),
                ..Notification::default()
            };
            notification.closes(until).to_string()
        };
        assert_eq!(closes(None), "2026-12-02");
        assert_eq!(
            closes(Some("America/New_York")),
            "2026-12-03",
            "it ends at 13:00 in Beijing"
        );
        assert_eq!(closes(Some("Pacific/Auckland")), "2026-12-02");
        assert_eq!(closes(Some("Nowhere/Atlantis")), "2026-12-02");
    }
}
