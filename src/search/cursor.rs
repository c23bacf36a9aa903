//! Cursors: where the next page of an answer begins.

use super::SearchRequest;

/// Families beyond which nobody pages; a query that needs more needs an export.
pub(super) const DEEPEST: usize = 10_000;

/// Returns the cursor of the page that begins after so many families.
pub(super) fn after(offset: usize, request: &SearchRequest) -> String {
    format!("{offset:x}.{}", seal(offset, request))
}

/// Reads a cursor; nothing when it was made for another query or by hand.
pub(super) fn offset(cursor: &str, request: &SearchRequest) -> Option<usize> {
    let (offset, found) = cursor.split_once('.')?;
    let offset = usize::from_str_radix(offset, 16).ok()?;
    (offset <= DEEPEST && found == seal(offset, request)).then_some(offset)
}

/// Binds a cursor to its query, so that changing the query and keeping the cursor is noticed.
fn seal(offset: usize, request: &SearchRequest) -> String {
    let asked = format!(
        "{}\n{:?}\n{:?}\n{:?}\n{offset}",
        request.query, request.filters, request.sort, request.as_of
    );
    blake3::hash(asked.as_bytes()).to_hex()[..12].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_belongs_to_its_query() {
        let request = SearchRequest::of("轮胎");
        let cursor = after(20, &request);
        assert_eq!(offset(&cursor, &request), Some(20));
        assert_eq!(offset(&cursor, &SearchRequest::of("tyre")), None);
        assert_eq!(offset("zz.1", &request), None);
        assert_eq!(offset("", &request), None);
    }
}
