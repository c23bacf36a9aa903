//! The user's own documents as text: what a person hands in, with its clause numbers and tables kept.
//!
//! Clause splitting, alignment, differences and indicators all read plain text in which a heading is a line, a clause
//! begins with its number and a table is a row of `|`. [`read`] brings every kind of file to that form:
//!
//! | kind | how |
//! | --- | --- |
//! | pdf | `pdftotext` in a child process with limits; running headers and page numbers taken away |
//! | docx | own reader: automatic numbers are counted as a word processor counts them, because they are no text in the file |
//! | xlsx | `indexers::workbook`: cells in order, dates as dates, merged ones repeated |
//! | html | `scraper`, behind a guard against deep nesting |
//! | NISO STS | own reader over the XML, which declares no entities |
//! | `AsciiDoc` | sections are numbered as the standards toolchains number them |
//! | Markdown, text | decoded: UTF-8, UTF-16, GB 18030 |
//!
//! Files come from outside: every reader works within [`Limits`], none panics, and an error says what was expected, what
//! was found and what to do. Crates that read docx as a whole were turned down: they lose automatic numbers.

mod adoc;
mod decode;
mod docx;
mod error;
mod extracted;
mod format;
mod grid;
mod html;
mod limits;
mod output;
mod package;
mod pdf;
mod reading;
mod sts;
mod xlsx;
mod xml;

#[cfg(test)]
mod tests;

pub use error::ExtractError;
pub use extracted::{ExtractedText, Loss};
pub use format::Format;
pub use limits::Limits;
pub use reading::{read, read_as};
