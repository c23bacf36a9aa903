//! The ledger of numbers that could not be resolved: what people look for and the store does not hold.

use serde::Serialize;
use sqlx::{QueryBuilder, Sqlite};

use super::{Store, StoreError};

/// Why a number stands in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UnresolvedKind {
    /// It was read, but no record bears it.
    Absent,
    /// It looks like a number and cannot be read.
    Unreadable,
}

impl UnresolvedKind {
    fn code(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Unreadable => "unreadable",
        }
    }
}

/// A number of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnresolvedNumber {
    /// The number: canonical where it was read, as written otherwise.
    pub number: String,
    /// Why it is there.
    pub kind: UnresolvedKind,
    /// How many checks asked for it.
    pub times: u64,
    /// The day it was asked for first.
    pub first_seen: String,
    /// The day it was asked for last.
    pub last_seen: String,
}

/// Numbers the ledger holds; the ones asked for least and longest ago make room.
const MOST_NUMBERS: i64 = 50_000;

/// Characters of a number; what is longer is no number anybody could gather.
const LONGEST_NUMBER: usize = 80;

/// Rows of one statement, five parameters each.
const ROWS: usize = 500;

impl Store {
    /// Notes that a check asked for some numbers in vain; each counts once.
    pub async fn note_unresolved(
        &self,
        numbers: &[(&str, UnresolvedKind)],
        day: &str,
    ) -> Result<(), StoreError> {
        let mut kept: Vec<_> = numbers
            .iter()
            .filter(|(number, _)| number.chars().count() <= LONGEST_NUMBER)
            .collect();
        // One statement may name a row only once.
        kept.sort_unstable_by_key(|(number, _)| *number);
        kept.dedup_by_key(|(number, _)| *number);
        if kept.is_empty() {
            return Ok(());
        }
        for rows in kept.chunks(ROWS) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "INSERT INTO unresolved_number (number, kind, times, first_seen, last_seen) ",
            );
            query.push_values(rows, |mut row, (number, kind)| {
                row.push_bind(*number)
                    .push_bind(kind.code())
                    .push_bind(1_i64)
                    .push_bind(day)
                    .push_bind(day);
            });
            query.push(
                " ON CONFLICT (number) DO UPDATE SET times = unresolved_number.times + 1, \
                 kind = excluded.kind, last_seen = excluded.last_seen",
            );
            query.build().execute(&self.writer).await?;
        }
        self.make_room().await
    }

    async fn make_room(&self) -> Result<(), StoreError> {
        let held: i64 = sqlx::query_scalar("SELECT count(*) FROM unresolved_number")
            .fetch_one(&self.writer)
            .await?;
        if held <= MOST_NUMBERS {
            return Ok(());
        }
        sqlx::query(
            "DELETE FROM unresolved_number WHERE number IN (SELECT number FROM unresolved_number \
             ORDER BY times, last_seen, number LIMIT $1)",
        )
        .bind(held - MOST_NUMBERS)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// Returns the ledger, what was asked for most first.
    pub async fn unresolved(&self, most: u32) -> Result<Vec<UnresolvedNumber>, StoreError> {
        self.unresolved_from(0, most).await
    }

    /// Returns the ledger from a place on, what was asked for most first.
    pub async fn unresolved_from(
        &self,
        offset: u32,
        most: u32,
    ) -> Result<Vec<UnresolvedNumber>, StoreError> {
        let rows: Vec<(String, String, i64, String, String)> = sqlx::query_as(
            "SELECT number, kind, times, first_seen, last_seen FROM unresolved_number \
             ORDER BY times DESC, last_seen DESC, number LIMIT $1 OFFSET $2",
        )
        .bind(most)
        .bind(offset)
        .fetch_all(&self.readers)
        .await?;
        let read = |(number, kind, times, first_seen, last_seen): (String, String, i64, _, _)| {
            let kind = if kind == UnresolvedKind::Absent.code() {
                UnresolvedKind::Absent
            } else {
                UnresolvedKind::Unreadable
            };
            UnresolvedNumber {
                number,
                kind,
                times: times.unsigned_abs(),
                first_seen,
                last_seen,
            }
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// Takes a number off the ledger: it was gathered, or is none. Tells whether it was there.
    pub async fn forget_unresolved(&self, number: &str) -> Result<bool, StoreError> {
        let done = sqlx::query("DELETE FROM unresolved_number WHERE number = $1")
            .bind(number)
            .execute(&self.writer)
            .await?;
        Ok(done.rows_affected() > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_ledger_counts_checks_and_keeps_the_first_and_last_day() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).await.unwrap();
        let absent = ("ISO 99999:2001", UnresolvedKind::Absent);
        let long = "9".repeat(LONGEST_NUMBER + 1);
        let numbers = [absent, absent, (long.as_str(), UnresolvedKind::Unreadable)];
        store.note_unresolved(&numbers, "2026-11-24").await.unwrap();
        let unread = ("GB 1-202", UnresolvedKind::Unreadable);
        store
            .note_unresolved(&[absent, unread], "2026-11-25")
            .await
            .unwrap();
        let ledger = store.unresolved(10).await.unwrap();
        assert_eq!(ledger.len(), 2);
        let first = &ledger[0];
        assert_eq!((first.number.as_str(), first.times), ("ISO 99999:2001", 2));
        assert_eq!(
            (first.first_seen.as_str(), first.last_seen.as_str()),
            ("2026-11-24", "2026-11-25")
        );
        assert!(store.forget_unresolved("GB 1-202").await.unwrap());
        assert_eq!(store.unresolved(10).await.unwrap().len(), 1);
    }
}
