//! A place in a text where a standard number stands.

use std::ops::Range;

use crate::number::{NumberError, Reading};

/// A place in a text where a standard number stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Where it stands, in bytes of the text as given.
    pub bytes: Range<usize>,
    /// Where it stands, in code points of the text as given.
    pub chars: Range<usize>,
    /// The readings, best first, or why what looks like a number cannot be read.
    pub readings: Result<Vec<Reading>, NumberError>,
}
