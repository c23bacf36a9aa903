//! The three steps together.

use std::collections::{HashMap, HashSet};

use super::assignment::{Candidate, assign, rising_chain};
use super::profile::{Features, Profile, profiles};
use super::similarity::Scale;
use super::splits::{Lone, joined};
use super::{Clause, ClauseLink, ClausePair};
use crate::compare::lexicon::{FieldVocabulary, Lexicon};

/// Up to this many possible pairs all are scored; beyond, those that share a telling word or place.
const ALL_PAIRS: usize = 60_000;

/// Clauses of one side that the doors align at once; the longest standards have about two thousand.
pub const MOST_CLAUSES: usize = 5_000;

/// Aligns two lists of clauses with the built-in vocabulary.
pub fn align(left: &[Clause], right: &[Clause]) -> Vec<ClausePair> {
    Aligner::new(&FieldVocabulary).align(left, right)
}

/// Aligns with a given lexicon.
#[derive(Clone, Copy)]
pub struct Aligner<'l> {
    lexicon: &'l dyn Lexicon,
    /// The score below which two clauses stay alone.
    threshold: f64,
}

impl std::fmt::Debug for Aligner<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Aligner")
            .field("threshold", &self.threshold)
            .finish_non_exhaustive()
    }
}

impl<'l> Aligner<'l> {
    /// An aligner that asks `lexicon` for translations.
    pub fn new(lexicon: &'l dyn Lexicon) -> Self {
        Self {
            lexicon,
            threshold: 0.24,
        }
    }

    /// Pairs the clauses of two texts; every clause occurs at least once.
    pub fn align(&self, left: &[Clause], right: &[Clause]) -> Vec<ClausePair> {
        let label = |clauses: &[Clause], place: usize| clauses[place].clause.clone();
        let links = self.links(left, right).into_iter();
        let pairs = links.map(|link| {
            let own = link.left.map(|place| label(left, place));
            let other = link.right.map(|place| label(right, place));
            ClausePair(own, other, link.score)
        });
        pairs.collect()
    }

    /// The same by place in the two lists, for texts in which labels occur twice.
    ///
    /// Links stand in the order of the first text; what only the second holds comes last.
    pub fn links(&self, left: &[Clause], right: &[Clause]) -> Vec<ClauseLink> {
        let mut features = Features::default();
        let own = profiles(left, self.lexicon, &mut features);
        let other = profiles(right, self.lexicon, &mut features);
        let scale = Scale {
            features: &features,
            clauses: left.len() + right.len(),
        };
        let mut candidates = Self::candidates(left, right, &own, &other, &scale);
        add_chapters(&mut candidates, &own, &other);
        let pairs = self.pairs(candidates, other.len());
        let mut all = pairs.clone();
        all.extend(joined(Lone::Right, &own, &other, &pairs, &scale));
        all.extend(joined(Lone::Left, &own, &other, &pairs, &scale));
        listed(left.len(), right.len(), &mut all)
    }

    fn candidates(
        left: &[Clause],
        right: &[Clause],
        own: &[Profile],
        other: &[Profile],
        scale: &Scale<'_>,
    ) -> Vec<Candidate> {
        let near = Nearness::new(own, other);
        let mut candidates = Vec::new();
        for (row, profile) in own.iter().enumerate() {
            for column in near.of(row, profile) {
                let partner = &other[column];
                let mut score = scale.agreement(profile, partner);
                if score <= 0.05 {
                    continue;
                }
                if left[row].clause == right[column].clause {
                    score += 0.04;
                }
                score += 0.05 * (1.0 - (profile.place - partner.place).abs());
                candidates.push(Candidate {
                    left: row,
                    right: column,
                    score,
                });
            }
        }
        candidates
    }

    fn pairs(&self, candidates: Vec<Candidate>, width: usize) -> Vec<Candidate> {
        let anchors = rising_chain(mutual_best(&candidates), width);
        let left_used: HashSet<usize> = anchors.iter().map(|each| each.left).collect();
        let right_used: HashSet<usize> = anchors.iter().map(|each| each.right).collect();
        let rest: Vec<Candidate> = candidates
            .into_iter()
            .filter(|each| !left_used.contains(&each.left) && !right_used.contains(&each.right))
            .filter(|each| each.score >= self.threshold)
            .collect();
        let mut pairs = anchors;
        pairs.extend(assign(rest));
        pairs
    }
}

/// Clauses worth comparing with a given one.
struct Nearness {
    width: usize,
    height: usize,
    is_all: bool,
    by_feature: HashMap<u32, Vec<usize>>,
}

