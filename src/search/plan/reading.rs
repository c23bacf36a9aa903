//! Reading a run of plain words: numbers first, then words.

use std::ops::Range;

use corpora::markets;

use super::{Clause, Key, Translated, latin, numbers, unspaced};
use crate::index::analyzer::{Analyzer, Pairs, Stems};
use crate::number::{self, Number, Symbol, scan_symbols};
use crate::search::highlight::Marks;
use crate::text::{Script, normalize, runs};

/// What a run of words asks for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Reading {
    /// Numbers a document must have.
    pub(super) number_units: Vec<Clause>,
    /// Words a document must have, one clause each.
    pub(super) units: Vec<Clause>,
    /// The words in the other language.
    pub(super) translations: Vec<Translated>,
    /// What only adds to the score.
    pub(super) extras: Vec<Clause>,
    /// What to mark.
    pub(super) marks: Marks,
    /// Numbers that were recognised.
    pub(super) numbers: Vec<Number>,
}

/// Single characters that join words and that no query means by themselves.
const JOINING: &str = "的和与及或等之其在对为用";

/// What a document of the named market is worth, about as much as a word in its title.
const OF_MARKET: f32 = 25.0;

/// Bytes of a query that are translated; a longer one is a pasted text, which has enough words of its own.
const MOST_TRANSLATED: usize = 600;

/// Words of a query that are looked at; nobody types more, and a pasted page would ask for everything at once.
const MOST_WORDS: usize = 48;

impl Reading {
    /// Reads plain words.
    pub(super) fn of(analyzer: &Analyzer, text: &str) -> Self {
        let mut reading = Self::default();
        let mut spans = Vec::new();
        for found in scan_symbols(text) {
            reading.add_symbol(analyzer, &found.symbol, &text[found.bytes.clone()]);
            spans.push(found.bytes);
        }
        reading.read_numbers(analyzer, text, &mut spans);
        spans.sort_by_key(|span| span.start);
        let mut from = 0;
        for span in spans
            .into_iter()
            .chain(std::iter::once(text.len()..text.len()))
        {
            if let Some(between) = text.get(from..span.start) {
                reading.add_words(analyzer, between);
                reading.translate(between);
            }
            from = span.end.max(from);
        }
        reading.insist_on_something(text);
        reading
    }

    /// Who asks for `to` alone means it; beside a number or another word it says nothing.
    fn insist_on_something(&mut self, text: &str) {
        if !self.units.is_empty() || !self.number_units.is_empty() {
            return;
        }
        let normalized = normalize(text);
        let words = runs(normalized.as_str()).filter(|run| run.script == Script::Word);
        for word in words
            .take(MOST_WORDS)
            .map(|run| &normalized.as_str()[run.bytes])
        {
            self.marks.add_word(word);
            self.units.push(latin::word(word));
        }
    }

    fn read_numbers(&mut self, analyzer: &Analyzer, text: &str, spans: &mut Vec<Range<usize>>) {
        // What is typed alone is read more willingly than what stands in a sentence (`IS 5`).
        let alone = text.trim();
        if spans.is_empty() && alone.bytes().any(|byte| byte.is_ascii_digit()) {
            let readings = Number::readings(alone);
            if !readings.is_empty() {
                let read = readings.into_iter().map(|reading| reading.number).collect();
                self.add_number(analyzer, read, alone);
                spans.push(0..text.len());
                return;
            }
        }
        for mention in number::scan(text) {
            let taken = spans
                .iter()
                .any(|span| span.start < mention.bytes.end && mention.bytes.start < span.end);
            if let (Ok(readings), false) = (mention.readings, taken) {
                let read = readings.into_iter().map(|reading| reading.number).collect();
                self.add_number(analyzer, read, &text[mention.bytes.clone()]);
                spans.push(mention.bytes);
            }
        }
    }

    /// A number may be read in several ways, and may after all be words: the best match counts.
    fn add_number(&mut self, analyzer: &Analyzer, read: Vec<Number>, text: &str) {
        let mut ways: Vec<Clause> = read.iter().take(3).map(numbers::number).collect();
        let words = Self::words_of(analyzer, text);
        ways.push(Clause::all(words.units));
        self.marks.add(&words.marks);
        self.number_units.push(Clause::best(ways));
        self.numbers.extend(read.into_iter().take(1));
    }

    fn add_symbol(&mut self, analyzer: &Analyzer, symbol: &Symbol, text: &str) {
        let words = Self::words_of(analyzer, text);
        self.marks.add(&words.marks);
        self.number_units.push(numbers::symbol(symbol));
    }

