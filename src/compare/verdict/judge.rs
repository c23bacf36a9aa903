//! The comparison itself.

use std::str::FromStr;

use super::admitted::Admitted;
use super::finding::{Finding, Reason, Rule, Side, Verdict};
use super::proof::Proof;
use super::words::{self, Meaning};
use crate::compare::indicator::Indicator;
use crate::compare::indicator::unit::Unit;
use crate::compare::lexicon::{FieldVocabulary, Lexicon, shares_meaning};

/// Compares two indicators with the built-in vocabulary.
pub fn judge(domestic: Option<&Indicator>, foreign: Option<&Indicator>) -> Finding {
    judge_with(&FieldVocabulary, domestic, foreign)
}

/// Compares two indicators; `lexicon` relates requirements in words across languages.
pub fn judge_with(
    lexicon: &dyn Lexicon,
    domestic: Option<&Indicator>,
    foreign: Option<&Indicator>,
) -> Finding {
    let mut proof = Proof::default();
    let (domestic, foreign) = match (present(domestic), present(foreign)) {
        (None, None) => return proof.ends(Verdict::NotComparable, Reason::NothingToCompare),
        (Some(own), None) => {
            proof.printed(Side::Domestic, own);
            return proof.ends(Verdict::ForeignMissing, Reason::NoRequirement);
        }
        (None, Some(other)) => {
            proof.printed(Side::Foreign, other);
            return proof.ends(Verdict::DomesticMissing, Reason::NoRequirement);
        }
        (Some(own), Some(other)) => (own, other),
    };
    proof.printed(Side::Domestic, domestic);
    proof.printed(Side::Foreign, foreign);
    if let Some(finding) = proof.obstacle(domestic, foreign) {
        return finding;
    }
    let (domestic, foreign) = (
        &without_shared_unknown(domestic, foreign),
        &without_shared_unknown(foreign, domestic),
    );
    let own = Admitted::of(domestic);
    let other = Admitted::of(foreign);
    match (own, other) {
        (Admitted::Interval(own, unit), Admitted::Interval(other, other_unit)) => {
            proof.intervals(domestic, foreign, (own, unit), (other, other_unit))
        }
        (Admitted::Listed(own), Admitted::Listed(other)) => {
            proof.lists(domestic, foreign, &own, &other)
        }
        (Admitted::Listed(values), Admitted::Interval(interval, unit)) => {
            proof.list_in_interval(domestic, &values, interval, unit, Side::Domestic)
        }
        (Admitted::Interval(interval, unit), Admitted::Listed(values)) => {
            proof.list_in_interval(foreign, &values, interval, unit, Side::Foreign)
        }
        (Admitted::Words(own), Admitted::Words(other)) => {
            let same = own.trim() == other.trim() || shares_meaning(lexicon, &own, &other);
            proof.step(Rule::AdmittedSet, None, format!("{own} | {other}"));
            if same {
                proof.ends(Verdict::Equal, Reason::SetInclusion)
            } else {
                proof.ends(Verdict::NotComparable, Reason::WordsOnly)
            }
        }
        _ => proof.ends(Verdict::NotComparable, Reason::WordsOnly),
    }
}

/// An indicator that sets a requirement.
fn present(indicator: Option<&Indicator>) -> Option<&Indicator> {
    indicator.filter(|each| words::meaning(each) != Some(Meaning::Absent))
}

/// A unit nobody knows still compares with itself.
fn without_shared_unknown(indicator: &Indicator, other: &Indicator) -> Indicator {
    let unknown = |unit: &str| Unit::from_str(unit).is_err();
    let mut indicator = indicator.clone();
    if indicator.unit == other.unit && indicator.unit.as_deref().is_some_and(unknown) {
        indicator.unit = None;
    }
    indicator
}
