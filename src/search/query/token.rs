//! The pieces a query is cut into.

use super::ast::Span;
use super::field::Field;

/// A piece of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) span: Span,
    /// Whether it touches the token before it.
    pub(super) glued: bool,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Text without blanks; where a colon follows a misspelt field name, the field it is near to.
    Word { near: Option<Field> },
    /// A quoted text, without its quotes.
    Phrase {
        text: Span,
        slop: Option<u32>,
        closing: Closing,
    },
    /// A quote behind a word that no quote closes.
    StrayQuote,
    /// The name of a field with its colon.
    Name(Field),
    /// A comma between the values of a field.
    Comma,
    /// One star or several.
    Star,
    /// `-` before a word.
    Minus,
    /// `NOT` or `非`.
    Not,
    /// `AND`, `&` or `且`.
    And,
    /// `OR`, `|` or `或`.
    Or,
    /// An opening parenthesis.
    Open(Pair),
    /// A closing parenthesis, with the place of the opening one if there is one.
    Close { opening: Option<usize> },
    /// A parenthesis that the parser decided to overlook.
    Skipped,
}

/// Whether a phrase was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closing {
    Closed,
    Missing,
}

/// What is known of an opening parenthesis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    /// Nothing closes it.
    Unclosed,
    /// It holds text only and is text itself where it follows text: `EN 60335-1 (VDE 0700-1)`.
    Plain { closing: usize },
    /// It holds operators, phrases, fields or nothing.
    Group { closing: usize },
}
