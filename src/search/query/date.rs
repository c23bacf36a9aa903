//! Dates in queries, symbolic until they are resolved against a day.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::PartialDate;

/// What a date field is asked for.
///
/// A saved search means something else tomorrow, so `today` and `<30d` stay what they are until
/// [`resolve`](Self::resolve) is given the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dates {
    /// Within a day, week, month or year: `2020`, `2020-05`, `本月`.
    In(Moment),
    /// Between two moments, both included, at least one of them given: `2020..2024`, `2020-05..`.
    Between {
        /// The first moment.
        from: Option<Moment>,
        /// The last moment.
        to: Option<Moment>,
    },
    /// Later than all of a moment: `>2020` begins in 2021.
    After(Moment),
    /// Earlier than all of a moment: `<2024` ends in 2023.
    Before(Moment),
    /// A distance from today: `<30d`, `>2w`, `1y`.
    Distance {
        /// How the distance is compared.
        comparison: Comparison,
        /// The distance it is compared with.
        period: Period,
        /// Whether the field looks ahead or back.
        direction: Direction,
    },
}

/// A day, week, month or year, named absolutely or from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// A date as precise as it was written.
    Date(PartialDate),
    /// This day, week, month or year, the one before or the one after; weeks begin on Monday.
    Around {
        /// What is counted.
        unit: Unit,
        /// Which one.
        turn: Turn,
    },
    /// The day a period from today: `+2w`, `-30d`.
    Offset {
        /// How far away.
        period: Period,
        /// On which side of today.
        direction: Direction,
    },
}

/// Which day, week, month or year, counted from the present one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// The one before: `去年`.
    Last,
    /// The present one: `今年`.
    This,
    /// The one after: `明年`.
    Next,
}

/// How a distance from today is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// `<30d`: nearer than that.
    Under,
    /// `<=30d`, or `30d` alone: at most that.
    Within,
    /// `>30d`: farther than that.
    Over,
    /// `>=30d`: at least that.
    AtLeast,
}

/// A side of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From today on, as for deadlines.
    Ahead,
    /// Up to today, as for publication.
    Back,
}

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A day.
    Day,
    /// Seven days, from Monday (ISO 8601).
    Week,
    /// A month of the calendar.
    Month,
    /// A year of the calendar.
    Year,
}

/// A length of time in one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// How many; at most 9999 when read from a query.
    pub amount: u16,
    /// Of what.
    pub unit: Unit,
}

/// Days from one to another, both included; an end that is not given is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub from: Option<Date>,
    /// The last day; before `from` where no day can match.
    pub to: Option<Date>,
}

impl Dates {
    /// Resolves to days, as seen from a day; what lies beyond the calendar is its first or last day.
    pub fn resolve(self, today: Date) -> Days {
        let (from, to) = match self {
            Self::In(moment) => {
                let (first, last) = moment.days(today);
                (Some(first), Some(last))
            }
            Self::Between { from, to } => (
                from.map(|moment| moment.days(today).0),
                to.map(|moment| moment.days(today).1),
            ),
            Self::After(moment) => (Some(step(moment.days(today).1, 1)), None),
            Self::Before(moment) => (None, Some(step(moment.days(today).0, -1))),
            Self::Distance {
                comparison,
                period,
                direction,
            } => {
                return distant(comparison, period, direction, today);
            }
        };
        Days { from, to }
    }

    /// Whether the range ends before it begins, whatever day it is.
    pub(super) fn is_reversed(self) -> bool {
        match self {
            Self::Between {
                from: Some(Moment::Date(from)),
                to: Some(Moment::Date(to)),
            } => from.earliest() > to.latest(),
            _ => false,
        }
    }
}

fn distant(comparison: Comparison, period: Period, direction: Direction, today: Date) -> Days {
    let outward = match direction {
        Direction::Ahead => 1,
        Direction::Back => -1,
    };
    let edge = period.from(today, direction);
    let (near, far) = match comparison {
        Comparison::Within => (Some(today), Some(edge)),
        Comparison::Under => (Some(today), Some(step(edge, -outward))),
        Comparison::Over => (Some(step(edge, outward)), None),
        Comparison::AtLeast => (Some(edge), None),
    };
    match direction {
        Direction::Ahead => Days {
            from: near,
            to: far,
        },
        Direction::Back => Days {
            from: far,
            to: near,
        },
    }
}

impl Moment {
    /// The first and last day of the moment, seen from a day.
    fn days(self, today: Date) -> (Date, Date) {
        match self {
            Self::Date(date) => (date.earliest(), date.latest()),
            Self::Around { unit, turn } => {
                let first = unit.around(today).0;
                let one = Period { amount: 1, unit };
                unit.around(match turn {
                    Turn::Last => one.from(first, Direction::Back),
                    Turn::This => first,
                    Turn::Next => one.from(first, Direction::Ahead),
                })
            }
            Self::Offset { period, direction } => {
                let day = period.from(today, direction);
                (day, day)
            }
        }
    }
}

impl Unit {
    /// The first and last day of the unit that a day lies in.
    fn around(self, day: Date) -> (Date, Date) {
        match self {
            Self::Day => (day, day),
            Self::Week => {
                let monday = step(day, -i32::from(day.weekday().to_monday_zero_offset()));
                (monday, step(monday, 6))
            }
            Self::Month => (day.first_of_month(), day.last_of_month()),
            Self::Year => (day.first_of_year(), day.last_of_year()),
        }
    }
}

impl Period {
    /// The day that lies the period from a day; a month that is too short gives its last day.
    fn from(self, day: Date, direction: Direction) -> Date {
        let amount = i32::from(self.amount);
        let (amount, limit) = match direction {
            Direction::Ahead => (amount, Date::MAX),
            Direction::Back => (-amount, Date::MIN),
        };
        let empty = jiff::Span::new();
        let span = match self.unit {
            Unit::Day => empty.try_days(amount),
            Unit::Week => empty.try_weeks(amount),
            Unit::Month => empty.try_months(amount),
            Unit::Year => empty.try_years(amount),
        };
        span.and_then(|span| day.checked_add(span)).unwrap_or(limit)
    }
}

fn step(day: Date, days: i32) -> Date {
    let limit = if days < 0 { Date::MIN } else { Date::MAX };
    jiff::Span::new()
        .try_days(days)
        .and_then(|span| day.checked_add(span))
        .unwrap_or(limit)
}
