//! IBM Model 1 over pieces and words.

use std::collections::{BTreeMap, HashMap};

use super::options::LearnOptions;
use super::report::{LearnReport, LearnedPair};
use crate::terms::english;
use crate::terms::spelling;
use crate::terms::term_base::TermBase;

/// English words that stand in every title.
const EMPTY_WORDS: [&str; 22] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or",
    "part", "s", "that", "the", "to", "under", "used", "with",
];

/// Titles longer than this are cut: the table grows with the product of both lengths.
const LONGEST_TITLE: usize = 60;

/// A title pair as numbers of pieces and words, each once.
struct Sentence {
    pieces: Vec<u32>,
    words: Vec<u32>,
}

/// Learns which English words go with which Chinese pieces from pairs of titles.
///
/// `base` cuts the Chinese titles; its own renderings are not used, so that what it already knows
/// is learned again and can be checked. The result does not depend on the order of a hash map.
pub fn learn<'t>(
    base: &TermBase,
    titles: impl IntoIterator<Item = (&'t str, &'t str)>,
    options: LearnOptions,
) -> LearnReport {
    let mut pieces = Numbering::default();
    let mut words = Numbering::default();
    let sentences: Vec<Sentence> = titles
        .into_iter()
        .map(|(chinese, english)| Sentence {
            pieces: pieces.numbers(base.pieces(chinese).into_iter().map(str::to_owned)),
            words: words.numbers(
                english::words(english)
                    .filter(|word| !EMPTY_WORDS.contains(&word.as_str()))
                    .map(|word| spelling::key(&word)),
            ),
        })
        .filter(|sentence| !sentence.pieces.is_empty() && !sentence.words.is_empty())
        .collect();
    let table = maximise(&sentences, options.rounds);
    let mut report = LearnReport {
        titles: sentences.len(),
        ..LearnReport::default()
    };
    let mut by_piece: BTreeMap<&str, Vec<LearnedPair>> = BTreeMap::new();
    for ((piece, word), entry) in &table {
        let kept = by_piece.entry(pieces.name(*piece)).or_default();
        if entry.probability < options.probability {
            continue;
        }
        if entry.support < options.support {
            report.too_rare += 1;
            continue;
        }
        kept.push(LearnedPair {
            chinese: pieces.name(*piece).to_owned(),
            english: words.name(*word).to_owned(),
            probability: entry.probability,
            support: entry.support,
        });
    }
    for mut kept in by_piece.into_values() {
        kept.sort_by(|a, b| {
            b.probability
                .total_cmp(&a.probability)
                .then_with(|| a.english.cmp(&b.english))
        });
        kept.truncate(options.most);
        report.pieces_without_a_pair += usize::from(kept.is_empty());
        report.pairs.append(&mut kept);
    }
    report
}

/// Probability of a word given a piece, and the sentences that hold both.
#[derive(Clone, Copy)]
struct Entry {
    probability: f32,
    expected: f32,
    support: u32,
}

fn maximise(sentences: &[Sentence], rounds: usize) -> HashMap<(u32, u32), Entry> {
    let mut table: HashMap<(u32, u32), Entry> = HashMap::new();
    for sentence in sentences {
        for pair in sentence.pairs() {
            let fresh = Entry {
                probability: 1.0,
                expected: 0.0,
                support: 0,
            };
            table.entry(pair).or_insert(fresh).support += 1;
        }
    }
    for _ in 0..rounds {
        let mut totals: HashMap<u32, f32> = HashMap::new();
        for sentence in sentences {
            for word in &sentence.words {
                let probability = |piece: &u32| table.get(&(*piece, *word)).map(|e| e.probability);
                let sum: f32 = sentence.pieces.iter().filter_map(probability).sum();
                for piece in &sentence.pieces {
                    let Some(entry) = table.get_mut(&(*piece, *word)) else {
                        continue;
                    };
                    let share = entry.probability / sum.max(f32::MIN_POSITIVE);
                    entry.expected += share;
                    *totals.entry(*piece).or_default() += share;
                }
            }
        }
        for ((piece, _), entry) in &mut table {
            let total = totals.get(piece).copied().unwrap_or(1.0);
            entry.probability = entry.expected / total.max(f32::MIN_POSITIVE);
            entry.expected = 0.0;
        }
    }
    table
}

impl Sentence {
    fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.pieces
            .iter()
            .flat_map(|piece| self.words.iter().map(|word| (*piece, *word)))
    }
}

/// Gives strings numbers in the order they come.
#[derive(Default)]
struct Numbering {
    numbers: HashMap<String, u32>,
    names: Vec<String>,
}

impl Numbering {
    fn numbers(&mut self, strings: impl Iterator<Item = String>) -> Vec<u32> {
        let mut numbers: Vec<u32> = strings
            .take(LONGEST_TITLE)
            .filter_map(|string| self.number(string))
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn number(&mut self, string: String) -> Option<u32> {
        if let Some(known) = self.numbers.get(&string) {
            return Some(*known);
        }
        let next = u32::try_from(self.names.len()).ok()?;
        self.names.push(string.clone());
        self.numbers.insert(string, next);
        Some(next)
    }

    fn name(&self, number: u32) -> &str {
        usize::try_from(number)
            .ok()
            .and_then(|n| self.names.get(n))
            .map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLES: [(&str, &str); 6] = [
        ("焊接 电极", "Welding electrodes"),
        ("焊接 气体", "Welding gases"),
        ("焊接 设备", "Welding equipment"),
        ("切割 设备", "Cutting equipment"),
        ("切割 气体", "Cutting gases"),
        ("切割 电极", "Cutting electrodes"),
    ];

    #[test]
    fn words_that_always_come_together_are_learned() {
        let report = learn(TermBase::embedded(), TITLES, LearnOptions::default());
        let best = |piece: &str| report.pairs.iter().find(|pair| pair.chinese == piece);
        assert_eq!(
            best("焊接").map(|pair| pair.english.as_str()),
            Some("welding")
        );
        assert_eq!(
            best("切割").map(|pair| pair.english.as_str()),
            Some("cutting")
        );
        assert_eq!(report.titles, TITLES.len());
    }

    #[test]
    fn a_pair_seen_too_seldom_is_counted_and_left_out() {
        let options = LearnOptions {
            support: 4,
            ..LearnOptions::default()
        };
        let report = learn(TermBase::embedded(), TITLES, options);
        assert!(report.pairs.is_empty());
        assert!(report.too_rare > 0);
    }

    #[test]
    fn titles_with_an_empty_side_teach_nothing() {
        let report = learn(
            TermBase::embedded(),
            [("", "Steel"), ("钢", "")],
            LearnOptions::default(),
        );
        assert_eq!(report, LearnReport::default());
    }

    #[test]
    fn learning_twice_gives_the_same_report() {
        let once = learn(TermBase::embedded(), TITLES, LearnOptions::default());
        assert_eq!(
            once,
            learn(TermBase::embedded(), TITLES, LearnOptions::default())
        );
    }
}
