//! How many lines come to which verdict, coverage first.

use serde::{Deserialize, Serialize};

use super::GapLine;
use crate::compare::verdict::Verdict;
use crate::model::Bilingual;

/// The verdicts of a table of lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictCounts {
    /// All lines.
    pub total: u64,
    /// Lines with a verdict by comparison: stricter, looser, equal or crossing.
    pub comparable: u64,
    /// 严于.
    pub stricter: u64,
    /// 宽于.
    pub looser: u64,
    /// 一致.
    pub equal: u64,
    /// 交叉.
    pub crossing: u64,
    /// 我国缺失.
    pub domestic_missing: u64,
    /// 对方缺失.
    pub foreign_missing: u64,
    /// 不可比.
    pub not_comparable: u64,
}

impl VerdictCounts {
    /// Counts some lines.
    pub fn of<'l>(lines: impl IntoIterator<Item = &'l GapLine>) -> Self {
        let mut counts = Self::default();
        for line in lines {
            counts.total += 1;
            *counts.of_verdict(line.finding.verdict) += 1;
        }
        counts.comparable = counts.stricter + counts.looser + counts.equal + counts.crossing;
        counts
    }

    fn of_verdict(&mut self, verdict: Verdict) -> &mut u64 {
        match verdict {
            Verdict::Stricter => &mut self.stricter,
            Verdict::Looser => &mut self.looser,
            Verdict::Equal => &mut self.equal,
            Verdict::Crossing => &mut self.crossing,
            Verdict::DomesticMissing => &mut self.domestic_missing,
            Verdict::ForeignMissing => &mut self.foreign_missing,
            Verdict::NotComparable => &mut self.not_comparable,
        }
    }

    /// Returns the counts in the order reports give them, what must be acted upon first.
    pub fn in_order(mut self) -> [(Verdict, u64); 7] {
        [
            Verdict::Looser,
            Verdict::Crossing,
            Verdict::DomesticMissing,
            Verdict::Stricter,
            Verdict::Equal,
            Verdict::ForeignMissing,
            Verdict::NotComparable,
        ]
        .map(|verdict| (verdict, *self.of_verdict(verdict)))
    }

    /// Says how much could be compared, before any verdict is counted.
    pub fn coverage(&self) -> Bilingual {
        Bilingual::new(
            format!("{} 项指标，{} 项可比", self.total, self.comparable),
            format!(
                "{} of {} indicators comparable",
                self.comparable, self.total
            ),
        )
    }
}
