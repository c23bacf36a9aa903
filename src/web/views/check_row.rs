//! Rows of a validity check.

use super::relation_group::degree_word;
use super::{Line, StatusMark};
use crate::export::rule_words;
use crate::model::Language;
use crate::validity::{Document, Finding, Row};
use crate::web::frame::Frame;
use crate::web::routes::Route;

/// A document a row names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct NamedDocument {
    /// Degree of adoption before it; empty where there is none.
    pub(in crate::web) degree: &'static str,
    /// Its number.
    pub(in crate::web) number: String,
    /// The page of its record; empty where it is not held.
    pub(in crate::web) href: String,
    /// Its status on the day.
    pub(in crate::web) status: Option<StatusMark>,
}

/// A number for readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct CheckRow {
    /// As written.
    pub(in crate::web) text: String,
    /// How often, where more than once.
    pub(in crate::web) times: Option<String>,
    /// Its canonical form, where that differs.
    pub(in crate::web) read_as: Option<String>,
    /// The result.
    pub(in crate::web) finding: StatusMark,
    /// Why it cannot be read.
    pub(in crate::web) fault: Option<String>,
    /// What applies.
    pub(in crate::web) edition: Option<NamedDocument>,
    /// Its title.
    pub(in crate::web) title: Option<Line>,
    /// Day of publication and day from which it holds.
    pub(in crate::web) dates: Vec<(&'static str, String)>,
    /// What replaced it, the last to be used.
    pub(in crate::web) replaced_by: Vec<NamedDocument>,
    /// What it adopts.
    pub(in crate::web) adopts: Vec<NamedDocument>,
    /// Its amendments.
    pub(in crate::web) amendments: Vec<NamedDocument>,
    /// What the others are: further editions, or what comes near.
    pub(in crate::web) others_are: &'static str,
    /// Other records the number may mean.
    pub(in crate::web) others: Vec<NamedDocument>,
    /// The rule that read it.
    pub(in crate::web) rule: String,
    /// How sure it is.
    pub(in crate::web) confidence: Option<String>,
}

/// Makes the mark of a result; where it says more than a status, the mark is that of an unknown one.
pub(in crate::web) fn finding_mark(finding: Finding, language: Language) -> StatusMark {
    let class = match finding {
        Finding::InForce => "current",
        Finding::Upcoming => "upcoming",
        Finding::Replaced => "superseded",
        Finding::Withdrawn => "withdrawn",
        Finding::StatusUnknown | Finding::Ambiguous | Finding::NotHeld | Finding::Unreadable => {
            "unknown"
        }
    };
    StatusMark {
        class,
        word: language.pick(finding.name_zh(), finding.name_en()),
    }
}

impl CheckRow {
    /// Makes the row of a number.
    pub(in crate::web) fn of(row: &Row, frame: &Frame) -> Self {
        let (language, words) = (frame.language, &frame.words.check);
        let named = |document: &Document| NamedDocument {
            degree: "",
            number: document.number.clone(),
            href: frame.href(Route::Record(&document.id)),
            status: Some(StatusMark::of(document.standing, language)),
        };
        let all = |documents: &[Document]| documents.iter().map(named).collect::<Vec<_>>();
        let edition = row.edition.as_ref();
        let title = edition.and_then(|edition| edition.title.best(language));
        let date = |word: &'static str, date: Option<&String>| Some((word, date?.clone()));
        let search = &frame.words.search;
        let dates = edition.map_or_else(Vec::new, |edition| {
            let published = date(search.published, edition.published.as_ref());
            let implemented = date(search.implemented, edition.implemented.as_ref());
            published.into_iter().chain(implemented).collect()
        });
        let adopts = row.adopts.iter().map(|adopted| NamedDocument {
            degree: adopted
                .degree
                .map_or("", |degree| degree_word(degree, language)),
            ..adopted.document.as_ref().map_or_else(
                || NamedDocument {
                    degree: "",
                    number: adopted.number.clone(),
                    href: String::new(),
                    status: None,
                },
                named,
            )
        });
        Self {
            times: (row.times > 1).then(|| (words.times)(row.times as u64)),
            read_as: row
                .normalized
                .first()
                .filter(|number| **number != row.text)
                .cloned(),
            finding: finding_mark(row.finding, language),
            fault: row.fault.clone(),
            // Its status is the result that stands beside it.
            edition: edition.map(|edition| NamedDocument {
                status: None,
                ..named(edition)
            }),
            title: title.map(|(code, title)| Line::new(code, title, language)),
            dates,
            replaced_by: all(&row.replaced_by),
            adopts: adopts.collect(),
            amendments: all(&row.amendments),
            others_are: if row.finding == Finding::NotHeld {
                words.near
            } else {
                words.others
            },
            others: all(&row.candidates),
            rule: row
                .rule
                .map(|rule| rule_words(rule, language))
                .unwrap_or_default(),
            confidence: row
                .confidence
                .map(|value| (words.confidence)(&format!("{value:.2}"))),
            text: row.text.clone(),
        }
    }
}