impl Nearness {
    fn new(own: &[Profile], other: &[Profile]) -> Self {
        let is_all = own.len().saturating_mul(other.len()) <= ALL_PAIRS;
        let mut by_feature: HashMap<u32, Vec<usize>> = HashMap::new();
        if !is_all {
            for (column, profile) in other.iter().enumerate() {
                for id in profile
                    .title
                    .meanings
                    .iter()
                    .chain(&profile.title.native)
                    .chain(&profile.numbers)
                {
                    by_feature.entry(*id).or_default().push(column);
                }
            }
        }
        Self {
            width: other.len(),
            height: own.len(),
            is_all,
            by_feature,
        }
    }

    fn of(&self, row: usize, profile: &Profile) -> Vec<usize> {
        if self.is_all {
            return (0..self.width).collect();
        }
        let mut hits: HashMap<usize, u32> = HashMap::new();
        for id in profile
            .title
            .meanings
            .iter()
            .chain(&profile.title.native)
            .chain(&profile.numbers)
        {
            if let Some(columns) = self
                .by_feature
                .get(id)
                .filter(|columns| columns.len() <= 60)
            {
                for column in columns {
                    *hits.entry(*column).or_default() += 1;
                }
            }
        }
        let mut ranked: Vec<(usize, u32)> = hits.into_iter().collect();
        ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut columns: Vec<usize> = ranked
            .into_iter()
            .take(12)
            .map(|(column, _)| column)
            .collect();
        let middle = row * self.width / self.height.max(1);
        columns.extend(middle.saturating_sub(4)..(middle + 5).min(self.width));
        columns.sort_unstable();
        columns.dedup();
        columns
    }
}

/// Chapters whose clauses agree lend their clauses a little: tests sit with tests.
fn add_chapters(candidates: &mut [Candidate], own: &[Profile], other: &[Profile]) {
    let mut best: HashMap<usize, Candidate> = HashMap::new();
    for each in candidates.iter() {
        let known = best.entry(each.left).or_insert(*each);
        if known.score < each.score {
            *known = *each;
        }
    }
    let mut affinity: HashMap<(&str, &str), f64> = HashMap::new();
    let mut totals: HashMap<&str, f64> = HashMap::new();
    for each in best.values() {
        let (chapter, partner) = (
            own[each.left].chapter.as_str(),
            other[each.right].chapter.as_str(),
        );
        *affinity.entry((chapter, partner)).or_default() += each.score;
        *totals.entry(chapter).or_default() += each.score;
    }
    for each in candidates {
        let (chapter, partner) = (
            own[each.left].chapter.as_str(),
            other[each.right].chapter.as_str(),
        );
        let share = affinity
            .get(&(chapter, partner))
            .copied()
            .unwrap_or_default();
        let total = totals.get(chapter).copied().unwrap_or_default();
        if total > 0.0 {
            each.score += 0.12 * share / total;
        }
    }
}

/// Pairs in which each is the other's best and the score leaves no doubt.
fn mutual_best(candidates: &[Candidate]) -> Vec<Candidate> {
    let mut by_left: HashMap<usize, Candidate> = HashMap::new();
    let mut by_right: HashMap<usize, Candidate> = HashMap::new();
    for each in candidates {
        for (map, key) in [(&mut by_left, each.left), (&mut by_right, each.right)] {
            let known = map.entry(key).or_insert(*each);
            if known.score < each.score {
                *known = *each;
            }
        }
    }
    let mut pairs: Vec<Candidate> = by_left
        .into_values()
        .filter(|each| {
            each.score >= 0.5
                && by_right
                    .get(&each.right)
                    .is_some_and(|back| back.left == each.left)
        })
        .collect();
    pairs.sort_by_key(|each| each.left);
    pairs
}

/// All pairs in the order of the first text, then what only the second holds.
fn listed(height: usize, width: usize, pairs: &mut [Candidate]) -> Vec<ClauseLink> {
    pairs.sort_by(|a, b| a.left.cmp(&b.left).then(a.right.cmp(&b.right)));
    let paired_right: HashSet<usize> = pairs.iter().map(|pair| pair.right).collect();
    let mut all = Vec::new();
    let mut next = pairs.iter().peekable();
    for row in 0..height {
        let mut is_alone = true;
        while let Some(pair) = next.next_if(|pair| pair.left == row) {
            is_alone = false;
            let score = (pair.score.min(1.0) * 1_000.0).round() / 1_000.0;
            all.push(ClauseLink {
                left: Some(row),
                right: Some(pair.right),
                score: Some(score),
            });
        }
        if is_alone {
            all.push(ClauseLink {
                left: Some(row),
                right: None,
                score: None,
            });
        }
    }
    let lone = (0..width).filter(|column| !paired_right.contains(column));
    all.extend(lone.map(|column| ClauseLink {
        left: None,
        right: Some(column),
        score: None,
    }));
    all
}
