//! Relations to other documents, both ways, gathered by what they are.

use super::{Line, StatusMark};
use crate::model::{Adoption, Language};
use crate::search::{Edge, Neighbour, RecordView, labels};
use crate::web::frame::Frame;
use crate::web::routes::Route;

/// The document at the other end of a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct RelationLine {
    /// Its number.
    pub(in crate::web) number: String,
    /// Its page, where it is held.
    pub(in crate::web) href: Option<String>,
    /// Its status, where it is held.
    pub(in crate::web) status: Option<StatusMark>,
    /// Its title, where it is held.
    pub(in crate::web) title: Option<Line>,
    /// Degree of an adoption: code and word.
    pub(in crate::web) degree: Option<(String, &'static str)>,
}

/// Relations of one sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct RelationGroup {
    /// What they are.
    pub(in crate::web) name: &'static str,
    /// The documents.
    pub(in crate::web) lines: Vec<RelationLine>,
}

/// Returns the relations of a record, its own before those of others.
///
/// An edge and its inverse (`replaces`, seen from both ends) are one relation and are shown once.
pub(in crate::web) fn relation_groups(view: &RecordView, frame: &Frame) -> Vec<RelationGroup> {
    let mut groups: Vec<RelationGroup> = Vec::new();
    let edges = view
        .outgoing
        .iter()
        .map(|edge| (edge, true))
        .chain(view.incoming.iter().map(|edge| (edge, false)));
    for (edge, outgoing) in edges {
        let (zh, en) = labels::relation(edge.kind, outgoing);
        let name = frame.language.pick(zh, en);
        let line = line(edge, frame);
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) if group.lines.iter().any(|known| same(known, &line)) => {}
            Some(group) => group.lines.push(line),
            None => groups.push(RelationGroup {
                name,
                lines: vec![line],
            }),
        }
    }
    groups
}

fn same(one: &RelationLine, other: &RelationLine) -> bool {
    one.number == other.number || (one.href.is_some() && one.href == other.href)
}

fn line(edge: &Edge, frame: &Frame) -> RelationLine {
    let language = frame.language;
    let record = edge.record.as_ref();
    let title = |record: &Neighbour| {
        record
            .title
            .best(language)
            .map(|(code, text)| Line::new(code, text, language))
    };
    RelationLine {
        number: record.map_or_else(|| edge.number.clone(), |record| record.number.clone()),
        href: record.map(|record| frame.href(Route::Record(&record.id))),
        status: record.map(|record| StatusMark::of(record.status, language)),
        title: record.and_then(title),
        degree: edge
            .degree
            .map(|degree| (degree.code().to_owned(), degree_word(degree, language))),
    }
}

/// Returns the word of a degree of adoption.
pub(super) fn degree_word(degree: Adoption, language: Language) -> &'static str {
    let words = &crate::web::words::Words::of(language).record;
    match degree {
        Adoption::Idt => words.identical,
        Adoption::Mod => words.modified,
        Adoption::Neq => words.not_equivalent,
        Adoption::Eqv => words.equivalent,
    }
}
