//! The texts of two documents that may be shown side by side.

use std::time::{Duration, Instant};

use super::{AttachedText, ReportDocument, TextComparison};
use crate::compare::text_diff::Tokenizer;
use crate::model::Bilingual;
use crate::storage::{Store, StoreError, TextEntry};

/// How long the finest comparison is looked for; past it clauses are compared by sentence, and the answer says so.
const FINEST_WITHIN: Duration = Duration::from_secs(5);

/// What is held of two documents.
pub(super) enum Shown {
    /// Both texts, boxed for their size.
    Both(Box<[AttachedText; 2]>),
    /// Both are held, and the rights of one keep its sentences back.
    Withheld,
    /// One of them is not held.
    Absent,
}

impl Shown {
    /// Gets the texts: of one language where both have one in common.
    pub(super) async fn of(
        store: &Store,
        documents: &[ReportDocument; 2],
    ) -> Result<Self, StoreError> {
        let ids = documents.each_ref().map(|document| document.id.as_str());
        let entries = store.texts_of(&ids).await?;
        let of = |at: usize| entries.iter().filter(move |entry| entry.slug == ids[at]);
        if of(0).next().is_none() || of(1).next().is_none() {
            return Ok(Self::Absent);
        }
        let shown = |at: usize| of(at).filter(|entry| entry.rights.shows_text());
        let pairs = shown(0).flat_map(|own| shown(1).map(move |other| (own, other)));
        let is_foreign = |(own, other): &(&TextEntry, &TextEntry)| own.language != other.language;
        let Some((own, other)) = pairs.min_by_key(is_foreign) else {
            return Ok(Self::Withheld);
        };
        let own = AttachedText::read(store, 0, own).await?;
        let other = AttachedText::read(store, 1, other).await?;
        Ok(match (own, other) {
            (Some(own), Some(other)) => Self::Both(Box::new([own, other])),
            _ => Self::Absent,
        })
    }

    /// Says why the texts are not compared; nothing where they are.
    pub(super) fn why_not(&self) -> Option<Bilingual> {
        match self {
            Self::Both(_) => None,
            Self::Withheld => Some(Bilingual::new(
                "正文的权利状态不允许展示原文，条款与文本未比对；限值仍参与比对",
                "the rights of a text do not allow its sentences to be shown, so clauses and texts were not compared; its \
                 limits were",
            )),
            Self::Absent => Some(Bilingual::new(
                "库中没有可供对照的两份正文，条款与文本未比对",
                "no texts of both documents are held, so clauses and texts were not compared",
            )),
        }
    }

    /// Compares them; nothing where they are not to be compared, or have no clauses.
    pub(super) fn compare(&self, words: &Tokenizer<'_>) -> Option<TextComparison> {
        let Self::Both(texts) = self else {
            return None;
        };
        let deadline = Instant::now() + FINEST_WITHIN;
        let [a, b] = texts.as_ref();
        TextComparison::of(a, b, words, Some(deadline))
    }
}
