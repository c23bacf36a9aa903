//! Counting facets over the documents that matched, column by column.

use std::collections::BTreeMap;
use std::sync::Arc;

use tantivy::columnar::{Cardinality, Column, StrColumn};
use tantivy::index::SegmentId;
use tantivy::{DocId, SegmentReader};

use super::names::Names;
use crate::search::engine::FacetName;

/// Counts by facet, in the order of the facet's names; years by themselves.
#[derive(Debug, Default)]
pub(super) struct Counts {
    values: Vec<Vec<u64>>,
    years: Vec<u64>,
}

impl Counts {
    pub(super) fn add(&mut self, other: &Self) {
        if self.values.is_empty() {
            self.values = other
                .values
                .iter()
                .map(|values| vec![0; values.len()])
                .collect();
            self.years = vec![0; other.years.len()];
        }
        let mine = self
            .values
            .iter_mut()
            .chain(std::iter::once(&mut self.years));
        for (mine, theirs) in mine.zip(other.values.iter().chain(std::iter::once(&other.years))) {
            mine.iter_mut()
                .zip(theirs)
                .for_each(|(sum, count)| *sum += count);
        }
    }

    /// Gives the counts their names; what was not met is left out.
    pub(super) fn into_facets(self, names: &Names) -> BTreeMap<FacetName, Vec<(String, u64)>> {
        let by_name = names
            .facets()
            .zip(self.values)
            .map(|((facet, names), counts)| {
                let met = names
                    .values
                    .iter()
                    .zip(counts)
                    .filter(|(_, count)| *count > 0);
                (
                    facet,
                    met.map(|(value, count)| (value.clone(), count)).collect(),
                )
            });
        let years = self
            .years
            .into_iter()
            .enumerate()
            .filter(|&(year, count)| year > 0 && count > 0);
        let years = years
            .map(|(year, count)| (year.to_string(), count))
            .collect();
        by_name
            .chain(std::iter::once((FacetName::Year, years)))
            .collect()
    }
}

/// The columns of one segment.
pub(super) struct SegmentCounter {
    segment: SegmentId,
    names: Arc<Names>,
    columns: BTreeMap<FacetName, StrColumn>,
    years: Column<u64>,
}

/// Years end before this.
const MOST_YEARS: usize = 2300;

/// Documents looked up in a column at once.
const BLOCK: usize = 1024;

impl SegmentCounter {
    pub(super) fn open(segment: &SegmentReader, names: Arc<Names>) -> tantivy::Result<Self> {
        let readers = segment.fast_fields();
        let mut columns = BTreeMap::new();
        for (facet, _) in names.facets() {
            columns.extend(readers.str(facet.code())?.map(|column| (facet, column)));
        }
        Ok(Self {
            segment: segment.segment_id(),
            names,
            columns,
            years: readers.u64("year")?,
        })
    }

    pub(super) fn count(&self, documents: &[DocId]) -> Counts {
        let values = self.names.facets().map(|(facet, names)| {
            let mut counts = vec![0_u64; names.values.len()];
            let (Some(column), Some(places)) =
                (self.columns.get(&facet), names.places.get(&self.segment))
            else {
                return counts;
            };
            tally(column.ords(), documents, |ordinal| {
                let place = places
                    .get(usize::try_from(ordinal).unwrap_or(usize::MAX))
                    .copied()
                    .flatten();
                if let Some(count) = place.and_then(|place| counts.get_mut(place as usize)) {
                    *count += 1;
                }
            });
            counts
        });
        let mut years = vec![0_u64; MOST_YEARS];
        let values = values.collect();
        tally(&self.years, documents, |year| {
            if let Some(count) = usize::try_from(year)
                .ok()
                .and_then(|year| years.get_mut(year))
            {
                *count += 1;
            }
        });
        Counts { values, years }
    }
}

fn tally(column: &Column<u64>, documents: &[DocId], mut count: impl FnMut(u64)) {
    if column.get_cardinality() == Cardinality::Multivalued {
        for &document in documents {
            column.values_for_doc(document).for_each(&mut count);
        }
        return;
    }
    let mut block = vec![None; BLOCK];
    for documents in documents.chunks(BLOCK) {
        let block = &mut block[..documents.len()];
        block.fill(None);
        column.first_vals(documents, block);
        block.iter().flatten().for_each(|&value| count(value));
    }
}
