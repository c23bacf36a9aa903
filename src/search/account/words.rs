//! The plain words of a query, as they would be looked up.

use crate::index::analyzer::{Analyzer, Pairs, Stems, is_stop_word};
use crate::number::{self, scan_symbols};
use crate::search::query::Node;
use crate::text::{Script, normalize, runs};

/// Words that are looked at one by one.
const MOST_WORDS: usize = 8;
/// Bytes of a run that are looked at: who pastes a page gets an answer, not an analysis.
const LONGEST_RUN: usize = 600;

/// The plain words of a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct WordsOf {
    /// Runs of words between numbers, normalised.
    pub(super) runs: Vec<String>,
    /// Words of scripts with spaces, normalised, without stop words and digits.
    pub(super) spaced: Vec<String>,
    /// Words of Chinese runs, and whole runs of other scripts without spaces.
    pub(super) unspaced: Vec<String>,
}

impl WordsOf {
    /// Gathers the words a query insists on; what it excludes, and conditions on fields, have none.
    pub(super) fn query(analyzer: &Analyzer, node: &Node) -> Self {
        let mut words = Self::default();
        words.gather(analyzer, node);
        words
    }

    /// Returns all words, those with spaces first.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.spaced
            .iter()
            .chain(&self.unspaced)
            .take(MOST_WORDS)
            .map(String::as_str)
    }

    fn gather(&mut self, analyzer: &Analyzer, node: &Node) {
        match node {
            Node::And(children) | Node::Or(children) => {
                for child in children {
                    self.gather(analyzer, child);
                }
            }
            Node::Words { text, .. } | Node::Phrase { text, .. } => self.add(analyzer, text),
            Node::Any | Node::Not(_) | Node::Prefix { .. } | Node::Field { .. } => {}
        }
    }

    fn add(&mut self, analyzer: &Analyzer, text: &str) {
        let text = &text[..text.floor_char_boundary(LONGEST_RUN)];
        let symbols = scan_symbols(text).into_iter().map(|found| found.bytes);
        let numbers = number::scan(text)
            .into_iter()
            .filter(|found| found.readings.is_ok())
            .map(|found| found.bytes);
        let mut spans: Vec<_> = symbols.chain(numbers).collect();
        spans.sort_by_key(|span| span.start);
        let mut from = 0;
        for span in spans
            .into_iter()
            .chain(std::iter::once(text.len()..text.len()))
        {
            if let Some(between) = text.get(from..span.start) {
                self.add_run(analyzer, normalize(between).as_str().trim());
            }
            from = span.end.max(from);
        }
    }

    fn add_run(&mut self, analyzer: &Analyzer, run: &str) {
        if run.is_empty() {
            return;
        }
        self.runs.push(run.to_owned());
        for part in runs(run) {
            let word = &run[part.bytes.clone()];
            if part.script == Script::Word {
                let telling = word.chars().any(char::is_alphabetic) && !is_stop_word(word);
                push(&mut self.spaced, word, telling);
            }
        }
        let analysis = analyzer.analyze_normalized(run, Stems::English, Pairs::None);
        for word in analysis.words {
            let telling = word.text.chars().count() > 1;
            push(&mut self.unspaced, &word.text, telling);
        }
    }
}

fn push(words: &mut Vec<String>, word: &str, telling: bool) {
    if telling && words.len() < MOST_WORDS && words.iter().all(|known| known != word) {
        words.push(word.to_owned());
    }
}
