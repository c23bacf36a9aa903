//! Finding records by number, and the edges that point at a record.

use indexers::{Adoption, RelationKind};

use sqlx::{QueryBuilder, Sqlite};

use super::writing::push_list;
use super::{Store, StoreError, StoredRecord};

/// How a record was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchKind {
    /// Its number, or a further number of it, is the one asked for.
    Exact,
    /// It is of the family asked for: the same standard in another edition.
    Family,
    /// It is a near relative: the same digits of the same body with another type or co-publisher.
    Kin,
}

/// A record found by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Internal number.
    pub id: i64,
    /// How it was found.
    pub kind: MatchKind,
}

/// An edge that points at a document, seen from that document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// Internal number of the record at the other end.
    pub record: i64,
    /// What that record is to the document.
    pub kind: RelationKind,
    /// Degree of an adoption.
    pub degree: Option<Adoption>,
}

impl Store {
    /// Returns the records of a number, the closest kind of match only.
    ///
    /// `exact` is the number's key, `family` the name of its family, `kin` its looser key.
    pub async fn find_number(
        &self,
        exact: &str,
        family: &str,
        kin: &str,
    ) -> Result<Vec<Match>, StoreError> {
        let by =
            async |kind, statement: &'static str, key: &str| -> Result<Vec<Match>, StoreError> {
                let ids: Vec<i64> = sqlx::query_scalar(statement)
                    .bind(key)
                    .fetch_all(&self.readers)
                    .await?;
                Ok(ids.into_iter().map(|id| Match { id, kind }).collect())
            };
        let found = by(
            MatchKind::Exact,
            "SELECT id FROM record WHERE number_key = $1 UNION SELECT record FROM alias WHERE key = $1 LIMIT 50",
            exact,
        )
        .await?;
        if !found.is_empty() {
            return Ok(found);
        }
        let found = by(
            MatchKind::Family,
            "SELECT record.id FROM record JOIN family ON family.id = record.family WHERE family.name = $1 LIMIT 200",
            family,
        )
        .await?;
        if !found.is_empty() {
            return Ok(found);
        }
        by(
            MatchKind::Kin,
            "SELECT id FROM record WHERE kin = $1 LIMIT 200",
            kin,
        )
        .await
    }

    /// Returns every edition, amendment and corrigendum of the family of a name.
    pub async fn family_named(&self, name: &str) -> Result<Vec<StoredRecord>, StoreError> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT record.id FROM record JOIN family ON family.id = record.family \
             WHERE family.name = $1 ORDER BY record.id LIMIT 200",
        )
        .bind(name)
        .fetch_all(&self.readers)
        .await?;
        self.records(&ids).await
    }

    /// Returns the edges that point at a document, by the key of its number.
    pub async fn incoming(&self, number_key: &str) -> Result<Vec<Incoming>, StoreError> {
        let rows: Vec<(i64, String, Option<String>)> = sqlx::query_as(
            "SELECT record, kind, degree FROM relation WHERE target = $1 ORDER BY kind, record LIMIT 500",
        )
        .bind(number_key)
        .fetch_all(&self.readers)
        .await?;
        Ok(rows
            .into_iter()
            .filter_map(|(record, kind, degree)| {
                let kind = serde_json::from_value(kind.into()).ok()?;
                let degree = degree.as_deref().and_then(Adoption::read);
                Some(Incoming {
                    record,
                    kind,
                    degree,
                })
            })
            .collect())
    }

    /// Returns the documents of a list of number keys that are in the store, each with its key.
    pub async fn by_number_keys(
        &self,
        keys: &[&str],
    ) -> Result<Vec<(String, StoredRecord)>, StoreError> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let mut query =
            QueryBuilder::<Sqlite>::new("SELECT number_key, id FROM record WHERE number_key IN (");
        push_list(&mut query, keys.iter().copied());
        let found: Vec<(String, i64)> = query.build_query_as().fetch_all(&self.readers).await?;
        let ids: Vec<i64> = found.iter().map(|(_, id)| *id).collect();
        let records = self.records(&ids).await?;
        let keyed = records.into_iter().filter_map(|record| {
            let (key, _) = found.iter().find(|(_, id)| *id == record.id)?;
            Some((key.clone(), record))
        });
        Ok(keyed.collect())
    }
}
