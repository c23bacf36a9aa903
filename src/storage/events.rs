//! Reading events: since a place, of a record, of a family, page by page.

use jiff::civil::Date;
use sqlx::{QueryBuilder, Sqlite};

use super::writing::push_list;
use super::{Store, StoreError};
use crate::model::{Change, EventKind, RecordId};

/// An event as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct StoredEvent {
    /// Its number; later events have higher numbers.
    pub id: i64,
    /// The record's identifier; the record itself may be gone by now.
    pub slug: RecordId,
    /// Internal number of the record's family at that time.
    pub family: i64,
    /// When it was noticed (RFC 3339, UTC).
    pub at: String,
    /// The source that says so.
    pub source: String,
    /// What happened.
    #[serde(flatten)]
    pub change: Change,
}

/// The order in which events are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EventOrder {
    /// The oldest first: for followers that go on where they stopped.
    #[default]
    Oldest,
    /// The newest first: for people.
    Newest,
}

/// Which events to read. Everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventQuery {
    /// Only events after this number.
    pub after: Option<i64>,
    /// Only events before this number; the way to the next page when the newest come first.
    pub before: Option<i64>,
    /// Only events noticed at or after this instant (RFC 3339, UTC).
    pub since: Option<String>,
    /// Only events noticed before this instant.
    pub until: Option<String>,
    /// Only events of this record.
    pub record: Option<RecordId>,
    /// Only events of this family.
    pub family: Option<i64>,
    /// Only events of these kinds; of all where the list is empty.
    pub kinds: Vec<EventKind>,
    /// The order.
    pub order: EventOrder,
}

/// Number, identifier, family, kind, instant, source, field, before, after, day.
type Row = (
    i64,
    Option<String>,
    Option<i64>,
    String,
    String,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
);

impl Store {
    /// Returns at most so many events; kinds that a newer program wrote are left out.
    ///
    /// To read on, ask again with the number of the last event as `after` (or `before`, the newest first).
    pub async fn events(
        &self,
        asked: &EventQuery,
        most: u32,
    ) -> Result<Vec<StoredEvent>, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new(
            "SELECT id, slug, family, kind, at, source, field, before, after, effective FROM event WHERE 1 = 1",
        );
        if let Some(after) = asked.after {
            query.push(" AND id > ").push_bind(after);
        }
        if let Some(before) = asked.before {
            query.push(" AND id < ").push_bind(before);
        }
        if let Some(since) = &asked.since {
            query.push(" AND at >= ").push_bind(since);
        }
        if let Some(until) = &asked.until {
            query.push(" AND at < ").push_bind(until);
        }
        if let Some(record) = &asked.record {
            query.push(" AND slug = ").push_bind(record.as_str());
        }
        if let Some(family) = asked.family {
            query.push(" AND family = ").push_bind(family);
        }
        if !asked.kinds.is_empty() {
            query.push(" AND kind IN (");
            push_list(&mut query, asked.kinds.iter().map(|kind| kind.code()));
        }
        query.push(match asked.order {
            EventOrder::Oldest => " ORDER BY id LIMIT ",
            EventOrder::Newest => " ORDER BY id DESC LIMIT ",
        });
        query.push_bind(most);
        let rows: Vec<Row> = query.build_query_as().fetch_all(&self.readers).await?;
        Ok(rows.into_iter().filter_map(stored).collect())
    }

    /// Returns the number of the last event; 0 where there is none.
    pub async fn last_event(&self) -> Result<i64, StoreError> {
        let last: Option<i64> = sqlx::query_scalar("SELECT max(id) FROM event")
            .fetch_one(&self.readers)
            .await?;
        Ok(last.unwrap_or(0))
    }
}

fn stored(row: Row) -> Option<StoredEvent> {
    let (id, slug, family, kind, at, source, field, before, after, effective) = row;
    Some(StoredEvent {
        id,
        slug: RecordId::new(slug?),
        family: family?,
        at,
        source,
        change: Change {
            kind: EventKind::read(&kind)?,
            field,
            before,
            after,
            effective: effective.and_then(|day| day.parse::<Date>().ok()),
        },
    })
}
