//! JSON pages: taking a whole answer apart with errors that say what was expected and what came instead.
//!
//! Servers answer JSON routes with HTML error pages and status 200, with a byte order mark, or break off in the middle;
//! each of these is one sentence here and no source repeats it. Depth is bounded by the parser (128 levels).

use serde_json::{Map, Value};

use crate::page::{Page, PageError};

/// So much of a page that is not what it should be is shown.
const SHOWN: usize = 60;

/// Reads a page that must be a JSON object.
///
/// # Errors
///
/// [`PageError`] says `expected` and what the page is instead.
pub(crate) fn object(page: &Page<'_>, expected: &str) -> Result<Map<String, Value>, PageError> {
    match value(page, expected)? {
        Value::Object(object) => Ok(object),
        other => Err(PageError::new(expected, kind_of(&other))),
    }
}

/// Reads a page that must be a JSON list.
///
/// # Errors
///
/// [`PageError`] says `expected` and what the page is instead.
pub(crate) fn list(page: &Page<'_>, expected: &str) -> Result<Vec<Value>, PageError> {
    match value(page, expected)? {
        Value::Array(items) => Ok(items),
        other => Err(PageError::new(expected, kind_of(&other))),
    }
}

/// Takes the list under `name` out of an object.
///
/// # Errors
///
/// [`PageError`] when it is missing or no list: a page without its list is not an empty page.
pub(crate) fn take_list(
    object: &mut Map<String, Value>,
    name: &str,
) -> Result<Vec<Value>, PageError> {
    let expected = || format!("a list under `{name}`");
    match object.remove(name) {
        Some(Value::Array(items)) => Ok(items),
        Some(other) => Err(PageError::new(expected(), kind_of(&other))),
        None => Err(PageError::new(expected(), names_of(object))),
    }
}

/// Takes the count under `name`, written as a number or as digits; nothing where it is absent.
///
/// # Errors
///
/// [`PageError`] when it is there and no count.
pub(crate) fn take_count(
    object: &mut Map<String, Value>,
    name: &str,
) -> Result<Option<u64>, PageError> {
    match object.remove(name) {
        None | Some(Value::Null) => Ok(None),
        Some(found) => count(&found)
            .map(Some)
            .ok_or_else(|| PageError::new(format!("a count under `{name}`"), kind_of(&found))),
    }
}

/// Reads a count that is a number or its digits.
pub(crate) fn count(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Says in a few words what a text is that should have been JSON.
pub(crate) fn nature_of(text: &str) -> String {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.is_empty() {
        return "an empty page".to_owned();
    }
    let shown: String = start.chars().take(SHOWN).collect();
    let shown = shown.replace(char::is_control, " ");
    if start.starts_with('<') {
        return format!("a page of HTML or XML (`{shown}`)");
    }
    format!("`{shown}`")
}

fn value(page: &Page<'_>, expected: &str) -> Result<Value, PageError> {
    let text = page.text.trim_start_matches('\u{feff}').trim();
    serde_json::from_str(text).map_err(|reason| {
        let found = match text.chars().next() {
            Some('{' | '[') => format!("broken JSON ({reason})"),
            _ => nature_of(text),
        };
        PageError::new(expected, found)
    })
}

fn kind_of(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => format!("`{flag}`"),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("the text {}", nature_of(text)),
        Value::Array(items) => format!("a list of {}", items.len()),
        Value::Object(object) => names_of(object),
    }
}

fn names_of(object: &Map<String, Value>) -> String {
    let names: Vec<_> = object.keys().take(6).map(String::as_str).collect();
    format!("an object with `{}`", names.join("`, `"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Request;

    fn error_of(text: &str) -> String {
        let request = Request::default();
        let page = Page {
            request: &request,
            content_type: None,
            bytes: text.as_bytes(),
            text,
            headers: &[],
            names: None,
        };
        object(&page, "a JSON object").unwrap_err().to_string()
    }

    #[test]
    fn what_came_instead_is_said() {
        assert!(error_of("<html>busy</html>").contains("HTML"));
        assert!(error_of(" \u{feff}").contains("an empty page"));
        assert!(error_of("{\"a\":[1,").contains("broken JSON"));
        assert!(error_of("[1]").contains("a list of 1"));
        assert!(error_of(&"[".repeat(1_000_000)).contains("recursion limit"));
    }
}
