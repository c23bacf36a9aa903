//! One-sided limits of one document that belong together, as one range.

use std::collections::HashMap;

use super::Requirement;
use super::requirement::key;
use crate::compare::indicator::{Limit, OpenEnds};

/// Joins a lower and an upper limit of the same document, parameter, condition, method and unit into a range.
///
/// Tables print `≥ 345` and `≤ 440` in two columns; compared one by one, each would be looser than any range. Two lower
/// limits, or a lower one above the upper one, are left as they are: that is another rule, or a slip of the source.
pub fn fold(requirements: Vec<Requirement>) -> Vec<Requirement> {
    let mut folded: Vec<Requirement> = Vec::with_capacity(requirements.len());
    let mut open: HashMap<[String; 5], usize> = HashMap::new();
    for requirement in requirements {
        let place = [
            requirement.document.id.clone(),
            key(&requirement.parameter.zh) + &key(&requirement.parameter.en),
            requirement.condition().to_owned(),
            requirement.indicator.method.clone().unwrap_or_default(),
            requirement.indicator.unit.clone().unwrap_or_default(),
        ];
        let joined = open.get(&place).and_then(|&at| {
            let range = range_of(&folded[at].indicator.limit, &requirement.indicator.limit)?;
            Some((at, range))
        });
        if let Some((at, range)) = joined {
            let kept = &mut folded[at];
            kept.indicator.limit = range;
            kept.printed = format!("{}；{}", kept.printed, requirement.printed);
            for one in requirement.evidence {
                if !kept.evidence.contains(&one) {
                    kept.evidence.push(one);
                }
            }
            open.remove(&place);
        } else {
            open.insert(place, folded.len());
            folded.push(requirement);
        }
    }
    folded
}

fn range_of(one: &Limit, two: &Limit) -> Option<Limit> {
    let lower = |limit: &Limit| match limit {
        Limit::AtLeast(value) => Some((*value, false)),
        Limit::Above(value) => Some((*value, true)),
        _ => None,
    };
    let upper = |limit: &Limit| match limit {
        Limit::AtMost(value) => Some((*value, false)),
        Limit::Below(value) => Some((*value, true)),
        _ => None,
    };
    let ((low, low_open), (high, high_open)) = lower(one)
        .zip(upper(two))
        .or_else(|| lower(two).zip(upper(one)))?;
    (low <= high).then(|| Limit::range(low, high, OpenEnds::from_ends(low_open, high_open)))
}

#[cfg(test)]
mod tests {
    use super::super::pairing::tests::requirement;
    use super::*;

    #[test]
    fn a_lower_and_an_upper_limit_of_one_grade_are_one_range() {
        let low = requirement("JIS G 3112:2020", "屈服强度", "≥345", "MPa", "SD345");
        let high = requirement("JIS G 3112:2020", "屈服强度", "≤440", "MPa", "SD345");
        let other = requirement("JIS G 3112:2020", "屈服强度", "≤510", "MPa", "SD390");
        let folded = fold(vec![low, other, high]);
        assert_eq!(folded.len(), 2);
        assert_eq!(folded[0].indicator.limit.to_string(), "[345, 440]");
    }

    #[test]
    fn a_lower_limit_above_the_upper_one_is_left_alone() {
        let low = requirement("X", "重量", "≥9", "kg", "");
        let high = requirement("X", "重量", "≤3", "kg", "");
        assert_eq!(fold(vec![low, high]).len(), 2);
    }
}
