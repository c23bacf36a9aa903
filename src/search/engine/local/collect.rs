//! Collecting hits by family, with counts, in one pass.

use std::collections::BTreeMap;
use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::ColumnValues;
use tantivy::{DocId, Score, SegmentReader};

use super::count::{Counts, SegmentCounter};
use super::lives::{Lives, StatusCounts, Then};
use super::names::Names;
use crate::index::status_weight;
use crate::model::Status;
use crate::search::Sort;
use crate::search::engine::{Ask, FacetName, Found, FoundHit};

/// Collects the best record of each family, counts families and records, and counts facets if asked to.
#[derive(Debug, Clone)]
pub(super) struct Grouped {
    sort: Sort,
    ask: Ask,
    /// Names of facet values, when facets are counted.
    names: Option<Arc<Names>>,
    /// Lives of the documents, when another day than today is asked for.
    lives: Option<Arc<Lives>>,
}

impl Grouped {
    pub(super) fn new(sort: Sort, ask: Ask, names: Option<Arc<Names>>) -> Self {
        Self {
            sort,
            ask,
            names,
            lives: None,
        }
    }

    pub(super) fn living(self, lives: Option<Arc<Lives>>) -> Self {
        Self { lives, ..self }
    }

    fn wanted(&self) -> usize {
        self.ask.offset + self.ask.limit
    }
}

/// What one segment gives.
#[derive(Debug)]
pub(super) struct SegmentFound {
    best: Vec<Candidate>,
    families: Vec<u64>,
    records: u64,
    counts: Option<Counts>,
    /// Records by their status on the day asked for.
    then: Option<StatusCounts>,
}

impl Collector for Grouped {
    type Fruit = Found;
    type Child = SegmentGrouped;

    fn for_segment(
        &self,
        _ordinal: u32,
        segment: &SegmentReader,
    ) -> tantivy::Result<SegmentGrouped> {
        let columns = segment.fast_fields();
        let (order, missing) = match self.sort {
            Sort::Relevance => (columns.column_first_or_default("weight")?, 0),
            Sort::Newest | Sort::Oldest => (columns.column_first_or_default("published")?, 0),
            Sort::Deadline => (columns.column_first_or_default("deadline")?, 0),
        };
        Ok(SegmentGrouped {
            sort: self.sort,
            order,
            missing,
            family: columns.column_first_or_default("family")?,
            id: columns.column_first_or_default("id")?,
            revision: columns.column_first_or_default("revision")?,
            best: Best::new(self.wanted()),
            families: Bits::default(),
            documents: Vec::new(),
            records: 0,
            then: self
                .lives
                .as_ref()
                .zip(self.ask.as_of)
                .map(|(lives, as_of)| lives.then(segment.segment_id(), as_of)),
            counter: match &self.names {
                Some(names) => Some(SegmentCounter::open(segment, Arc::clone(names))?),
                None => None,
            },
        })
    }

    fn requires_scoring(&self) -> bool {
        self.sort == Sort::Relevance
    }

    fn merge_fruits(&self, segments: Vec<SegmentFound>) -> tantivy::Result<Found> {
        let mut best = Best::new(self.wanted());
        let mut families: Vec<u64> = Vec::new();
        let mut counts = Counts::default();
        let mut records = 0;
        let mut then: Option<StatusCounts> = None;
        for segment in segments {
            if let Some(more) = segment.then {
                let sums = then.get_or_insert_default();
                sums.iter_mut()
                    .zip(more)
                    .for_each(|(sum, count)| *sum += count);
            }
            segment
                .best
                .into_iter()
                .for_each(|candidate| best.offer(candidate));
            if families.len() < segment.families.len() {
                families.resize(segment.families.len(), 0);
            }
            families
                .iter_mut()
                .zip(&segment.families)
                .for_each(|(all, some)| *all |= some);
            records += segment.records;
            if let Some(more) = segment.counts {
                counts.add(&more);
            }
        }
        let families = families
            .iter()
            .map(|word| u64::from(word.count_ones()))
            .sum();
        let hits = best
            .into_sorted()
            .into_iter()
            .skip(self.ask.offset)
            .take(self.ask.limit);
        let hits = hits.map(|candidate| FoundHit {
            id: candidate.id.cast_signed(),
            family: candidate.family.cast_signed(),
            revision: candidate.revision.cast_signed(),
            score: candidate.score,
            editions: 0,
        });
        let facets = self
            .names
            .as_ref()
            .map(|names| counts.into_facets(names))
            .unwrap_or_default();
        let facets = with_statuses(facets, then);
        Ok(Found {
            families,
            records,
            hits: hits.collect(),
            facets,
        })
    }
}

/// Collects one segment.
pub(super) struct SegmentGrouped {
    sort: Sort,
    order: Arc<dyn ColumnValues<u64>>,
    missing: u64,
    family: Arc<dyn ColumnValues<u64>>,
    id: Arc<dyn ColumnValues<u64>>,
    revision: Arc<dyn ColumnValues<u64>>,
    best: Best,
    families: Bits,
    /// The documents that matched, for counting column by column afterwards: one column at a time stays in the cache.
    documents: Vec<DocId>,
    records: u64,
    counter: Option<SegmentCounter>,
    then: Option<Then>,
}

