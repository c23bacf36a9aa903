//! What lies ahead, day by day.

use jiff::civil::Date;
use sqlx::{QueryBuilder, Sqlite};

use super::Occasion;
use crate::storage::{Store, StoreError, StoredRecord};

/// Which days to look up. Everything that is set must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AheadQuery {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// A market the document holds for.
    pub market: Option<String>,
    /// A product it concerns.
    pub product: Option<String>,
    /// What happens; anything where it is nothing.
    pub occasion: Option<Occasion>,
    /// The most days returned.
    pub most: u32,
}

/// Something that lies ahead.
#[derive(Debug, Clone, PartialEq)]
pub struct DayAhead {
    /// The first day the source's words can mean.
    pub day: String,
    /// What is known of the day: a month or a year where no more is.
    pub written: String,
    /// What happens.
    pub occasion: Occasion,
    /// The document.
    pub record: StoredRecord,
}

impl Store {
    /// Returns what happens within a span of days, the nearest first.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the database refuses or a record cannot be read.
    pub async fn ahead(&self, asked: &AheadQuery) -> Result<Vec<DayAhead>, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new(
            "SELECT record_day.day, record_day.written, record_day.occasion, record.id FROM record_day \
             JOIN record ON record.id = record_day.record WHERE record_day.day >= ",
        );
        query.push_bind(asked.from.to_string());
        query.push(" AND record_day.day <= ");
        query.push_bind(asked.until.to_string());
        query.push(" AND record_day.occasion IN (");
        let mut occasions = query.separated(", ");
        for occasion in Occasion::AHEAD {
            if asked.occasion.is_none_or(|only| only == occasion) {
                occasions.push_bind(occasion.code());
            }
        }
        query.push(")");
        for (name, value) in [("market", &asked.market), ("product", &asked.product)] {
            let Some(value) = value else { continue };
            query.push(
                " AND EXISTS (SELECT 1 FROM record_trait WHERE record_trait.record = record.id \
                 AND record_trait.trait = ",
            );
            query.push_bind(name);
            query.push(" AND record_trait.value = ");
            query.push_bind(value);
            query.push(")");
        }
        query.push(" ORDER BY record_day.day, record_day.occasion, record.slug LIMIT ");
        query.push_bind(asked.most);
        let rows: Vec<(String, String, String, i64)> =
            query.build_query_as().fetch_all(&self.readers).await?;
        let mut ids: Vec<i64> = rows.iter().map(|row| row.3).collect();
        ids.sort_unstable();
        ids.dedup();
        let records = self.records(&ids).await?;
        let days = rows.into_iter().filter_map(|(day, written, occasion, id)| {
            let record = records.iter().find(|record| record.id == id)?;
            Some(DayAhead {
                day,
                written,
                occasion: Occasion::read(&occasion)?,
                record: record.clone(),
            })
        });
        Ok(days.collect())
    }
}
