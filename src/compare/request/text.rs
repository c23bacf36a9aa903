//! What changed between two texts.

use std::ops::Range;
use std::time::Instant;

use serde::{Deserialize, Serialize};

use super::{Request, RequestError};
use crate::compare::indicator::Language;
use crate::compare::lexicon::Embedded;
use crate::compare::span::CodePoints;
use crate::compare::text_diff::{
    Change, ClauseDiff, Granularity, Operation, TextDiff, Tokenizer, by_clause, diff,
};

/// Two texts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct TextRequest {
    /// The old text.
    pub a: String,
    /// The new text.
    pub b: String,
    /// The language of both; accepted, but words are cut by the script of each character.
    #[serde(default)]
    pub lang: Option<Language>,
}

/// The changes, in code points.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TextResponse {
    /// Whether the texts are the same.
    pub equal: bool,
    /// How finely the texts were compared.
    pub granularity: Granularity,
    /// Stretches in order; together they cover both texts.
    pub operations: Vec<TextOperation>,
    /// The changes clause by clause, where both texts have clauses.
    pub clauses: Vec<ClauseChange>,
}

/// What happened to a stretch, in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TextOperation {
    /// What happened.
    pub change: Change,
    /// The stretch of the old text.
    pub a: [usize; 2],
    /// The stretch of the new text.
    pub b: [usize; 2],
}

/// A clause with its counterpart and what changed between them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClauseChange {
    /// The clause of the old text.
    pub a: Option<ClausePlace>,
    /// The clause of the new text.
    pub b: Option<ClausePlace>,
    /// How sure the pair is, 0 to 1.
    pub score: Option<f64>,
    /// The changes; they stand in the whole texts' code points.
    pub operations: Vec<TextOperation>,
}

/// A clause by its first line and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClausePlace {
    /// Its first line: label and title.
    pub heading: String,
    /// Its stretch, in code points.
    pub span: [usize; 2],
}

impl Request for TextRequest {
    type Response = TextResponse;

    fn answer(
        self,
        words: &Tokenizer<'_>,
        deadline: Option<Instant>,
    ) -> Result<TextResponse, RequestError> {
        let (old, new) = (Side::of(&self.a), Side::of(&self.b));
        let TextDiff {
            operations,
            granularity,
        } = diff(&self.a, &self.b, words, deadline);
        let clauses = by_clause(&Embedded, &self.a, &self.b, words, deadline).unwrap_or_default();
        Ok(TextResponse {
            equal: self.a == self.b,
            granularity,
            operations: operations
                .iter()
                .map(|each| outside(&old, &new, each))
                .collect(),
            clauses: clauses
                .iter()
                .map(|each| change(&old, &new, each))
                .collect(),
        })
    }
}

/// A text with the places of its code points.
struct Side<'t> {
    text: &'t str,
    points: CodePoints,
}

impl<'t> Side<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            text,
            points: CodePoints::of(text),
        }
    }

    fn span(&self, bytes: &Range<usize>) -> [usize; 2] {
        let range = self.points.range(self.text, bytes);
        [range.start, range.end]
    }

    fn place(&self, bytes: &Range<usize>) -> ClausePlace {
        let heading = self.text[bytes.clone()].lines().next().unwrap_or_default();
        ClausePlace {
            heading: heading.trim().to_owned(),
            span: self.span(bytes),
        }
    }
}

fn outside(old: &Side<'_>, new: &Side<'_>, operation: &Operation) -> TextOperation {
    TextOperation {
        change: operation.change,
        a: old.span(&operation.old),
        b: new.span(&operation.new),
    }
}

fn change(old: &Side<'_>, new: &Side<'_>, clause: &ClauseDiff) -> ClauseChange {
    ClauseChange {
        a: clause.old.as_ref().map(|range| old.place(range)),
        b: clause.new.as_ref().map(|range| new.place(range)),
        score: clause.score,
        operations: clause
            .diff
            .operations
            .iter()
            .map(|each| outside(old, new, each))
            .collect(),
    }
}
