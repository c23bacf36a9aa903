//! Clauses and what they consist of.

use std::ops::Range;

use super::{Label, Provision};

/// What a stretch of a clause is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// Running text (段).
    Paragraph,
    /// An item of a list (列项).
    ListItem,
    /// A note, which binds nobody.
    Note,
    /// An example.
    Example,
    /// A table with its caption line.
    Table,
}

/// A stretch of a clause, in bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Where it stands.
    pub range: Range<usize>,
}

/// One clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its label; nothing for unnumbered headings such as 前言.
    pub label: Option<Label>,
    /// Its title, empty when it has none.
    pub title: Range<usize>,
    /// Its parts, without those of the clauses below it.
    pub parts: Vec<Part>,
    /// How deep it stands; 1 is a chapter.
    pub level: usize,
    /// The place of the clause above it.
    pub parent: Option<usize>,
    /// How binding its running text is.
    pub provision: Provision,
}

impl Clause {
    /// The label as text, the title's words where there is none.
    pub fn name<'t>(&'t self, text: &'t str) -> &'t str {
        match &self.label {
            Some(label) => label.as_str(),
            None => text.get(self.title.clone()).unwrap_or_default(),
        }
    }

    /// The running text and list items, notes and examples left out.
    pub fn body(&self, text: &str) -> String {
        let binding = |part: &&Part| !matches!(part.kind, PartKind::Note | PartKind::Example);
        let pieces: Vec<&str> = self
            .parts
            .iter()
            .filter(binding)
            .filter_map(|part| text.get(part.range.clone()))
            .collect();
        pieces.join("\n")
    }
}

/// The clauses of a text in order, each knowing its parent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClauseTree {
    /// The clauses, depth first.
    pub clauses: Vec<Clause>,
    /// What stands before the first clause.
    pub preamble: Vec<Part>,
}

impl ClauseTree {
    /// The clauses right below one, or the chapters.
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = (usize, &Clause)> {
        self.clauses
            .iter()
            .enumerate()
            .filter(move |(_, clause)| clause.parent == parent)
    }

    /// The clause with a label.
    pub fn find(&self, label: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| {
            clause
                .label
                .as_ref()
                .is_some_and(|own| own.as_str() == label)
        })
    }
}
