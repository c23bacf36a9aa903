//! Giving a page to its source: unpacked, decoded, whole or in pieces.

use super::pieces::{Between, Pieces};
use crate::fetch::{Body, decode};
use crate::page::{Cut, Names, Page, PageError, PageReading, PageSource, Request};

/// A page to be read.
#[derive(Debug, Clone)]
pub struct PageSheet {
    /// The request it answers.
    pub request: Request,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Body,
}

/// Reads a page and hands over what is read, piece by piece, until `hand_over` says no.
///
/// A file whose lines name one another is gone through twice: once for the names, once for the records.
///
/// # Errors
///
/// [`PageError`] when the page cannot be unpacked or is not what its source expects.
pub fn read_page(
    source: &dyn PageSource,
    sheet: &PageSheet,
    mut hand_over: impl FnMut(PageReading) -> bool,
) -> Result<(), PageError> {
    let between = match source.cut(&sheet.request) {
        Cut::Whole => {
            let bytes = sheet.body.bytes().map_err(packed)?;
            let page = with_page(sheet, &bytes, None, |page| source.read(page))?;
            hand_over(page);
            return Ok(());
        }
        Cut::Lines => Between::Lines,
        Cut::Table => Between::Rows,
    };
    if sheet.body.length() == 0 {
        return Err(PageError::new("lines", "an empty body"));
    }
    let names = names(source, sheet, between)?;
    let mut pieces = Pieces::new(sheet.body.reader().map_err(packed)?, between);
    let mut piece = Vec::new();
    while pieces.next_into(&mut piece).map_err(packed)? {
        let reading = with_page(sheet, &piece, names.as_ref(), |page| source.read(page))?;
        if !hand_over(reading) {
            break;
        }
    }
    Ok(())
}

/// Collects what the entries of a file are called, where its source wants that.
fn names(
    source: &dyn PageSource,
    sheet: &PageSheet,
    between: Between,
) -> Result<Option<Names>, PageError> {
    let mut pieces = Pieces::new(sheet.body.reader().map_err(packed)?, between);
    let mut piece = Vec::new();
    let mut names = Names::default();
    while pieces.next_into(&mut piece).map_err(packed)? {
        match with_page(sheet, &piece, None, |page| source.names(page)) {
            Some(found) => names.take(found),
            None => return Ok(None),
        }
    }
    Ok(Some(names))
}

fn packed(reason: impl std::fmt::Display) -> PageError {
    PageError::new("a body", reason.to_string())
}

fn with_page<T>(
    sheet: &PageSheet,
    bytes: &[u8],
    names: Option<&Names>,
    read: impl FnOnce(&Page<'_>) -> T,
) -> T {
    let content_type = sheet
        .headers
        .iter()
        .find(|(name, _)| name == "content-type")
        .map(|(_, value)| value.to_ascii_lowercase());
    let text = decode(bytes, content_type.as_deref());
    read(&Page {
        request: &sheet.request,
        content_type: content_type.as_deref(),
        bytes,
        text: &text,
        headers: &sheet.headers,
        names,
    })
}
