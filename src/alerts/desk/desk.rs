//! Open notifications, the most urgent first.

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::Serialize;

use crate::alerts::deadline::Deadline;
use crate::model::{Kind, Record, RecordId, Texts};

/// A notification that can still be commented on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenNotification {
    /// The record.
    pub record: RecordId,
    /// Its symbol.
    pub symbol: String,
    /// Its titles.
    pub titles: Texts,
    /// The members that notified it.
    pub markets: Vec<String>,
    /// The member's last day.
    pub closes: Date,
    /// The zone in which that day ends.
    pub zone: String,
    /// The instant at which it is over.
    pub over: Timestamp,
    /// The day by which the enquiry point wants comments.
    pub hand_in: Date,
    /// Days until then, as the calendar in Beijing counts; negative when only the member's own deadline is left.
    pub days_to_hand_in: i32,
    /// Days until the member's last day, in its zone.
    pub days_left: i32,
}

/// The desk of one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Desk {
    /// Days the enquiry point wants for itself.
    pub lead_days: i32,
    /// What is open, the nearest first.
    pub open: Vec<OpenNotification>,
}

impl Desk {
    /// Lays out the notifications that are open at an instant.
    pub fn of<'r>(
        records: impl IntoIterator<Item = &'r Record>,
        lead_days: i32,
        now: Timestamp,
    ) -> Self {
        let lead_days = lead_days.clamp(0, 60);
        let mut open: Vec<OpenNotification> = records
            .into_iter()
            .filter_map(|record| open(record, lead_days, now))
            .collect();
        open.sort_by(|one, other| {
            one.over
                .cmp(&other.over)
                .then_with(|| one.symbol.cmp(&other.symbol))
        });
        Self { lead_days, open }
    }
}

fn open(record: &Record, lead_days: i32, now: Timestamp) -> Option<OpenNotification> {
    if record.kind != Kind::Notification {
        return None;
    }
    let notification = record.notification.as_ref();
    // A later document of the family has moved the day, or withdrawn the measure: that one is shown.
    if notification.is_some_and(|one| one.overtaken_by.is_some()) {
        return None;
    }
    let until = record.lifecycle.comments_until?.latest();
    let zone = notification.and_then(|one| one.zone.as_deref());
    let market = record.markets.first().map_or("", String::as_str);
    let deadline = Deadline::of(until, zone, market, now);
    if !deadline.is_open() {
        return None;
    }
    let hand_in = until.saturating_sub(Span::new().days(lead_days));
    let today = crate::clock::Clock::today(&crate::clock::FixedClock(now));
    Some(OpenNotification {
        record: record.id.clone(),
        symbol: record.number.clone(),
        titles: record.titles.clone(),
        markets: record.markets.clone(),
        closes: until,
        days_left: deadline.days_left(),
        over: deadline.over,
        zone: deadline.zone,
        hand_in,
        days_to_hand_in: (hand_in - today).get_days(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::alerts::samples::record;

    #[test]
    fn what_is_open_is_shown_with_the_day_by_which_it_must_be_handed_in() {
        let until = |number: &str, day: &str| {
            record(
                &json!({"id": number, "number": number, "family": number, "lifecycle": {"comments_until": day}}),
            )
        };
        let records = [
            until("G/TBT/N/EU/2", "2027-01-19"),
            until("G/TBT/N/EU/1", "2026-11-30"),
            until("G/TBT/N/EU/3", "2026-11-01"),
        ];
        let desk = Desk::of(&records, 10, "2026-11-25T02:00:00Z".parse().unwrap());
        let shown: Vec<_> = desk
            .open
            .iter()
            .map(|one| (one.symbol.as_str(), one.days_left, one.days_to_hand_in))
            .collect();
        assert_eq!(shown, [("G/TBT/N/EU/1", 5, -5), ("G/TBT/N/EU/2", 55, 45)]);
    }
}
