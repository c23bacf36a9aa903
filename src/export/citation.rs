//! References to records: GB/T 7714, BibTeX, RIS, CSL-JSON.

use std::fmt::Write;
use std::str::FromStr;

use jiff::civil::Date;
use serde_json::json;

use crate::model::{Kind, PartialDate, Record};

/// A form of reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CitationStyle {
    /// GB/T 7714-2015, in words.
    Gb7714,
    /// BibTeX.
    Bibtex,
    /// RIS.
    Ris,
    /// CSL-JSON, which reference managers exchange.
    CslJson,
}

impl CitationStyle {
    /// All forms, in the order menus show them.
    pub const ALL: [Self; 4] = [Self::Gb7714, Self::Bibtex, Self::Ris, Self::CslJson];

    /// Returns the word used in addresses and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Gb7714 => "gb7714",
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::CslJson => "csl",
        }
    }

    /// Returns the media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Gb7714 => "text/plain; charset=utf-8",
            Self::Bibtex => "application/x-bibtex; charset=utf-8",
            Self::Ris => "application/x-research-info-systems; charset=utf-8",
            Self::CslJson => "application/vnd.citationstyles.csl+json",
        }
    }

    /// Chooses the form a client accepts best (RFC 9110 §12.5.1 without weights: the first that is known).
    pub fn accepted(accept: &str) -> Option<Self> {
        accept.split(',').find_map(|range| {
            let wanted = range.split(';').next().unwrap_or_default().trim();
            Self::ALL.into_iter().find(|style| {
                let own = style.media_type();
                own.split(';').next() == Some(wanted)
            })
        })
    }
}

/// A word that names no form of reference.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected gb7714, bibtex, ris or csl, found `{0}`")]
pub struct CitationStyleError(String);

impl FromStr for CitationStyle {
    type Err = CitationStyleError;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|style| style.code() == word)
            .ok_or_else(|| CitationStyleError(word.to_owned()))
    }
}

/// Writes the reference of a record as it is read on a day.
pub fn cite(record: &Record, style: CitationStyle, today: Date) -> String {
    match style {
        CitationStyle::Gb7714 => gb7714(record, today),
        CitationStyle::Bibtex => bibtex(record, today),
        CitationStyle::Ris => ris(record, today),
        CitationStyle::CslJson => csl(record, today),
    }
}

/// The title in the language of the document, as GB/T 7714-2015 8.1.1 asks.
fn title(record: &Record) -> Option<&str> {
    let chinese = record.markets.iter().any(|market| market == "CN");
    let wanted = if chinese { ["zh", "en"] } else { ["en", "zh"] };
    let found = wanted.iter().find_map(|code| record.titles.get(code));
    found.or_else(|| record.titles.iter().next().map(|(_, title)| title))
}

/// The publisher's page, where it is one of the web.
fn link(record: &Record) -> Option<&str> {
    let url = record.url.as_deref()?.trim();
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    (is_web && !url.contains(char::is_whitespace)).then_some(url)
}

fn published(record: &Record) -> Option<PartialDate> {
    record.lifecycle.published
}

fn gb7714(record: &Record, today: Date) -> String {
    let mark = if record.kind == Kind::Standard {
        "S"
    } else {
        "Z"
    };
    let named = title(record).map_or_else(
        || record.number.clone(),
        |title| format!("{}: {}", title.trim_end_matches(['.', '。']), record.number),
    );
    let author = if record.body.is_empty() {
        String::new()
    } else {
        format!("{}. ", record.body)
    };
    match (link(record), published(record)) {
        (Some(link), date) => {
            let date = date.map(|date| format!("({date})")).unwrap_or_default();
            format!("{author}{named}[{mark}/OL]. {date}[{today}]. {link}.")
        }
        (None, Some(date)) => format!("{author}{named}[{mark}]. {date}."),
        (None, None) => format!("{author}{named}[{mark}]."),
    }
}

fn bibtex(record: &Record, today: Date) -> String {
    let key: String = record
        .id
        .as_str()
        .chars()
        .map(|character| {
            if character.is_ascii_alphanumeric() {
                character
            } else {
                '_'
            }
        })
        .collect();
    let mut text = format!("@misc{{{key},\n");
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(text, "  {name} = {{{}}},", escaped(value));
        }
    };
    field("title", title(record).unwrap_or(&record.number));
    field("author", &record.body);
    field("number", &record.number);
    field(
        "type",
        if record.kind == Kind::Standard {
            "Standard"
        } else {
            record.kind.name_en()
        },
    );
    let date = published(record);
    field(
        "year",
        &date.map(|date| date.year().to_string()).unwrap_or_default(),
    );
    field(
        "date",
        &date.map(|date| date.to_string()).unwrap_or_default(),
    );
    if let Some(link) = link(record) {
        field("url", link);
        field("urldate", &today.to_string());
    }
    text.push_str("}\n");
    text
}

