//! Reading records.

use std::collections::HashMap;

use sqlx::{QueryBuilder, Sqlite};

use super::writing::push_list;
use super::{Store, StoreError, pack};
use crate::model::{LimitValue, Record};

/// A record with the numbers the index knows it by.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredRecord {
    /// Internal number.
    pub id: i64,
    /// Internal number of its family.
    pub family: i64,
    /// The revision that last changed it.
    pub revision: i64,
    /// The record.
    pub record: Record,
}

/// A record that another one replaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Internal number of the replaced record.
    pub record: i64,
    /// Key of the successor's number.
    pub by: String,
    /// Whether anything about the successor was news, or it came with the first reading of its source.
    pub is_news: bool,
}

type Row = (i64, i64, i64, Vec<u8>);

fn stored((id, family, revision, body): Row) -> Result<StoredRecord, StoreError> {
    let record = pack::unpack(&body).map_err(|reason| StoreError::Unreadable { id, reason })?;
    Ok(StoredRecord {
        id,
        family,
        revision,
        record,
    })
}

impl Store {
    /// Returns the record under an identifier.
    pub async fn record(&self, slug: &str) -> Result<Option<StoredRecord>, StoreError> {
        let row: Option<Row> =
            sqlx::query_as("SELECT id, family, revision, body FROM record WHERE slug = $1")
                .bind(slug)
                .fetch_optional(&self.readers)
                .await?;
        row.map(stored).transpose()
    }

    /// Returns records by their internal numbers, in the order asked for; numbers without a record are left out.
    pub async fn records(&self, ids: &[i64]) -> Result<Vec<StoredRecord>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut query = QueryBuilder::<Sqlite>::new(
            "SELECT id, family, revision, body FROM record WHERE id IN (",
        );
        push_list(&mut query, ids.iter().copied());
        let rows: Vec<Row> = query.build_query_as().fetch_all(&self.readers).await?;
        let mut found = HashMap::with_capacity(rows.len());
        for row in rows {
            let record = stored(row)?;
            found.insert(record.id, record);
        }
        Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
    }

    /// Returns records by their identifiers, in no order; identifiers without a record are left out.
    pub async fn records_named(&self, slugs: &[&str]) -> Result<Vec<StoredRecord>, StoreError> {
        let mut found = Vec::with_capacity(slugs.len());
        for slugs in slugs.chunks(super::dialect::MOST_PARAMETERS) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "SELECT id, family, revision, body FROM record WHERE slug IN (",
            );
            push_list(&mut query, slugs.iter().copied());
            let rows: Vec<Row> = query.build_query_as().fetch_all(&self.readers).await?;
            for row in rows {
                found.push(stored(row)?);
            }
        }
        Ok(found)
    }

    /// Returns every edition, amendment and corrigendum of a family.
    pub async fn family(&self, family: i64) -> Result<Vec<StoredRecord>, StoreError> {
        let rows: Vec<Row> =
            sqlx::query_as("SELECT id, family, revision, body FROM record WHERE family = $1")
                .bind(family)
                .fetch_all(&self.readers)
                .await?;
        rows.into_iter().map(stored).collect()
    }

    /// Returns the next records that changed after a place, in the order of their changes.
    ///
    /// The place is the revision and internal number of the last record already seen.
    pub async fn changed_after(
        &self,
        (revision, id): (i64, i64),
        most: u32,
    ) -> Result<Vec<StoredRecord>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, family, revision, body FROM record WHERE (revision, id) > ($1, $2) \
             ORDER BY revision, id LIMIT $3",
        )
        .bind(revision)
        .bind(id)
        .bind(most)
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter().map(stored).collect()
    }

    /// Returns the internal numbers of records removed after a revision.
    pub async fn gone_after(&self, revision: i64) -> Result<Vec<i64>, StoreError> {
        let gone = sqlx::query_scalar("SELECT record FROM gone WHERE revision > $1")
            .bind(revision)
            .fetch_all(&self.readers)
            .await?;
        Ok(gone)
    }

    /// Counts the records that changed after a revision.
    pub async fn count_changed_after(&self, revision: i64) -> Result<u64, StoreError> {
        let count: i64 = sqlx::query_scalar("SELECT count(*) FROM record WHERE revision > $1")
            .bind(revision)
            .fetch_one(&self.readers)
            .await?;
        Ok(count.unsigned_abs())
    }

    /// Returns the limit values that a document sets.
    pub async fn limits(&self, number_key: &str) -> Result<Vec<LimitValue>, StoreError> {
        let bodies: Vec<String> = sqlx::query_scalar(
            "SELECT body FROM limit_value WHERE number_key = $1 ORDER BY source, key",
        )
        .bind(number_key)
        .fetch_all(&self.readers)
        .await?;
        bodies
            .into_iter()
            .map(|body| {
                serde_json::from_str(&body).map_err(|reason| StoreError::Unreadable {
                    id: 0,
                    reason: reason.to_string(),
                })
            })
            .collect()
    }

    /// Returns the limit values of a product, each with the key of the document that sets it, in the order of their rows.
    pub async fn limits_of_product(
        &self,
        product: &str,
    ) -> Result<Vec<(String, LimitValue)>, StoreError> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT number_key, body FROM limit_value WHERE product = $1 ORDER BY source, key",
        )
        .bind(product)
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter()
            .map(|(key, body)| {
                let limit =
                    serde_json::from_str(&body).map_err(|reason| StoreError::Unreadable {
                        id: 0,
                        reason: reason.to_string(),
                    })?;
                Ok((key, limit))
            })
            .collect()
    }

    /// Returns records that others replace although no source of theirs says so; one may come several times.
    pub async fn unmarked_replaced(&self, most: u32) -> Result<Vec<Replaced>, StoreError> {
        let rows: Vec<(i64, String, bool)> = sqlx::query_as(
            "SELECT record.id, successor.number_key, \
             EXISTS (SELECT 1 FROM event WHERE event.slug = successor.slug) \
             FROM relation JOIN record ON record.number_key = relation.target \
             JOIN record AS successor ON successor.id = relation.record \
             WHERE relation.kind = 'supersedes' AND record.replaced = FALSE AND relation.record <> record.id \
             ORDER BY record.id LIMIT $1",
        )
        .bind(most)
        .fetch_all(&self.readers)
        .await?;
        let replaced = rows.into_iter();
        Ok(replaced
            .map(|(record, by, is_news)| Replaced {
                record,
                by,
                is_news,
            })
            .collect())
    }

    /// Returns the internal numbers of records whose status turns by its dates up to a day.
    pub async fn turning(&self, day: &str, most: u32) -> Result<Vec<i64>, StoreError> {
        let ids = sqlx::query_scalar("SELECT id FROM record WHERE turns_on <= $1 LIMIT $2")
            .bind(day)
            .bind(most)
            .fetch_all(&self.readers)
            .await?;
        Ok(ids)
    }
}
