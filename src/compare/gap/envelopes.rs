//! What satisfies several documents at once, parameter by parameter.

use serde::{Deserialize, Serialize};

use super::grade::{Correspondence, correspondence};
use super::{LineSide, Requirement};
use crate::compare::lexicon::Lexicon;
use crate::compare::verdict::{Envelope, Verdict, envelope, judge_with};
use crate::model::Bilingual;

/// Requirements of one parameter that can be met by one value, or that exclude one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnvelopeLine {
    /// The parameter.
    pub parameter: Bilingual,
    /// The requirements drawn together, in the order the ends refer to.
    pub members: Vec<LineSide>,
    /// What satisfies all of them; its two ends prove it when nothing does.
    pub envelope: Envelope,
    /// The envelope as an interval.
    pub printed: String,
}

/// More requirements of one parameter than this are not drawn together: the work grows with the square.
const MOST_MEMBERS: usize = 200;

/// Draws the comparable requirements of each parameter together, where they come from at least two documents.
pub fn envelopes(lexicon: &dyn Lexicon, requirements: &[Requirement]) -> Vec<EnvelopeLine> {
    let mut groups: Vec<(String, Vec<&Requirement>)> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for requirement in requirements {
        let Some(key) = requirement.keys().into_iter().next() else {
            continue;
        };
        let at = *places.entry(key.clone()).or_insert_with(|| {
            groups.push((key, Vec::new()));
            groups.len() - 1
        });
        if groups[at].1.len() < MOST_MEMBERS {
            groups[at].1.push(requirement);
        }
    }
    groups
        .iter()
        .flat_map(|(_, group)| clusters(lexicon, group))
        .filter_map(|cluster| line(&cluster))
        .collect()
}

/// Puts each requirement into the first cluster with all of whose members it compares.
fn clusters<'r>(lexicon: &dyn Lexicon, group: &[&'r Requirement]) -> Vec<Vec<&'r Requirement>> {
    let mut clusters: Vec<Vec<&Requirement>> = Vec::new();
    for &requirement in group {
        let fits = |cluster: &&mut Vec<&Requirement>| {
            cluster
                .iter()
                .all(|member| compares(lexicon, member, requirement))
        };
        match clusters.iter_mut().find(fits) {
            Some(cluster) => cluster.push(requirement),
            None => clusters.push(vec![requirement]),
        }
    }
    clusters
}

fn compares(lexicon: &dyn Lexicon, one: &Requirement, two: &Requirement) -> bool {
    correspondence(one.condition(), two.condition()) >= Correspondence::Open
        && judge_with(lexicon, Some(&one.indicator), Some(&two.indicator)).verdict
            != Verdict::NotComparable
}

fn line(cluster: &[&Requirement]) -> Option<EnvelopeLine> {
    let first = cluster.first()?;
    let several = cluster
        .iter()
        .any(|member| member.document.id != first.document.id);
    if !several {
        return None;
    }
    let limits: Vec<_> = cluster.iter().map(|member| &member.indicator).collect();
    let envelope = envelope(&limits)?;
    Some(EnvelopeLine {
        parameter: first.parameter.clone(),
        members: cluster.iter().map(|&member| member.into()).collect(),
        printed: envelope.printed(),
        envelope,
    })
}

#[cfg(test)]
mod tests {
    use super::super::pairing::tests::requirement;
    use super::*;
    use crate::compare::lexicon::FieldVocabulary;

    #[test]
    fn only_what_compares_is_drawn_together() {
        let all = [
            requirement("EN 1", "铅", "≤90", "mg/kg", ""),
            requirement("ASTM 1", "铅", "≤0.01", "%", ""),
            requirement("JIS 1", "铅", "≤2", "mg/L", ""),
            requirement("EN 1", "镉", "≤75", "mg/kg", ""),
        ];
        let lines = envelopes(&FieldVocabulary, &all);
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].members.len(), 2);
        assert_eq!(lines[0].printed, "(−∞, 90] mg/kg");
    }
}
