//! A document of a report as a line.

use super::{Line, StatusMark};
use crate::gap::ReportDocument;
use crate::web::frame::Frame;
use crate::web::routes::Route;

/// A document for readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct DocumentLine {
    /// Number.
    pub(in crate::web) number: String,
    /// Where its record is.
    pub(in crate::web) href: String,
    /// What it is.
    pub(in crate::web) kind: &'static str,
    /// Status.
    pub(in crate::web) status: Option<StatusMark>,
    /// Title.
    pub(in crate::web) title: Option<Line>,
    /// The market.
    pub(in crate::web) market: String,
    /// What it adopts, and how far that is behind.
    pub(in crate::web) adopts: Vec<String>,
}

/// Returns the lines of some documents.
pub(in crate::web) fn document_lines<'d>(
    documents: impl IntoIterator<Item = &'d ReportDocument>,
    frame: &Frame,
) -> Vec<DocumentLine> {
    let language = frame.language;
    let line = |one: &ReportDocument| DocumentLine {
        number: one.number.clone(),
        href: frame.href(Route::Record(&one.id)),
        kind: language.pick(one.kind.name_zh(), one.kind.name_en()),
        status: StatusMark::of_record(one.kind, one.status, language),
        title: one
            .title
            .best(language)
            .map(|(code, title)| Line::new(code, title, language)),
        market: one.market.clone(),
        adopts: one
            .adopts
            .iter()
            .map(|note| note.sentence.pick(language).to_owned())
            .collect(),
    };
    documents.into_iter().map(line).collect()
}
