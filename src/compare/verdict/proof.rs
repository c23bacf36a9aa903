//! The derivation under way.

use super::finding::{Finding, Reason, Rule, Side, Step, Verdict};
use crate::compare::indicator::Indicator;

/// The steps so far.
#[derive(Default)]
pub(super) struct Proof {
    steps: Vec<Step>,
}

impl Proof {
    pub(super) fn step(&mut self, rule: Rule, side: Option<Side>, statement: String) {
        self.steps.push(Step {
            rule,
            side,
            statement,
        });
    }

    pub(super) fn printed(&mut self, side: Side, indicator: &Indicator) {
        let unit = indicator
            .unit
            .as_deref()
            .filter(|unit| *unit != "1")
            .unwrap_or_default();
        let statement = format!("{}: {} {unit}", indicator.parameter, indicator.limit);
        self.step(Rule::AsPrinted, Some(side), statement.trim_end().to_owned());
    }

    pub(super) fn ends(self, verdict: Verdict, reason: Reason) -> Finding {
        Finding {
            verdict,
            reason,
            proof: self.steps,
        }
    }
}

/// The relation of the two admitted sets, in signs.
pub(super) const fn inclusion_sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Stricter => "D ⊂ F",
        Verdict::Looser => "D ⊃ F",
        Verdict::Equal => "D = F",
        _ => "D ⊄ F, F ⊄ D",
    }
}
