//! What is counted: notifications by month, member and objective; adoptions by field.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Occasion;
use crate::storage::{Store, StoreError};

/// Notifications of a month.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MonthCount {
    /// The month, `2026-11`.
    pub month: String,
    /// New measures: regular and urgent notifications, and revisions.
    pub new: u64,
    /// Addenda, corrigenda and supplements to earlier ones.
    pub further: u64,
}

/// How many records have a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraitCount {
    /// The value: a market's code, an objective as it was notified.
    pub value: String,
    /// The records.
    pub count: u64,
}

/// The adoption of international standards in one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdoptionField {
    /// Field of the ICS, two digits.
    pub field: String,
    /// Domestic standards that have not ended.
    pub standards: u64,
    /// Those of them that adopt another standard, identical or modified.
    pub adopting: u64,
    /// Pairs of which both days of publication are known.
    pub dated: u64,
    /// Median of the months between the two publications; nothing without such pairs.
    pub median_months: Option<i64>,
}

/// What happened in a week up to a day, and what closes in the week after it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WeekCounts {
    /// Notifications that were circulated.
    pub notified: u64,
    /// Those of them that concern products of the province.
    pub of_products: u64,
    /// Notifications on which comments close within the next seven days.
    pub closing: u64,
    /// Documents that entered into force.
    pub begun: u64,
    /// Documents that were withdrawn or replaced.
    pub ended: u64,
}

/// Everything the page of statistics shows, as of one revision.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statistics {
    /// The revision up to which the almanac had followed.
    pub revision: i64,
    /// The first day that is counted.
    pub since: String,
    /// Notifications by month, the earliest first; months without any are left out.
    pub months: Vec<MonthCount>,
    /// Notifications by the members that made them, the most first.
    pub members: Vec<TraitCount>,
    /// Notifications by objective, the most first.
    pub objectives: Vec<TraitCount>,
    /// Adoption by field, in the order of the ICS.
    pub fields: Vec<AdoptionField>,
}

/// Forms that only continue an earlier notification.
const CONTINUING: [&str; 3] = ["addendum", "corrigendum", "supplement"];

/// Months of a stored day since year 0; whole in SQLite and PostgreSQL alike.
macro_rules! months_of {
    ($day:literal) => {
        concat!(
            "(CAST(substr(",
            $day,
            ", 1, 4) AS BIGINT) * 12 + CAST(substr(",
            $day,
            ", 6, 2) AS BIGINT))"
        )
    };
}

const OF_WEEK: &str = "SELECT \
     (SELECT count(*) FROM record_day JOIN record_trait AS form ON form.record = record_day.record \
     AND form.trait = 'form' WHERE record_day.occasion = 'published' AND record_day.day BETWEEN $1 AND $2), \
     (SELECT count(DISTINCT record_day.record) FROM record_day \
     JOIN record_trait AS form ON form.record = record_day.record AND form.trait = 'form' \
     JOIN record_trait AS product ON product.record = record_day.record AND product.trait = 'product' \
     WHERE record_day.occasion = 'published' AND record_day.day BETWEEN $1 AND $2), \
     (SELECT count(*) FROM record_day WHERE occasion = 'comments_close' AND day BETWEEN $2 AND $3), \
     (SELECT count(*) FROM record_day WHERE occasion = 'in_force' AND day BETWEEN $1 AND $2), \
     (SELECT count(*) FROM record_day WHERE occasion = 'ends' AND day BETWEEN $1 AND $2)";

const OF_MONTHS: &str = "SELECT substr(record_day.day, 1, 7), form.value, count(*) FROM record_day \
     JOIN record_trait AS form ON form.record = record_day.record AND form.trait = 'form' \
     WHERE record_day.occasion = $1 AND record_day.day >= $2 GROUP BY 1, 2 ORDER BY 1";

const OF_TRAIT: &str = "SELECT counted.value, count(*) FROM record_day \
     JOIN record_trait AS form ON form.record = record_day.record AND form.trait = 'form' \
     JOIN record_trait AS counted ON counted.record = record_day.record AND counted.trait = $3 \
     WHERE record_day.occasion = $1 AND record_day.day >= $2 GROUP BY 1 ORDER BY 2 DESC, 1";

const OF_FIELDS: &str = "SELECT field.value, count(DISTINCT field.record), count(DISTINCT relation.record) \
     FROM record_trait AS field \
     JOIN record ON record.id = field.record AND record.kind = 'standard' AND record.replaced = FALSE \
     JOIN record_trait AS market ON market.record = field.record AND market.trait = 'market' AND market.value = 'CN' \
     LEFT JOIN relation ON relation.record = field.record AND relation.kind = 'adopts' \
     AND (relation.degree IS NULL OR relation.degree <> 'NEQ') \
     WHERE field.trait = 'field' \
     AND NOT EXISTS (SELECT 1 FROM record_trait AS ended WHERE ended.record = field.record AND ended.trait = 'ended') \
     AND NOT EXISTS (SELECT 1 FROM record_day AS over WHERE over.record = field.record AND over.occasion = 'ends' \
     AND over.day <= $1) \
     GROUP BY 1 ORDER BY 1";

