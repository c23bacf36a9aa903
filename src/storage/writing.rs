//! A write transaction: what it reads first, and the writing of a batch.

use std::collections::HashMap;

use sqlx::{QueryBuilder, Sqlite, Transaction};

use super::batch::Batch;
use super::dialect::{BEGIN_WRITE, MOST_PARAMETERS};
use super::store::SET_META;
use super::{Store, StoreError, pack};
use crate::model::RecordId;

/// The first 16 bytes of the BLAKE3 hash of a row: enough to tell two versions of one row apart.
pub type RowHash = [u8; 16];

/// What the store has under a source's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownRow {
    /// Hash of the row's text.
    pub hash: RowHash,
    /// The record it went into.
    pub record: Option<i64>,
}

/// A row read back from the bytes it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HarvestedRow {
    /// The source.
    pub source: String,
    /// The source's key.
    pub key: String,
    /// When the bytes came.
    pub fetched_at: String,
    /// Hash of the text.
    pub hash: RowHash,
    /// The text of the row.
    pub text: String,
}

/// Source, key, hash, place, time of the harvest, its bytes.
type HarvestRow = (String, String, Vec<u8>, i64, String, Vec<u8>);

/// A record that is in the store already, with every row that went into it.
#[derive(Debug, Clone, PartialEq)]
pub struct Incumbent {
    /// Internal number.
    pub id: i64,
    /// Identifier.
    pub slug: RecordId,
    /// Whether a later document was found to replace it, though its own sources do not say so.
    pub replaced: bool,
    /// The day on which something was to happen to it by its dates alone.
    pub turns_on: Option<String>,
    /// Its rows.
    pub rows: Vec<HarvestedRow>,
}

/// An open write transaction; dropping it undoes everything.
#[derive(Debug)]
pub struct Writing {
    pub(super) transaction: Transaction<'static, Sqlite>,
    pub(super) revision: i64,
}

impl Store {
    /// Opens a write transaction, waiting for another one to end.
    pub async fn begin(&self) -> Result<Writing, StoreError> {
        let mut transaction = self.writer.begin_with(BEGIN_WRITE).await?;
        let revision: Option<String> =
            sqlx::query_scalar("SELECT value FROM meta WHERE name = 'revision'")
                .fetch_optional(&mut *transaction)
                .await?;
        let revision = revision.and_then(|value| value.parse().ok()).unwrap_or(0);
        Ok(Writing {
            transaction,
            revision,
        })
    }
}

