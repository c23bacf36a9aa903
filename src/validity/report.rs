//! The whole answer of a check.

use jiff::civil::Date;
use serde::Serialize;

use super::ValidityRow;
use crate::model::Status;

/// Numbers by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// All of them.
    pub numbers: usize,
    /// In force on the day.
    pub current: usize,
    /// Not in force yet.
    pub upcoming: usize,
    /// Replaced.
    pub superseded: usize,
    /// Withdrawn without a successor.
    pub withdrawn: usize,
    /// Of unknown status, or several documents.
    pub undecided: usize,
    /// Not in the store.
    pub not_held: usize,
    /// Not readable as numbers.
    pub unread: usize,
}

impl Counts {
    pub(super) fn of(rows: &[ValidityRow]) -> Self {
        let mut counts = Self {
            numbers: rows.len(),
            ..Self::default()
        };
        for row in rows {
            let place = match (row.result, row.status()) {
                (404, _) => &mut counts.not_held,
                (400, _) => &mut counts.unread,
                (_, Some(Status::Current)) => &mut counts.current,
                (_, Some(Status::Upcoming)) => &mut counts.upcoming,
                (_, Some(Status::Superseded)) => &mut counts.superseded,
                (_, Some(Status::Withdrawn)) => &mut counts.withdrawn,
                _ => &mut counts.undecided,
            };
            *place += 1;
        }
        counts
    }
}

/// What a check found, with what it rests on: the same text, day and revision give the same rows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValidityReport {
    /// The day whose status is given.
    pub as_of: Date,
    /// Revision of the store.
    pub revision: i64,
    /// Records in the store.
    pub records: u64,
    /// Numbers by what became of them.
    pub counts: Counts,
    /// Number by number, in the order of the text.
    pub rows: Vec<ValidityRow>,
}
