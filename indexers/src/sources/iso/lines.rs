//! A piece of the file as entries, whichever form it has.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::deliverable::{PUBLISHED, is_reference};
use crate::RowError;
use crate::json::nature_of;
use crate::page::{Named, Page, PageError};

/// What the first look at a line takes of it.
#[derive(Debug, Deserialize)]
struct Head<'line> {
    id: u64,
    #[serde(borrow)]
    reference: Cow<'line, str>,
    #[serde(rename = "currentStage")]
    stage: Option<u32>,
}

/// Returns what the deliverables of a piece are called; lines that cannot be read are the second look's business.
pub(super) fn names(page: &Page<'_>, is_table: bool) -> Vec<(u64, Named)> {
    let named = |id: u64, reference: &str, stage: Option<u32>| {
        let named = Named {
            number: reference.trim().into(),
            is_published: stage.is_none_or(|stage| stage >= PUBLISHED),
        };
        is_reference(reference).then_some((id, named))
    };
    if !is_table {
        let heads = lines(page).filter_map(|line| serde_json::from_str::<Head<'_>>(line).ok());
        return heads
            .filter_map(|head| named(head.id, &head.reference, head.stage))
            .collect();
    }
    let Ok(rows) = rows(page) else {
        return Vec::new();
    };
    let heads = rows.into_iter().filter_map(|row| {
        let text = |name: &str| row.get(name)?.as_str();
        let stage = text("currentStage").and_then(|stage| stage.parse().ok());
        named(text("id")?.parse().ok()?, text("reference")?, stage)
    });
    heads.collect()
}

/// Returns the entries of a piece, and why others could not be read.
pub(super) fn entries(
    page: &Page<'_>,
    is_table: bool,
) -> Result<(Vec<Value>, Vec<RowError>), PageError> {
    if is_table {
        let rows = rows(page)?;
        return Ok((rows.into_iter().map(Value::Object).collect(), Vec::new()));
    }
    let mut items = Vec::new();
    let mut bad = Vec::new();
    for line in lines(page) {
        match serde_json::from_str(line) {
            Ok(item) => items.push(item),
            Err(reason) => bad.push(RowError::new("row", format!("broken JSON ({reason})"))),
        }
    }
    if items.is_empty() && !bad.is_empty() {
        let found = nature_of(page.text);
        return Err(PageError::new("lines of JSON objects", found));
    }
    Ok((items, bad))
}

/// JSON is UTF-8 whatever the text between says of itself: scopes carry `<meta charset=…>` of a word processor.
fn lines<'page>(page: &Page<'page>) -> impl Iterator<Item = &'page str> {
    let text = std::str::from_utf8(page.bytes).unwrap_or(page.text);
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    lines.filter(|line| !line.is_empty())
}

/// Columns whose cells are lists as Python writes them.
const LISTS: [&str; 4] = ["icsCode", "replaces", "replacedBy", "languages"];

fn rows(page: &Page<'_>) -> Result<Vec<Map<String, Value>>, PageError> {
    let expected = "a table with the columns `id` and `reference`";
    let text = std::str::from_utf8(page.bytes).unwrap_or(page.text);
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let headers = reader.headers().cloned().unwrap_or_default();
    if !["id", "reference"]
        .iter()
        .all(|name| headers.iter().any(|header| header == *name))
    {
        return Err(PageError::new(expected, nature_of(text)));
    }
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|reason| PageError::new(expected, reason.to_string()))?;
        let mut fields = Map::new();
        for (header, cell) in headers.iter().zip(&row) {
            put(&mut fields, header, cell);
        }
        rows.push(fields);
    }
    Ok(rows)
}

/// Puts a cell where the JSON form has it: `title.en` is a text of `title`.
fn put(fields: &mut Map<String, Value>, header: &str, cell: &str) {
    if LISTS.contains(&header) {
        fields.insert(header.to_owned(), python_list(cell).into());
        return;
    }
    match header.split_once('.') {
        None => {
            fields.insert(header.to_owned(), cell.into());
        }
        Some((name, language)) => {
            let texts = fields
                .entry(name)
                .or_insert_with(|| Value::Object(Map::new()));
            if let (Value::Object(texts), false) = (texts, cell.is_empty()) {
                texts.insert(language.to_owned(), cell.into());
            }
        }
    }
}

/// Reads `['49.140', '01.040']` and `[12346]`.
fn python_list(cell: &str) -> Vec<String> {
    let inside = cell.trim().trim_start_matches('[').trim_end_matches(']');
    let items = inside
        .split(',')
        .map(|item| item.trim().trim_matches(['\'', '"']));
    items
        .filter(|item| !item.is_empty())
        .map(str::to_owned)
        .collect()
}
