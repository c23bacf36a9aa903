//! Records that a number may mean.

use super::StatusMark;
use crate::search::Candidate;
use crate::web::frame::Frame;
use crate::web::routes::Route;

/// A candidate for readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct CandidateLine {
    /// The page of the record.
    pub(in crate::web) href: String,
    /// Its number.
    pub(in crate::web) number: String,
    /// Its status.
    pub(in crate::web) status: StatusMark,
    /// Its title.
    pub(in crate::web) title: String,
}

/// Returns the lines of some candidates.
pub(in crate::web) fn candidate_lines(
    candidates: &[Candidate],
    frame: &Frame,
) -> Vec<CandidateLine> {
    let line = |candidate: &Candidate| CandidateLine {
        href: frame.href(Route::Record(&candidate.id)),
        number: candidate.number.clone(),
        status: StatusMark::of(candidate.standing, frame.language),
        title: candidate.title.clone(),
    };
    candidates.iter().map(line).collect()
}