/// A text in which nothing has a meaning to TeX, and no brace is left open.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '{' | '}' | '%' | '#' | '&' | '$' | '_' => {
                safe.push('\\');
                safe.push(character);
            }
            '\\' => safe.push_str("\\textbackslash{}"),
            '\n' | '\r' => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

fn ris(record: &Record, today: Date) -> String {
    let mut text = String::new();
    let mut field = |tag: &str, value: &str| {
        if !value.is_empty() {
            let value = value.replace(['\n', '\r'], " ");
            let _ = write!(text, "{tag}  - {value}\r\n");
        }
    };
    field(
        "TY",
        if record.kind == Kind::Standard {
            "STAND"
        } else {
            "GEN"
        },
    );
    field("TI", title(record).unwrap_or(&record.number));
    field("AU", &record.body);
    field("M1", &record.number);
    if let Some(date) = published(record) {
        field("PY", &date.year().to_string());
        field("DA", &date.to_string().replace('-', "/"));
    }
    if let Some(link) = link(record) {
        field("UR", link);
        field("Y2", &today.to_string().replace('-', "/"));
    }
    text.push_str("ER  - \r\n");
    text
}

fn csl(record: &Record, today: Date) -> String {
    let mut item = json!({
        "id": record.id.as_str(),
        "type": if record.kind == Kind::Standard { "standard" } else { "document" },
        "title": title(record).unwrap_or(&record.number),
        "number": record.number,
    });
    if !record.body.is_empty() {
        item["author"] = json!([{ "literal": record.body }]);
    }
    if let Some(date) = published(record) {
        let text = date.to_string();
        let parts: Vec<i16> = text
            .split('-')
            .filter_map(|part| part.parse().ok())
            .collect();
        item["issued"] = json!({ "date-parts": [parts] });
    }
    if let Some(link) = link(record) {
        item["URL"] = json!(link);
        item["accessed"] = json!({ "date-parts": [[today.year(), today.month(), today.day()]] });
    }
    json!([item]).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RecordId;

    fn record() -> Record {
        let mut record: Record = serde_json::from_value(json!({
            "id": "ISO_9001:2015", "kind": "standard", "number": "ISO 9001:2015", "family": "ISO 9001",
            "titles": {"en": "Quality management systems — Requirements {50% & more}"},
            "body": "ISO", "markets": ["INT"], "rights": "metadata", "provenance": {},
            "url": "https://www.iso.org/standard/62085.html",
        }))
        .unwrap();
        record.id = RecordId::new("ISO_9001:2015");
        record.lifecycle.published = Some("2015-09-22".parse().unwrap());
        record
    }

    #[test]
    fn each_form_carries_number_date_and_page() {
        let today = "2026-11-25".parse().unwrap();
        let of = |style| cite(&record(), style, today);
        insta::assert_snapshot!(of(CitationStyle::Gb7714), @"ISO. Quality management systems — Requirements {50% & more}: ISO 9001:2015[S/OL]. (2015-09-22)[2026-11-25]. https://www.iso.org/standard/62085.html.");
        insta::assert_snapshot!(of(CitationStyle::Bibtex), @r"
        @misc{ISO_9001_2015,
          title = {Quality management systems — Requirements \{50\% \& more\}},
          author = {ISO},
          number = {ISO 9001:2015},
          type = {Standard},
          year = {2015},
          date = {2015-09-22},
          url = {https://www.iso.org/standard/62085.html},
          urldate = {2026-11-25},
        }
        ");
        assert!(of(CitationStyle::Ris).starts_with("TY  - STAND\r\nTI  - Quality"));
        assert!(of(CitationStyle::Ris).ends_with("Y2  - 2026/11/25\r\nER  - \r\n"));
        let csl: serde_json::Value = serde_json::from_str(&of(CitationStyle::CslJson)).unwrap();
        assert_eq!(csl[0]["issued"]["date-parts"][0], json!([2015, 9, 22]));
    }

    #[test]
    fn a_client_gets_the_first_form_it_accepts() {
        let accepted = CitationStyle::accepted;
        assert_eq!(
            accepted("text/html, application/x-bibtex;q=0.5"),
            Some(CitationStyle::Bibtex)
        );
        assert_eq!(
            accepted("application/vnd.citationstyles.csl+json"),
            Some(CitationStyle::CslJson)
        );
        assert_eq!(accepted("*/*"), None);
    }
}
