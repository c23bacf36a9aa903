//! What a clause is about, ready to be compared.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Clause, ClauseKind};
use crate::compare::indicator::extract::quantities;
use crate::compare::lexicon::{Lexicon, stems};
use crate::compare::reference;
use crate::text::is_han;

/// A bag of features of one stretch of text.
#[derive(Debug, Clone, Default)]
pub(super) struct Bag {
    /// Character pairs of Chinese, stems of English.
    pub(super) native: BTreeSet<u32>,
    /// What each term may mean, as stems of English; an English word means itself.
    pub(super) terms: Vec<Vec<Vec<u32>>>,
    /// All stems the terms may mean.
    pub(super) meanings: HashSet<u32>,
}

/// The features of one clause.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    pub(super) title: Bag,
    pub(super) whole: Bag,
    pub(super) numbers: BTreeSet<u32>,
    pub(super) symbols: BTreeSet<u32>,
    pub(super) references: BTreeSet<u32>,
    pub(super) kind: ClauseKind,
    /// The chapter, as a feature of its text.
    pub(super) chapter: String,
    pub(super) is_chinese: bool,
    /// Where it stands in its text, 0 to 1.
    pub(super) place: f64,
}

/// Numbers the features and counts in how many clauses each occurs.
#[derive(Debug, Default)]
pub(super) struct Features {
    ids: HashMap<String, u32>,
    counts: Vec<u32>,
}

impl Features {
    fn id(&mut self, feature: &str) -> u32 {
        if let Some(id) = self.ids.get(feature) {
            return *id;
        }
        let id = u32::try_from(self.counts.len()).unwrap_or(u32::MAX);
        self.ids.insert(feature.to_owned(), id);
        self.counts.push(0);
        id
    }

    fn count(&mut self, ids: &HashSet<u32>) {
        for id in ids {
            if let Some(count) = self.counts.get_mut(*id as usize) {
                *count += 1;
            }
        }
    }

    /// How telling a feature is: rare ones more.
    pub(super) fn weight(&self, id: u32, clauses: usize) -> f64 {
        let count = self.counts.get(id as usize).copied().unwrap_or(1).max(1);
        let all = f64::from(u32::try_from(clauses).unwrap_or(u32::MAX));
        (1.0 + all / f64::from(count)).ln()
    }
}

/// Builds the profiles of a text.
pub(super) fn profiles(
    clauses: &[Clause],
    lexicon: &dyn Lexicon,
    features: &mut Features,
) -> Vec<Profile> {
    let mut profiles: Vec<Profile> = clauses
        .iter()
        .enumerate()
        .map(|(at, clause)| {
            let mut profile = profile(clause, lexicon, features);
            let share = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
            profile.place = share(at) / share(clauses.len().max(2) - 1);
            profile
        })
        .collect();
    settle_kinds(&mut profiles);
    profiles
}

/// The chapter of a label: `5` of `5.1.2`, `(d)` of `(d)(1)`.
fn chapter(label: &str) -> String {
    if let Some(rest) = label.strip_prefix('(') {
        return format!("({})", rest.split(')').next().unwrap_or_default());
    }
    label
        .split(['.', ' '])
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// Clauses of a chapter mostly do the same; a lone doubtful one follows the others.
fn settle_kinds(profiles: &mut [Profile]) {
    let mut votes: HashMap<String, HashMap<ClauseKind, usize>> = HashMap::new();
    for profile in profiles.iter() {
        *votes
            .entry(profile.chapter.clone())
            .or_default()
            .entry(profile.kind)
            .or_default() += 1;
    }
    for profile in profiles {
        let Some(kinds) = votes.get(&profile.chapter) else {
            continue;
        };
        let all: usize = kinds.values().sum();
        let majority = kinds
            .iter()
            .find(|(_, count)| **count * 3 >= all * 2 && all >= 3);
        if let Some((kind, _)) = majority
            && matches!(profile.kind, ClauseKind::Requirement | ClauseKind::Test)
            && matches!(
                kind,
                ClauseKind::Test | ClauseKind::Definition | ClauseKind::Requirement
            )
        {
            profile.kind = *kind;
        }
    }
}

fn profile(clause: &Clause, lexicon: &dyn Lexicon, features: &mut Features) -> Profile {
    let title = closed(&clause.title);
    let whole_text = format!("{title}\n{}", clause.text);
    let title = bag(&title, lexicon, features);
    let whole = bag(&whole_text, lexicon, features);
    let numbers = numbers(&clause.text, features);
    let mut all: HashSet<u32> = whole.native.iter().copied().collect();
    all.extend(&whole.meanings);
    all.extend(&numbers);
    features.count(&all);
    Profile {
        title,
        whole,
        numbers,
        symbols: symbols(&whole_text, features),
        references: reference::find(&whole_text)
            .into_iter()
            .map(|range| features.id(&format!("r:{}", reference::family(&whole_text[range]))))
            .collect(),
        kind: ClauseKind::of(clause),
        chapter: chapter(&clause.clause),
        is_chinese: whole_text.chars().any(is_han),
        place: 0.0,
    }
}

/// A title of two or three characters is often printed spaced out: `总　则`, `前 言`.
fn closed(title: &str) -> Cow<'_, str> {
    let is_single = |word: &str| word.starts_with(is_han) && word.chars().nth(1).is_none();
    if title.split_whitespace().nth(1).is_some() && title.split_whitespace().all(is_single) {
        Cow::Owned(title.split_whitespace().collect())
    } else {
        Cow::Borrowed(title)
    }
}

