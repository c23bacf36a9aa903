//! Which requirement of one side is the counterpart of which of the other.

use std::collections::HashMap;

use super::Requirement;
use super::grade::{Correspondence, correspondence, distance, likeness, plain};
use crate::compare::indicator::Limit;
use crate::compare::indicator::unit::Unit;
use crate::compare::lexicon::{Lexicon, shares_meaning};
use crate::compare::verdict::{MethodRelation, excluded, method_relation};

/// The counterparts, by index into the two lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pairing {
    /// Every foreign requirement with its domestic counterpart, then the domestic ones of parameters that no foreign
    /// document limits.
    pub lines: Vec<(Option<usize>, Option<usize>)>,
    /// Domestic requirements whose parameter the foreign side limits, but for another grade or object.
    pub unpaired: Vec<usize>,
}

/// Pairs every foreign requirement with the domestic one that speaks of the same parameter and is nearest in condition.
///
/// One domestic requirement may answer several foreign ones: a general limit stands against each of the foreign classes.
/// Ties go to the earlier one, so the order of the lists is part of the input.
pub fn pair(lexicon: &dyn Lexicon, domestic: &[Requirement], foreign: &[Requirement]) -> Pairing {
    let by_key = index(domestic);
    let mut used = vec![Use::Unknown; domestic.len()];
    let mut lines = Vec::with_capacity(foreign.len());
    for (at, requirement) in foreign.iter().enumerate() {
        let candidates = candidates(lexicon, &by_key, domestic, requirement);
        for &candidate in &candidates {
            if used[candidate] == Use::Unknown {
                used[candidate] = Use::Limited;
            }
        }
        let mut best: Option<(usize, Nearness)> = None;
        for candidate in candidates {
            let nearness = Nearness::of(&domestic[candidate], requirement);
            if best.as_ref().is_none_or(|(_, known)| nearness > *known) {
                best = Some((candidate, nearness));
            }
        }
        if let Some((found, _)) = best {
            used[found] = Use::Paired;
        }
        lines.push((best.map(|(found, _)| found), Some(at)));
    }
    let of = |wanted: Use| {
        let places = used.iter().enumerate();
        places.filter_map(move |(at, is)| (*is == wanted).then_some(at))
    };
    let unpaired = of(Use::Limited).collect();
    lines.extend(of(Use::Unknown).map(|at| (Some(at), None)));
    Pairing { lines, unpaired }
}

/// What became of a domestic requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    /// Nobody else limits its parameter.
    Unknown,
    /// Its parameter is limited, for something else.
    Limited,
    /// It has a counterpart.
    Paired,
}

fn index(requirements: &[Requirement]) -> HashMap<String, Vec<usize>> {
    let mut index: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, requirement) in requirements.iter().enumerate() {
        for key in requirement.keys() {
            index.entry(key).or_default().push(at);
        }
    }
    index
}

/// The requirements of the same parameter: by name, and by meaning where the two share no language.
fn candidates(
    lexicon: &dyn Lexicon,
    by_key: &HashMap<String, Vec<usize>>,
    all: &[Requirement],
    wanted: &Requirement,
) -> Vec<usize> {
    let mut found: Vec<usize> = wanted
        .keys()
        .iter()
        .filter_map(|key| by_key.get(key))
        .flatten()
        .copied()
        .collect();
    found.sort_unstable();
    found.dedup();
    if !found.is_empty() {
        return found;
    }
    let (own, other) = (&wanted.parameter.zh, &wanted.parameter.en);
    let across = all.iter().enumerate().filter(|(_, each)| {
        let (zh, en) = (&each.parameter.zh, &each.parameter.en);
        let one_language =
            (!own.is_empty() && !zh.is_empty()) || (!other.is_empty() && !en.is_empty());
        if one_language {
            return false;
        }
        let (chinese, english) = if own.is_empty() {
            (zh, other)
        } else {
            (own, en)
        };
        !chinese.is_empty() && !english.is_empty() && shares_meaning(lexicon, chinese, english)
    });
    across.map(|(at, _)| at).collect()
}

/// How near two requirements of one parameter are; the fields weigh in their order.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
struct Nearness {
    /// Neither leaves out what the other is about.
    together: bool,
    condition: Correspondence,
    unit: bool,
    distance: std::cmp::Reverse<u32>,
    method: u8,
    shape: bool,
    likeness: f64,
}

