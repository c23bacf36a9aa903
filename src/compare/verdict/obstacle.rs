//! What makes two indicators incomparable before their limits are looked at.

use super::conditions;
use super::facets::QUANTITIES;
use super::finding::{Finding, Reason, Rule, Verdict};
use super::methods::{MethodRelation, method_relation};
use super::proof::Proof;
use super::words;
use crate::compare::indicator::Indicator;

impl Proof {
    /// Different quantity, method or condition.
    pub(super) fn obstacle(
        &mut self,
        domestic: &Indicator,
        foreign: &Indicator,
    ) -> Option<Finding> {
        let text = |part: &Option<String>| part.as_deref().unwrap_or_default().to_lowercase();
        let own_name = domestic.parameter.to_lowercase();
        let other_name = foreign.parameter.to_lowercase();
        let conflict = QUANTITIES
            .iter()
            .find_map(|facet| facet.conflict(&own_name, &other_name));
        if let Some(conflict) = conflict {
            self.step(Rule::Parameter, None, conflict);
            return Some(
                std::mem::take(self).ends(Verdict::NotComparable, Reason::DifferentQuantity),
            );
        }
        let own_method = format!("{} {}", text(&domestic.method), text(&domestic.condition));
        let other_method = format!("{} {}", text(&foreign.method), text(&foreign.condition));
        let raw = |indicator: &Indicator| {
            let part = |text: &Option<String>| text.clone().unwrap_or_default();
            format!(
                "{}; {}",
                part(&indicator.method),
                part(&indicator.condition)
            )
        };
        match method_relation(&raw(domestic), &raw(foreign)) {
            MethodRelation::Unrelated(why) => {
                self.step(Rule::Method, None, why);
                return Some(
                    std::mem::take(self).ends(Verdict::NotComparable, Reason::DifferentMethod),
                );
            }
            MethodRelation::Adopted(why) => self.step(Rule::Method, None, why),
            MethodRelation::Same(why) => self.step(Rule::Method, None, format!("= {why}")),
            MethodRelation::Unnamed => {}
        }
        let own_words = format!("{own_name} {own_method}");
        let other_words = format!("{other_name} {other_method}");
        if let Some(why) = words_conflict(&own_words, &other_words) {
            self.step(Rule::Condition, None, why);
            return Some(
                std::mem::take(self).ends(Verdict::NotComparable, Reason::DifferentCondition),
            );
        }
        let condition = |indicator: &Indicator| indicator.condition.clone().unwrap_or_default();
        if words::meaning(domestic).is_none()
            && words::meaning(foreign).is_none()
            && let Some(why) = conditions::conflict(&condition(domestic), &condition(foreign))
        {
            self.step(Rule::Condition, None, why);
            return Some(
                std::mem::take(self).ends(Verdict::NotComparable, Reason::DifferentCondition),
            );
        }
        None
    }
}

fn words_conflict(own: &str, other: &str) -> Option<String> {
    super::facets::CONDITIONS
        .iter()
        .find_map(|facet| facet.conflict(own, other))
}
