//! What the tests of several sources share: a plan, the recorded pages, reading one of them.

use std::path::PathBuf;

use crate::crawl::{PageSheet, read_page};
use crate::fetch::Body;
use crate::page::{CrawlPlan, PageError, PageReading, Request};
use crate::{RawRecord, Reading, page_source, read_row};

/// The day on which the recorded pages were made.
pub(super) fn plan(since: Option<&str>, settings: &[(&str, &str)]) -> CrawlPlan {
    let settings = settings.iter();
    CrawlPlan {
        today: jiff::civil::date(2026, 11, 25),
        since: since.map(|day| day.parse().unwrap()),
        settings: settings
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    }
}

/// The requests a run begins with.
pub(super) fn seeds(id: &str, since: Option<&str>, settings: &[(&str, &str)]) -> Vec<Request> {
    page_source(id).unwrap().seeds(&plan(since, settings))
}

/// Reads a body as the answer to a request, as the crawler does; the pieces of a file come as one.
pub(super) fn read(
    id: &str,
    request: &Request,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Result<PageReading, PageError> {
    let headers = headers.iter();
    let sheet = PageSheet {
        request: request.clone(),
        headers: headers
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        body: Body::of(body).unwrap(),
    };
    let mut whole = PageReading::default();
    read_page(page_source(id).unwrap(), &sheet, |piece| {
        whole.records.extend(piece.records);
        whole.bad.extend(piece.bad);
        whole.links.extend(piece.links);
        whole.drift.extend(piece.drift);
        whole.listing = whole.listing.take().or(piece.listing);
        true
    })?;
    Ok(whole)
}

/// Reads a row of a file that has to be of a known shape.
pub(super) fn row(line: &str) -> RawRecord {
    match read_row(line).unwrap() {
        Reading::Record(record) => *record,
        Reading::Unknown => panic!("row of no known shape"),
    }
}

/// Returns a recorded page.
pub(super) fn recorded(path: &str) -> Vec<u8> {
    let pages = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../corpora/pages");
    fs_err::read(pages.join(path)).unwrap()
}

/// Reads a recorded page that is what it should be: nothing bad, nothing unknown.
pub(super) fn read_recorded(id: &str, request: &Request, path: &str) -> PageReading {
    let reading = read(id, request, &[], &recorded(path)).unwrap();
    assert_eq!((&reading.bad, &reading.drift), (&vec![], &vec![]), "{path}");
    reading
}

/// Returns the record of a key.
pub(super) fn record<'reading>(reading: &'reading PageReading, key: &str) -> &'reading RawRecord {
    let found = reading.records.iter().find(|record| record.key == key);
    found.unwrap_or_else(|| panic!("expected a record `{key}`, found none"))
}
