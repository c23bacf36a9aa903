//! Cells that spreadsheets do not run.

use std::borrow::Cow;

/// Returns a cell that no spreadsheet takes for a formula: one that begins like one gets an apostrophe before it (OWASP,
/// CSV injection). Names and titles come from outside.
pub fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}
