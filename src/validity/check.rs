//! Checking a text.

use std::collections::{BTreeMap, HashSet};

use futures::{StreamExt, TryStreamExt, stream};
use jiff::civil::Date;

use super::report::Counts;
use super::{Adopted, Rule, ValidityReport, ValidityRow};
use crate::model::RelationKind;
use crate::search::{Candidate, Edge, RecordView, ResolvedItem, Resolver};
use crate::storage::{Store, StoreError};

/// Look-ups at once, as many as the store reads side by side.
const AT_ONCE: usize = 4;
/// Steps that a chain of replacements is followed; the longest real ones have six.
const LONGEST_CHAIN: usize = 16;

/// Finds every number of a text and says what it means on a day.
///
/// A number that is written several times is looked up once.
///
/// # Errors
///
/// [`StoreError`] when the store refuses.
pub async fn check(
    store: &Store,
    resolver: &Resolver,
    text: &str,
    day: Date,
) -> Result<ValidityReport, StoreError> {
    let items = resolver.every(text, day).await?;
    let meant: BTreeMap<&str, &ResolvedItem> = items
        .iter()
        .filter_map(|item| Some((meant(item)?.id.as_str(), item)))
        .collect();
    let looked_up = stream::iter(meant.into_keys().map(str::to_owned))
        .map(|id| async move {
            let around = Around::of(store, &id, day).await?;
            Ok::<_, StoreError>((id, around))
        })
        .buffer_unordered(AT_ONCE);
    let around: BTreeMap<String, Around> = looked_up.try_collect().await?;
    let rows: Vec<ValidityRow> = items.into_iter().map(|item| row(item, &around)).collect();
    Ok(ValidityReport {
        as_of: day,
        revision: store.revision().await?,
        records: store.record_count().await?,
        counts: Counts::of(&rows),
        rows,
    })
}

/// The edition that a number means, where it means one.
fn meant(item: &ResolvedItem) -> Option<&Candidate> {
    match (&item.applies, item.status) {
        (Some(applies), 200 | 300) => Some(&applies.edition),
        (None, 200) => item.candidates.first(),
        _ => None,
    }
}

fn row(item: ResolvedItem, around: &BTreeMap<String, Around>) -> ValidityRow {
    let edition = meant(&item).cloned();
    let rule = match (item.status, &edition) {
        (400, _) => Rule::Unread,
        (404, _) => Rule::NotHeld,
        (200, Some(_)) => Rule::Edition,
        (_, Some(_)) => Rule::InForce,
        (_, None) => Rule::Several,
    };
    let known = edition.as_ref().and_then(|edition| around.get(&edition.id));
    let known = known.cloned().unwrap_or_default();
    let others = item.candidates.into_iter();
    let others = others.filter(|one| edition.as_ref().is_none_or(|edition| edition.id != one.id));
    ValidityRow {
        text: item.text,
        start: item.start,
        end: item.end,
        normalized: item.normalized,
        result: item.status,
        rule,
        candidates: others.collect(),
        replaced_by: known.replaced_by,
        adopts: known.adopts,
        amendments: item
            .applies
            .map(|applies| applies.amendments)
            .unwrap_or_default(),
        edition,
    }
}

/// What stands around an edition.
#[derive(Debug, Clone, Default)]
struct Around {
    replaced_by: Vec<Candidate>,
    adopts: Vec<Adopted>,
}

impl Around {
    async fn of(store: &Store, id: &str, day: Date) -> Result<Self, StoreError> {
        let Some(view) = RecordView::of(store, id, day).await? else {
            return Ok(Self::default());
        };
        let adopted = view
            .outgoing
            .iter()
            .filter(|edge| edge.kind == RelationKind::Adopts);
        let adopts = adopted.map(|edge| Adopted {
            number: edge.number.clone(),
            degree: edge.degree,
        });
        let mut around = Self {
            adopts: adopts.collect(),
            replaced_by: Vec::new(),
        };
        let mut met = HashSet::from([id.to_owned()]);
        let mut next = successor(&view);
        while let Some(step) = next.take() {
            // Catalogues hold circles of replacements: whoever was met ends the chain.
            if around.replaced_by.len() >= LONGEST_CHAIN || !met.insert(step.id.clone()) {
                break;
            }
            if let Some(view) = RecordView::of(store, &step.id, day).await? {
                next = successor(&view);
            }
            around.replaced_by.push(step);
        }
        Ok(around)
    }
}

/// The first document that replaces a record, from either side's word.
fn successor(view: &RecordView) -> Option<Candidate> {
    let theirs = view
        .incoming
        .iter()
        .filter(|edge| edge.kind == RelationKind::Supersedes);
    let own = view
        .outgoing
        .iter()
        .filter(|edge| edge.kind == RelationKind::SupersededBy);
    theirs.chain(own).find_map(held)
}

fn held(edge: &Edge) -> Option<Candidate> {
    let record = edge.record.as_ref()?;
    let title = record.title.best(crate::model::Language::Zh);
    Some(Candidate {
        id: record.id.clone(),
        number: record.number.clone(),
        standing: record.status,
        title: title.map(|(_, title)| title.to_owned()).unwrap_or_default(),
    })
}