impl Writing {
    /// Returns what is known under the keys of one source.
    pub async fn known_rows(
        &mut self,
        source: &str,
        keys: &[&str],
    ) -> Result<HashMap<String, KnownRow>, StoreError> {
        let mut known = HashMap::new();
        for keys in keys.chunks(MOST_PARAMETERS - 1) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "SELECT key, hash, record FROM raw_row WHERE source = ",
            );
            query.push_bind(source).push(" AND key IN (");
            push_list(&mut query, keys.iter().copied());
            let rows: Vec<(String, Vec<u8>, Option<i64>)> = query
                .build_query_as()
                .fetch_all(&mut *self.transaction)
                .await?;
            known.extend(rows.into_iter().map(|(key, hash, record)| {
                (
                    key,
                    KnownRow {
                        hash: row_hash(&hash),
                        record,
                    },
                )
            }));
        }
        Ok(known)
    }

    /// Tells whether a source has been read before; the first reading of a source is silent.
    pub async fn knows_source(&mut self, source: &str) -> Result<bool, StoreError> {
        let found: Option<i64> = sqlx::query_scalar("SELECT 1 FROM source WHERE id = $1")
            .bind(source)
            .fetch_optional(&mut *self.transaction)
            .await?;
        Ok(found.is_some())
    }

    /// Returns those of the records that are in the store, with all their rows.
    pub async fn incumbents(&mut self, slugs: &[&str]) -> Result<Vec<Incumbent>, StoreError> {
        let mut incumbents = Vec::new();
        for slugs in slugs.chunks(MOST_PARAMETERS) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "SELECT id, slug, replaced, turns_on FROM record WHERE slug IN (",
            );
            push_list(&mut query, slugs.iter().copied());
            let rows: Vec<(i64, String, bool, Option<String>)> = query
                .build_query_as()
                .fetch_all(&mut *self.transaction)
                .await?;
            for (id, slug, replaced, turns_on) in rows {
                let rows = self.rows_of(id).await?;
                incumbents.push(Incumbent {
                    id,
                    slug: RecordId::new(slug),
                    replaced,
                    turns_on,
                    rows,
                });
            }
        }
        Ok(incumbents)
    }

    /// Returns the record of an internal number with all its rows.
    pub async fn incumbent(&mut self, id: i64) -> Result<Option<Incumbent>, StoreError> {
        let found: Option<(String, bool, Option<String>)> =
            sqlx::query_as("SELECT slug, replaced, turns_on FROM record WHERE id = $1")
                .bind(id)
                .fetch_optional(&mut *self.transaction)
                .await?;
        let Some((slug, replaced, turns_on)) = found else {
            return Ok(None);
        };
        let rows = self.rows_of(id).await?;
        Ok(Some(Incumbent {
            id,
            slug: RecordId::new(slug),
            replaced,
            turns_on,
            rows,
        }))
    }

    async fn rows_of(&mut self, record: i64) -> Result<Vec<HarvestedRow>, StoreError> {
        let found: Vec<HarvestRow> = sqlx::query_as(
            "SELECT raw_row.source, raw_row.key, raw_row.hash, raw_row.place, harvest.fetched_at, harvest.body \
             FROM raw_row JOIN harvest ON harvest.id = raw_row.harvest WHERE raw_row.record = $1 \
             ORDER BY raw_row.source, raw_row.key",
        )
        .bind(record)
        .fetch_all(&mut *self.transaction)
        .await?;
        found
            .into_iter()
            .map(|(source, key, hash, place, fetched_at, body)| {
                let unreadable = |reason| StoreError::Unreadable { id: record, reason };
                let bytes = pack::decompress(&body).map_err(unreadable)?;
                let place = usize::try_from(place).unwrap_or(usize::MAX);
                let line = bytes.split(|&byte| byte == b'\n').nth(place);
                let line =
                    line.ok_or_else(|| unreadable(format!("its harvest has no line {place}")))?;
                let text = String::from_utf8_lossy(line).into_owned();
                Ok(HarvestedRow {
                    source,
                    key,
                    fetched_at,
                    hash: row_hash(&hash),
                    text,
                })
            })
            .collect()
    }

    /// Writes a batch under the next revision.
    pub async fn write(&mut self, batch: Batch) -> Result<(), StoreError> {
        self.revision += 1;
        let harvest = match &batch.harvest {
            Some(harvest) => Some(self.put_harvest(harvest).await?),
            None => None,
        };
        let ids = self.put_records(&batch.records, &batch.at).await?;
        if let Some(harvest) = harvest {
            self.put_rows(harvest, &batch.rows, &ids).await?;
        }
        self.put_limits(&batch.limits).await?;
        for record in batch.gone {
            self.remove(record).await?;
        }
        Ok(())
    }

    /// Makes everything since the beginning of the transaction permanent.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        sqlx::query(SET_META)
            .bind("revision")
            .bind(self.revision.to_string())
            .execute(&mut *self.transaction)
            .await?;
        self.transaction.commit().await?;
        Ok(())
    }
}

/// Writes `$1, $2, …)` for the values of a list.
pub(super) fn push_list<'q, T>(query: &mut QueryBuilder<Sqlite>, values: impl Iterator<Item = T>)
where
    T: 'q + sqlx::Encode<'q, Sqlite> + sqlx::Type<Sqlite>,
{
    let mut list = query.separated(", ");
    for value in values {
        list.push_bind(value);
    }
    query.push(")");
}

fn row_hash(bytes: &[u8]) -> RowHash {
    let mut hash = RowHash::default();
    for (to, from) in hash.iter_mut().zip(bytes) {
        *to = *from;
    }
    hash
}
