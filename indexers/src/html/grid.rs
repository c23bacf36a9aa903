//! Tables bound by the text of their headers.

use scraper::{ElementRef, Selector};

use super::{Html, text};

/// A table: the texts of its header row, and the cells of the rows below.
#[derive(Debug)]
pub(crate) struct Grid<'page> {
    /// Header texts, in order.
    pub(crate) headers: Vec<String>,
    /// The rows, each cell an element.
    pub(crate) rows: Vec<Vec<ElementRef<'page>>>,
}

/// Returns the tables that a selector meets.
///
/// The header is the first row; the rows below may lie in other `tbody`s, as they do on openstd.
pub(crate) fn grids<'page>(html: &'page Html, css: &str) -> Vec<Grid<'page>> {
    let (Ok(row), Ok(cell)) = (Selector::parse("tr"), Selector::parse("th, td")) else {
        return Vec::new();
    };
    html.all(css)
        .into_iter()
        .filter_map(|table| {
            let mut rows = table
                .select(&row)
                .map(|row| row.select(&cell).collect::<Vec<_>>());
            let headers = rows.next()?.into_iter().map(text).collect();
            Some(Grid {
                headers,
                rows: rows.filter(|cells| !cells.is_empty()).collect(),
            })
        })
        .collect()
}
