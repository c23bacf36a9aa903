//! What replaced what, followed for all rows at once.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::library::{Library, key};
use crate::model::{RelationKind, Status};
use crate::storage::{Store, StoreError, StoredRecord};

/// Steps a chain is followed.
const LONGEST: usize = 8;

/// Documents one chain may name: a standard may be divided into many.
const MOST: usize = 12;

/// One row's chain as it grows.
struct Chain {
    /// What was replaced and has not been followed yet.
    open: Vec<Arc<StoredRecord>>,
    seen: HashSet<i64>,
    successors: Vec<Arc<StoredRecord>>,
}

/// Follows the replacements of some records; for each its successors, the first step first.
pub(super) async fn replacements(
    store: &Store,
    library: &mut Library<'_>,
    records: Vec<Arc<StoredRecord>>,
) -> Result<Vec<Vec<Arc<StoredRecord>>>, StoreError> {
    let mut chains: Vec<Chain> = records
        .into_iter()
        .map(|record| Chain {
            seen: HashSet::from([record.id]),
            open: if may_be_over(library, &record) {
                vec![record]
            } else {
                Vec::new()
            },
            successors: Vec::new(),
        })
        .collect();
    for _ in 0..LONGEST {
        let open: Vec<Arc<StoredRecord>> = chains
            .iter()
            .flat_map(|chain| chain.open.iter().map(Arc::clone))
            .collect();
        if open.is_empty() {
            break;
        }
        let next = step(store, library, &open).await?;
        for chain in &mut chains {
            for record in std::mem::take(&mut chain.open) {
                for successor in next.get(&record.id).into_iter().flatten() {
                    if chain.successors.len() < MOST && chain.seen.insert(successor.id) {
                        chain.successors.push(Arc::clone(successor));
                        if may_be_over(library, successor) {
                            chain.open.push(Arc::clone(successor));
                        }
                    }
                }
            }
        }
    }
    Ok(chains.into_iter().map(|chain| chain.successors).collect())
}

/// Tells whether a record may have been replaced: where nobody says whether it holds, a named successor says that it does not.
fn may_be_over(library: &Library<'_>, record: &StoredRecord) -> bool {
    is_over(library, record) || library.status(record) == Status::Unknown
}

fn is_over(library: &Library<'_>, record: &StoredRecord) -> bool {
    matches!(
        library.status(record),
        Status::Superseded | Status::Withdrawn
    )
}

/// Looks up what replaced each record directly: what it says itself, what others say of it, and where nobody says
/// anything of a document that is over, the next edition of its family.
async fn step(
    store: &Store,
    library: &mut Library<'_>,
    records: &[Arc<StoredRecord>],
) -> Result<HashMap<i64, Vec<Arc<StoredRecord>>>, StoreError> {
    let own: Vec<String> = records.iter().map(|one| key(&one.record.number)).collect();
    let named: Vec<(i64, String)> = records
        .iter()
        .flat_map(|one| {
            let edges = one.record.relations.iter();
            edges
                .filter(|edge| edge.kind == RelationKind::SupersededBy)
                .map(|edge| (one.id, key(&edge.target)))
        })
        .collect();
    let keys: Vec<&str> = named.iter().map(|(_, key)| key.as_str()).collect();
    let heads = library.load_numbers(&keys).await?;
    let mut sought: Vec<&str> = own.iter().map(String::as_str).collect();
    sought.sort_unstable();
    sought.dedup();
    let incoming = store.incoming_of(RelationKind::Supersedes, &sought).await?;
    library
        .load(incoming.values().flatten().map(|edge| edge.record))
        .await?;
    let mut next: HashMap<i64, Vec<Arc<StoredRecord>>> = HashMap::new();
    for (id, key) in &named {
        if let Some(head) = heads.get(key) {
            next.entry(*id).or_default().push(Arc::clone(head));
        }
    }
    for (record, key) in records.iter().zip(&own) {
        let tails = incoming.get(key).into_iter().flatten();
        let tails: Vec<_> = tails.filter_map(|edge| library.get(edge.record)).collect();
        let successors = next.entry(record.id).or_default();
        successors.extend(tails);
        successors.retain(|one| one.id != record.id && library.is_known(&one.record));
        if successors.is_empty() && is_over(library, record) {
            successors.extend(next_edition(library, record));
        }
        // The one in force first, then the newer before the older.
        successors.sort_by_key(|one| {
            let published = one.record.lifecycle.published;
            (library.status(one), std::cmp::Reverse(published), one.id)
        });
    }
    Ok(next)
}

/// The edition of the same family that begins next.
fn next_edition(library: &Library<'_>, record: &StoredRecord) -> Option<Arc<StoredRecord>> {
    let begins = record.record.edition_from()?;
    let later = library.family(record.family).iter().filter_map(|one| {
        let start = one.record.edition_from()?;
        (start > begins && library.is_known(&one.record)).then_some((start, one))
    });
    later
        .min_by_key(|(start, one)| (*start, one.id))
        .map(|(_, one)| Arc::clone(one))
}