/// Words that stand in nearly every clause and tell nothing.
const EMPTY_TERMS: &[&str] = &[
    "试验",
    "测试",
    "要求",
    "应",
    "测定",
    "方法",
    "试验方法",
    "技术要求",
    "test",
    "tests",
    "requirements",
];

fn bag(text: &str, lexicon: &dyn Lexicon, features: &mut Features) -> Bag {
    let mut bag = Bag::default();
    let lower = text.to_lowercase();
    let letters: Vec<char> = lower.chars().collect();
    for pair in letters.windows(2) {
        if is_han(pair[0]) && is_han(pair[1]) {
            let feature: String = ['c', ':', pair[0], pair[1]].iter().collect();
            bag.native.insert(features.id(&feature));
        }
    }
    for term in lexicon.terms(&lower) {
        if EMPTY_TERMS.contains(&&lower[term.source]) {
            continue;
        }
        let mut alternatives: Vec<Vec<u32>> = Vec::new();
        for translation in term.translations {
            let ids: Vec<u32> = stems(&translation)
                .iter()
                .map(|stem| features.id(stem))
                .collect();
            if !ids.is_empty() && !alternatives.contains(&ids) {
                bag.meanings.extend(&ids);
                alternatives.push(ids);
            }
        }
        if !alternatives.is_empty() {
            bag.terms.push(alternatives);
        }
    }
    for stem in stems(text) {
        let id = features.id(&stem);
        if bag.native.insert(id) {
            bag.meanings.insert(id);
            bag.terms.push(vec![vec![id]]);
        }
    }
    bag
}

fn numbers(text: &str, features: &mut Features) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    for quantity in quantities(text) {
        let unit = quantity.unit.as_ref().map_or("", |unit| unit.code());
        let unit = if matches!(unit, "{times}" | "{count}" | "{grade}") {
            ""
        } else {
            unit
        };
        let normal = limit_values(&quantity.limit);
        for value in normal {
            found.insert(features.id(&format!("n:{value} {unit}")));
        }
    }
    found
}

fn limit_values(limit: &crate::compare::indicator::Limit) -> Vec<String> {
    use crate::compare::indicator::Limit;
    let plain = |value: &rust_decimal::Decimal| value.normalize().to_string();
    match limit {
        Limit::Below(v)
        | Limit::AtMost(v)
        | Limit::Above(v)
        | Limit::AtLeast(v)
        | Limit::Equal(v) => vec![plain(v)],
        Limit::Range { low, high, .. } => vec![plain(low), plain(high)],
        Limit::Tolerance { nominal, deviation } if nominal.is_zero() => {
            vec![format!("±{}", plain(deviation))]
        }
        Limit::Tolerance { nominal, deviation } => {
            vec![plain(nominal), format!("±{}", plain(deviation))]
        }
        Limit::Enumeration(_) | Limit::Qualitative(_) => Vec::new(),
    }
}

/// Latin symbols and designations, which every language prints alike: `CO`, `PM10`, `E`.
fn symbols(text: &str, features: &mut Features) -> BTreeSet<u32> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.len() <= 8 && word.bytes().any(|b| b.is_ascii_uppercase()))
        .filter(|word| {
            word.len() >= 2
                && word
                    .bytes()
                    .skip(1)
                    .any(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        })
        .map(|word| features.id(&format!("s:{word}")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spaced_out_title_is_closed_and_another_is_not() {
        assert_eq!(closed("总　则"), "总则");
        assert_eq!(closed("试验 方法"), "试验 方法");
        assert_eq!(closed("总"), "总");
    }
}
