//! Conditions on dates.

use jiff::civil::Date;

use crate::model::{PartialDate, Record};
use crate::search::query::{Dates, Field};

/// Tells whether a date of the record lies where it is asked for, as seen from a day.
pub(super) fn holds(field: Field, dates: Dates, record: &Record, today: Date) -> bool {
    let lifecycle = &record.lifecycle;
    let date: Option<PartialDate> = match field {
        Field::Published => lifecycle.published,
        Field::Implemented => lifecycle.implemented,
        Field::Deadline => lifecycle.comments_until,
        _ => None,
    };
    let days = dates.resolve(today);
    date.is_some_and(|date| {
        days.from.is_none_or(|from| date.latest() >= from)
            && days.to.is_none_or(|to| date.earliest() <= to)
    })
}
