//! From text to terms, the same at indexing and at search.
//!
//! Text is normalised (width, case, accents, Traditional → Simplified) and cut into runs of one script. Chinese runs go to
//! jieba, without its hidden Markov model: guesses about unknown words depend on their neighbours, and a query has other
//! neighbours than a document. Runs without spaces of any script also give characters and character pairs, because
//! segmentation depends on context and a pair never does. Runs with spaces give stemmed words. Positions of Chinese terms
//! are character offsets, so that phrases over overlapping words stay exact (tantivy's own adapters differ here).

mod dictionary;
mod han;
mod latin;

use std::ops::Range;
use std::sync::Arc;

use jieba_rs::Jieba;

use crate::text::{Script, normalize, runs};

pub use dictionary::version as dictionary_version;
pub use latin::{Stems, is_stop_word, stem};

/// A term and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The term as it is indexed.
    pub text: String,
    /// Position in its field: a character offset for Chinese, a word count for Latin.
    pub position: usize,
    /// Bytes of the normalised text.
    pub start: usize,
    /// End of those bytes.
    pub end: usize,
}

/// The terms of a text, by the field that takes them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Analysis {
    /// Words of Chinese runs.
    pub words: Vec<Term>,
    /// Words of Chinese runs and the dictionary words inside them.
    pub sub: Vec<Term>,
    /// Characters and character pairs of runs without spaces.
    pub bigrams: Vec<Term>,
    /// Stemmed words.
    pub latin: Vec<Term>,
}

/// How much of a text without spaces is cut into pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pairs {
    /// Not at all: words and sub-words are enough for Chinese abstracts, and pairs would add a third to the index.
    None,
    /// Every run.
    All,
}

/// The analyzer; cheap to clone.
#[derive(Debug, Clone)]
pub struct Analyzer {
    jieba: Arc<Jieba>,
}

/// Version of the rules below; part of the index's fingerprint.
pub(super) const VERSION: u32 = 1;

impl Analyzer {
    /// Loads the dictionaries; takes about a quarter of a second and 40 MB, once a process.
    pub fn load() -> Self {
        Self {
            jieba: Arc::new(dictionary::load()),
        }
    }

    /// Cuts a text as it stands into words: byte ranges, rising; what lies between words is left out.
    pub fn words(&self, text: &str) -> Vec<Range<usize>> {
        let mut words = Vec::new();
        for run in runs(text) {
            match run.script {
                Script::Han => {
                    let part = &text[run.bytes.clone()];
                    han::words(&self.jieba, part, run.bytes.start, &mut words);
                }
                Script::Word => words.push(run.bytes),
                Script::Kana | Script::Hangul | Script::Other => {}
            }
        }
        words
    }

    /// Analyzes a text.
    pub fn analyze(&self, text: &str, stems: Stems, pairs: Pairs) -> Analysis {
        let normalized = normalize(text);
        self.analyze_normalized(normalized.as_str(), stems, pairs)
    }

    /// Analyzes a text that is normalised already.
    pub fn analyze_normalized(&self, text: &str, stems: Stems, pairs: Pairs) -> Analysis {
        let mut analysis = Analysis::default();
        let mut characters = 0;
        let mut word_position = 0;
        // The last run without spaces: pairs reach over the border of Han and kana, which stand side by side.
        let mut open: Option<(usize, usize)> = None;
        for run in runs(text) {
            let part = &text[run.bytes.clone()];
            match run.script {
                Script::Han => han::cut(
                    &self.jieba,
                    part,
                    run.bytes.start,
                    characters,
                    &mut analysis,
                ),
                Script::Word => latin::cut(
                    part,
                    run.bytes.start,
                    &mut word_position,
                    stems,
                    &mut analysis.latin,
                ),
                Script::Kana | Script::Hangul | Script::Other => {}
            }
            if run.script.is_unspaced() {
                open.get_or_insert((run.bytes.start, characters));
            } else if let Some((start, position)) = open.take() {
                pair(
                    &text[start..run.bytes.start],
                    start,
                    position,
                    pairs,
                    &mut analysis.bigrams,
                );
            }
            characters += part.chars().count();
        }
        if let Some((start, position)) = open {
            pair(
                &text[start..],
                start,
                position,
                pairs,
                &mut analysis.bigrams,
            );
        }
        analysis
    }
}

fn pair(text: &str, start: usize, position: usize, pairs: Pairs, terms: &mut Vec<Term>) {
    if pairs == Pairs::None {
        return;
    }
    let mut ends = text
        .char_indices()
        .map(|(at, character)| at + character.len_utf8())
        .peekable();
    let mut from = 0;
    let mut position = position;
    while let Some(end) = ends.next() {
        let second = ends.peek().copied();
        for to in std::iter::once(end).chain(second) {
            terms.push(Term {
                text: text[from..to].to_owned(),
                position,
                start: start + from,
                end: start + to,
            });
        }
        from = end;
        position += 1;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;

    static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::load);

    fn texts(terms: &[Term]) -> Vec<&str> {
        terms.iter().map(|term| term.text.as_str()).collect()
    }

    #[test]
    fn chinese_gives_words_and_the_words_inside_them() {
        let analysis = ANALYZER.analyze("建筑设计防火规范", Stems::English, Pairs::All);
        assert!(texts(&analysis.sub).contains(&"设计"));
        assert!(
            texts(&analysis.bigrams).contains(&"计防"),
            "a pair over the border of two words"
        );
        assert!(
            texts(&analysis.bigrams).contains(&"火"),
            "single characters are found too"
        );
        let traditional = ANALYZER.analyze("建築設計防火規範", Stems::English, Pairs::All);
        assert_eq!(traditional, analysis);
    }

    #[test]
    fn positions_of_chinese_terms_are_character_offsets() {
        let analysis = ANALYZER.analyze("LED灯的安全要求", Stems::English, Pairs::None);
        let safety = analysis
            .words
            .iter()
            .find(|term| term.text == "安全")
            .unwrap();
        assert_eq!(safety.position, 5);
        assert!(analysis.bigrams.is_empty());
    }

    #[test]
    fn latin_words_are_stemmed_and_counted() {
        let analysis = ANALYZER.analyze(
            "Pneumatic Tyres for ISO 9001-2015",
            Stems::English,
            Pairs::All,
        );
        assert_eq!(
            texts(&analysis.latin),
            ["pneumat", "tyre", "for", "iso", "9001", "2015"]
        );
        assert_eq!(analysis.latin[4].position, 4);
    }

    #[test]
    fn kana_and_han_side_by_side_are_paired_over_their_border() {
        let analysis = ANALYZER.analyze("建築のベーシック", Stems::English, Pairs::All);
        assert!(texts(&analysis.bigrams).contains(&"筑の"));
    }
}
