//! The editions of a standard as a timeline.

use super::StatusMark;
use crate::search::{Neighbour, RecordView};
use crate::web::frame::Frame;
use crate::web::routes::Route;

/// An edition or an amendment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct EditionMark {
    /// When it was published; `–` where nobody says.
    pub(in crate::web) published: String,
    /// Its number.
    pub(in crate::web) number: String,
    /// Its page.
    pub(in crate::web) href: String,
    /// Its status on the day asked for.
    pub(in crate::web) status: StatusMark,
    /// Whether it is the record of this page.
    pub(in crate::web) here: bool,
    /// Whether it is an amendment or corrigendum.
    pub(in crate::web) supplement: bool,
}

/// Returns the editions of a record, the oldest first as a timeline runs; nothing where it is the only one.
pub(in crate::web) fn edition_marks(view: &RecordView, frame: &Frame) -> Vec<EditionMark> {
    if view.editions.len() < 2 {
        return Vec::new();
    }
    let mark = |edition: &Neighbour| EditionMark {
        published: edition.published.clone().unwrap_or_else(|| "–".to_owned()),
        number: edition.number.clone(),
        href: frame.href(Route::Record(&edition.id)),
        status: StatusMark::of(edition.status, frame.language),
        here: edition.id == view.record.id.as_str(),
        supplement: edition.supplement,
    };
    view.editions.iter().rev().map(mark).collect()
}