/// The other day is looked up number by number: joined, it is found through the days of all records first.
const OF_LAGS: &str = concat!(
    "SELECT pair.field, pair.own - pair.theirs FROM (SELECT field.value AS field, ",
    months_of!("own.day"),
    " AS own, (SELECT ",
    months_of!("other.day"),
    " FROM record AS adopted \
     JOIN record_day AS other ON other.record = adopted.id AND other.occasion = 'published' \
     WHERE adopted.number_key = relation.target LIMIT 1) AS theirs \
     FROM relation \
     JOIN record_trait AS field ON field.record = relation.record AND field.trait = 'field' \
     JOIN record_trait AS market ON market.record = relation.record AND market.trait = 'market' AND market.value = 'CN' \
     JOIN record_day AS own ON own.record = relation.record AND own.occasion = 'published' \
     WHERE relation.kind = 'adopts' AND (relation.degree IS NULL OR relation.degree <> 'NEQ')) AS pair \
     WHERE pair.theirs IS NOT NULL"
);

impl Store {
    /// Counts notifications since a day, and adoptions as of another.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the database refuses.
    pub async fn statistics(&self, since: Date, today: Date) -> Result<Statistics, StoreError> {
        let revision = self.almanac_revision().await?;
        let since = since.to_string();
        let months: Vec<(String, String, i64)> = sqlx::query_as(OF_MONTHS)
            .bind(Occasion::Published.code())
            .bind(&since)
            .fetch_all(&self.readers)
            .await?;
        let fields: Vec<(String, i64, i64)> = sqlx::query_as(OF_FIELDS)
            .bind(today.to_string())
            .fetch_all(&self.readers)
            .await?;
        let lags: Vec<(String, i64)> = sqlx::query_as(OF_LAGS).fetch_all(&self.readers).await?;
        Ok(Statistics {
            revision,
            months: by_month(months),
            members: self.count_trait("market", &since).await?,
            objectives: self.count_trait("objective", &since).await?,
            fields: by_field(fields, lags),
            since,
        })
    }

    /// Counts what happened from one day to another, and what closes from there to a third.
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the database refuses.
    pub async fn week(
        &self,
        since: Date,
        today: Date,
        until: Date,
    ) -> Result<WeekCounts, StoreError> {
        let (notified, of_products, closing, begun, ended): (i64, i64, i64, i64, i64) =
            sqlx::query_as(OF_WEEK)
                .bind(since.to_string())
                .bind(today.to_string())
                .bind(until.to_string())
                .fetch_one(&self.readers)
                .await?;
        Ok(WeekCounts {
            notified: notified.unsigned_abs(),
            of_products: of_products.unsigned_abs(),
            closing: closing.unsigned_abs(),
            begun: begun.unsigned_abs(),
            ended: ended.unsigned_abs(),
        })
    }

    async fn count_trait(&self, name: &str, since: &str) -> Result<Vec<TraitCount>, StoreError> {
        let rows: Vec<(String, i64)> = sqlx::query_as(OF_TRAIT)
            .bind(Occasion::Published.code())
            .bind(since)
            .bind(name)
            .fetch_all(&self.readers)
            .await?;
        let counts = rows.into_iter().map(|(value, count)| TraitCount {
            value,
            count: count.unsigned_abs(),
        });
        Ok(counts.collect())
    }
}

fn by_month(rows: Vec<(String, String, i64)>) -> Vec<MonthCount> {
    let mut months: BTreeMap<String, MonthCount> = BTreeMap::new();
    for (month, form, count) in rows {
        let entry = months.entry(month.clone()).or_insert_with(|| MonthCount {
            month,
            ..MonthCount::default()
        });
        let counted = if CONTINUING.contains(&form.as_str()) {
            &mut entry.further
        } else {
            &mut entry.new
        };
        *counted += count.unsigned_abs();
    }
    months.into_values().collect()
}

fn by_field(fields: Vec<(String, i64, i64)>, lags: Vec<(String, i64)>) -> Vec<AdoptionField> {
    let mut of_field: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for (field, months) in lags {
        of_field.entry(field).or_default().push(months);
    }
    let fields = fields.into_iter().map(|(field, standards, adopting)| {
        let mut lags = of_field.remove(&field).unwrap_or_default();
        lags.sort_unstable();
        AdoptionField {
            standards: standards.unsigned_abs(),
            adopting: adopting.unsigned_abs(),
            dated: lags.len() as u64,
            // The lower of the two in the middle: a median that was measured, not one between two measurements.
            median_months: lags.get(lags.len().saturating_sub(1) / 2).copied(),
            field,
        }
    });
    fields.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addenda_are_counted_apart_from_new_measures() {
        let rows = [
            ("2026-10", "regular", 3),
            ("2026-10", "addendum", 2),
            ("2026-11", "revision", 1),
        ];
        let rows = rows.map(|(month, form, count)| (month.to_owned(), form.to_owned(), count));
        let months = by_month(rows.to_vec());
        let shown: Vec<_> = months
            .iter()
            .map(|one| (one.month.as_str(), one.new, one.further))
            .collect();
        assert_eq!(shown, [("2026-10", 3, 2), ("2026-11", 1, 0)]);
    }

    #[test]
    fn the_median_of_a_field_is_one_of_its_lags() {
        let fields = vec![("21".to_owned(), 10, 4), ("97".to_owned(), 5, 0)];
        let lags = [70, 12, 30, 50].map(|months| ("21".to_owned(), months));
        let counted = by_field(fields, lags.to_vec());
        assert_eq!(counted[0].median_months, Some(30));
        assert_eq!(counted[0].dated, 4);
        assert_eq!(counted[1].median_months, None);
    }
}
