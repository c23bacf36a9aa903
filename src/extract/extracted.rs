//! What comes out of a document.

use serde::{Deserialize, Serialize};

use super::Format;

/// The text of a document.
///
/// Headings are Markdown headings where the document marks them, tables are Markdown tables, everything else is a line
/// a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtractedText {
    /// The text.
    pub text: String,
    /// What the document was.
    pub format: Format,
    /// What the document holds and the text does not.
    pub losses: Vec<Loss>,
}

/// Something a document holds and its text does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Loss {
    /// So many pictures.
    Pictures(usize),
    /// So many lines that repeat on every page, or number it.
    PageLines(usize),
    /// So many passages that were deleted with changes tracked.
    Deletions(usize),
    /// Bytes that are no characters of the encoding.
    Characters(usize),
}

impl Loss {
    /// Returns the number that is lost.
    pub fn count(self) -> usize {
        match self {
            Self::Pictures(count)
            | Self::PageLines(count)
            | Self::Deletions(count)
            | Self::Characters(count) => count,
        }
    }
}
