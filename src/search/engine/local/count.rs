//! Counting facets over the documents that matched, column by column.

use std::collections::{BTreeMap, HashMap};

use tantivy::columnar::{Cardinality, Column, StrColumn};
use tantivy::{DocId, SegmentReader};

use crate::search::engine::FacetName;

/// Counts by facet and value.
#[derive(Debug, Default)]
pub(super) struct Counts(BTreeMap<FacetName, HashMap<String, u64>>);

impl Counts {
    pub(super) fn add(&mut self, other: Self) {
        for (facet, values) in other.0 {
            let all = self.0.entry(facet).or_default();
            for (value, count) in values {
                *all.entry(value).or_default() += count;
            }
        }
    }

    pub(super) fn into_facets(self) -> BTreeMap<FacetName, Vec<(String, u64)>> {
        self.0.into_iter().map(|(facet, values)| (facet, values.into_iter().collect())).collect()
    }
}

/// The columns of one segment.
pub(super) struct SegmentCounter {
    texts: Vec<(FacetName, StrColumn)>,
    years: Column<u64>,
}

impl SegmentCounter {
    pub(super) fn open(segment: &SegmentReader) -> tantivy::Result<Self> {
        let columns = segment.fast_fields();
        let mut texts = Vec::new();
        for facet in FacetName::ALL.into_iter().filter(|facet| *facet != FacetName::Year) {
            if let Some(column) = columns.str(facet.code())? {
                texts.push((facet, column));
            }
        }
        Ok(Self { texts, years: columns.u64("year")? })
    }

    pub(super) fn count(&self, documents: &[DocId]) -> Counts {
        let mut counts = BTreeMap::new();
        for (facet, column) in &self.texts {
            counts.insert(*facet, named(column, &tally(column.ords(), documents, column.num_terms())));
        }
        let years = tally(&self.years, documents, MOST_YEARS);
        let years = years.into_iter().enumerate().filter(|&(year, count)| year > 0 && count > 0);
        let years = years.map(|(year, count)| (year.to_string(), count)).collect();
        counts.insert(FacetName::Year, years);
        Counts(counts)
    }
}

/// Years end before this.
const MOST_YEARS: usize = 2300;

/// Documents looked up in a column at once.
const BLOCK: usize = 1024;

fn tally(column: &Column<u64>, documents: &[DocId], values: usize) -> Vec<u64> {
    let mut tally = vec![0_u64; values];
    let mut count = |value: u64| {
        if let Some(place) = usize::try_from(value).ok().and_then(|value| tally.get_mut(value)) {
            *place += 1;
        }
    };
    if column.get_cardinality() == Cardinality::Multivalued {
        for &document in documents {
            column.values_for_doc(document).for_each(&mut count);
        }
        return tally;
    }
    let mut block = vec![None; BLOCK];
    for documents in documents.chunks(BLOCK) {
        let block = &mut block[..documents.len()];
        block.fill(None);
        column.first_vals(documents, block);
        block.iter().flatten().for_each(|&value| count(value));
    }
    tally
}

fn named(column: &StrColumn, tally: &[u64]) -> HashMap<String, u64> {
    let mut values = HashMap::new();
    let mut name = String::new();
    for (ordinal, &count) in tally.iter().enumerate().filter(|&(_, &count)| count > 0) {
        name.clear();
        if matches!(column.ord_to_str(ordinal as u64, &mut name), Ok(true)) && !name.starts_with('=') {
            values.insert(name.clone(), count);
        }
    }
    values
}
