//! Taking typed fields out of a JSON row by name, with errors that say what was expected.

use serde_json::{Map, Value};

use crate::RowError;

/// A row on its way to a record: fields are taken out by name, what is left over is kept.
#[derive(Debug)]
pub(crate) struct Fields {
    row: Map<String, Value>,
}

impl Fields {
    pub(crate) fn new(row: Map<String, Value>) -> Self {
        Self { row }
    }

    /// Takes a text; empty and null count as absent; a number is taken as its digits.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, RowError> {
        match self.row.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(trimmed(&text)),
            Some(Value::Number(number)) => Ok(Some(number.to_string())),
            Some(other) => Err(unexpected(name, "a text", &other)),
        }
    }

    /// Takes a text that must be there.
    pub(crate) fn required(&mut self, name: &str) -> Result<String, RowError> {
        self.text(name)?.ok_or_else(|| RowError::missing(name))
    }

    /// Takes a list of texts; a single text is a list of one, null an empty list.
    pub(crate) fn texts(&mut self, name: &str) -> Result<Vec<String>, RowError> {
        match self.row.remove(name) {
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(Value::String(text)) => Ok(trimmed(&text).into_iter().collect()),
            Some(Value::Array(items)) => items
                .into_iter()
                .filter_map(|item| match item {
                    Value::Null => None,
                    Value::String(text) => trimmed(&text).map(Ok),
                    other => Some(Err(unexpected(name, "a list of texts", &other))),
                })
                .collect(),
            Some(other) => Err(unexpected(name, "a list of texts", &other)),
        }
    }

    /// Takes a list of any values.
    pub(crate) fn list(&mut self, name: &str) -> Result<Vec<Value>, RowError> {
        match self.row.remove(name) {
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(Value::Array(items)) => Ok(items),
            Some(other) => Err(unexpected(name, "a list", &other)),
        }
    }

    /// Takes an object.
    pub(crate) fn object(&mut self, name: &str) -> Result<Map<String, Value>, RowError> {
        match self.row.remove(name) {
            None | Some(Value::Null) => Ok(Map::new()),
            Some(Value::Object(object)) => Ok(object),
            Some(other) => Err(unexpected(name, "an object", &other)),
        }
    }

    /// Takes a yes or no.
    pub(crate) fn flag(&mut self, name: &str) -> Result<Option<bool>, RowError> {
        match self.row.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(flag)),
            Some(other) => Err(unexpected(name, "true or false", &other)),
        }
    }

    /// Looks at a text without taking it.
    pub(crate) fn peek(&self, name: &str) -> Option<String> {
        self.row.get(name)?.as_str().and_then(trimmed)
    }

    /// Takes any value.
    pub(crate) fn any(&mut self, name: &str) -> Option<Value> {
        self.row.remove(name).filter(|value| !value.is_null())
    }

    /// Takes every `PREFIX_xx` text as (xx, text), `xx` being a language.
    pub(crate) fn by_language(&mut self, prefix: &str) -> Result<Vec<(String, String)>, RowError> {
        let names: Vec<String> = self
            .row
            .keys()
            .filter(|name| is_language_of(name, prefix))
            .cloned()
            .collect();
        let mut texts = Vec::with_capacity(names.len());
        for name in names {
            if let Some(text) = self.text(&name)? {
                texts.push((language(&name[prefix.len() + 1..]), text));
            }
        }
        Ok(texts)
    }

    /// Returns what nobody took.
    pub(crate) fn rest(self) -> Map<String, Value> {
        self.row
            .into_iter()
            .filter(|(_, value)| !is_empty(value))
            .collect()
    }
}

fn is_language_of(name: &str, prefix: &str) -> bool {
    name.strip_prefix(prefix)
        .and_then(|rest| rest.strip_prefix('_'))
        .is_some_and(|code| {
            matches!(code.len(), 2 | 3) && code.bytes().all(|b| b.is_ascii_lowercase())
        })
}

/// ISO 639-2 codes that sources use where a two-letter code exists.
const THREE_LETTERS: [(&str, &str); 6] = [
    ("ukr", "uk"),
    ("fas", "fa"),
    ("ara", "ar"),
    ("pol", "pl"),
    ("srp", "sr"),
    ("zho", "zh"),
];

fn language(code: &str) -> String {
    THREE_LETTERS
        .iter()
        .find_map(|&(long, short)| (long == code).then_some(short))
        .unwrap_or(code)
        .to_owned()
}

fn trimmed(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(object) => object.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

fn unexpected(name: &str, expected: &str, found: &Value) -> RowError {
    let found = match found {
        Value::Null => "nothing".to_owned(),
        Value::Bool(flag) => format!("`{flag}`"),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("the text `{}`", text.chars().take(40).collect::<String>()),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    };
    RowError::new(name, format!("expected {expected}, found {found}"))
}
