//! Finding the documents of families of notifications.

use sqlx::{QueryBuilder, Sqlite};

use super::dialect::MOST_PARAMETERS;
use super::writing::push_list;
use super::{Store, StoreError};

impl Store {
    /// Returns the internal numbers of the next notifications after a number that changed after a revision.
    pub async fn notifications_changed(
        &self,
        revision: i64,
        after: i64,
        most: u32,
    ) -> Result<Vec<i64>, StoreError> {
        let ids = sqlx::query_scalar(
            "SELECT id FROM record WHERE revision > $1 AND id > $2 AND kind = 'notification' ORDER BY id LIMIT $3",
        )
        .bind(revision)
        .bind(after)
        .bind(most)
        .fetch_all(&self.readers)
        .await?;
        Ok(ids)
    }

    /// Returns the internal numbers of the records that stand under one of some keys, as number or as further number.
    pub async fn under_keys(&self, keys: &[&str]) -> Result<Vec<i64>, StoreError> {
        let mut found = Vec::new();
        for keys in keys.chunks(MOST_PARAMETERS / 2) {
            let mut query =
                QueryBuilder::<Sqlite>::new("SELECT id FROM record WHERE number_key IN (");
            push_list(&mut query, keys.iter().copied());
            query.push(" UNION SELECT record FROM alias WHERE key IN (");
            push_list(&mut query, keys.iter().copied());
            let ids: Vec<i64> = query.build_query_scalar().fetch_all(&self.readers).await?;
            found.extend(ids);
        }
        Ok(found)
    }

    /// Returns the internal numbers of every record of some families.
    pub async fn in_families(&self, names: &[&str]) -> Result<Vec<i64>, StoreError> {
        let mut found = Vec::new();
        for names in names.chunks(MOST_PARAMETERS) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "SELECT record.id FROM record JOIN family ON family.id = record.family WHERE family.name IN (",
            );
            push_list(&mut query, names.iter().copied());
            let ids: Vec<i64> = query.build_query_scalar().fetch_all(&self.readers).await?;
            found.extend(ids);
        }
        Ok(found)
    }
}
