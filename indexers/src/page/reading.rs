//! A page as it came, and what was read from it.

use serde::{Deserialize, Serialize};

use crate::{RawRecord, RowError};

use super::{Listing, Names, Request};

/// A response as a source sees it.
#[derive(Debug, Clone, Copy)]
pub struct Page<'page> {
    /// The request it answers.
    pub request: &'page Request,
    /// The content type as sent, lower case; servers lie, so a source looks at the bytes too.
    pub content_type: Option<&'page str>,
    /// The bytes, decompressed and otherwise as they came.
    pub bytes: &'page [u8],
    /// The bytes as text, decoded by byte order mark, header, `<meta>` or guess; empty for binary files.
    pub text: &'page str,
    /// The response headers a source may need (`link`, `last-modified`), names in lower case.
    pub headers: &'page [(String, String)],
    /// What the entries of the whole file are called; nothing for a source that does not ask for names.
    pub names: Option<&'page Names>,
}

impl<'page> Page<'page> {
    /// Returns a response header by its lower-case name.
    pub fn header(&self, name: &str) -> Option<&'page str> {
        let found = self.headers.iter().find(|(of, _)| of == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// What a source read from a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PageReading {
    /// The records, in order.
    pub records: Vec<RawRecord>,
    /// Entries that could not be read as records, with the reason.
    pub bad: Vec<RowError>,
    /// What to ask for next: further pages, details.
    pub links: Vec<Request>,
    /// The page's place in a list, where it is one.
    pub listing: Option<Listing>,
    /// Differences between the page and what the source knows of it; they break nothing yet.
    pub drift: Vec<Drift>,
}

/// A sign that a page has changed its shape.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drift {
    /// A header or label that is bound to no field.
    Unbound(String),
    /// A field that pages of this source always had and this one lacks.
    Missing(String),
}
