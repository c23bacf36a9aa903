//! What came back.

use super::Body;

/// The end of a request that was answered.
#[derive(Debug)]
pub enum Answer {
    /// A page.
    Fresh(Fetched),
    /// The page that is kept is still the page (304).
    NotModified,
}

/// A page as it came.
#[derive(Debug)]
pub struct Fetched {
    /// The status, 200 to 299.
    pub status: u16,
    /// The headers, names in lower case; none that sets a cookie.
    pub headers: Vec<(String, String)>,
    /// The body, decompressed as sent and packed as kept.
    pub body: Body,
}

/// With what a page can be asked for again, so that nothing comes when nothing changed (RFC 9110, 13.1).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Validators {
    /// The entity tag, verbatim.
    pub etag: Option<String>,
    /// The date of the last change, verbatim.
    pub last_modified: Option<String>,
}

impl Fetched {
    /// Returns a header by its lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(of, _)| of == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Returns what the page can be asked for again with.
    pub fn validators(&self) -> Validators {
        Validators {
            etag: self.header("etag").map(str::to_owned),
            last_modified: self.header("last-modified").map(str::to_owned),
        }
    }
}
