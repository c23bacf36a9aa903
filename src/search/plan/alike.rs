//! What is like a record: words of its title, its classes and products, without its family.

use super::planner::Plan;
use super::{Clause, Key, Part, TextKind};
use crate::index::analyzer::{Analyzer, Pairs, Stems, is_stop_word, stem};
use crate::model::Record;
use crate::search::Sort;
use crate::search::highlight::Marks;
use crate::text::{Script, normalize, runs};

/// Words of a title that are looked at; what comes after them is a part's name more often than the subject.
const MOST_WORDS: usize = 10;
/// Of so many words, so many must be met.
const NEEDED: (usize, usize) = (2, 5);

/// What a common class and a common product are worth beside a word of the title.
const SUBGROUP: f32 = 5.0;
const GROUP: f32 = 2.0;
const CCS: f32 = 3.0;
const PRODUCT: f32 = 4.0;

/// Plans the search for what is like a record; nothing when it has neither words nor classes.
pub fn alike(analyzer: &Analyzer, record: &Record) -> Option<Plan> {
    let classes = classes(record);
    let words = words(analyzer, record);
    let main = match (words.len(), classes.is_empty()) {
        (0, true) => return None,
        (0, false) => Clause::best(classes.clone()),
        (count, _) => Clause::AtLeast((count * NEEDED.0).div_ceil(NEEDED.1), words),
    };
    let family = Clause::Key(Key::Family, record.family.clone());
    let main = Clause::With(Box::new(main), classes);
    Some(Plan {
        clause: Clause::Without(Box::new(main), Box::new(family)),
        conditions: vec![Clause::Key(Key::Kind, record.kind.code().to_owned())],
        sort: Sort::Relevance,
        marks: Marks::default(),
        numbers: Vec::new(),
        translations: Vec::new(),
        words: 0,
    })
}

fn classes(record: &Record) -> Vec<Clause> {
    let key =
        |key: Key, worth: f32| move |code: &String| Clause::Key(key, code.clone()).boosted(worth);
    let group = record
        .ics
        .iter()
        .filter_map(|code| code.get(..6))
        .map(|code| Clause::Key(Key::Ics, code.to_owned()).boosted(GROUP));
    let subgroup = record.ics.iter().map(key(Key::Ics, SUBGROUP));
    let ccs = record.ccs.iter().map(key(Key::Ccs, CCS));
    let products = record.products.iter().map(key(Key::Product, PRODUCT));
    subgroup.chain(group).chain(ccs).chain(products).collect()
}

/// Words of the Chinese and the English title; each is met in either, so that records of one language find the other's
/// by what they share.
fn words(analyzer: &Analyzer, record: &Record) -> Vec<Clause> {
    let mut terms: Vec<(Part, String)> = Vec::new();
    let mut push = |part: Part, term: String| {
        if terms.len() < MOST_WORDS && !terms.iter().any(|(_, known)| *known == term) {
            terms.push((part, term));
        }
    };
    if let Some(title) = record.titles.get("en") {
        let normalized = normalize(title);
        let title = normalized.as_str();
        for run in runs(title).filter(|run| run.script == Script::Word) {
            let word = &title[run.bytes];
            let telling = word.chars().any(char::is_alphabetic) && word.len() > 2;
            if telling && !is_stop_word(word) && word != "part" {
                push(Part::Latin(TextKind::Title), stem(word, Stems::English));
            }
        }
    } else if let Some(title) = record.titles.get("zh") {
        for word in analyzer.analyze(title, Stems::English, Pairs::None).words {
            if word.text.chars().count() > 1 && word.text != "部分" {
                push(Part::Words(TextKind::Title), word.text);
            }
        }
    }
    terms
        .into_iter()
        .map(|(part, term)| Clause::Term(part, term))
        .collect()
}
