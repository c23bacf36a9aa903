//! Reading HTML of strangers: guarded parsing, clean text, tables by their headers, labels with their values.
//!
//! The guard stands before the parser because tree building costs depth times tags: a page of a million nested tags
//! would keep a core busy for hours.

mod document;
mod grid;
mod guard;

pub use document::squeeze;
pub(crate) use document::{Html, plain, text};
pub(crate) use grid::{Grid, grids};