    /// Adds what the words are called in the other language, where the term base knows.
    fn translate(&mut self, text: &str) {
        let text = text
            .get(..text.floor_char_boundary(MOST_TRANSLATED))
            .unwrap_or_default();
        let normalized = normalize(text);
        self.translations
            .extend(Translated::of(normalized.as_str()));
    }

    fn words_of(analyzer: &Analyzer, text: &str) -> Self {
        let mut words = Self::default();
        words.add_words(analyzer, text);
        words
    }

    fn add_words(&mut self, analyzer: &Analyzer, text: &str) {
        let normalized = normalize(text);
        let text = normalized.as_str();
        let mut neighbours: Vec<String> = Vec::new();
        let mut unspaced_from: Option<usize> = None;
        for run in runs(text).chain(std::iter::once(crate::text::Run {
            script: Script::Other,
            bytes: text.len()..text.len(),
        })) {
            if self.units.len() >= MOST_WORDS {
                break;
            }
            if run.script.is_unspaced() {
                unspaced_from.get_or_insert(run.bytes.start);
                continue;
            }
            if let Some(from) = unspaced_from.take() {
                self.add_unspaced(analyzer, &text[from..run.bytes.start]);
            }
            if run.script == Script::Word {
                self.add_latin(text, run.bytes, &mut neighbours);
            }
        }
        self.extras.extend(latin::neighbours(&neighbours));
    }

    fn add_latin(&mut self, text: &str, word: Range<usize>, neighbours: &mut Vec<String>) {
        let written = &text[word.clone()];
        neighbours.push(written.to_owned());
        // `for` stands in half of all titles: scoring them for it costs more than every other word of the query, and the
        // neighbours below say what it is worth.
        if !latin::is_insisted_on(written) {
            return;
        }
        let clause = latin::word(written);
        self.marks.add_word(written);
        // `60335-1` and `4706.1` are one number with a part, whatever the words around them.
        match digits_with_part(text, &word) {
            Some(digits) => {
                let part =
                    Clause::Key(Key::Digits, digits.replace('.', "-")).boosted(numbers::PARTS);
                let point = Clause::Key(Key::Digits, digits.to_owned()).boosted(numbers::PARTS);
                self.units.push(Clause::best(vec![clause, part, point]));
            }
            None => self.units.push(clause),
        }
    }

    fn add_unspaced(&mut self, analyzer: &Analyzer, run: &str) {
        let analysis = analyzer.analyze_normalized(run, Stems::English, Pairs::None);
        let chinese_only = analysis
            .words
            .iter()
            .map(|word| word.text.len())
            .sum::<usize>()
            == run.len();
        self.marks
            .add_run(run, analysis.words.iter().map(|word| word.text.as_str()));
        if !chinese_only {
            // Kana and Hangul have no segmenter: the run is looked for as it stands.
            self.units.push(unspaced::word(run));
            return;
        }
        let mut insisted = Vec::new();
        for word in &analysis.words {
            let joining = analysis.words.len() > 1 && is_joining(&word.text);
            let clause = market_or_word(&word.text);
            if joining {
                self.extras.push(clause);
            } else {
                insisted.push(clause);
            }
        }
        if insisted.len() > 1 {
            self.extras.push(unspaced::whole_run(run));
        }
        self.units.extend(insisted);
    }
}

/// Words that exporters put between product and market and that no document answers to.
const EXPORTING: [&str; 2] = ["出口", "进口"];

fn is_joining(word: &str) -> bool {
    JOINING.contains(word) || EXPORTING.contains(&word)
}

/// A market's name asks for that market's documents as much as for the word: few of them name themselves.
fn market_or_word(word: &str) -> Clause {
    let named = unspaced::word(word);
    let Some(market) = markets::by_name(word) else {
        return named;
    };
    let unions = markets::unions_of(&market.code).map(|union| union.code.clone());
    let codes = std::iter::once(market.code.clone()).chain(unions);
    let held = codes.map(|code| Clause::Key(Key::Market, code).boosted(OF_MARKET));
    Clause::best(held.chain(std::iter::once(named)).collect())
}

/// Returns a run of digits together with the part behind or before it, if `word` is the first of them.
fn digits_with_part<'t>(text: &'t str, word: &Range<usize>) -> Option<&'t str> {
    let first = &text[word.clone()];
    let rest = text.get(word.end..)?.strip_prefix(['-', '.'])?;
    let part = rest.bytes().take_while(u8::is_ascii_digit).count();
    let numeric = first.bytes().all(|byte| byte.is_ascii_digit());
    (numeric && first.len() >= 2 && (1..=3).contains(&part))
        .then(|| &text[word.start..word.end + 1 + part])
}
