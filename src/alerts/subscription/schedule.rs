//! When a digest is due.
//!
//! 1. The digest of a happening is due at the first slot strictly after it, or at once.
//! 2. Slots are a fixed hour in Beijing, which has had no daylight saving since 1991; whoever reads elsewhere reads
//!    the zone beside the hour.
//! 3. A slot on a quiet day moves to the next day that is not.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::{QuietDays, Rate};
use crate::clock::beijing;

/// An hour of the day, 0 to 23, in Beijing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "i8", into = "i8")]
pub struct Hour(i8);

/// A number that is no hour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an hour from 0 to 23, found `{0}`")]
pub struct HourError(i8);

impl TryFrom<i8> for Hour {
    type Error = HourError;

    fn try_from(hour: i8) -> Result<Self, HourError> {
        if (0..24).contains(&hour) {
            Ok(Self(hour))
        } else {
            Err(HourError(hour))
        }
    }
}

impl From<Hour> for i8 {
    fn from(hour: Hour) -> Self {
        hour.0
    }
}

impl Default for Hour {
    /// Eight in the morning: there when work begins.
    fn default() -> Self {
        Self(8)
    }
}

/// When somebody wants to hear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// How often.
    pub rate: Rate,
    /// At which hour.
    #[serde(default)]
    pub hour: Hour,
    /// On which days not.
    #[serde(default)]
    pub quiet: QuietDays,
}

impl Default for Schedule {
    /// Mondays at eight.
    fn default() -> Self {
        Self {
            rate: Rate::Weekly(jiff::civil::Weekday::Monday),
            hour: Hour::default(),
            quiet: QuietDays::default(),
        }
    }
}

impl Schedule {
    /// Returns the instant at which something that happened is to be sent; nothing when it never is.
    pub fn due(&self, happened: Timestamp) -> Option<Timestamp> {
        let local = happened.in_beijing();
        let day = match self.rate {
            Rate::Off => return None,
            Rate::AtOnce if !self.quiet.contain(local.date()) => return Some(happened),
            Rate::AtOnce => local.date(),
            Rate::Daily => self.first_after(local, local.date()),
            Rate::Weekly(weekday) => {
                let ahead = i32::from(local.date().weekday().until(weekday));
                self.first_after_or(local, step(local.date(), ahead), |day| step(day, 7))
            }
            Rate::Monthly(wanted) => {
                let in_month = |first: Date| {
                    let last = first.last_of_month();
                    step(
                        first.first_of_month(),
                        i32::from(wanted.get().min(last.day())) - 1,
                    )
                };
                self.first_after_or(local, in_month(local.date()), |day| {
                    in_month(step(day.last_of_month(), 1))
                })
            }
        };
        let day = self.quiet.next_open(day);
        let slot = day.at(self.hour.0, 0, 0, 0);
        beijing().to_timestamp(slot).ok()
    }

    fn first_after(&self, local: DateTime, day: Date) -> Date {
        self.first_after_or(local, day, |day| step(day, 1))
    }

    /// Returns `day` if its slot is still ahead, else the one after it.
    fn first_after_or(&self, local: DateTime, day: Date, next: impl Fn(Date) -> Date) -> Date {
        if day.at(self.hour.0, 0, 0, 0) > local {
            day
        } else {
            next(day)
        }
    }
}

fn step(day: Date, days: i32) -> Date {
    day.saturating_add(jiff::Span::new().days(days))
}

/// The civil time in Beijing.
trait InBeijing {
    fn in_beijing(self) -> DateTime;
}

