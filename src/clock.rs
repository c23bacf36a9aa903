//! The one door to the time of day.
//!
//! Everything that depends on "now" takes a [`Clock`], so that deadlines, leases and digests can be tested at month
//! ends and leap days without waiting for them. Instants are UTC; dates that people read are computed in Beijing time,
//! because that is where the readers are.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

/// A source of the current instant.
pub trait Clock: Send + Sync + std::fmt::Debug {
    /// Returns the current instant.
    fn now(&self) -> Timestamp;

    /// Returns today's date in Beijing.
    fn today(&self) -> Date {
        self.now().to_zoned_datetime(beijing()).date()
    }
}

/// Returns the zone of Beijing: UTC+8, no daylight saving since 1991.
pub fn beijing() -> TimeZone {
    TimeZone::fixed(Offset::constant(8))
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the door")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that stands still at a chosen instant.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub Timestamp);

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_turns_over_at_midnight_in_beijing() {
        let before = FixedClock("2026-11-24T15:59:59Z".parse().unwrap());
        let after = FixedClock("2026-11-24T16:00:00Z".parse().unwrap());
        assert_eq!(before.today().to_string(), "2026-11-24");
        assert_eq!(after.today().to_string(), "2026-11-25");
    }
}
