//! From the tree of a query to clauses.

use jiff::civil::Date;

use super::reading::Reading;
use super::{Clause, Insistence, TextKind, Translated, latin, numbers, unspaced, values};
use crate::index::analyzer::{Analyzer, Pairs, Stems};
use crate::number::Number;
use crate::search::highlight::Marks;
use crate::search::query::Node;
use crate::text::{Script, normalize, runs};

/// Alternatives up to which each is translated.
const MOST_TRANSLATED: usize = 8;

/// What a tree asks for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Asked {
    /// Numbers; how many of them and of the words are insisted on is decided later.
    pub(super) number_units: Vec<Clause>,
    /// Words.
    pub(super) units: Vec<Clause>,
    /// The words in the other language.
    pub(super) translations: Vec<Translated>,
    /// What is insisted on always: phrases, alternatives, prefixes.
    pub(super) required: Vec<Clause>,
    /// What only adds to the score.
    pub(super) extras: Vec<Clause>,
    /// What must hold and scores nothing.
    pub(super) conditions: Vec<Clause>,
    /// What must not match.
    pub(super) unwanted: Vec<Clause>,
    /// What to mark.
    pub(super) marks: Marks,
    /// Numbers that were recognised.
    pub(super) numbers: Vec<Number>,
}

impl Asked {
    /// Reads a tree.
    pub(super) fn of(analyzer: &Analyzer, node: &Node, today: Date) -> Self {
        let mut asked = Self::default();
        asked.add(analyzer, node, today);
        asked
    }

    /// Returns the clause that scores; everything where nothing is asked for.
    pub(super) fn into_clause(self, insistence: Insistence) -> Clause {
        let mut required = self.required;
        let words = Self::words(
            insistence,
            self.number_units,
            self.units,
            &self.translations,
        );
        required.splice(0..0, words);
        let main = match (required.is_empty(), self.extras.is_empty()) {
            (true, true) => Clause::Every,
            (true, false) => Clause::best(self.extras),
            (false, true) => Clause::all(required),
            (false, false) => Clause::With(Box::new(Clause::all(required)), self.extras),
        };
        if self.unwanted.is_empty() {
            return main;
        }
        Clause::Without(Box::new(main), Box::new(Clause::best(self.unwanted)))
    }

    /// Words may be met in either language; a document needs them in one of the two only.
    fn words(
        insistence: Insistence,
        numbers: Vec<Clause>,
        words: Vec<Clause>,
        translations: &[Translated],
    ) -> Vec<Clause> {
        let (numbers, native) = match insistence {
            Insistence::All => (numbers, words),
            Insistence::Most => (Vec::new(), numbers.into_iter().chain(words).collect()),
        };
        let native = (!native.is_empty()).then(|| insistence.over(native));
        let renderings = translations.iter().filter_map(Translated::clause);
        let either: Vec<Clause> = native.into_iter().chain(renderings).collect();
        let either = (!either.is_empty()).then(|| Clause::best(either));
        numbers.into_iter().chain(either).collect()
    }

    fn add(&mut self, analyzer: &Analyzer, node: &Node, today: Date) {
        match node {
            Node::Any => {}
            Node::And(children) => children
                .iter()
                .for_each(|child| self.add(analyzer, child, today)),
            Node::Words { text, .. } => self.add_reading(Reading::of(analyzer, text)),
            Node::Phrase { text, .. } => self.add_phrase(analyzer, text),
            Node::Prefix { text, .. } => self.add_prefix(text),
            Node::Field { field, values, .. } => {
                self.conditions
                    .push(values::condition(analyzer, *field, values, today));
            }
            Node::Not(child) => self.unwanted.push(Self::of(analyzer, child, today).alone()),
            Node::Or(children) => {
                let mut ways = Vec::with_capacity(children.len());
                for child in children {
                    let mut asked = Self::of(analyzer, child, today);
                    // A long list of alternatives names its synonyms itself.
                    if children.len() > MOST_TRANSLATED {
                        asked.translations.clear();
                    }
                    self.marks.add(&asked.marks);
                    self.numbers.extend(asked.numbers.iter().cloned());
                    let way = asked.alone();
                    if !ways.contains(&way) {
                        ways.push(way);
                    }
                }
                self.required.push(Clause::best(ways));
            }
        }
    }

    /// The clause of a subtree, its conditions included.
    fn alone(mut self) -> Clause {
        let conditions = std::mem::take(&mut self.conditions);
        if self.is_silent() && self.unwanted.is_empty() && !conditions.is_empty() {
            return Clause::all(conditions);
        }
        let clause = self.into_clause(Insistence::All);
        if conditions.is_empty() {
            clause
        } else {
            Clause::All([vec![clause], conditions].concat())
        }
    }

    /// Tells whether nothing is asked for that could score.
    pub(super) fn is_silent(&self) -> bool {
        self.units.is_empty()
            && self.number_units.is_empty()
            && self.required.is_empty()
            && self.extras.is_empty()
    }

    fn add_reading(&mut self, reading: Reading) {
        self.number_units.extend(reading.number_units);
        self.translations.extend(reading.translations);
        self.units.extend(reading.units);
        self.extras.extend(reading.extras);
        self.marks.add(&reading.marks);
        self.numbers.extend(reading.numbers);
    }

    /// A phrase of one script is looked for as it stands; a mixed one run by run.
    fn add_phrase(&mut self, analyzer: &Analyzer, text: &str) {
        if let Ok(number) = Number::parse(text) {
            self.required.push(numbers::number(&number));
            self.numbers.push(number);
            return;
        }
        let normalized = normalize(text);
        let text = normalized.as_str();
        let mut words = Vec::new();
        let mut unspaced: Option<std::ops::Range<usize>> = None;
        let mut found = Vec::new();
        for run in runs(text) {
            match run.script {
                Script::Word => words.push(text[run.bytes].to_owned()),
                script if script.is_unspaced() => match &mut unspaced {
                    Some(open) if open.end == run.bytes.start => open.end = run.bytes.end,
                    open => found.extend(open.replace(run.bytes)),
                },
                _ => {}
            }
        }
        for part in found.into_iter().chain(unspaced).map(|bytes| &text[bytes]) {
            let analysis = analyzer.analyze_normalized(part, Stems::English, Pairs::None);
            self.marks.add_run(part, std::iter::empty());
            self.required.push(unspaced::phrase(&analysis, part));
        }
        if !words.is_empty() {
            for word in &words {
                self.marks.add_word(word);
            }
            self.required.push(latin::phrase(&words));
        }
    }

    fn add_prefix(&mut self, text: &str) {
        let normalized = normalize(text);
        let folded = normalized.as_str().trim();
        let mut ways = vec![numbers::prefix(text)];
        if folded
            .chars()
            .all(|character| Script::of(character) == Script::Word)
        {
            ways.extend([TextKind::Title, TextKind::Body].map(|kind| latin::prefix(kind, folded)));
        } else if folded
            .chars()
            .all(|character| Script::of(character).is_unspaced())
        {
            ways.extend(
                [TextKind::Title, TextKind::Body].map(|kind| unspaced::pairs(kind, folded)),
            );
            self.marks.add_run(folded, std::iter::empty());
        }
        self.required.push(Clause::best(ways));
    }
}
