//! A text in some language.

use crate::model::{Language, Texts};
use crate::web::words::{Words, word};

/// A text with the language it is in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::web) struct Line {
    /// Code of the language where it is not the page's; empty where it is, or where nobody knows.
    pub(in crate::web) lang: String,
    /// Name of the language for readers.
    pub(in crate::web) language: String,
    /// The text; HTML where the field that holds the line says so.
    pub(in crate::web) text: String,
}

impl Line {
    /// Makes a line for readers of a language.
    pub(in crate::web) fn new(code: &str, text: impl Into<String>, reader: Language) -> Self {
        let lang = if code == reader.code() {
            String::new()
        } else {
            code.to_owned()
        };
        let language = word(Words::of(reader).record.languages, code).to_owned();
        Self {
            lang,
            language,
            text: text.into(),
        }
    }
}

/// Returns the texts with the reader's language first, then English and Chinese, then the others by code.
pub(in crate::web) fn in_reading_order(texts: &Texts, reader: Language) -> Vec<Line> {
    let place = |code: &str| {
        [reader.code(), "en", "zh"]
            .into_iter()
            .position(|known| known == code)
            .unwrap_or(3)
    };
    let mut all: Vec<(&str, &str)> = texts.iter().collect();
    all.sort_by_key(|&(code, _)| (place(code), code.to_owned()));
    all.into_iter()
        .map(|(code, text)| Line::new(code, text, reader))
        .collect()
}
