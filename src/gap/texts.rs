//! Texts attached to documents, read for their indicators.

use serde::Serialize;

use super::ReportDocument;

use crate::compare::gap::{Document, Requirement};
use crate::compare::indicator::{Language, extract};
use crate::model::{Bilingual, Evidence, Rights};
use crate::storage::{Store, StoreError, TextEntry};
use crate::text::clauses::{self, ClauseTree};

/// A text that belongs to a document of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AttachedText {
    /// Index of the document.
    pub document: usize,
    /// What may be shown of it.
    pub rights: Rights,
    /// Its language (ISO 639-1).
    pub language: String,
    /// Where it came from, as evidence names it.
    pub origin: String,
    /// The text itself; not part of a report.
    pub text: String,
}

/// Characters of a quotation: the sentence round a limit, not the clause.
const LONGEST_QUOTE: usize = 160;

/// Languages in which limits are read, the most readable first.
const READ: [&str; 2] = ["zh", "en"];

impl AttachedText {
    /// Gets the texts of documents as far as their rights let anything out: of each document one, in a language whose
    /// limits are read where it has one.
    pub(super) async fn of(
        store: &Store,
        documents: &[ReportDocument],
    ) -> Result<Vec<Self>, StoreError> {
        let ids: Vec<&str> = documents.iter().map(|one| one.id.as_str()).collect();
        let mut entries = Vec::new();
        for ids in ids.chunks(500) {
            entries.extend(store.texts_of(ids).await?);
        }
        entries.retain(|entry| entry.rights.shows_facts());
        let mut texts = Vec::new();
        for (at, document) in documents.iter().enumerate() {
            let own = entries.iter().filter(|entry| entry.slug == document.id);
            let place = |entry: &&TextEntry| READ.iter().position(|one| *one == entry.language);
            let Some(entry) = own.min_by_key(|entry| place(entry).unwrap_or(READ.len())) else {
                continue;
            };
            texts.extend(Self::read(store, at, entry).await?);
        }
        Ok(texts)
    }

    /// Reads a text of the store.
    pub(super) async fn read(
        store: &Store,
        document: usize,
        entry: &TextEntry,
    ) -> Result<Option<Self>, StoreError> {
        let text = store.text(&entry.slug, &entry.language).await?;
        Ok(text.map(|text| Self {
            document,
            rights: entry.rights,
            language: entry.language.clone(),
            origin: entry.origin.clone(),
            text,
        }))
    }

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
        let clauses = clauses::split(&self.text);
        extract(&self.text, None)
            .into_iter()
            .map(|indicator| {
                let at = indicator.span.start;
                let quote = (self.rights == Rights::Full).then(|| sentence_round(&self.text, at));
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
                    clause: clause_at(&self.text, &clauses, at),
                    evidence: vec![evidence.clone()],
                    quote,
                }
            })
            .collect()
    }
}

/// The label of the clause a byte stands in.
fn clause_at(text: &str, tree: &ClauseTree, at: usize) -> Option<String> {
    let behind = tree
        .clauses
        .partition_point(|clause| clause.title.start <= at);
    let clause = tree.clauses.get(behind.checked_sub(1)?)?;
    let name = clause.name(text).trim();
    (!name.is_empty()).then(|| name.to_owned())
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
            language: "zh".to_owned(),
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
        assert_eq!(full[0].clause.as_deref(), Some("4.1"));
        assert_eq!(full[0].quote.as_deref(), Some("铅含量不应大于 90 mg/kg"));
    }
}
