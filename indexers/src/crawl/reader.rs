//! Giving a page to its source: unpacked, decoded, whole or in pieces.

use std::io::BufRead;

use crate::fetch::{Body, decode};
use crate::page::{Cut, Page, PageError, PageReading, PageSource, Request};

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

/// Lines of one piece.
const LINES_AT_ONCE: usize = 1_000;
/// Bytes of one piece; a line that is longer is a piece of its own.
const BYTES_AT_ONCE: usize = 4 << 20;
/// No record comes near this.
const LONGEST_LINE: u64 = 16 << 20;

/// Reads a page and hands over what is read, piece by piece, until `hand_over` says no.
///
/// # Errors
///
/// [`PageError`] when the page cannot be unpacked or is not what its source expects.
pub fn read_page(
    source: &dyn PageSource,
    sheet: &PageSheet,
    mut hand_over: impl FnMut(PageReading) -> bool,
) -> Result<(), PageError> {
    let packed = |reason: std::io::Error| PageError::new("a body", reason.to_string());
    match source.cut(&sheet.request) {
        Cut::Whole => {
            let bytes = sheet.body.bytes().map_err(packed)?;
            hand_over(read(source, sheet, &bytes)?);
        }
        Cut::Lines => {
            let mut reader = sheet.body.reader().map_err(packed)?;
            let mut piece = Vec::new();
            let mut lines = 0;
            loop {
                let before = piece.len();
                let mut line = std::io::Read::take(&mut reader, LONGEST_LINE);
                let ended = line.read_until(b'\n', &mut piece).map_err(packed)? == 0;
                lines += 1;
                let full = lines == LINES_AT_ONCE || piece.len() >= BYTES_AT_ONCE;
                if (full || ended) && !piece.is_empty() {
                    if !hand_over(read(source, sheet, &piece)?) {
                        break;
                    }
                    piece.clear();
                    lines = 0;
                }
                if ended {
                    if before == 0 && sheet.body.length() == 0 {
                        return Err(PageError::new("lines", "an empty body"));
                    }
                    break;
                }
            }
        }
    }
    Ok(())
}

fn read(
    source: &dyn PageSource,
    sheet: &PageSheet,
    bytes: &[u8],
) -> Result<PageReading, PageError> {
    let content_type = sheet
        .headers
        .iter()
        .find(|(name, _)| name == "content-type")
        .map(|(_, value)| value.to_ascii_lowercase());
    let text = decode(bytes, content_type.as_deref());
    source.read(&Page {
        request: &sheet.request,
        content_type: content_type.as_deref(),
        bytes,
        text: &text,
        headers: &sheet.headers,
    })
}
