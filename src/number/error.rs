//! What can be wrong with a text that should be a standard number.

use thiserror::Error;

/// The reason why a text is not the number of a standard.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NumberError {
    /// Nothing but blanks was given.
    #[error("expected a standard number such as `GB/T 19001-2016`, found an empty text")]
    Empty,
    /// The text is longer than any number in use.
    #[error("expected at most {limit} bytes, found {length}")]
    TooLong {
        /// The length found, in bytes.
        length: usize,
        /// The longest length that is read, in bytes.
        limit: usize,
    },
    /// No issuing body of the table begins like this.
    #[error("expected the prefix of an issuing body at the start of `{text}`")]
    UnknownBody {
        /// The text as typed.
        text: String,
    },
    /// The body is known, and what follows its prefix does not follow its grammar.
    #[error("expected a number after the prefix `{prefix}` in `{text}`")]
    NoNumber {
        /// The prefix that was recognised.
        prefix: String,
        /// The text as typed.
        text: String,
    },
    /// A number was read and something unknown follows it.
    #[error("expected the end after `{read}`, found `{rest}`")]
    Trailing {
        /// The number that was read, in canonical form.
        read: String,
        /// What follows it.
        rest: String,
    },
    /// The text holds more than one number, as the joint texts of several provinces do.
    #[error("expected one number, found {count} in `{text}`")]
    Several {
        /// How many numbers were found.
        count: usize,
        /// The text as typed.
        text: String,
    },
}
