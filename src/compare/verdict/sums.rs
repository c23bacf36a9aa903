//! A limit on a sum against limits on each summand.

use rust_decimal::Decimal;

use super::finding::{Rule, Side, Verdict};
use super::proof::Proof;
use super::set;
use crate::compare::indicator::Indicator;

impl Proof {
    /// `DBP + BBP + DEHP ≤ 0.1 %` against `each ≤ 0.1 %`.
    pub(super) fn sum_against_each(
        &mut self,
        domestic: &Indicator,
        foreign: &Indicator,
        sets: &set::Converted,
    ) -> Option<Verdict> {
        let (sum_side, each) = match (summing(&domestic.parameter), summing(&foreign.parameter)) {
            (Summing::Sum(_), Summing::Each(_)) => (Side::Domestic, &foreign.parameter),
            (Summing::Each(_), Summing::Sum(_)) => (Side::Foreign, &domestic.parameter),
            _ => return None,
        };
        let count = match (summing(&domestic.parameter), summing(&foreign.parameter)) {
            (Summing::Sum(a), Summing::Each(b)) | (Summing::Each(a), Summing::Sum(b)) => a.max(b),
            _ => 1,
        };
        let (total, single) = match sum_side {
            Side::Domestic => (sets.domestic.high?, sets.foreign.high?),
            Side::Foreign => (sets.foreign.high?, sets.domestic.high?),
        };
        let known = Decimal::from(u32::try_from(count).unwrap_or(1));
        let verdict = if total.value <= single.value {
            Verdict::Stricter
        } else if count >= 2 && single.value.checked_mul(known)? <= total.value {
            Verdict::Looser
        } else {
            Verdict::Crossing
        };
        self.step(
            Rule::AdmittedSet,
            Some(sum_side),
            format!("Σ ≤ {} ⇔ each ≤ {} ({each})", total.value, single.value),
        );
        Some(if sum_side == Side::Domestic {
            verdict
        } else {
            verdict.mirrored()
        })
    }
}

/// How a parameter speaks of several things, and of how many.
enum Summing {
    Sum(usize),
    Each(usize),
    Neither,
}

/// Whether a parameter is a sum of several things or each of them, and of how many.
fn summing(parameter: &str) -> Summing {
    let lower = parameter.to_lowercase();
    let count = lower.matches(['、', ',', '+', '＋']).count()
        + lower.matches("和").count()
        + lower.matches(" and ").count()
        + 1;
    let any = |words: &[&str]| words.iter().any(|word| super::facets::occurs(&lower, word));
    if any(&[
        "之和",
        "总和",
        "总量",
        "总含量",
        "合计",
        "总计",
        "sum",
        "sum of",
        "combined",
        "total of",
        "in total",
        "totalling",
        "total",
    ]) {
        return Summing::Sum(count);
    }
    if any(&[
        "each",
        "each of",
        "任一",
        "单项",
        "各",
        "每种",
        "any of",
        "individual",
        "individually",
        "单个",
        "每一",
        "any one",
    ]) {
        return Summing::Each(count);
    }
    Summing::Neither
}
