//! Names of facet values, one list over all segments.
//!
//! A column of texts holds ordinals into its segment's dictionary, and looking an ordinal up in a dictionary unpacks a
//! block of it. With thousands of codes in several segments that was most of a search's time; so the dictionaries are read
//! once after every change of the index, and counting is adding up whole numbers.

use std::collections::{BTreeMap, HashMap};

use tantivy::index::SegmentId;
use tantivy::{Searcher, SegmentReader};

use crate::search::engine::FacetName;

/// The values of one facet.
#[derive(Debug, Default)]
pub(super) struct FacetNames {
    /// Every value once.
    pub(super) values: Vec<String>,
    /// For each segment, the place in `values` of each ordinal; marks of whole codes have no place.
    pub(super) places: HashMap<SegmentId, Vec<Option<u32>>>,
}

/// The values of all facets that are columns of texts.
#[derive(Debug)]
pub(super) struct Names {
    generation: String,
    segments: Vec<SegmentId>,
    facets: BTreeMap<FacetName, FacetNames>,
}

impl Names {
    /// Reads the dictionaries of all segments.
    pub(super) fn read(generation: &str, searcher: &Searcher) -> tantivy::Result<Self> {
        let mut facets = BTreeMap::new();
        for facet in FacetName::ALL
            .into_iter()
            .filter(|facet| *facet != FacetName::Year)
        {
            let mut names = FacetNames::default();
            let mut known: HashMap<String, u32> = HashMap::new();
            for segment in searcher.segment_readers() {
                let places = places(facet, segment, &mut names.values, &mut known)?;
                names.places.insert(segment.segment_id(), places);
            }
            facets.insert(facet, names);
        }
        Ok(Self {
            generation: generation.to_owned(),
            segments: segments(searcher),
            facets,
        })
    }

    /// Tells whether the names are those of a searcher.
    pub(super) fn are_of(&self, generation: &str, searcher: &Searcher) -> bool {
        self.generation == generation && self.segments == segments(searcher)
    }

    /// Returns the facets with their values.
    pub(super) fn facets(&self) -> impl Iterator<Item = (FacetName, &FacetNames)> {
        self.facets.iter().map(|(facet, names)| (*facet, names))
    }
}

pub(super) fn segments(searcher: &Searcher) -> Vec<SegmentId> {
    searcher
        .segment_readers()
        .iter()
        .map(SegmentReader::segment_id)
        .collect()
}

fn places(
    facet: FacetName,
    segment: &SegmentReader,
    values: &mut Vec<String>,
    known: &mut HashMap<String, u32>,
) -> tantivy::Result<Vec<Option<u32>>> {
    let Some(column) = segment.fast_fields().str(facet.code())? else {
        return Ok(Vec::new());
    };
    let mut places = Vec::with_capacity(column.num_terms());
    let mut terms = column.dictionary().stream()?;
    while terms.advance() {
        let value = String::from_utf8_lossy(terms.key());
        // A whole HS code is marked with `=` for looking it up; it is no value to show.
        if value.starts_with('=') {
            places.push(None);
            continue;
        }
        let place = known.entry(value.clone().into_owned()).or_insert_with(|| {
            values.push(value.into_owned());
            u32::try_from(values.len() - 1).unwrap_or(u32::MAX)
        });
        places.push(Some(*place));
    }
    Ok(places)
}
