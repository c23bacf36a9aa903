//! Look-ups of many numbers at once: a list of a thousand costs a few statements, not thousands.

use std::collections::HashMap;

use indexers::{Adoption, RelationKind};
use sqlx::{QueryBuilder, Sqlite};

use super::writing::push_list;
use super::{Incoming, Match, MatchKind, Store, StoreError, StoredRecord};

/// The keys of one number that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoughtNumber {
    /// The number's key.
    pub exact: String,
    /// The name of its family.
    pub family: String,
    /// Its looser key.
    pub kin: String,
}

/// Keys in one statement; a longer list is asked for in pieces.
const KEYS: usize = 1000;

/// Records named for one key.
const MOST_MATCHES: usize = 200;

/// Takes the key that a step looks up.
type KeyOf = fn(&SoughtNumber) -> &str;

impl Store {
    /// Finds the records of many numbers, for each the closest kind of match only; in the order asked for.
    pub async fn find_numbers(
        &self,
        sought: &[SoughtNumber],
    ) -> Result<Vec<Vec<Match>>, StoreError> {
        let mut found: Vec<Vec<Match>> = vec![Vec::new(); sought.len()];
        let steps: [(MatchKind, &str, KeyOf); 4] = [
            (
                MatchKind::Exact,
                "SELECT number_key, id FROM record WHERE number_key IN (",
                |number| &number.exact,
            ),
            (
                MatchKind::Exact,
                "SELECT key, record FROM alias WHERE key IN (",
                |number| &number.exact,
            ),
            (
                MatchKind::Family,
                "SELECT family.name, record.id FROM record JOIN family ON family.id = record.family \
                 WHERE family.name IN (",
                |number| &number.family,
            ),
            (
                MatchKind::Kin,
                "SELECT kin, id FROM record WHERE kin IN (",
                |number| &number.kin,
            ),
        ];
        for (kind, statement, key_of) in steps {
            let open = |matches: &Vec<Match>| matches.iter().all(|one| one.kind == kind);
            let mut keys: Vec<&str> = sought
                .iter()
                .zip(&found)
                .filter(|(_, matches)| open(matches))
                .map(|(number, _)| key_of(number))
                .collect();
            keys.sort_unstable();
            keys.dedup();
            let ids = self.ids_by_key(statement, &keys).await?;
            for (number, matches) in sought.iter().zip(&mut found).filter(|(_, m)| open(m)) {
                for id in ids.get(key_of(number)).into_iter().flatten() {
                    if matches.iter().all(|one| one.id != *id) {
                        matches.push(Match { id: *id, kind });
                    }
                }
                matches.truncate(MOST_MATCHES);
            }
        }
        Ok(found)
    }

    async fn ids_by_key(
        &self,
        statement: &'static str,
        keys: &[&str],
    ) -> Result<HashMap<String, Vec<i64>>, StoreError> {
        let mut ids: HashMap<String, Vec<i64>> = HashMap::with_capacity(keys.len());
        for keys in keys.chunks(KEYS) {
            let mut query = QueryBuilder::<Sqlite>::new(statement);
            push_list(&mut query, keys.iter().copied());
            let rows: Vec<(String, i64)> = query.build_query_as().fetch_all(&self.readers).await?;
            for (key, id) in rows {
                ids.entry(key).or_default().push(id);
            }
        }
        Ok(ids)
    }

    /// Returns the internal numbers of the records of some number keys, each with its key.
    pub async fn ids_by_number_key(&self, keys: &[&str]) -> Result<Vec<(String, i64)>, StoreError> {
        let statement = "SELECT number_key, id FROM record WHERE number_key IN (";
        let ids = self.ids_by_key(statement, keys).await?;
        let pairs = ids
            .into_iter()
            .flat_map(|(key, ids)| ids.into_iter().map(move |id| (key.clone(), id)));
        Ok(pairs.collect())
    }

    /// Returns the internal numbers of the families of some records.
    pub async fn families_of(&self, ids: &[i64]) -> Result<Vec<i64>, StoreError> {
        let mut families = Vec::with_capacity(ids.len());
        for ids in ids.chunks(KEYS) {
            let mut query =
                QueryBuilder::<Sqlite>::new("SELECT DISTINCT family FROM record WHERE id IN (");
            push_list(&mut query, ids.iter().copied());
            let found: Vec<i64> = query.build_query_scalar().fetch_all(&self.readers).await?;
            families.extend(found);
        }
        Ok(families)
    }

    /// Returns the records of some families.
    pub async fn families(
        &self,
        families: &[i64],
    ) -> Result<HashMap<i64, Vec<StoredRecord>>, StoreError> {
        let mut found: HashMap<i64, Vec<StoredRecord>> = HashMap::with_capacity(families.len());
        for families in families.chunks(KEYS) {
            let mut query = QueryBuilder::<Sqlite>::new("SELECT id FROM record WHERE family IN (");
            push_list(&mut query, families.iter().copied());
            query.push(" ORDER BY id");
            let ids: Vec<i64> = query.build_query_scalar().fetch_all(&self.readers).await?;
            for ids in ids.chunks(KEYS) {
                for record in self.records(ids).await? {
                    found.entry(record.family).or_default().push(record);
                }
            }
        }
        Ok(found)
    }

    /// Returns the edges of one kind that point at some documents, by the key of the document's number.
    pub async fn incoming_of(
        &self,
        kind: RelationKind,
        keys: &[&str],
    ) -> Result<HashMap<String, Vec<Incoming>>, StoreError> {
        let Ok(serde_json::Value::String(word)) = serde_json::to_value(kind) else {
            return Ok(HashMap::new());
        };
        let mut found: HashMap<String, Vec<Incoming>> = HashMap::new();
        for keys in keys.chunks(KEYS) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "SELECT target, record, degree FROM relation WHERE target IN (",
            );
            push_list(&mut query, keys.iter().copied());
            query.push(" AND kind = ").push_bind(word.as_str());
            query.push(" ORDER BY target, record");
            let rows: Vec<(String, i64, Option<String>)> =
                query.build_query_as().fetch_all(&self.readers).await?;
            for (target, record, degree) in rows {
                found.entry(target).or_default().push(Incoming {
                    record,
                    kind,
                    degree: degree.as_deref().and_then(Adoption::read),
                });
            }
        }
        Ok(found)
    }
}
