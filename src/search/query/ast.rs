//! The tree that a query is read into.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::model::{Kind, Status};

use super::date::Dates;
use super::field::Field;

/// The version of the grammar and of the stored form of [`Node`].
///
/// Saved searches keep it beside the tree. It rises when a stored tree would be read differently;
/// the tests hold one stored example of every version.
pub const GRAMMAR_VERSION: u32 = 1;

/// A byte range of the query text, on character boundaries.
pub type Span = Range<usize>;

/// One condition of a query, or several joined.
///
/// Texts have their white space and control characters squeezed to single blanks and are verbatim
/// otherwise: width, case and script are folded where the index folds them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Node {
    /// No condition: the empty query, or `*`.
    Any,
    /// A run of plain text between operators.
    Words {
        /// The text, with numbers and parentheses as they were written.
        text: String,
        /// Where it stands in the query.
        span: Span,
    },
    /// Text in quotes.
    Phrase {
        /// The text between the quotes.
        text: String,
        /// How many words may stand between those of the phrase, where that was said (`"…"~3`).
        slop: Option<u32>,
        /// Where it stands, with its quotes.
        span: Span,
    },
    /// The beginning of a word or number: `ISO 105-*`.
    Prefix {
        /// The text before the star.
        text: String,
        /// Where it stands, with its star.
        span: Span,
    },
    /// A condition on one field; any of the values will do.
    Field {
        /// The field.
        field: Field,
        /// At least one value.
        values: Vec<Value>,
        /// Where it stands, from the name to the last value.
        span: Span,
    },
    /// The opposite of a condition.
    Not(Box<Self>),
    /// All of at least two conditions, none of them an `And` or `Any`.
    And(Vec<Self>),
    /// Any of at least two conditions, none of them an `Or`.
    Or(Vec<Self>),
}

/// One value of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// What is asked for.
    pub content: Content,
    /// Where it stands in the query.
    pub span: Span,
}

/// What a value asks for, read by the type of its field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Any value at all: `HS:*`.
    Any,
    /// Text, a number, a market or a classification code.
    Text(String),
    /// Text in quotes.
    Phrase {
        /// The text between the quotes.
        text: String,
        /// How many words may stand between those of the phrase, where that was said.
        slop: Option<u32>,
    },
    /// The beginning of a text, number or code.
    Prefix(String),
    /// A status word, whichever language or source it was written in.
    Status(Status),
    /// A kind of record.
    Kind(Kind),
    /// A day, a span of days, or a distance from today.
    Dates(Dates),
}

impl Node {
    /// Returns the range of the query that the leaves cover; empty for [`Node::Any`].
    pub fn span(&self) -> Span {
        match self {
            Self::Any => 0..0,
            Self::Words { span, .. }
            | Self::Phrase { span, .. }
            | Self::Prefix { span, .. }
            | Self::Field { span, .. } => span.clone(),
            Self::Not(child) => child.span(),
            Self::And(children) | Self::Or(children) => children
                .iter()
                .filter(|child| **child != Self::Any)
                .map(Self::span)
                .reduce(|all, span| all.start.min(span.start)..all.end.max(span.end))
                .unwrap_or(0..0),
        }
    }

    /// Returns the same tree with all spans empty, to compare meanings.
    ///
    /// Equality that overlooks spans was turned down: a saved search whose highlights moved is
    /// another value.
    #[must_use]
    pub fn without_spans(mut self) -> Self {
        self.clear_spans();
        self
    }

    fn clear_spans(&mut self) {
        match self {
            Self::Any => {}
            Self::Words { span, .. } | Self::Phrase { span, .. } | Self::Prefix { span, .. } => {
                *span = 0..0;
            }
            Self::Field { values, span, .. } => {
                *span = 0..0;
                for value in values {
                    value.span = 0..0;
                }
            }
            Self::Not(child) => child.clear_spans(),
            Self::And(children) | Self::Or(children) => {
                children.iter_mut().for_each(Self::clear_spans);
            }
        }
    }

    /// Joins conditions of which all must hold; conditions that hold anyway fall away.
    pub(super) fn all(conditions: Vec<Self>) -> Self {
        let mut flat = Vec::with_capacity(conditions.len());
        for condition in conditions {
            match condition {
                Self::And(inner) => flat.extend(inner),
                Self::Any => {}
                other => flat.push(other),
            }
        }
        match flat.len() {
            0 => Self::Any,
            1 => flat.remove(0),
            _ => Self::And(flat),
        }
    }

    /// Joins at least one condition of which any must hold.
    pub(super) fn any_of(conditions: Vec<Self>) -> Self {
        let mut flat = Vec::with_capacity(conditions.len());
        for condition in conditions {
            match condition {
                Self::Or(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        if flat.len() == 1 {
            flat.remove(0)
        } else {
            Self::Or(flat)
        }
    }
}
