//! What changed between two reports.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::GapReport;
use crate::compare::gap::{GapLine, LineSide, VerdictCounts};
use crate::compare::verdict::Verdict;
use crate::model::Bilingual;

/// A line that both reports have, and not alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedLine {
    /// What the line is about.
    pub id: String,
    /// The market.
    pub market: String,
    /// The parameter.
    pub parameter: Bilingual,
    /// The verdict before and after.
    pub verdict: [Verdict; 2],
    /// The domestic limit before and after.
    pub domestic: [Option<String>; 2],
    /// The foreign limit before and after.
    pub foreign: [Option<String>; 2],
}

/// The difference of two reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportDiff {
    /// Identifiers of the old and the new report.
    pub reports: [String; 2],
    /// Whether the two were made by different rules, so that a verdict may differ for that alone.
    pub rules_differ: bool,
    /// The verdicts before and after.
    pub counts: [VerdictCounts; 2],
    /// Lines that only the new report has.
    pub added: Vec<GapLine>,
    /// Lines that only the old report has.
    pub removed: Vec<GapLine>,
    /// Lines whose verdict or limits changed.
    pub changed: Vec<ChangedLine>,
}

impl ReportDiff {
    /// Compares two reports line by line.
    pub fn of(old: &GapReport, new: &GapReport) -> Self {
        let before = by_id(old);
        let after = by_id(new);
        let only = |these: &BTreeMap<(&str, usize), &GapLine>,
                    others: &BTreeMap<(&str, usize), &GapLine>| {
            let alone = these.iter().filter(|(id, _)| !others.contains_key(*id));
            alone.map(|(_, line)| (*line).clone()).collect()
        };
        let changed = before
            .iter()
            .filter_map(|(id, one)| changed(one, after.get(id)?))
            .collect();
        Self {
            reports: [old.report_id.clone(), new.report_id.clone()],
            rules_differ: old.rules_version != new.rules_version,
            counts: [old.counts, new.counts],
            added: only(&after, &before),
            removed: only(&before, &after),
            changed,
        }
    }

    /// Tells whether no line differs.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

/// Lines by what they are about; several limits of one clause and condition are told apart by their order.
fn by_id(report: &GapReport) -> BTreeMap<(&str, usize), &GapLine> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let numbered = report.lines.iter().map(|line| {
        let place = seen.entry(&line.id).or_default();
        *place += 1;
        ((line.id.as_str(), *place), line)
    });
    numbered.collect()
}

fn changed(one: &GapLine, two: &GapLine) -> Option<ChangedLine> {
    let printed = |side: &Option<LineSide>| side.as_ref().map(|side| side.printed.clone());
    let line = ChangedLine {
        id: one.id.clone(),
        market: one.market.clone(),
        parameter: one.parameter.clone(),
        verdict: [one.finding.verdict, two.finding.verdict],
        domestic: [printed(&one.domestic), printed(&two.domestic)],
        foreign: [printed(&one.foreign), printed(&two.foreign)],
    };
    let is_same = line.verdict[0] == line.verdict[1]
        && line.domestic[0] == line.domestic[1]
        && line.foreign[0] == line.foreign[1];
    (!is_same).then_some(line)
}
