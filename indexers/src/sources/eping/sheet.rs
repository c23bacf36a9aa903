//! Rows of ePing's spreadsheets: one JSON object a row, its fields named by the headers.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde_json::{Map, Value};

use super::boxes::{Boxes, links, symbols};
use super::headers::{Column, column};
use crate::registry::Source;
use crate::{RawRecord, RowError};

/// Reader of rows of the export of search results and of the bulk file.
#[derive(Debug)]
pub(crate) struct Sheet;

/// Columns without which a row is no notification.
const NEEDED: [Column; 3] = [Column::Symbol, Column::Member, Column::Circulated];

impl Source for Sheet {
    fn recognises(&self, row: &Map<String, Value>) -> bool {
        let columns: Vec<Column> = row.keys().filter_map(|header| column(header)).collect();
        NEEDED.iter().all(|needed| columns.contains(needed))
    }

    fn read(&self, row: Map<String, Value>) -> Result<RawRecord, RowError> {
        let mut cells: HashMap<Column, (String, String)> = HashMap::new();
        let mut rest = Map::new();
        for (header, value) in row {
            let text = match value {
                Value::String(text) => text,
                Value::Null => continue,
                other => other.to_string(),
            };
            match column(&header) {
                Some(Column::PassedOver) => {}
                Some(bound) => {
                    cells.insert(bound, (header, text));
                }
                None if text.trim().is_empty() => {}
                None => {
                    rest.insert(header, Value::String(text));
                }
            }
        }
        let mut cells = Cells(cells);
        let (mut hs, mut ics) = (
            codes(&cells.take(Column::Hs)),
            codes(&cells.take(Column::Ics)),
        );
        for code in codes(&cells.take(Column::HsAndIcs)) {
            if is_ics(&code) {
                ics.push(code);
            } else {
                hs.push(code);
            }
        }
        hs = once(hs);
        ics = once(ics);
        let mut all_links = links(&cells.take(Column::LinkEnglish));
        all_links.extend(links(&cells.take(Column::Notified)));
        let (symbol_field, symbol) = cells.required(Column::Symbol)?;
        let (day_field, day) = cells.required(Column::Circulated)?;
        let (adoption, adoption_text) = day_or_words(&cells.take(Column::Adoption));
        let (entry, entry_text) = day_or_words(&cells.take(Column::Entry));
        let symbols = symbols(&symbol);
        let boxes = Boxes {
            area: symbols
                .first()
                .and_then(|symbol| symbol.split('/').nth(1))
                .map(str::to_owned),
            symbols,
            member: cells.required(Column::Member)?.1,
            circulated: day_of(&day).ok_or_else(|| {
                RowError::new(
                    day_field,
                    format!("expected a date, found `{}`", short(&day)),
                )
            })?,
            comments_until: day_of(&cells.take(Column::CommentsUntil)),
            adoption,
            entry,
            adoption_text,
            entry_text,
            notification_type: cells.take(Column::Kind),
            title: cells.text(Column::Title),
            description: cells.text(Column::Description),
            products: cells.take(Column::Products),
            objectives: parts(&cells.take(Column::Objectives)),
            keywords: parts(&cells.take(Column::Keywords)),
            hs,
            ics,
            links: all_links,
        };
        boxes.record("eping", &symbol_field, rest)
    }
}

/// The cells of a row by the box they fill, each with its header.
#[derive(Debug)]
struct Cells(HashMap<Column, (String, String)>);

