//! The result of a diff.

use std::ops::Range;

use serde::Serialize;

/// What happened to a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// On both sides.
    Equal,
    /// Only in the old text.
    Delete,
    /// Only in the new text.
    Insert,
    /// Different on the two sides.
    Replace,
}

/// A stretch of both texts, in bytes on character boundaries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Operation {
    /// What happened.
    pub change: Change,
    /// The bytes of the old text.
    pub old: Range<usize>,
    /// The bytes of the new text.
    pub new: Range<usize>,
}

/// How finely the texts were compared, the finest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Granularity {
    /// By the tokens of the tokenizer.
    Word,
    /// By sentence, because words took too long.
    Sentence,
    /// By paragraph, because sentences took too long.
    Paragraph,
}

/// The operations that lead from one text to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextDiff {
    /// Stretches in order; together they cover both texts.
    pub operations: Vec<Operation>,
    /// How finely the texts were compared.
    pub granularity: Granularity,
}

impl TextDiff {
    /// Whether the texts are the same.
    pub fn is_equal(&self) -> bool {
        self.operations
            .iter()
            .all(|operation| operation.change == Change::Equal)
    }
}
