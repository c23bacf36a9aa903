//! The statements of a batch: harvest, records with their edges and events, rows, limits.

use std::collections::HashMap;

use rayon::prelude::*;
use sqlx::{QueryBuilder, Sqlite};

use super::batch::{NewHarvest, NewLimit, NewRow, RecordChange};
use super::dialect::MOST_PARAMETERS;
use super::writing::{Writing, push_list};
use super::{StoreError, pack};
use crate::model::RecordId;

impl Writing {
    pub(super) async fn put_harvest(&mut self, harvest: &NewHarvest) -> Result<i64, StoreError> {
        let body =
            pack::compress(&harvest.body).map_err(|error| StoreError::Database(error.into()))?;
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

    pub(super) async fn put_records(
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
        for (changes, bodies) in changes
            .chunks(MOST_PARAMETERS / columns)
            .zip(bodies.chunks(MOST_PARAMETERS / columns))
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
            let rows: Vec<(String, i64)> = query
                .build_query_as()
                .fetch_all(&mut *self.transaction)
                .await?;
            ids.extend(rows.into_iter().map(|(slug, id)| (RecordId::new(slug), id)));
        }
        self.put_edges(changes, &ids).await?;
        self.put_events(changes, &ids, &families, at).await?;
        Ok(ids)
    }

    async fn families(
        &mut self,
        changes: &[RecordChange],
    ) -> Result<HashMap<String, i64>, StoreError> {
        let mut names: Vec<&str> = changes
            .iter()
            .map(|change| change.record.family.as_str())
            .collect();
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
            let rows: Vec<(String, i64)> = query
                .build_query_as()
                .fetch_all(&mut *self.transaction)
                .await?;
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
                let mut query =
                    QueryBuilder::<Sqlite>::new(format!("DELETE FROM {table} WHERE {column} IN ("));
                push_list(&mut query, ids.iter().copied());
                query.build().execute(&mut *self.transaction).await?;
            }
        }
        let mut edges = Vec::new();
        let mut aliases = Vec::new();
        for change in changes {
            let Some(&id) = ids.get(&change.record.id) else {
                continue;
            };
            for (relation, target) in change.record.relations.iter().zip(&change.targets) {
                edges.push((
                    target,
                    word(&relation.kind),
                    id,
                    relation.degree.map(|degree| word(&degree)),
                ));
            }
            aliases.extend(change.aliases.iter().map(|alias| (alias, id)));
        }
        for edges in edges.chunks(MOST_PARAMETERS / 4) {
            let mut query =
                QueryBuilder::<Sqlite>::new("INSERT INTO relation (target, kind, record, degree) ");
            query.push_values(edges, |mut row, (target, kind, record, degree)| {
                row.push_bind(*target)
                    .push_bind(kind)
                    .push_bind(record)
                    .push_bind(degree);
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
        families: &HashMap<String, i64>,
        at: &str,
    ) -> Result<(), StoreError> {
        let events: Vec<_> = changes
            .iter()
            .filter_map(|change| Some((ids.get(&change.record.id)?, change)))
            .flat_map(|(id, change)| {
                let record = &change.record;
                let told = change.changes.iter();
                told.map(move |(change, source)| (id, record, change, source))
            })
            .collect();
        let columns = 10;
        for events in events.chunks(MOST_PARAMETERS / columns) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "INSERT INTO event (record, slug, family, kind, at, source, field, before, after, effective) ",
            );
            query.push_values(events, |mut row, (id, record, change, source)| {
                row.push_bind(*id)
                    .push_bind(record.id.as_str())
                    .push_bind(families.get(&record.family).copied())
                    .push_bind(change.kind.code())
                    .push_bind(at)
                    .push_bind(*source)
                    .push_bind(&change.field)
                    .push_bind(&change.before)
                    .push_bind(&change.after)
                    .push_bind(change.effective.map(|day| day.to_string()));
            });
            query.build().execute(&mut *self.transaction).await?;
        }
        Ok(())
    }

    pub(super) async fn put_rows(
        &mut self,
        harvest: i64,
        rows: &[NewRow],
        ids: &HashMap<RecordId, i64>,
    ) -> Result<(), StoreError> {
        for rows in rows.chunks(MOST_PARAMETERS / 6) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "INSERT INTO raw_row (source, key, hash, harvest, place, record) ",
            );
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

    pub(super) async fn put_limits(&mut self, limits: &[NewLimit]) -> Result<(), StoreError> {
        for limit in limits {
            let body =
                serde_json::to_string(&limit.value).map_err(|reason| StoreError::Unreadable {
                    id: 0,
                    reason: reason.to_string(),
                })?;
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

    pub(super) async fn remove(&mut self, record: i64) -> Result<(), StoreError> {
        for statement in [
            "DELETE FROM relation WHERE record = $1",
            "DELETE FROM alias WHERE record = $1",
            "DELETE FROM record WHERE id = $1",
        ] {
            sqlx::query(statement)
                .bind(record)
                .execute(&mut *self.transaction)
                .await?;
        }
        sqlx::query(
            "INSERT INTO gone (record, revision) VALUES ($1, $2) ON CONFLICT (record) DO UPDATE SET revision = excluded.revision",
        )
        .bind(record)
        .bind(self.revision)
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }
}

/// Returns the serialised word of an enum without fields.
fn word<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
