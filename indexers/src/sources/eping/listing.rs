//! The envelope round the items, which site and portal share.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::item::{self, ALWAYS};
use super::window::Window;
use crate::RowError;
use crate::page::{Drift, Listing, Page, PageError, PageReading, Request};

/// Entries asked for at once; the servers took 100.
pub(super) const PAGE_SIZE: u64 = 100;

/// Reads a page of a list; `ask` makes the request for a page of a window.
///
/// How many entries came before stands in the request's note, because a server may give shorter pages than asked for: the
/// list goes on until the declared total is met or a page is empty.
pub(super) fn read(
    source: &'static str,
    page: &Page<'_>,
    ask: impl Fn(Window, u64, u64) -> Request,
) -> Result<PageReading, PageError> {
    const EXPECTED: &str = "a JSON object with a list `items`";
    let (window, number, seen) = place(page.request)?;
    let body: Value = serde_json::from_slice(without_mark(page.bytes))
        .map_err(|_| PageError::new(EXPECTED, beginning(page.text)))?;
    let Value::Object(mut body) = body else {
        return Err(PageError::new(EXPECTED, "another JSON value"));
    };
    let Some(Value::Array(items)) = body.remove("items") else {
        return Err(PageError::new(EXPECTED, "an object without it"));
    };
    let counted = body.get("isCountExceeded").and_then(Value::as_bool) != Some(true);
    if let Some(halves) = window.halves().filter(|_| !counted && number == 1) {
        // The count is cut off: nobody could tell when the list is whole, so it is asked for in halves.
        return Ok(PageReading {
            links: halves.map(|half| ask(half, 1, 0)).to_vec(),
            ..PageReading::default()
        });
    }
    let total = body
        .get("totalCount")
        .and_then(Value::as_u64)
        .filter(|_| counted);
    let mut reading = PageReading::default();
    let seen = seen + items.len() as u64;
    let last = items.is_empty() || total.is_some_and(|total| seen >= total);
    if !last {
        reading.links.push(ask(window, number + 1, seen));
    }
    let mut drift = Drifts::default();
    let mut keys = Vec::with_capacity(items.len());
    for (place, item) in items.into_iter().enumerate() {
        let Value::Object(item) = item else {
            reading.bad.push(RowError::new(
                "items",
                format!("expected an object in place {place}, found another value"),
            ));
            continue;
        };
        keys.push(key(&item, place));
        drift.meet(&item);
        match item::read(source, item) {
            Ok(item) => {
                drift.unbound.extend(item.unbound);
                reading.records.push(item.record);
            }
            Err(error) => reading.bad.push(error),
        }
    }
    reading.drift = drift.found();
    reading.listing = Some(Listing {
        walk: window.name(),
        total,
        keys,
        last,
    });
    Ok(reading)
}

/// Writes where in its list a page stands: window, page, entries before it.
pub(super) fn note(window: Window, page: u64, seen: u64) -> String {
    format!("{}#{page}#{seen}", window.name())
}

fn place(request: &Request) -> Result<(Window, u64, u64), PageError> {
    let mut parts = request.note.split('#');
    let window = parts.next().and_then(Window::read);
    let mut number = || parts.next().and_then(|part| part.parse().ok());
    match (window, number(), number()) {
        (Some(window), Some(page), Some(seen)) => Ok((window, page, seen)),
        _ => Err(PageError::new(
            "a request of this source",
            format!("the note `{}`", beginning(&request.note)),
        )),
    }
}

/// The identifier of an entry; entries without one are told apart by their place, which meets the count all the same.
fn key(item: &Map<String, Value>, place: usize) -> String {
    match item.get("id") {
        Some(Value::Number(id)) => id.to_string(),
        Some(Value::String(id)) if !id.trim().is_empty() => id.trim().to_owned(),
        _ => format!(
            "without identifier {place} {}",
            item.get("documentSymbol").unwrap_or(&Value::Null)
        ),
    }
}

/// Signs of change on a page.
#[derive(Debug, Default)]
struct Drifts {
    items: usize,
    met: BTreeSet<&'static str>,
    unbound: BTreeSet<String>,
}

impl Drifts {
    fn meet(&mut self, item: &Map<String, Value>) {
        self.items += 1;
        self.met
            .extend(ALWAYS.iter().filter(|name| item.contains_key(**name)));
    }

    fn found(self) -> Vec<Drift> {
        let missing = ALWAYS
            .iter()
            .filter(|name| self.items > 0 && !self.met.contains(**name));
        let missing = missing.map(|name| Drift::Missing((*name).to_owned()));
        missing
            .chain(self.unbound.into_iter().map(Drift::Unbound))
            .collect()
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

fn beginning(text: &str) -> String {
    let text: String = text.trim().chars().take(60).collect();
    if text.is_empty() {
        "nothing".to_owned()
    } else {
        format!("`{text}`")
    }
}
