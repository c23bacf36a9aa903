//! Asking the judged searches.

use corpora::queries::{Case, cases};

use super::{Missed, QualityReport};
use crate::model::NumberKeys;
use crate::search::{Extras, SearchError, SearchRequest, Searcher};

/// Hits looked at.
const DEPTH: usize = 20;

/// Asks every case the corpora carry and notes where the first of its expected records stands.
///
/// # Errors
///
/// [`SearchError`] when a search fails; that nothing is found is no error.
pub async fn judge(searcher: &Searcher) -> Result<QualityReport, SearchError> {
    let mut report = QualityReport::default();
    for case in cases() {
        let rank = rank(searcher, case).await?;
        report.add(case.kind, rank);
        if rank != Some(1) {
            report.missed.push(Missed {
                kind: case.kind,
                query: case.query.clone(),
                expected: case.expect.clone(),
                rank,
            });
        }
    }
    Ok(report)
}

/// The rank of the first expected record, from one.
async fn rank(searcher: &Searcher, case: &Case) -> Result<Option<usize>, SearchError> {
    let request = SearchRequest {
        limit: DEPTH,
        extras: Extras {
            facets: false,
            snippets: false,
        },
        ..SearchRequest::of(case.query.clone())
    };
    let answer = searcher.search(&request).await?;
    let expected: Vec<NumberKeys> = case
        .expect
        .iter()
        .map(|number| NumberKeys::of(number))
        .collect();
    let is_expected = |number: &str, family: &str| {
        let found = NumberKeys::of(number).exact;
        expected
            .iter()
            .any(|keys| keys.exact == found || keys.family == family)
    };
    let place = answer
        .hits
        .iter()
        .position(|hit| is_expected(&hit.number, &hit.family));
    Ok(place.map(|place| place + 1))
}
