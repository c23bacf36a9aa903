//! Why a document could not be read as text.

use super::Format;

/// An error of reading a document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExtractError {
    /// The file is larger than is accepted.
    #[error("expected a file of at most {limit} bytes, found {found}")]
    FileTooLarge {
        /// Its bytes.
        found: usize,
        /// The bytes accepted.
        limit: usize,
    },
    /// The document is more than its size says: an archive that unpacks to too much, markup nested too deeply.
    #[error("expected {expected}, found {found}")]
    TooMuch {
        /// What is accepted.
        expected: String,
        /// What was found.
        found: String,
    },
    /// It is of a kind that is not read.
    #[error("expected pdf, docx, xlsx, html, STS XML, md, adoc or text, found {0}")]
    Unsupported(String),
    /// It is not what its first bytes say.
    #[error("expected a whole {format} file, found {reason}")]
    Damaged {
        /// What it begins like.
        format: Format,
        /// What is wrong with it.
        reason: String,
    },
    /// It is protected by a password.
    #[error("expected an open document, found one that asks for a password")]
    Locked,
    /// The program that reads this kind is not installed.
    #[error("expected the program `{0}` to read a pdf file, found none on the path")]
    NoProgram(&'static str),
    /// The program that reads this kind took too long or too much memory.
    #[error("expected an answer of `{program}` within its limits, found {found}")]
    ProgramFailed {
        /// The program.
        program: &'static str,
        /// What it did instead.
        found: String,
    },
    /// The pages are pictures.
    #[error("expected text on {pages} pages, found pictures of it: the pdf is a scan")]
    Scan {
        /// Number of pages.
        pages: usize,
    },
    /// What comes out is no text: the fonts of the file do not say which characters they draw.
    #[error("expected readable text, found {share} % characters that no text is made of")]
    Garbage {
        /// Percent of letters that are no letters of a text.
        share: usize,
    },
    /// There is no text in it.
    #[error("expected text, found none")]
    Empty,
}

impl ExtractError {
    /// Returns what to do next, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::FileTooLarge { .. } | Self::TooMuch { .. } => {
                "divide the document, or save its text as txt or md"
            }
            Self::Unsupported(_) => {
                "save it as docx, xlsx, pdf or txt (old .doc and .xls files: open and save as docx, xlsx)"
            }
            Self::Damaged { .. } => "open it in the program it comes from and save it again",
            Self::Locked => "save a copy without the password",
            Self::NoProgram(_) => {
                "install poppler (Debian and Ubuntu: apt install poppler-utils poppler-data; macOS: brew install poppler), or save the text as docx or txt"
            }
            Self::ProgramFailed { .. } => {
                "save the document as docx or txt, or print it to a new pdf"
            }
            Self::Scan { .. } => {
                "run it through a program that recognises characters (OCR), and hand in what it gives"
            }
            Self::Garbage { .. } => {
                "print it to a new pdf from the program it comes from, or install poppler-data"
            }
            Self::Empty => "look whether the file is the one that was meant",
        }
    }

    /// Makes the error of a file that is not whole.
    pub(super) fn damaged(format: Format, reason: &dyn std::fmt::Display) -> Self {
        Self::Damaged {
            format,
            reason: reason.to_string(),
        }
    }

    /// Makes the error of a document that is more than is accepted.
    pub(super) fn too_much(expected: impl Into<String>, found: impl Into<String>) -> Self {
        Self::TooMuch {
            expected: expected.into(),
            found: found.into(),
        }
    }
}