impl Nearness {
    fn of(one: &Requirement, two: &Requirement) -> Self {
        let method =
            |requirement: &Requirement| requirement.indicator.method.clone().unwrap_or_default();
        Self {
            together: excluded(one.condition(), two.condition()).is_none(),
            condition: correspondence(one.condition(), two.condition()),
            unit: converts(one, two),
            distance: std::cmp::Reverse(distance(one.condition(), two.condition())),
            method: match method_relation(&method(one), &method(two)) {
                MethodRelation::Same(_) | MethodRelation::Adopted(_) => 2,
                MethodRelation::Unnamed => 1,
                MethodRelation::Unrelated(_) => 0,
            },
            shape: shape(&one.indicator.limit) == shape(&two.indicator.limit),
            likeness: likeness(&plain(one.condition()), &plain(two.condition())),
        }
    }
}

fn converts(one: &Requirement, two: &Requirement) -> bool {
    let unit = |requirement: &Requirement| {
        let code = requirement.indicator.unit.as_deref().unwrap_or("1");
        code.parse::<Unit>().ok()
    };
    match (unit(one), unit(two)) {
        (Some(one), Some(two)) => one.converts_to(&two),
        _ => one.indicator.unit == two.indicator.unit,
    }
}

/// From which side a limit bounds.
fn shape(limit: &Limit) -> u8 {
    match limit {
        Limit::Below(_) | Limit::AtMost(_) => 0,
        Limit::Above(_) | Limit::AtLeast(_) => 1,
        Limit::Equal(_) | Limit::Range { .. } | Limit::Tolerance { .. } => 2,
        Limit::Enumeration(_) | Limit::Qualitative(_) => 3,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::Document;
    use super::*;
    use crate::compare::indicator::Indicator;
    use crate::compare::lexicon::FieldVocabulary;
    use crate::model::{Bilingual, Status};

    /// A requirement of a test; the limit is written `≤90`.
    pub(in crate::compare::gap) fn requirement(
        number: &str,
        parameter: &str,
        limit: &str,
        unit: &str,
        condition: &str,
    ) -> Requirement {
        let value = |text: &str| text.trim().parse().unwrap();
        let printed = format!("{limit} {unit}");
        let limit = if let Some(text) = limit.strip_prefix('≤') {
            Limit::AtMost(value(text))
        } else if let Some(text) = limit.strip_prefix('≥') {
            Limit::AtLeast(value(text))
        } else {
            Limit::Equal(value(limit))
        };
        let mut indicator = Indicator::new(parameter, limit).with_unit(unit);
        if !condition.is_empty() {
            indicator = indicator.with_condition(condition);
        }
        Requirement {
            document: Document {
                id: number.to_owned(),
                number: number.to_owned(),
                market: if number.starts_with("GB") { "CN" } else { "XX" }.to_owned(),
                status: Status::Current,
            },
            parameter: Bilingual::new(parameter, ""),
            printed,
            indicator,
            clause: None,
            evidence: Vec::new(),
            quote: None,
        }
    }

    #[test]
    fn grades_find_their_like_and_the_rest_is_left_over() {
        let domestic = [
            requirement("GB 1499.2-2024", "屈服强度", "≥400", "MPa", "HRB400"),
            requirement("GB 1499.2-2024", "屈服强度", "≥500", "MPa", "HRB500"),
            requirement("GB 1499.2-2024", "碳当量", "≤0.54", "%", "HRB400"),
        ];
        let foreign = [requirement("BS 4449", "屈服强度", "≥500", "MPa", "B500B")];
        let pairing = pair(&FieldVocabulary, &domestic, &foreign);
        assert_eq!(pairing.lines, [(Some(1), Some(0)), (Some(2), None)]);
        assert_eq!(pairing.unpaired, [0]);
    }

    #[test]
    fn a_class_is_not_paired_with_what_leaves_it_out() {
        let domestic = [
            requirement("GB 6675.4", "钡", "≤250", "mg/kg", "造型粘土"),
            requirement(
                "GB 6675.4",
                "钡",
                "≤1000",
                "mg/kg",
                "造型粘土和指画颜料以外的玩具材料",
            ),
        ];
        let clay = "表面涂层和可触及基材（造型粘土除外）";
        let foreign = [requirement("ASTM F963", "钡", "≤1000", "mg/kg", clay)];
        let pairing = pair(&FieldVocabulary, &domestic, &foreign);
        assert_eq!(pairing.lines, [(Some(1), Some(0))]);
    }

    #[test]
    fn a_general_limit_answers_every_class_of_the_other_side() {
        let domestic = [requirement("GB 1", "铅", "≤90", "mg/kg", "")];
        let foreign = [
            requirement("EN 1", "铅", "≤2", "mg/kg", "I类"),
            requirement("EN 1", "铅", "≤23", "mg/kg", "III类"),
            requirement("EN 1", "锡", "≤1", "mg/kg", ""),
        ];
        let pairing = pair(&FieldVocabulary, &domestic, &foreign);
        assert_eq!(
            pairing.lines,
            [(Some(0), Some(0)), (Some(0), Some(1)), (None, Some(2))]
        );
        assert!(pairing.unpaired.is_empty());
    }
}
