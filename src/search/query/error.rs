//! Why a query was refused, with the place drawn under it.

use std::fmt;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::model::Language;

use super::ast::Span;
use super::characters::{clip, is_blank};
use super::problem::Problem;

/// How many columns of a line the caret drawing shows before and from the fault on.
const COLUMNS_BEFORE: usize = 40;
const COLUMNS_AFTER: usize = 60;

/// The first fault of a query.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct QueryError {
    /// What is wrong.
    pub problem: Problem,
    /// Where, as bytes of the query; empty at the end of the query.
    pub span: Span,
    /// What stands there, shortened; empty at the end of the query.
    pub found: String,
}

impl QueryError {
    pub(super) fn new(problem: Problem, span: Span, query: &str) -> Self {
        let found = clip(query.get(span.clone()).unwrap_or_default(), 40);
        Self {
            problem,
            span,
            found,
        }
    }

    /// Returns what is expected at the place, in English.
    pub fn expected(&self) -> String {
        self.problem.expected(Language::En)
    }

    /// Returns the message in a language: what is expected, what stands there, where.
    pub fn message(&self, language: Language) -> String {
        let expected = self.problem.expected(language);
        let at = self.span.start;
        match (language, self.found.as_str()) {
            (Language::Zh, "") => format!("应为{expected}，查询却在此结束（第 {at} 字节）"),
            (Language::Zh, found) => format!("应为{expected}，实为 `{found}`（第 {at} 字节）"),
            (Language::En, "") => {
                format!("expected {expected}, found the end of the query at byte {at}")
            }
            (Language::En, found) => format!("expected {expected}, found `{found}` at byte {at}"),
        }
    }

    /// Draws the line of the query with carets under the fault, for text of fixed width.
    ///
    /// Han and full-width characters count two columns. A long line is cut around the fault, and a
    /// query that is not the one the error came from gives a drawing without meaning, not a panic.
    pub fn caret(&self, query: &str) -> String {
        let start = query.floor_char_boundary(self.span.start);
        let end = query.floor_char_boundary(self.span.end).max(start);
        let line_start = query[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = query[start..]
            .find('\n')
            .map_or(query.len(), |at| start + at);
        let (before, cut_before) = last_columns(&query[line_start..start]);
        let (after, cut_after) = first_columns(&query[start..line_end]);
        let marked = &after[..after.floor_char_boundary(end - start)];
        let open = if cut_before { "…" } else { "" };
        let close = if cut_after { "…" } else { "" };
        let (before, shown, marked) = (printable(before), printable(after), printable(marked));
        let indent = " ".repeat(open.width() + before.width());
        let carets = "^".repeat(marked.width().max(1));
        format!("{open}{before}{shown}{close}\n{indent}{carets}")
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::En))
    }
}

/// The end of a text that fits before the caret, and whether something was cut.
fn last_columns(text: &str) -> (&str, bool) {
    let mut columns = 0;
    for (at, character) in text.char_indices().rev() {
        columns += character.width().unwrap_or(1);
        if columns > COLUMNS_BEFORE {
            return (&text[at + character.len_utf8()..], true);
        }
    }
    (text, false)
}

/// The beginning of a text that fits from the caret on, and whether something was cut.
fn first_columns(text: &str) -> (&str, bool) {
    let mut columns = 0;
    for (at, character) in text.char_indices() {
        columns += character.width().unwrap_or(1);
        if columns > COLUMNS_AFTER {
            return (&text[..at], true);
        }
    }
    (text, false)
}

/// The text with control characters and invisible marks as blanks, so that columns can be counted.
fn printable(text: &str) -> String {
    let shown = |character| {
        if is_blank(character) && character != '\u{3000}' {
            ' '
        } else {
            character
        }
    };
    text.chars().map(shown).collect()
}
