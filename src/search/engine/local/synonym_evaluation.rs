//! The scores of a synonym query.
//!
//! For a concept *c*, a field *f* and a document *d*, with the members' weights *w*:
//!
//! ```text
//! tf(c,f,d)    = Σ over members m of  w(m) · (occurrences of m as a phrase, else SCATTERED if all its words occur)
//! class(c,f,d) = idf(|{d : tf > 0}|) · tf·(K1+1) / (tf + K1·(1 − B + B·length/average))
//! loose(c,f,d) = LOOSE · Σ over words v of members of n > 1 words of  max(w(m)/n) · class of v alone
//! score(c,d)   = max( Σ over f of boost(f) · max(class, loose),
//!                     PARTS/√(parts) · Σ over parts p of weight(p) · score(p,d) )
//! best(c)      = max over d of score(c,d)
//! named(d)     = Σ weight(c)·best(c)·√(score(c,d)/best(c))  /  Σ weight(c)·best(c)
//! score(d)     = named(d) · Σ weight(c) · score(c,d)
//! ```
//!
//! `named` stands in for a hard AND: a document with the rare concepts of a query passes one with
//! many of its frequent ones, and a query of which one word has no good rendering still ranks.

use std::collections::BTreeMap;

use tantivy::index::SegmentId;
use tantivy::schema::Field;
use tantivy::{DocId, Result, Score, Searcher, SegmentReader};

use super::synonym::{SynonymConcept, SynonymField, SynonymMember, SynonymQuery, SynonymWord};
use super::synonym_postings::{add_frequencies, index_of};

const K1: Score = 1.2;
const B: Score = 0.75;
/// Above this an idf says that a word is rare, not that it tells more.
const MOST_IDF: Score = 9.0;
const LOOSE: Score = 0.5;
const PARTS: Score = 0.5;

/// Documents of one segment with their scores, in the order of documents.
pub(super) type SegmentScores = Vec<(DocId, Score)>;

/// A number for every document of every segment, in the searcher's order.
type Column = Vec<Vec<Score>>;

/// Evaluates a query over all segments of a searcher.
pub(super) fn evaluate(
    query: &SynonymQuery,
    searcher: &Searcher,
) -> Result<BTreeMap<SegmentId, SegmentScores>> {
    let readers = searcher.segment_readers();
    let evaluator = Evaluator { readers, fields: &query.fields };
    let (mut sums, mut named) = (evaluator.column(), evaluator.column());
    let mut total = 0.0;
    for concept in &query.concepts {
        let scores = evaluator.concept(concept)?;
        let best = scores.iter().flatten().copied().fold(0.0, Score::max);
        if best <= 0.0 {
            continue;
        }
        total += concept.weight * best;
        combine(&mut sums, &scores, |sum, score| sum + concept.weight * score);
        combine(&mut named, &scores, |named, score| named + concept.weight * (best * score).sqrt());
    }
    let by_segment = readers.iter().zip(sums.into_iter().zip(named)).map(|(reader, (sums, named))| {
        let scores = (0..)
            .zip(sums.into_iter().zip(named))
            .filter(|(doc, (sum, _))| *sum > 0.0 && !reader.is_deleted(*doc))
            .map(|(doc, (sum, named))| (doc, sum * named / total))
            .collect();
        (reader.segment_id(), scores)
    });
    Ok(by_segment.collect())
}

struct Evaluator<'a> {
    readers: &'a [SegmentReader],
    fields: &'a [SynonymField],
}

impl Evaluator<'_> {
    fn column(&self) -> Column {
        self.readers.iter().map(|reader| vec![0.0; index_of(reader.max_doc())]).collect()
    }

    /// Scores a concept as a whole and by its parts and takes the better of the two.
    fn concept(&self, concept: &SynonymConcept) -> Result<Column> {
        let mut whole = self.whole(&concept.members)?;
        if concept.parts.len() > 1 {
            let mut sum = self.column();
            for part in &concept.parts {
                combine(&mut sum, &self.whole(&part.members)?, |sum, score| sum + part.weight * score);
            }
            let parts = Score::from(u16::try_from(concept.parts.len()).unwrap_or(u16::MAX));
            combine(&mut whole, &sum, |whole, sum| whole.max(PARTS / parts.sqrt() * sum));
        }
        Ok(whole)
    }

    fn whole(&self, members: &[SynonymMember]) -> Result<Column> {
        let mut scores = self.column();
        for SynonymField { field, boost } in self.fields {
            let mut best = self.class(*field, members)?;
            let mut loose = self.column();
            for (word, weight) in loose_words(members) {
                let alone = SynonymMember { words: vec![word.clone()], weight: 1.0 };
                let class = self.class(*field, &[alone])?;
                combine(&mut loose, &class, |loose, class| loose + LOOSE * weight * class);
            }
            combine(&mut best, &loose, Score::max);
            combine(&mut scores, &best, |score, best| score + boost * best);
        }
        Ok(scores)
    }

    /// Scores one synonym class in one field: BM25 over summed frequencies.
    fn class(&self, field: Field, members: &[SynonymMember]) -> Result<Column> {
        let mut column = self.column();
        let (mut tokens, mut documents, mut matching) = (0, 0, 0);
        for (reader, frequencies) in self.readers.iter().zip(&mut column) {
            let index = reader.inverted_index(field)?;
            tokens += index.total_num_tokens();
            documents += u64::from(reader.max_doc());
            for member in members {
                add_frequencies(&index, field, member, frequencies)?;
            }
            matching += frequencies.iter().filter(|frequency| **frequency > 0.0).count();
        }
        let idf = idf(as_score(matching as u64), as_score(documents)).min(MOST_IDF);
        let average = (as_score(tokens) / as_score(documents)).max(1.0);
        for (reader, scores) in self.readers.iter().zip(&mut column) {
            let lengths = reader.get_fieldnorms_reader(field)?;
            for (doc, score) in (0..).zip(scores.iter_mut()).filter(|(_, score)| **score > 0.0) {
                let length = as_score(u64::from(lengths.fieldnorm(doc)));
                let frequency = *score;
                let norm = K1 * (1.0 - B + B * length / average);
                *score = idf * frequency * (K1 + 1.0) / (frequency + norm);
            }
        }
        Ok(column)
    }
}

/// Sets every number of `into` to what the function makes of it and its counterpart.
fn combine(into: &mut Column, from: &Column, function: impl Fn(Score, Score) -> Score) {
    for (into, from) in into.iter_mut().flatten().zip(from.iter().flatten()) {
        if *from > 0.0 {
            *into = function(*into, *from);
        }
    }
}

/// Returns the words of members of several words, each with its best share of a member's weight.
fn loose_words(members: &[SynonymMember]) -> Vec<(&SynonymWord, Score)> {
    let mut words: Vec<(&SynonymWord, Score)> = Vec::new();
    for member in members.iter().filter(|member| member.words.len() > 1) {
        let telling = member.words.iter().filter(|word| !word.is_stop_word);
        let share = member.weight / as_score(telling.clone().count() as u64);
        for word in telling {
            match words.iter_mut().find(|(known, _)| *known == word) {
                Some((_, best)) => *best = best.max(share),
                None => words.push((word, share)),
            }
        }
    }
    words
}

fn idf(matching: Score, documents: Score) -> Score {
    (1.0 + (documents - matching + 0.5) / (matching + 0.5)).ln()
}

#[expect(clippy::cast_precision_loss, reason = "a score is no more exact than that")]
fn as_score(number: u64) -> Score {
    number as Score
}