impl Cells {
    fn text(&mut self, column: Column) -> Option<String> {
        let (_, text) = self.0.remove(&column)?;
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn take(&mut self, column: Column) -> String {
        self.text(column).unwrap_or_default()
    }

    fn required(&mut self, column: Column) -> Result<(String, String), RowError> {
        let (header, text) = self.0.remove(&column).unwrap_or_default();
        let text = text.trim().to_owned();
        if text.is_empty() {
            return Err(RowError::missing(&header));
        }
        Ok((header, text))
    }
}

/// Divides `code - label; code - label`; what begins with no figure belongs to the label before.
fn codes(cell: &str) -> Vec<String> {
    let parts = cell.split([';', '\n']).map(str::trim);
    let starts_with_figure = |part: &&str| part.starts_with(|first: char| first.is_ascii_digit());
    let codes = parts.filter(starts_with_figure).map(|part| {
        let end = part.find(|character: char| !(character.is_ascii_digit() || character == '.'));
        part[..end.unwrap_or(part.len())]
            .trim_end_matches('.')
            .to_owned()
    });
    once(codes.collect())
}

/// Keeps the first of equal codes: addenda repeat them.
fn once(codes: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(codes.len());
    for code in codes {
        if !kept.contains(&code) {
            kept.push(code);
        }
    }
    kept
}

fn is_ics(code: &str) -> bool {
    let mut parts = code.split('.');
    let (field, group) = (parts.next(), parts.next());
    field.is_some_and(|field| field.len() == 2) && group.is_some_and(|group| group.len() == 3)
}

fn parts(cell: &str) -> Vec<String> {
    let parts = cell.split(';').map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Returns the day of a cell: a date in ISO form, in the form of the export (`dd/MM/yyyy`), or the serial number of a
/// spreadsheet whose cell lost its format.
fn day_of(cell: &str) -> Option<String> {
    let cell = cell.trim();
    if let Ok(serial) = cell.parse::<i32>() {
        // Day 0 of a spreadsheet is 1899-12-30; WTO notifications begin in 1995 (34700).
        let day = (34_700..80_000).contains(&serial).then_some(serial)?;
        return date(1899, 12, 30)
            .checked_add(day.days())
            .ok()
            .map(|day| day.to_string());
    }
    let mut parts = cell.split('/');
    if let (Some(day), Some(month), Some(year), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    {
        let day = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
        return Some(day.to_string());
    }
    let iso = cell.get(..10)?;
    iso.parse::<Date>().ok().map(|day| day.to_string())
}

/// A cell of box 9 holds a day or words.
fn day_or_words(cell: &str) -> (Option<String>, String) {
    match day_of(cell) {
        Some(day) => (Some(day), String::new()),
        None => (None, cell.to_owned()),
    }
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Reading, read_row};

    #[test]
    fn a_row_is_bound_by_its_headers_whatever_their_order() {
        let row = r#"{"HS code(s)":"721310 - Bars, of iron; 72106 - - Plated, coated; 721310 - Bars, of iron",
            "Document symbol":" G/TBT/N/JPN/865","Distribution date":"45819","Notifying Member":"Japan",
            "ICS code(s)":"77.140.15 - Steels for reinforcement","Objectives":"Harmonization (TBT); Other (TBT)",
            "Final date for comments":"","Title":"Bars","Link to notification(EN)":"https://docs.wto.org/a.docx","Colour":"red"}"#;
        let Reading::Record(record) = read_row(row).unwrap() else {
            panic!("unknown shape")
        };
        assert_eq!(record.dates["published"], "2025-06-11");
        assert_eq!(record.hs, ["721310", "72106"]);
        assert_eq!(record.ics, ["77.140.15"]);
        assert_eq!(record.document_type.as_deref(), Some("TBT"));
        assert_eq!(record.extra["Colour"], "red");
        assert_eq!(record.notification.unwrap().objectives.len(), 2);
    }

    #[test]
    fn days_in_three_forms_are_one_day() {
        for cell in ["45819", "11/06/2025", "2025-06-11", "2025-06-11T00:00:00"] {
            assert_eq!(day_of(cell).as_deref(), Some("2025-06-11"), "{cell}");
        }
        for cell in ["", "12", "31/02/2025", "soon", "6月11日"] {
            assert_eq!(day_of(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_row_without_a_date_names_its_column() {
        let row = r#"{"Symbol":"G/TBT/N/JPN/1","Notifying Member(s)":"Japan","Distribution date":"soon"}"#;
        let refused = read_row(row).unwrap_err();
        assert_eq!(refused.field, "Distribution date");
        assert!(refused.reason.contains("`soon`"), "{refused}");
    }
}