impl InBeijing for Timestamp {
    fn in_beijing(self) -> DateTime {
        beijing().to_datetime(self)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;
    use proptest::prelude::*;

    use super::*;
    use crate::alerts::subscription::DayOfMonth;

    fn schedule(rate: &str) -> Schedule {
        Schedule {
            rate: rate.parse().unwrap(),
            ..Schedule::default()
        }
    }

    fn due(schedule: &Schedule, beijing_time: &str) -> String {
        let happened: Timestamp = format!("{beijing_time}+08:00").parse().unwrap();
        schedule
            .due(happened)
            .map_or("never".to_owned(), |due| due.in_beijing().to_string())
    }

    #[test]
    fn a_digest_comes_at_the_next_slot() {
        for (rate, happened, expected) in [
            ("daily", "2026-11-25T07:59:59", "2026-11-25T08:00:00"),
            ("daily", "2026-11-25T08:00:00", "2026-11-26T08:00:00"),
            ("weekly:wed", "2026-11-25T07:00:00", "2026-11-25T08:00:00"),
            ("weekly:wed", "2026-11-25T08:00:00", "2026-12-02T08:00:00"),
            ("weekly:mon", "2026-12-31T12:00:00", "2027-01-04T08:00:00"),
            ("monthly:31", "2027-02-01T12:00:00", "2027-02-28T08:00:00"),
            ("monthly:31", "2028-02-01T12:00:00", "2028-02-29T08:00:00"),
            ("monthly:31", "2027-02-28T12:00:00", "2027-03-31T08:00:00"),
            ("monthly:30", "2027-01-30T12:00:00", "2027-02-28T08:00:00"),
            ("monthly:1", "2026-12-02T12:00:00", "2027-01-01T08:00:00"),
            ("at_once", "2026-11-25T23:30:00", "2026-11-25T23:30:00"),
            ("off", "2026-11-25T23:30:00", "never"),
        ] {
            assert_eq!(
                due(&schedule(rate), happened),
                expected,
                "{rate} after {happened}"
            );
        }
    }

    #[test]
    fn a_slot_on_a_quiet_day_moves_to_the_next_open_one() {
        let weekends = Schedule {
            quiet: QuietDays::weekends(),
            ..schedule("daily")
        };
        assert_eq!(due(&weekends, "2026-11-27T09:00:00"), "2026-11-30T08:00:00");
        let at_once = Schedule {
            rate: Rate::AtOnce,
            ..weekends
        };
        assert_eq!(due(&at_once, "2026-11-28T09:00:00"), "2026-11-30T08:00:00");
        let holiday = Schedule {
            quiet: QuietDays::new(
                [],
                Some(("2026-10-01".parse().unwrap(), "2026-10-07".parse().unwrap())),
            ),
            ..schedule("daily")
        };
        assert_eq!(due(&holiday, "2026-09-30T09:00:00"), "2026-10-08T08:00:00");
    }

    #[test]
    fn a_week_of_quiet_days_is_no_week_of_silence() {
        let all = QuietDays::new(
            (1..=7).map(|day| Weekday::from_monday_one_offset(day).unwrap()),
            None,
        );
        assert_eq!(all, QuietDays::default());
    }

    fn any_schedule() -> impl Strategy<Value = Schedule> {
        let rate = prop_oneof![
            Just(Rate::AtOnce),
            Just(Rate::Daily),
            (1_i8..=7).prop_map(|day| Rate::Weekly(Weekday::from_monday_one_offset(day).unwrap())),
            (1_i8..=31).prop_map(|day| Rate::Monthly(DayOfMonth::new(day).unwrap())),
        ];
        (rate, 0_i8..24, proptest::collection::vec(1_i8..=7, 0..7)).prop_map(
            |(rate, hour, quiet)| {
                let days = quiet
                    .into_iter()
                    .map(|day| Weekday::from_monday_one_offset(day).unwrap());
                Schedule {
                    rate,
                    hour: Hour::try_from(hour).unwrap(),
                    quiet: QuietDays::new(days, None),
                }
            },
        )
    }

    proptest! {
        /// Over two hundred years of seconds, leap days and month ends included.
        #[test]
        fn a_digest_is_never_early_never_on_a_quiet_day_and_never_more_than_one_period_late(
            schedule in any_schedule(),
            second in 0_i64..6_000_000_000,
        ) {
            let happened = Timestamp::from_second(second).unwrap();
            let due = schedule.due(happened).unwrap();
            let local = due.in_beijing();
            prop_assert!(due >= happened);
            prop_assert!(!schedule.quiet.contain(local.date()));
            let longest = match schedule.rate {
                Rate::AtOnce | Rate::Off => 0,
                Rate::Daily => 1,
                Rate::Weekly(_) => 7,
                Rate::Monthly(_) => 31,
            };
            let days = (due.as_second() - happened.as_second()) / 86_400;
            prop_assert!(days <= longest + 7, "{} days", days);
            if schedule.rate != Rate::AtOnce || due != happened {
                prop_assert_eq!(local.hour(), i8::from(schedule.hour));
                prop_assert_eq!((local.minute(), local.second()), (0, 0));
            }
        }

        /// What happened later is never sent earlier, so that windows of one subscriber do not overlap.
        ///
        /// What is sent at once has no windows: the rest of a quiet day comes in the morning, after the news of that night.
        #[test]
        fn slots_keep_the_order_of_what_happened(
            schedule in any_schedule(),
            second in 0_i64..6_000_000_000,
            later in 0_i64..10_000_000,
        ) {
            prop_assume!(schedule.rate != Rate::AtOnce);
            let first = schedule.due(Timestamp::from_second(second).unwrap()).unwrap();
            let then = schedule.due(Timestamp::from_second(second + later).unwrap()).unwrap();
            prop_assert!(first <= then);
        }
    }
}
