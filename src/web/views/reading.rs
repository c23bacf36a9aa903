//! How a query was read, and what was meant perhaps.

use super::grouped;
use crate::search::{DidYouMean, ReadAs};
use crate::web::address::SearchAddress;
use crate::web::frame::Frame;
use crate::web::routes::Route;

/// How a query was read, for readers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::web) struct Reading {
    /// The whole in one sentence.
    pub(in crate::web) sentence: String,
    /// Words that nothing has.
    pub(in crate::web) unmet: String,
    /// Words with what they were also looked for as.
    pub(in crate::web) renderings: Vec<(String, String)>,
}

/// A link to what was meant perhaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct MeantLink {
    /// The search for it.
    pub(in crate::web) href: String,
    /// What was typed.
    pub(in crate::web) from: String,
    /// What is nearby.
    pub(in crate::web) to: String,
    /// How many records have it.
    pub(in crate::web) records: String,
}

impl Reading {
    /// Makes the reading of an answer.
    pub(in crate::web) fn of(read: &ReadAs, frame: &Frame) -> Self {
        let joint = frame.words.comma;
        let renderings = read.renderings.iter();
        Self {
            sentence: read.sentence(frame.language).to_owned(),
            unmet: read.unmet.join(joint),
            renderings: renderings
                .map(|one| (one.from.clone(), one.to.join(joint)))
                .collect(),
        }
    }

    /// Tells whether there is more to say than the sentence.
    pub(in crate::web) fn is_told(&self) -> bool {
        !(self.unmet.is_empty() && self.renderings.is_empty())
    }
}

/// Returns the links to what was meant perhaps.
pub(in crate::web) fn meant_links(
    meant: &[DidYouMean],
    address: &SearchAddress,
    frame: &Frame,
) -> Vec<MeantLink> {
    let link = |one: &DidYouMean| MeantLink {
        href: frame.href(Route::Search(&address.asking(one.query.clone()))),
        from: one.from.clone(),
        to: one.to.clone(),
        records: (frame.words.search.records_with)(&grouped(one.records)),
    };
    meant.iter().map(link).collect()
}
