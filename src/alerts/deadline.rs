//! Deadlines in the zone of the member that set them.

use corpora::markets;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The last day for comments, where it ends and when that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The day.
    pub day: Date,
    /// Name of the zone in which it ends (IANA), `UTC` where the member's is not known.
    pub zone: String,
    /// The instant at which it is over.
    pub over: Timestamp,
    today: Date,
}

impl Deadline {
    /// Makes the deadline of a day in the member's zone, else that of its market, as seen at an instant.
    ///
    /// Clocks that are set forward may have no midnight; the day then begins with its first instant.
    pub fn of(day: Date, zone: Option<&str>, market: &str, now: Timestamp) -> Self {
        let known = markets::market(market).and_then(|market| market.time_zone.as_deref());
        let found = zone
            .or(known)
            .and_then(|name| Some((name, TimeZone::get(name).ok()?)));
        let (zone, tz) = found.unwrap_or(("UTC", TimeZone::UTC));
        let next = day.tomorrow().unwrap_or(day);
        let over = tz
            .to_timestamp(next.at(0, 0, 0, 0))
            .unwrap_or(Timestamp::MAX);
        Self {
            day,
            zone: zone.to_owned(),
            over,
            today: tz.to_datetime(now).date(),
        }
    }

    /// Returns the days that are left in the member's zone: 0 on the last day, negative when it is over.
    pub fn days_left(&self) -> i32 {
        (self.day - self.today).get_days()
    }

    /// Tells whether comments can still be made.
    pub fn is_open(&self) -> bool {
        self.days_left() >= 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deadline(day: &str, market: &str, now: &str) -> Deadline {
        Deadline::of(day.parse().unwrap(), None, market, now.parse().unwrap())
    }

    #[test]
    fn the_last_day_ends_where_the_member_is() {
        // Noon of the next day in Beijing is still the evening of the last day in Washington.
        let american = deadline("2026-12-01", "US", "2026-12-02T04:00:00Z");
        assert_eq!(american.days_left(), 0);
        assert_eq!(american.over.to_string(), "2026-12-02T05:00:00Z");
        let japanese = deadline("2026-12-01", "JP", "2026-12-01T16:00:00Z");
        assert_eq!(japanese.days_left(), -1);
        assert!(!japanese.is_open());
    }

    #[test]
    fn leap_days_and_clock_changes_do_not_shift_a_deadline() {
        assert_eq!(
            deadline("2028-03-01", "CN", "2028-02-28T02:00:00Z").days_left(),
            2
        );
        assert_eq!(
            deadline("2027-03-01", "CN", "2027-02-28T02:00:00Z").days_left(),
            1
        );
        // Chile sets its clocks forward at midnight: the day after begins at one o'clock.
        let chilean = deadline("2026-09-05", "CL", "2026-09-05T12:00:00Z");
        assert_eq!(chilean.days_left(), 0);
        assert_eq!(chilean.over.to_string(), "2026-09-06T04:00:00Z");
        assert_eq!(
            deadline("2026-12-01", "XX", "2026-12-01T12:00:00Z").zone,
            "UTC"
        );
    }
}
