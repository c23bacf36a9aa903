//! The evaluated query as tantivy's collectors take it.

use std::collections::BTreeMap;
use std::sync::Arc;

use tantivy::index::SegmentId;
use tantivy::query::{Explanation, Scorer, Weight};
use tantivy::{DocId, DocSet, Result, Score, SegmentReader, TERMINATED, TantivyError};

use super::synonym_evaluation::SegmentScores;

/// Scores by segment, ready to be walked.
pub(super) struct SynonymWeight {
    segments: BTreeMap<SegmentId, Arc<SegmentScores>>,
}

impl SynonymWeight {
    /// Wraps the result of an evaluation.
    pub(super) fn new(segments: BTreeMap<SegmentId, SegmentScores>) -> Self {
        Self {
            segments: segments
                .into_iter()
                .map(|(id, scores)| (id, Arc::new(scores)))
                .collect(),
        }
    }

    fn scores(&self, reader: &SegmentReader) -> Arc<SegmentScores> {
        self.segments
            .get(&reader.segment_id())
            .cloned()
            .unwrap_or_default()
    }
}

impl Weight for SynonymWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> Result<Box<dyn Scorer>> {
        Ok(Box::new(SynonymScorer {
            scores: self.scores(reader),
            at: 0,
            boost,
        }))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> Result<Explanation> {
        let scores = self.scores(reader);
        let found = scores.binary_search_by_key(&doc, |(doc, _)| *doc);
        let at = found.map_err(|_| {
            TantivyError::InvalidArgument(format!("document {doc} does not match the concepts"))
        })?;
        Ok(Explanation::new(
            "concepts named, by synonym classes",
            scores[at].1,
        ))
    }
}

/// Walks the scores of one segment.
struct SynonymScorer {
    scores: Arc<SegmentScores>,
    at: usize,
    boost: Score,
}

impl DocSet for SynonymScorer {
    fn advance(&mut self) -> DocId {
        self.at = (self.at + 1).min(self.scores.len());
        self.doc()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.at += self.scores[self.at..].partition_point(|(doc, _)| *doc < target);
        self.doc()
    }

    fn doc(&self) -> DocId {
        self.scores.get(self.at).map_or(TERMINATED, |(doc, _)| *doc)
    }

    fn size_hint(&self) -> u32 {
        u32::try_from(self.scores.len()).unwrap_or(u32::MAX)
    }
}

impl Scorer for SynonymScorer {
    fn score(&mut self) -> Score {
        self.scores
            .get(self.at)
            .map_or(0.0, |(_, score)| self.boost * score)
    }
}