/// Puts the counts by status on the day asked for in the place of those by status today.
fn with_statuses(
    mut facets: BTreeMap<FacetName, Vec<(String, u64)>>,
    then: Option<StatusCounts>,
) -> BTreeMap<FacetName, Vec<(String, u64)>> {
    if let (Some(counts), Some(statuses)) = (then, facets.get_mut(&FacetName::Status)) {
        let named = Status::ALL.into_iter().zip(counts);
        *statuses = named
            .filter(|(_, count)| *count > 0)
            .map(|(status, count)| (status.code().to_owned(), count))
            .collect();
    }
    facets
}

impl SegmentGrouped {
    fn key(&self, document: DocId, score: Score) -> f32 {
        let value = self.order.get_val(document);
        // Day numbers and weights lie below 2^24, where every whole number is an f32.
        #[expect(clippy::cast_precision_loss, reason = "see above")]
        let number = value as f32;
        match self.sort {
            Sort::Relevance => score * number / 100_000.0,
            Sort::Newest => number,
            Sort::Oldest | Sort::Deadline if value == self.missing => f32::MIN,
            Sort::Oldest | Sort::Deadline => -number,
        }
    }
}

impl SegmentCollector for SegmentGrouped {
    type Fruit = SegmentFound;

    fn collect(&mut self, document: DocId, score: Score) {
        let mut score = score;
        if let Some(then) = &mut self.then {
            let Some(status) = then.admit(document) else {
                return;
            };
            // The edition of that day stands for its family, and not the one of today.
            score *= worth(status) / worth(then.indexed(document));
        }
        self.records += 1;
        let family = self.family.get_val(document);
        self.families.set(family);
        if self.counter.is_some() {
            self.documents.push(document);
        }
        let score = self.key(document, score);
        if self.best.admits(score) {
            let (id, revision) = (self.id.get_val(document), self.revision.get_val(document));
            self.best.offer(Candidate {
                score,
                family,
                id,
                revision,
            });
        }
    }

    fn harvest(self) -> SegmentFound {
        let counts = self.counter.map(|counter| counter.count(&self.documents));
        SegmentFound {
            best: self.best.into_sorted(),
            families: self.families.0,
            records: self.records,
            counts,
            then: self.then.map(|then| then.counts),
        }
    }
}

fn worth(status: Status) -> f32 {
    f32::from(status_weight(status))
}

/// A record on its way to represent its family.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Candidate {
    score: f32,
    family: u64,
    id: u64,
    revision: u64,
}

/// The best record of each of the best families.
///
/// Candidates gather until there are many more than wanted; then each family keeps its best, the best families stay, and
/// the worst score among them becomes the bar. What lies below the bar cannot get in, so the result is exact.
#[derive(Debug)]
struct Best {
    wanted: usize,
    candidates: Vec<Candidate>,
    bar: f32,
}

impl Best {
    fn new(wanted: usize) -> Self {
        Self {
            wanted: wanted.max(1),
            candidates: Vec::new(),
            bar: f32::NEG_INFINITY,
        }
    }

    fn admits(&self, score: f32) -> bool {
        score >= self.bar
    }

    fn offer(&mut self, candidate: Candidate) {
        if !self.admits(candidate.score) {
            return;
        }
        self.candidates.push(candidate);
        if self.candidates.len() >= self.wanted * 4 + 64 {
            self.shrink();
        }
    }

    fn shrink(&mut self) {
        // The lower number first at equal score: the order must not depend on segments.
        self.candidates.sort_unstable_by(|one, other| {
            one.family
                .cmp(&other.family)
                .then(other.score.total_cmp(&one.score))
                .then(one.id.cmp(&other.id))
        });
        self.candidates.dedup_by_key(|candidate| candidate.family);
        self.candidates.sort_unstable_by(|one, other| {
            other
                .score
                .total_cmp(&one.score)
                .then(one.id.cmp(&other.id))
        });
        self.candidates.truncate(self.wanted);
        if self.candidates.len() == self.wanted {
            self.bar = self
                .candidates
                .last()
                .map_or(f32::NEG_INFINITY, |last| last.score);
        }
    }

    fn into_sorted(mut self) -> Vec<Candidate> {
        self.shrink();
        self.candidates
    }
}

/// A set of small numbers.
#[derive(Debug, Default)]
struct Bits(Vec<u64>);

impl Bits {
    fn set(&mut self, number: u64) {
        let word = usize::try_from(number / 64).unwrap_or(usize::MAX);
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (number % 64);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_best_of_each_family_are_kept_exactly(scores in proptest::collection::vec((0_u8..50, 0_u64..30), 0..400), wanted in 1_usize..12) {
            let mut best = Best::new(wanted);
            let all: Vec<Candidate> = scores
                .iter()
                .enumerate()
                .map(|(id, &(score, family))| Candidate { score: f32::from(score), family, id: id as u64, revision: 1 })
                .collect();
            for &candidate in &all {
                best.offer(candidate);
            }
            let mut expected: Vec<Candidate> = Vec::new();
            for family in 0..30 {
                let of_family = all.iter().filter(|candidate| candidate.family == family);
                expected.extend(of_family.copied().reduce(|one, other| if other.score > one.score { other } else { one }));
            }
            expected.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.id.cmp(&other.id)));
            expected.truncate(wanted);
            prop_assert_eq!(best.into_sorted(), expected);
        }
    }
}
