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
//! many of its frequent ones, and a query of which one word has no good rendering still ranks. What
//! names less than `LEAST_NAMED` is left out. Loose words and parts are passed over for a concept that `ENOUGH` documents
//! name outright.

use std::collections::BTreeMap;

use tantivy::index::SegmentId;
use tantivy::schema::Field;
use tantivy::{DocId, Result, Score, Searcher};

use super::synonym::{SynonymConcept, SynonymField, SynonymMember, SynonymQuery, SynonymWord};
use super::synonym_board::{Board, Sparse};
use super::synonym_postings::add_frequencies;
use super::synonym_scratch::Scratch;

const K1: Score = 1.2;
const B: Score = 0.75;
/// Above this an idf says that a word is rare, not that it tells more.
const MOST_IDF: Score = 9.0;
/// A document that names less of a query than this is no hit: it would be counted and never looked at.
const LEAST_NAMED: Score = 0.45;
const LOOSE: Score = 0.5;
/// Documents that name a concept outright; hits beyond them are looked at by nobody.
const ENOUGH: usize = 150;
const PARTS: Score = 0.5;

/// Documents of one segment with their scores, in the order of documents.
pub(super) type SegmentScores = Vec<(DocId, Score)>;

/// The documents of every segment that have a score, in the searcher's order of segments.
type Column = Vec<Sparse>;

/// Evaluates a query over all segments of a searcher.
pub(super) fn evaluate(
    query: &SynonymQuery,
    searcher: &Searcher,
) -> Result<BTreeMap<SegmentId, SegmentScores>> {
    let mut evaluator = Evaluator {
        searcher,
        fields: &query.fields,
        scratch: query.paper.lend(searcher),
    };
    let mut total = 0.0;
    for concept in &query.concepts {
        let scores = evaluator.concept(concept)?;
        let best = scores
            .iter()
            .flatten()
            .map(|(_, score)| *score)
            .fold(0.0, Score::max);
        if best <= 0.0 {
            continue;
        }
        total += concept.weight * best;
        combine(&mut evaluator.scratch.sums, &scores, |sum, score| {
            sum + concept.weight * score
        });
        combine(&mut evaluator.scratch.named, &scores, |named, score| {
            named + concept.weight * (best * score).sqrt()
        });
    }
    let mut scratch = evaluator.scratch;
    let mut by_segment = BTreeMap::new();
    for (reader, (sums, named)) in searcher
        .segment_readers()
        .iter()
        .zip(scratch.sums.iter_mut().zip(&mut scratch.named))
    {
        // Both boards were touched by the same documents in the same order.
        let mut scores: SegmentScores = sums
            .take()
            .into_iter()
            .zip(named.take())
            .map(|((doc, sum), (_, named))| (doc, sum, named / total))
            .filter(|(doc, _, named)| *named >= LEAST_NAMED && !reader.is_deleted(*doc))
            .map(|(doc, sum, named)| (doc, sum * named))
            .collect();
        scores.sort_unstable_by_key(|(doc, _)| *doc);
        by_segment.insert(reader.segment_id(), scores);
    }
    query.paper.give_back(scratch);
    Ok(by_segment)
}

/// Scores concepts; the boards are its scratch paper, empty between calls.
struct Evaluator<'a> {
    searcher: &'a Searcher,
    fields: &'a [SynonymField],
    scratch: Scratch,
}

impl Evaluator<'_> {
    /// Scores a concept as a whole and by its parts and takes the better of the two.
    fn concept(&mut self, concept: &SynonymConcept) -> Result<Column> {
        let whole = self.whole(&concept.members)?;
        if concept.parts.len() < 2 || is_enough(&whole) {
            return Ok(whole);
        }
        for part in &concept.parts {
            let scores = self.whole(&part.members)?;
            combine(&mut self.scratch.parts, &scores, |sum, score| {
                sum + part.weight * score
            });
        }
        let parts = take(&mut self.scratch.parts);
        let count = Score::from(u16::try_from(concept.parts.len()).unwrap_or(u16::MAX));
        combine(&mut self.scratch.whole, &whole, |_, score| score);
        combine(&mut self.scratch.whole, &parts, |whole, sum| {
            whole.max(PARTS / count.sqrt() * sum)
        });
        Ok(take(&mut self.scratch.whole))
    }

    fn whole(&mut self, members: &[SynonymMember]) -> Result<Column> {
        let loose_words = loose_words(members);
        for SynonymField { field, boost } in self.fields {
            let class = self.class(*field, members)?;
            let enough = is_enough(&class);
            combine(&mut self.scratch.best, &class, |_, score| score);
            for (word, weight) in loose_words.iter().filter(|_| !enough) {
                let alone = SynonymMember {
                    words: vec![(*word).clone()],
                    weight: 1.0,
                };
                let class = self.class(*field, &[alone])?;
                combine(&mut self.scratch.loose, &class, |sum, class| {
                    sum + LOOSE * weight * class
                });
            }
            let loose = take(&mut self.scratch.loose);
            combine(&mut self.scratch.best, &loose, Score::max);
            let best = take(&mut self.scratch.best);
            combine(&mut self.scratch.whole, &best, |score, best| {
                score + boost * best
            });
        }
        Ok(take(&mut self.scratch.whole))
    }

    /// Scores one synonym class in one field: BM25 over summed frequencies.
    fn class(&mut self, field: Field, members: &[SynonymMember]) -> Result<Column> {
        let (mut tokens, mut documents) = (0, 0);
        let readers = self.searcher.segment_readers();
        for (reader, frequencies) in readers.iter().zip(&mut self.scratch.frequencies) {
            let index = reader.inverted_index(field)?;
            tokens += index.total_num_tokens();
            documents += u64::from(reader.max_doc());
            for member in members {
                add_frequencies(&index, field, member, frequencies)?;
            }
        }
        let mut column = take(&mut self.scratch.frequencies);
        let matching = column.iter().map(Vec::len).sum::<usize>() as u64;
        let idf = idf(as_score(matching), as_score(documents)).min(MOST_IDF);
        let average = (as_score(tokens) / as_score(documents)).max(1.0);
        for (reader, scores) in readers.iter().zip(&mut column) {
            let lengths = reader.get_fieldnorms_reader(field)?;
            for (doc, score) in scores {
                let length = as_score(u64::from(lengths.fieldnorm(*doc)));
                let norm = K1 * (1.0 - B + B * length / average);
                *score = idf * *score * (K1 + 1.0) / (*score + norm);
            }
        }
        Ok(column)
    }
}

/// Tells whether so many documents name a concept outright that those which only hint at it need not be looked for.
///
/// Its words by themselves (`system`, `management`) stand in tens of thousands of documents and were most of the time.
fn is_enough(column: &Column) -> bool {
    column.iter().map(Vec::len).sum::<usize>() >= ENOUGH
}

fn take(boards: &mut [Board]) -> Column {
    boards.iter_mut().map(Board::take).collect()
}

/// Sets the numbers of the column's documents to what the function makes of both.
fn combine(into: &mut [Board], from: &Column, function: impl Fn(Score, Score) -> Score) {
    for (board, sparse) in into.iter_mut().zip(from) {
        for (doc, number) in sparse {
            board.update(*doc, |before| function(before, *number));
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

#[expect(
    clippy::cast_precision_loss,
    reason = "a score is no more exact than that"
)]
fn as_score(number: u64) -> Score {
    number as Score
}
