//! A write transaction: what it reads first, and the writing of a batch.

use std::collections::HashMap;

use rayon::prelude::*;
use sqlx::{QueryBuilder, Sqlite, Transaction};

use super::batch::{Batch, NewHarvest, NewLimit, NewRow, RecordChange};
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

/// A record that is in the store already, with every row that went into it.
#[derive(Debug, Clone, PartialEq)]
pub struct Incumbent {
    /// Internal number.
    pub id: i64,
    /// Identifier.
    pub slug: RecordId,
    /// Whether a later document was found to replace it, though its own sources do not say so.
    pub replaced: bool,
    /// Its rows.
    pub rows: Vec<HarvestedRow>,
}

/// An open write transaction; dropping it undoes everything.
#[derive(Debug)]
pub struct Writing {
    transaction: Transaction<'static, Sqlite>,
    revision: i64,
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
        Ok(Writing { transaction, revision })
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
            let mut query = QueryBuilder::<Sqlite>::new("SELECT key, hash, record FROM raw_row WHERE source = ");
            query.push_bind(source).push(" AND key IN (");
            push_list(&mut query, keys.iter().copied());
            let rows: Vec<(String, Vec<u8>, Option<i64>)> =
                query.build_query_as().fetch_all(&mut *self.transaction).await?;
            known.extend(
                rows.into_iter().map(|(key, hash, record)| (key, KnownRow { hash: row_hash(&hash), record })),
            );
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
            let mut query = QueryBuilder::<Sqlite>::new("SELECT id, slug, replaced FROM record WHERE slug IN (");
            push_list(&mut query, slugs.iter().copied());
            let rows: Vec<(i64, String, bool)> =
                query.build_query_as().fetch_all(&mut *self.transaction).await?;
            for (id, slug, replaced) in rows {
                let rows = self.rows_of(id).await?;
                incumbents.push(Incumbent { id, slug: RecordId::new(slug), replaced, rows });
            }
        }
        Ok(incumbents)
    }

    /// Returns the record of an internal number with all its rows.
    pub async fn incumbent(&mut self, id: i64) -> Result<Option<Incumbent>, StoreError> {
        let found: Option<(String, bool)> = sqlx::query_as("SELECT slug, replaced FROM record WHERE id = $1")
            .bind(id)
            .fetch_optional(&mut *self.transaction)
            .await?;
        let Some((slug, replaced)) = found else { return Ok(None) };
        let rows = self.rows_of(id).await?;
        Ok(Some(Incumbent { id, slug: RecordId::new(slug), replaced, rows }))
    }

    async fn rows_of(&mut self, record: i64) -> Result<Vec<HarvestedRow>, StoreError> {
        let found: Vec<(String, String, Vec<u8>, i64, String, Vec<u8>)> = sqlx::query_as(
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
                let line = line.ok_or_else(|| unreadable(format!("its harvest has no line {place}")))?;
                let text = String::from_utf8_lossy(line).into_owned();
                Ok(HarvestedRow { source, key, fetched_at, hash: row_hash(&hash), text })
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

    async fn put_harvest(&mut self, harvest: &NewHarvest) -> Result<i64, StoreError> {
        let body = pack::compress(&harvest.body).map_err(|error| StoreError::Database(error.into()))?;
        let id = sqlx::query_scalar(
            "INSERT INTO harvest (origin, fetched_at, hash, row_count, body) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (hash) DO UPDATE SET fetched_at = excluded.fetched_at RETURNING id",
        )
        .bind(&harvest.origin)
        .bind(&harvest.fetched_at)
        .bind(&harvest.hash[..])
        .bind(i64::try_from(harvest.row_count).unwrap_or(i64::MAX))
        .bind(body)
        .fetch_one(&mut *self.transaction)
        .await?;
        Ok(id)
    }

    async fn put_records(
        &mut self,
        changes: &[RecordChange],
        at: &str,
    ) -> Result<HashMap<RecordId, i64>, StoreError> {
        let families = self.families(changes).await?;
        let bodies: Vec<Vec<u8>> = changes
            .par_iter()
            .map(|change| pack::pack(&change.record))
            .collect::<Result<_, _>>()
            .map_err(|reason| StoreError::Unreadable { id: 0, reason })?;
        let mut ids = HashMap::with_capacity(changes.len());
        let columns = 9;
        for (changes, bodies) in
            changes.chunks(MOST_PARAMETERS / columns).zip(bodies.chunks(MOST_PARAMETERS / columns))
        {
            let mut query = QueryBuilder::<Sqlite>::new(
                "INSERT INTO record (slug, kind, number_key, kin, family, replaced, turns_on, revision, body) ",
            );
            query.push_values(changes.iter().zip(bodies), |mut row, (change, body)| {
                row.push_bind(change.record.id.as_str())
                    .push_bind(change.record.kind.code())
                    .push_bind(&change.keys.exact)
                    .push_bind(&change.keys.kin)
                    .push_bind(families.get(&change.record.family).copied())
                    .push_bind(change.record.lifecycle.replaced)
                    .push_bind(&change.turns_on)
                    .push_bind(self.revision)
                    .push_bind(body);
            });
            query.push(
                " ON CONFLICT (slug) DO UPDATE SET kind = excluded.kind, number_key = excluded.number_key, \
                 kin = excluded.kin, family = excluded.family, replaced = excluded.replaced, \
                 turns_on = excluded.turns_on, revision = excluded.revision, body = excluded.body \
                 RETURNING slug, id",
            );
            let rows: Vec<(String, i64)> =
                query.build_query_as().fetch_all(&mut *self.transaction).await?;
            ids.extend(rows.into_iter().map(|(slug, id)| (RecordId::new(slug), id)));
        }
        self.put_edges(changes, &ids).await?;
        self.put_events(changes, &ids, at).await?;
        Ok(ids)
    }

    async fn families(&mut self, changes: &[RecordChange]) -> Result<HashMap<String, i64>, StoreError> {
        let mut names: Vec<&str> = changes.iter().map(|change| change.record.family.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        let mut families = HashMap::with_capacity(names.len());
        for names in names.chunks(MOST_PARAMETERS) {
            let mut query = QueryBuilder::<Sqlite>::new("INSERT INTO family (name) ");
            query.push_values(names, |mut row, name| {
                row.push_bind(*name);
            });
            // A write that changes nothing makes `RETURNING` answer for families that were there already.
            query.push(" ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING name, id");
            let rows: Vec<(String, i64)> =
                query.build_query_as().fetch_all(&mut *self.transaction).await?;
            families.extend(rows);
        }
        Ok(families)
    }

    async fn put_edges(
        &mut self,
        changes: &[RecordChange],
        ids: &HashMap<RecordId, i64>,
    ) -> Result<(), StoreError> {
        let all: Vec<i64> = ids.values().copied().collect();
        for (table, column) in [("relation", "record"), ("alias", "record")] {
            for ids in all.chunks(MOST_PARAMETERS) {
                let mut query = QueryBuilder::<Sqlite>::new(format!("DELETE FROM {table} WHERE {column} IN ("));
                push_list(&mut query, ids.iter().copied());
                query.build().execute(&mut *self.transaction).await?;
            }
        }
        let mut edges = Vec::new();
        let mut aliases = Vec::new();
        for change in changes {
            let Some(&id) = ids.get(&change.record.id) else { continue };
            for (relation, target) in change.record.relations.iter().zip(&change.targets) {
                edges.push((target, word(&relation.kind), id, relation.degree.map(|degree| word(&degree))));
            }
            aliases.extend(change.aliases.iter().map(|alias| (alias, id)));
        }
        for edges in edges.chunks(MOST_PARAMETERS / 4) {
            let mut query = QueryBuilder::<Sqlite>::new("INSERT INTO relation (target, kind, record, degree) ");
            query.push_values(edges, |mut row, (target, kind, record, degree)| {
                row.push_bind(*target).push_bind(kind).push_bind(record).push_bind(degree);
            });
            query.push(" ON CONFLICT (target, kind, record) DO NOTHING");
            query.build().execute(&mut *self.transaction).await?;
        }
        for aliases in aliases.chunks(MOST_PARAMETERS / 2) {
            let mut query = QueryBuilder::<Sqlite>::new("INSERT INTO alias (key, record) ");
            query.push_values(aliases, |mut row, (key, record)| {
                row.push_bind(*key).push_bind(record);
            });
            query.push(" ON CONFLICT (key, record) DO NOTHING");
            query.build().execute(&mut *self.transaction).await?;
        }
        Ok(())
    }

    async fn put_events(
        &mut self,
        changes: &[RecordChange],
        ids: &HashMap<RecordId, i64>,
        at: &str,
    ) -> Result<(), StoreError> {
        let events: Vec<_> = changes
            .iter()
            .filter_map(|change| Some((ids.get(&change.record.id)?, &change.changes)))
            .flat_map(|(id, changes)| changes.iter().map(move |(change, source)| (id, change, source)))
            .collect();
        for events in events.chunks(MOST_PARAMETERS / 6) {
            let mut query =
                QueryBuilder::<Sqlite>::new("INSERT INTO event (record, kind, at, source, before, after) ");
            query.push_values(events, |mut row, (id, change, source)| {
                row.push_bind(*id)
                    .push_bind(change.kind.code())
                    .push_bind(at)
                    .push_bind(*source)
                    .push_bind(&change.before)
                    .push_bind(&change.after);
            });
            query.build().execute(&mut *self.transaction).await?;
        }
        Ok(())
    }

    async fn put_rows(
        &mut self,
        harvest: i64,
        rows: &[NewRow],
        ids: &HashMap<RecordId, i64>,
    ) -> Result<(), StoreError> {
        for rows in rows.chunks(MOST_PARAMETERS / 6) {
            let mut query =
                QueryBuilder::<Sqlite>::new("INSERT INTO raw_row (source, key, hash, harvest, place, record) ");
            query.push_values(rows, |mut values, row| {
                values
                    .push_bind(&row.source)
                    .push_bind(&row.key)
                    .push_bind(&row.hash[..])
                    .push_bind(harvest)
                    .push_bind(i64::try_from(row.place).unwrap_or(i64::MAX))
                    .push_bind(row.record.as_ref().and_then(|slug| ids.get(slug)).copied());
            });
            query.push(
                " ON CONFLICT (source, key) DO UPDATE SET hash = excluded.hash, harvest = excluded.harvest, \
                 place = excluded.place, record = excluded.record",
            );
            query.build().execute(&mut *self.transaction).await?;
        }
        Ok(())
    }

    async fn put_limits(&mut self, limits: &[NewLimit]) -> Result<(), StoreError> {
        for limit in limits {
            let body = serde_json::to_string(&limit.value)
                .map_err(|reason| StoreError::Unreadable { id: 0, reason: reason.to_string() })?;
            sqlx::query(
                "INSERT INTO limit_value (source, key, number_key, product, body) VALUES ($1, $2, $3, $4, $5) \
                 ON CONFLICT (source, key) DO UPDATE SET number_key = excluded.number_key, \
                 product = excluded.product, body = excluded.body",
            )
            .bind(&limit.source)
            .bind(&limit.key)
            .bind(&limit.number_key)
            .bind(&limit.product)
            .bind(body)
            .execute(&mut *self.transaction)
            .await?;
        }
        Ok(())
    }

    async fn remove(&mut self, record: i64) -> Result<(), StoreError> {
        for statement in [
            "DELETE FROM relation WHERE record = $1",
            "DELETE FROM alias WHERE record = $1",
            "DELETE FROM record WHERE id = $1",
        ] {
            sqlx::query(statement).bind(record).execute(&mut *self.transaction).await?;
        }
        sqlx::query("INSERT INTO gone (record, revision) VALUES ($1, $2) ON CONFLICT (record) DO NOTHING")
            .bind(record)
            .bind(self.revision)
            .execute(&mut *self.transaction)
            .await?;
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

/// Returns the serialised word of an enum without fields.
fn word<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

fn row_hash(bytes: &[u8]) -> RowHash {
    let mut hash = RowHash::default();
    for (to, from) in hash.iter_mut().zip(bytes) {
        *to = *from;
    }
    hash
}
