//! The plan of a table.

use super::headers::is_bound_header;
use super::names::is_unit;
use super::roles::{columns, named};
use crate::compare::indicator::extract::blocks::TableBlock;
use crate::compare::indicator::extract::context::Hint;

/// Where the name of the parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Named {
    /// In the label of each row.
    Row,
    /// In the header of each column.
    Column,
    /// In the caption; rows and columns are cases.
    Caption,
}

/// The use of one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Column {
    /// Labels that name parameters or cases.
    Parameter,
    /// Labels that qualify; the header may hold a unit.
    Condition { header: String },
    /// The unit of the row.
    Unit,
    /// The test method of the row.
    Method,
    /// Numbers and remarks that limit nothing.
    Ignored,
    /// Limits.
    Value { header: String, hint: Option<Hint> },
}

impl Column {
    pub(in super::super) fn is_label(&self) -> bool {
        matches!(self, Self::Parameter | Self::Condition { .. })
    }
}

/// The plan of a table.
#[derive(Debug)]
pub(in super::super) struct Layout {
    pub(in super::super) header_rows: usize,
    pub(in super::super) columns: Vec<Column>,
    pub(in super::super) named: Named,
    /// Whether two columns hold lower and upper limits.
    pub(in super::super) has_bounds: bool,
}

impl Layout {
    /// Plans a table, or answers nothing when it holds no header or no data.
    pub(in super::super) fn of(text: &str, block: &TableBlock, caption: &str) -> Option<Self> {
        let rows: Vec<Vec<&str>> = block
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| &text[cell.clone()]).collect())
            .collect();
        let header_rows = header_rows(&rows);
        let width = rows.iter().map(Vec::len).max()?;
        if header_rows >= rows.len() || width < 2 {
            return None;
        }
        let headers: Vec<String> = (0..width)
            .map(|place| header(&rows[..header_rows], place))
            .collect();
        let named = named(&headers, &rows[header_rows..], caption);
        let columns = columns(&headers, named);
        let bounds = columns.iter().filter(|column| matches!(column, Column::Value { header, hint: Some(_) } if is_bound_header(header)));
        let has_bounds = bounds.count() >= 2;
        Some(Self {
            header_rows,
            columns,
            named,
            has_bounds,
        })
    }
}

/// Whether a row is a Markdown rule.
pub(in super::super) fn is_rule(cells: &[&str]) -> bool {
    cells.iter().all(|cell| {
        cell.chars()
            .all(|c| matches!(c, '-' | ':' | ' ' | '=' | '—'))
    }) && cells.iter().any(|cell| cell.len() >= 2)
}

pub(super) fn header_rows(rows: &[Vec<&str>]) -> usize {
    if let Some(rule) = rows.iter().take(4).position(|row| is_rule(row)) {
        return rule + 1;
    }
    let mut count = 1;
    while count < rows.len() && count < 4 {
        let row = &rows[count];
        let continues = row.first().is_none_or(|cell| cell.is_empty())
            && !(row.len() > 1 && row[1..].iter().all(|cell| is_plain_number(cell)));
        let unit_row =
            row.len() > 1 && row[1..].iter().all(|cell| cell.is_empty() || is_unit(cell));
        if !(continues || unit_row) {
            break;
        }
        count += 1;
    }
    count
}

fn is_plain_number(cell: &str) -> bool {
    !cell.is_empty() && cell.chars().all(|c| c.is_ascii_digit() || ".,".contains(c))
}

/// The header of a column: its cells from top to bottom, a spanning cell reaching to the right.
fn header(rows: &[Vec<&str>], place: usize) -> String {
    let mut path: Vec<&str> = Vec::new();
    for row in rows.iter().filter(|row| !is_rule(row)) {
        let mut at = place.min(row.len().saturating_sub(1));
        while at > 1 && row.get(at).is_some_and(|cell| cell.is_empty()) {
            at -= 1;
        }
        if let Some(cell) = row.get(at).filter(|cell| !cell.is_empty())
            && (at == place || place > 0)
        {
            path.push(cell);
        }
    }
    path.dedup();
    path.join(HEADER_JOINT)
}

/// Separates the levels of a stacked header.
pub(super) const HEADER_JOINT: &str = " ¦ ";
