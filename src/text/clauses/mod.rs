//! A standard's text as a tree of clauses.
//!
//! Plain text, Markdown and `AsciiDoc` are read line by line. A line opens a clause when it bears a label
//! of one of the numbering schemes below in a place where that label may stand; anything else is a part
//! of the open clause. The surprises first:
//!
//! - `1` at the start of a line is a chapter only when the rest looks like a title and the number is due;
//!   otherwise it is a list item or a quantity.
//! - `(a)` is a clause in US regulations and a list item everywhere else.
//! - `(i)` is the ninth letter after `(h)` and a Roman one otherwise.
//!
//! ```text
//! label := "§" digits "." digits | chapter { "." digits } | annex | annex-number { "." digits }
//!        | "第" numeral ("编"|"章"|"节"|"条"|"款"|"项") | ("Article"|"Section"|"Chapter"|"Title") numeral
//!        | "(" letter ")" { "(" (digits|roman|letter) ")" }
//! ```

mod clause;
mod label;
mod line;
mod paragraph_letters;
mod provision;
mod splitter;

pub use clause::{Clause, ClauseTree, Part, PartKind};
pub use label::{Label, Scheme};
pub use provision::Provision;
pub use splitter::split;

#[cfg(test)]
mod tests;
