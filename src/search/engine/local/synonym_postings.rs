//! How often a member of a synonym class occurs in each document of a segment.

use tantivy::index::InvertedIndexReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, Result, Score, TERMINATED, Term};

use super::synonym::SynonymMember;
use super::synonym_board::Board;

/// What a member of several words counts where all its words occur, but not as a phrase.
const SCATTERED: Score = 0.7;

/// A word of a member: its postings and its place in the member.
struct Cursor {
    postings: SegmentPostings,
    place: u32,
    is_stop_word: bool,
}

/// Adds the member's weighted frequencies to those of the segment's documents.
pub(super) fn add_frequencies(
    index: &InvertedIndexReader,
    field: Field,
    member: &SynonymMember,
    frequencies: &mut Board,
) -> Result<()> {
    if let [word] = member.words.as_slice() {
        let term = Term::from_field_text(field, &word.text);
        let Some(mut postings) = index.read_postings(&term, IndexRecordOption::WithFreqs)? else {
            return Ok(());
        };
        while postings.doc() != TERMINATED {
            let count = Score::from(u16::try_from(postings.term_freq()).unwrap_or(u16::MAX));
            frequencies.update(postings.doc(), |sum| sum + member.weight * count);
            postings.advance();
        }
        return Ok(());
    }
    add_phrase(index, field, member, frequencies)
}

fn add_phrase(
    index: &InvertedIndexReader,
    field: Field,
    member: &SynonymMember,
    frequencies: &mut Board,
) -> Result<()> {
    let mut cursors = Vec::new();
    for (place, word) in (0..).zip(&member.words) {
        let term = Term::from_field_text(field, &word.text);
        let postings = index.read_postings(&term, IndexRecordOption::WithFreqsAndPositions)?;
        match postings {
            Some(postings) => {
                cursors.push(Cursor {
                    postings,
                    place,
                    is_stop_word: word.is_stop_word,
                });
            }
            None if word.is_stop_word => {}
            None => return Ok(()),
        }
    }
    let all_words = cursors.len() == member.words.len();
    let (mut stop_words, mut telling): (Vec<Cursor>, Vec<Cursor>) =
        cursors.into_iter().partition(|cursor| cursor.is_stop_word);
    telling.sort_by_key(|cursor| cursor.postings.doc_freq());
    while let Some(doc) = next_common(&mut telling) {
        let with_stop_words = all_words && stop_words.iter_mut().all(|stop| stop.is_at(doc));
        let phrases = if with_stop_words {
            phrases(&mut telling, &mut stop_words)
        } else {
            0
        };
        let count = Score::from(phrases);
        let counted = if phrases > 0 { count } else { SCATTERED };
        frequencies.update(doc, |sum| sum + member.weight * counted);
        if let Some(rarest) = telling.first_mut() {
            rarest.postings.advance();
        }
    }
    Ok(())
}

impl Cursor {
    /// Moves up to a document and tells whether the word occurs in it.
    fn is_at(&mut self, doc: DocId) -> bool {
        if self.postings.doc() < doc {
            self.postings.seek(doc);
        }
        self.postings.doc() == doc
    }
}

/// Moves the cursors to the next document that has all words, from where the first one stands.
fn next_common(cursors: &mut [Cursor]) -> Option<DocId> {
    let (rarest, others) = cursors.split_first_mut()?;
    while rarest.postings.doc() != TERMINATED {
        let doc = rarest.postings.doc();
        if others.iter_mut().all(|other| other.is_at(doc)) {
            return Some(doc);
        }
        rarest.postings.advance();
    }
    None
}

/// Counts the places at which the words stand one after the other.
fn phrases(telling: &mut [Cursor], stop_words: &mut [Cursor]) -> u16 {
    let mut starts: Option<Vec<u32>> = None;
    let mut positions = Vec::new();
    for cursor in telling.iter_mut().chain(stop_words) {
        cursor.postings.positions(&mut positions);
        let here = positions
            .iter()
            .filter_map(|position| position.checked_sub(cursor.place));
        starts = Some(match starts {
            None => here.collect(),
            Some(starts) => {
                let here: Vec<u32> = here.collect();
                starts
                    .into_iter()
                    .filter(|start| here.binary_search(start).is_ok())
                    .collect()
            }
        });
    }
    u16::try_from(starts.map_or(0, |starts| starts.len())).unwrap_or(u16::MAX)
}
