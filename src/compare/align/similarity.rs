//! How much two clauses are about the same.

use std::collections::BTreeSet;

use super::ClauseKind;
use super::profile::{Bag, Features, Profile};

/// A scope is the counterpart of a scope whatever it says; so are the references.
const SAME_FRONT_MATTER: f64 = 0.6;

/// Two definitions of terms with nothing in common are hardly counterparts.
const OTHER_TERM: f64 = 0.6;

/// Weighs shared features.
#[derive(Debug)]
pub(super) struct Scale<'f> {
    pub(super) features: &'f Features,
    pub(super) clauses: usize,
}

impl Scale<'_> {
    fn weight(&self, id: u32) -> f64 {
        self.features.weight(id, self.clauses)
    }

    /// The agreement of two clauses, 0 to about 1, before their places are looked at.
    pub(super) fn agreement(&self, left: &Profile, right: &Profile) -> f64 {
        let titles = self.bags(
            &left.title,
            &right.title,
            left.is_chinese == right.is_chinese,
        );
        let wholes = self.bags(
            &left.whole,
            &right.whole,
            left.is_chinese == right.is_chinese,
        );
        let crossed = self
            .covered(&left.title, &right.whole)
            .max(self.covered(&right.title, &left.whole));
        let numbers = Self::shared(&left.numbers, &right.numbers);
        let references = Self::shared(&left.references, &right.references);
        let symbols = Self::shared(&left.symbols, &right.symbols);
        let base = 0.42 * titles
            + 0.28 * wholes
            + 0.18 * crossed
            + 0.2 * numbers
            + 0.08 * symbols
            + 0.15 * references;
        let base = if left.kind == right.kind {
            match left.kind {
                ClauseKind::Scope | ClauseKind::References => base.max(SAME_FRONT_MATTER),
                ClauseKind::Definition if titles < 0.3 => base * OTHER_TERM,
                _ => base,
            }
        } else {
            base
        };
        (base * left.kind.agreement(right.kind)).min(1.0)
    }

    /// How much of what `part` is about is found in `whole`.
    pub(super) fn cover(&self, part: &Profile, whole: &Profile) -> f64 {
        let same_language = part.is_chinese == whole.is_chinese;
        let title = self.found(&part.title, &whole.whole, same_language);
        let words = self.found(&part.whole, &whole.whole, same_language);
        let numbers = if part.numbers.is_empty() {
            0.0
        } else {
            let common = part.numbers.intersection(&whole.numbers).count();
            ratio(common, part.numbers.len())
        };
        let kind = part.kind.agreement(whole.kind);
        (0.55 * title + 0.3 * words + 0.25 * numbers) * kind
    }

    /// Coverage by meaning, and within one language also by the letters themselves.
    fn found(&self, part: &Bag, whole: &Bag, same_language: bool) -> f64 {
        let meaning = self.covered(part, whole);
        if !same_language {
            return meaning;
        }
        let sum = |ids: &mut dyn Iterator<Item = &u32>| ids.map(|id| self.weight(*id)).sum::<f64>();
        let all = sum(&mut part.native.iter());
        let common = sum(&mut part.native.intersection(&whole.native));
        if all > 0.0 {
            meaning.max(common / all)
        } else {
            meaning
        }
    }

    fn bags(&self, left: &Bag, right: &Bag, same_language: bool) -> f64 {
        let meaning = harmonic(self.covered(left, right), self.covered(right, left));
        if !same_language {
            return meaning;
        }
        let native = self.dice(&left.native, &right.native);
        native.max(0.5 * native + 0.5 * meaning).max(0.85 * meaning)
    }

    fn dice(&self, left: &BTreeSet<u32>, right: &BTreeSet<u32>) -> f64 {
        let sum = |set: &BTreeSet<u32>| set.iter().map(|id| self.weight(*id)).sum::<f64>();
        let common: f64 = left.intersection(right).map(|id| self.weight(*id)).sum();
        let all = sum(left) + sum(right);
        if all > 0.0 { 2.0 * common / all } else { 0.0 }
    }

    /// The share of a bag's terms that the other bag answers with one of their meanings.
    fn covered(&self, bag: &Bag, by: &Bag) -> f64 {
        let (mut answered, mut all) = (0.0, 0.0);
        for alternatives in &bag.terms {
            let mut best = 0.0_f64;
            let mut weight = 0.0_f64;
            for stems in alternatives {
                let total: f64 = stems.iter().map(|id| self.weight(*id)).sum();
                let found: f64 = stems
                    .iter()
                    .filter(|id| by.meanings.contains(id))
                    .map(|id| self.weight(*id))
                    .sum();
                weight = if weight == 0.0 {
                    total
                } else {
                    weight.min(total)
                };
                if total > 0.0 && found / total > best {
                    best = found / total;
                }
            }
            let whole_only = if best >= 0.99 { best } else { best * 0.5 };
            answered += whole_only * weight;
            all += weight;
        }
        if all > 0.0 { answered / all } else { 0.0 }
    }

    fn shared(left: &BTreeSet<u32>, right: &BTreeSet<u32>) -> f64 {
        if left.is_empty() || right.is_empty() {
            return 0.0;
        }
        ratio(
            2 * left.intersection(right).count(),
            left.len() + right.len(),
        )
    }
}

fn harmonic(left: f64, right: f64) -> f64 {
    if left + right > 0.0 {
        2.0 * left * right / (left + right)
    } else {
        0.0
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    let exact = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 {
        0.0
    } else {
        exact(part) / exact(whole)
    }
}
