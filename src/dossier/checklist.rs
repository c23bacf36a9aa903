//! What to do before shipping, each item with what it rests on.

use serde::{Deserialize, Serialize};

use super::{InFlight, Scheme};
use crate::compare::adoption::Staleness;
use crate::compare::gap::Caution;
use crate::compare::verdict::Verdict;
use crate::gap::{GapReport, ReportDocument};
use crate::model::{Bilingual, Kind};

/// An item of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckItem {
    /// What to do.
    pub text: Bilingual,
    /// Numbers of the documents, or ids of the lines, it rests on.
    pub rests_on: Vec<String>,
}

/// Draws the items up: acts and certificates, limits that are looser at home, what is not known, what is in flight.
pub fn checklist(
    acts: &[&ReportDocument],
    schemes: &[Scheme],
    report: &GapReport,
    notifications: &[InFlight],
) -> Vec<CheckItem> {
    let mut items = Vec::new();
    let mut item = |zh: String, en: String, rests_on: Vec<String>| {
        if !rests_on.is_empty() {
            items.push(CheckItem {
                text: Bilingual::new(zh, en),
                rests_on,
            });
        }
    };
    let numbers: Vec<String> = acts.iter().map(|act| act.number.clone()).collect();
    item(
        format!("逐项确认 {} 件强制性法规的适用范围", numbers.len()),
        format!(
            "confirm the scope of {} mandatory acts one by one",
            numbers.len()
        ),
        numbers,
    );
    for scheme in schemes {
        item(
            format!("办理{}（{}）", scheme.certificate.zh, scheme.body.zh),
            format!("obtain: {} ({})", scheme.certificate.en, scheme.body.en),
            vec![scheme.act.clone()],
        );
    }
    let lines = |wanted: &dyn Fn(&crate::compare::gap::GapLine) -> bool| -> Vec<String> {
        let found = report.lines.iter().filter(|line| wanted(line));
        found.map(|line| line.id.clone()).collect()
    };
    let looser = lines(&|line| matches!(line.finding.verdict, Verdict::Looser | Verdict::Crossing));
    item(
        format!("按对方限值检验 {} 项我国要求较宽或交叉的指标", looser.len()),
        format!(
            "test {} indicators for which the domestic limit is looser or crosses",
            looser.len()
        ),
        looser,
    );
    let missing = lines(&|line| line.finding.verdict == Verdict::DomesticMissing);
    item(
        format!("核对 {} 项库中没有我国对应限值的指标", missing.len()),
        format!(
            "look into {} indicators without a domestic limit here",
            missing.len()
        ),
        missing,
    );
    let doubtful = lines(&|line| {
        line.cautions.contains(&Caution::StatusUnknown)
            || line.cautions.contains(&Caution::NotInForce)
    });
    item(
        format!("向官方核实 {} 项指标所引版本的状态", doubtful.len()),
        format!(
            "verify the edition behind {} indicators at the official source",
            doubtful.len()
        ),
        doubtful,
    );
    let behind: Vec<String> = report
        .documents
        .iter()
        .filter(|one| one.kind == Kind::Standard)
        .filter(|one| {
            one.adopts
                .iter()
                .any(|note| matches!(note.staleness, Staleness::Behind { .. }))
        })
        .map(|one| one.number.clone())
        .collect();
    item(
        format!("注意 {} 项标准所采用的国际标准已有新版", behind.len()),
        format!(
            "mind {} standards that adopt an older edition",
            behind.len()
        ),
        behind,
    );
    let open: Vec<String> = notifications
        .iter()
        .filter(|one| one.days_left.is_some_and(|days| days >= 0))
        .map(|one| one.number.clone())
        .collect();
    item(
        format!("评议 {} 件在途通报", open.len()),
        format!("comment on {} notifications in flight", open.len()),
        open,
    );
    items
}
