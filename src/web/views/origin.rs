//! Where values come from, and where sources disagree.

use super::{beijing, pick};
use crate::model::Record;
use crate::search::labels;
use crate::web::frame::Frame;
use crate::web::words::word;

/// What one source contributed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct ClaimLine {
    /// The source.
    pub(in crate::web) source: String,
    /// Its key of the row.
    pub(in crate::web) key: String,
    /// When the row was fetched, in Beijing time.
    pub(in crate::web) fetched: String,
    /// Beginning of the hash of the row.
    pub(in crate::web) hash: String,
}

/// A field about which sources disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct ConflictLine {
    /// The field.
    pub(in crate::web) field: String,
    /// The value that is shown, and its source.
    pub(in crate::web) chosen: (String, String),
    /// The values that are not, each with its source.
    pub(in crate::web) others: Vec<(String, String)>,
    /// Why.
    pub(in crate::web) rule: String,
}

/// Returns what each source contributed to a record.
pub(in crate::web) fn claims(record: &Record, frame: &Frame) -> Vec<ClaimLine> {
    let claims = record.provenance.claims.iter().map(|claim| ClaimLine {
        source: pick(&labels::source(&claim.source), frame.language).to_owned(),
        key: claim.key.clone(),
        fetched: beijing(&claim.fetched_at),
        hash: claim.hash.clone(),
    });
    claims.collect()
}

/// Returns where the sources of a record disagree.
pub(in crate::web) fn conflicts(record: &Record, frame: &Frame) -> Vec<ConflictLine> {
    let words = &frame.words.record;
    let source = |index: usize| {
        let claim = record.provenance.claims.get(index);
        claim.map_or_else(String::new, |claim| {
            pick(&labels::source(&claim.source), frame.language).to_owned()
        })
    };
    let conflicts = record
        .provenance
        .conflicts
        .iter()
        .map(|conflict| ConflictLine {
            field: word(words.field_names, &conflict.field).to_owned(),
            chosen: (conflict.chosen.0.clone(), source(conflict.chosen.1)),
            others: conflict
                .others
                .iter()
                .map(|(value, index)| (value.clone(), source(*index)))
                .collect(),
            rule: word(words.rules, &conflict.rule).to_owned(),
        });
    conflicts.collect()
}
