//! Texts attached to documents, read for their indicators.

use serde::Serialize;

use crate::compare::gap::{Document, Requirement};
use crate::compare::indicator::{Language, extract};
use crate::model::{Bilingual, Evidence, Rights};

/// A text that belongs to a document of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AttachedText {
    /// Index of the document.
    pub document: usize,
    /// What may be shown of it.
    pub rights: Rights,
    /// Where it came from, as evidence names it.
    pub origin: String,
    /// The text itself; not part of a report.
    pub text: String,
}

/// Characters of a quotation: the sentence round a limit, not the clause.
const LONGEST_QUOTE: usize = 160;

impl AttachedText {
    /// Reads the indicators of the text as requirements of its document.
    ///
    /// Metadata alone gives nothing; facts give limits without a quotation; only full rights show the sentence.
    pub(super) fn requirements(&self, document: &Document) -> Vec<Requirement> {
        if self.rights == Rights::Metadata {
            return Vec::new();
        }
        let evidence = Evidence {
            kind: "seen".to_owned(),
            source: Some(self.origin.clone()),
            ..Evidence::default()
        };
        extract(&self.text, None)
            .into_iter()
            .map(|indicator| {
                let quote = (self.rights == Rights::Full)
                    .then(|| sentence_round(&self.text, indicator.span.start));
                let unit = indicator.unit.as_deref().filter(|unit| *unit != "1");
                let printed = format!("{} {}", indicator.limit, unit.unwrap_or_default());
                let parameter = match Language::of(&indicator.parameter) {
                    Language::Zh => Bilingual::new(indicator.parameter.clone(), ""),
                    Language::En => Bilingual::new("", indicator.parameter.clone()),
                };
                Requirement {
                    document: document.clone(),
                    parameter,
                    printed: printed.trim_end().to_owned(),
                    indicator,
                    clause: None,
                    evidence: vec![evidence.clone()],
                    quote,
                }
            })
            .collect()
    }
}

/// The sentence or line a byte stands in, cut short.
fn sentence_round(text: &str, at: usize) -> String {
    let ends = ['\n', '。', '；'];
    let at = (0..=at.min(text.len()))
        .rev()
        .find(|&place| text.is_char_boundary(place))
        .unwrap_or(0);
    let start = text[..at].rfind(ends).map_or(0, |end| {
        end + text[end..].chars().next().map_or(1, char::len_utf8)
    });
    let end = text[at..].find(ends).map_or(text.len(), |end| at + end);
    text[start..end]
        .trim()
        .chars()
        .take(LONGEST_QUOTE)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Status;

    fn read(rights: Rights) -> Vec<Requirement> {
        let text = AttachedText {
            document: 0,
            rights,
            origin: "own copy".to_owned(),
            text: "4.1 概述。\n铅含量不应大于 90 mg/kg；镉含量不应大于 75 mg/kg。".to_owned(),
        };
        text.requirements(&Document {
            id: "x".to_owned(),
            number: "GB 1".to_owned(),
            market: "CN".to_owned(),
            status: Status::Current,
        })
    }

    #[test]
    fn rights_decide_what_leaves_a_text() {
        assert!(read(Rights::Metadata).is_empty());
        let facts = read(Rights::Facts);
        assert_eq!(facts.len(), 2);
        assert!(facts.iter().all(|one| one.quote.is_none()));
        let full = read(Rights::Full);
        assert_eq!(full[0].quote.as_deref(), Some("铅含量不应大于 90 mg/kg"));
    }
}
