//! The comparison itself.

use std::str::FromStr;

use rust_decimal::Decimal;

use super::facets::QUANTITIES;
use super::finding::{Finding, Reason, Rule, Side, Step, Verdict};
use super::interval::Interval;
use super::methods::{MethodRelation, method_relation};
use super::words::{self, Meaning};
use super::{conditions, set};
use crate::compare::indicator::unit::{Conversion, Unit};
use crate::compare::indicator::{Indicator, Limit};
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

enum Admitted {
    Interval(Interval, Option<Unit>),
    Listed(Vec<String>),
    Words(String),
}

impl Admitted {
    fn of(indicator: &Indicator) -> Self {
        if let Limit::Enumeration(values) = &indicator.limit {
            return Self::Listed(values.iter().map(|value| plain_value(value)).collect());
        }
        if let Some(meaning) = words::meaning(indicator) {
            return match words::interval(&meaning) {
                Some((interval, unit)) => Self::Interval(interval, unit),
                None => match meaning {
                    Meaning::Words(words) => Self::Words(words),
                    _ => Self::Words(String::new()),
                },
            };
        }
        let interval = Interval::of(&indicator.limit).unwrap_or_default();
        let unit = indicator
            .unit
            .as_deref()
            .map_or(Ok(Unit::one()), Unit::from_str);
        match unit {
            Ok(unit) => Self::Interval(interval, Some(unit)),
            Err(_) => Self::Words(format!(
                "{} {}",
                indicator.limit,
                indicator.unit.as_deref().unwrap_or_default()
            )),
        }
    }
}

/// One spelling for a listed value: no spaces, Roman and Arabic classes alike, numbers normal.
fn plain_value(value: &str) -> String {
    if let Ok(number) = Decimal::from_str(value.trim()) {
        return number.normalize().to_string();
    }
    let mut text: String = value
        .to_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .collect();
    for (from, to) in [
        ("class", ""),
        ("type", ""),
        ("grade", ""),
        ("类", ""),
        ("型", ""),
        ("级", ""),
        ("ⅰ", "i"),
        ("ⅱ", "ii"),
        ("ⅲ", "iii"),
        ("ⅳ", "iv"),
    ] {
        text = text.replace(from, to);
    }
    text
}

#[derive(Default)]
struct Proof {
    steps: Vec<Step>,
}

impl Proof {
    fn step(&mut self, rule: Rule, side: Option<Side>, statement: String) {
        self.steps.push(Step {
            rule,
            side,
            statement,
        });
    }

    fn printed(&mut self, side: Side, indicator: &Indicator) {
        let unit = indicator
            .unit
            .as_deref()
            .filter(|unit| *unit != "1")
            .unwrap_or_default();
        let statement = format!("{}: {} {unit}", indicator.parameter, indicator.limit);
        self.step(Rule::AsPrinted, Some(side), statement.trim_end().to_owned());
    }

    fn ends(self, verdict: Verdict, reason: Reason) -> Finding {
        Finding {
            verdict,
            reason,
            proof: self.steps,
        }
    }

    /// Different quantity, method or condition.
    fn obstacle(&mut self, domestic: &Indicator, foreign: &Indicator) -> Option<Finding> {
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

    fn intervals(
        mut self,
        domestic: &Indicator,
        foreign: &Indicator,
        (own, own_unit): (Interval, Option<Unit>),
        (other, other_unit): (Interval, Option<Unit>),
    ) -> Finding {
        let shared = own_unit
            .clone()
            .or_else(|| other_unit.clone())
            .unwrap_or_else(Unit::one);
        let own_unit = own_unit.unwrap_or_else(|| shared.clone());
        let other_unit = other_unit.unwrap_or(shared);
        if !other_unit.converts_to(&own_unit) {
            self.step(Rule::Conversion, None, format!("{own_unit} ↛ {other_unit}"));
            return self.ends(Verdict::NotComparable, Reason::DifferentDimension);
        }
        let mode = if is_difference(domestic) || is_difference(foreign) {
            Conversion::Difference
        } else {
            Conversion::Point
        };
        let Some(converted) = set::convert(own, &own_unit, other, &other_unit, mode) else {
            self.step(Rule::Conversion, None, format!("{own_unit} ↛ {other_unit}"));
            return self.ends(Verdict::NotComparable, Reason::DifferentDimension);
        };
        if own_unit.code() != other_unit.code() {
            let exact = other
                .map(|value| other_unit.convert(value, &own_unit, mode))
                .unwrap_or_default();
            let shown = exact
                .map(|value| Some(value.round_sf(6).unwrap_or(value).normalize()))
                .unwrap_or(exact);
            self.step(
                Rule::Conversion,
                Some(Side::Foreign),
                format!("{other} {other_unit} = {shown} {own_unit}"),
            );
        }
        if converted.is_rounded {
            self.step(
                Rule::Rounding,
                Some(Side::Foreign),
                format!("≈ {} {own_unit}", converted.foreign),
            );
        }
        if let Some(verdict) = self.sum_against_each(domestic, foreign, &converted) {
            return self.ends(verdict, Reason::SumAgainstEach);
        }
        let (own, other) = set::without_idle_zero(converted.domestic, converted.foreign);
        let verdict = set::inclusion(&own, &other);
        self.step(
            Rule::AdmittedSet,
            Some(Side::Domestic),
            format!("{own} {own_unit}"),
        );
        self.step(
            Rule::AdmittedSet,
            Some(Side::Foreign),
            format!("{other} {own_unit}"),
        );
        self.step(Rule::Inclusion, None, inclusion_sign(verdict).to_owned());
        let reason = if converted.is_rounded && verdict == Verdict::Equal {
            Reason::EqualAfterRounding
        } else {
            Reason::SetInclusion
        };
        self.ends(verdict, reason)
    }

    /// `DBP + BBP + DEHP ≤ 0.1 %` against `each ≤ 0.1 %`.
    fn sum_against_each(
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

    fn lists(
        mut self,
        domestic: &Indicator,
        foreign: &Indicator,
        own: &[String],
        other: &[String],
    ) -> Finding {
        let unit = |indicator: &Indicator| {
            indicator
                .unit
                .as_deref()
                .map_or(Ok(Unit::one()), Unit::from_str)
        };
        let (Ok(own_unit), Ok(other_unit)) = (unit(domestic), unit(foreign)) else {
            return self.ends(Verdict::NotComparable, Reason::DifferentDimension);
        };
        let mut other = other.to_vec();
        if own_unit.code() != other_unit.code() {
            let convert = |value: &String| {
                let number = Decimal::from_str(value).ok()?;
                let number = other_unit.convert(number, &own_unit, Conversion::Point)?;
                let near = own.iter().find(|mine| {
                    Decimal::from_str(mine).is_ok_and(|mine| {
                        (mine - number).abs() * Decimal::ONE_HUNDRED <= mine.abs()
                    })
                });
                Some(
                    near.cloned()
                        .unwrap_or_else(|| number.normalize().to_string()),
                )
            };
            let Some(converted) = other.iter().map(convert).collect::<Option<Vec<String>>>() else {
                self.step(Rule::Conversion, None, format!("{own_unit} ↛ {other_unit}"));
                return self.ends(Verdict::NotComparable, Reason::DifferentDimension);
            };
            other = converted;
        }
        let verdict = set::listed(own, &other);
        self.step(
            Rule::AdmittedSet,
            Some(Side::Domestic),
            format!("{{{}}}", own.join(", ")),
        );
        self.step(
            Rule::AdmittedSet,
            Some(Side::Foreign),
            format!("{{{}}}", other.join(", ")),
        );
        self.step(Rule::Inclusion, None, inclusion_sign(verdict).to_owned());
        self.ends(verdict, Reason::SetInclusion)
    }

    /// A list of numbers against an interval; `side` is the side of the list.
    fn list_in_interval(
        mut self,
        listed: &Indicator,
        values: &[String],
        interval: Interval,
        unit: Option<Unit>,
        side: Side,
    ) -> Finding {
        let own = listed
            .unit
            .as_deref()
            .map_or(Ok(Unit::one()), Unit::from_str);
        let unit = unit.unwrap_or_else(Unit::one);
        let numbers: Option<Vec<Decimal>> = values
            .iter()
            .map(|value| {
                let number = Decimal::from_str(value).ok()?;
                own.as_ref().ok()?.convert(number, &unit, Conversion::Point)
            })
            .collect();
        let Some(numbers) = numbers else {
            return self.ends(Verdict::NotComparable, Reason::WordsOnly);
        };
        let all_inside = numbers.iter().all(|number| interval.contains(*number));
        let point_covered =
            interval.is_point() && numbers.iter().any(|number| interval.contains(*number));
        let verdict = match (all_inside, point_covered) {
            (true, true) => Verdict::Equal,
            (true, false) => Verdict::Stricter,
            (false, true) => Verdict::Looser,
            (false, false) => Verdict::Crossing,
        };
        self.step(
            Rule::AdmittedSet,
            Some(side),
            format!("{{{}}}", values.join(", ")),
        );
        self.step(Rule::AdmittedSet, None, format!("{interval} {unit}"));
        let verdict = if side == Side::Domestic {
            verdict
        } else {
            verdict.mirrored()
        };
        self.step(Rule::Inclusion, None, inclusion_sign(verdict).to_owned());
        self.ends(verdict, Reason::SetInclusion)
    }
}

fn words_conflict(own: &str, other: &str) -> Option<String> {
    super::facets::CONDITIONS
        .iter()
        .find_map(|facet| facet.conflict(own, other))
}

const fn inclusion_sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Stricter => "D ⊂ F",
        Verdict::Looser => "D ⊃ F",
        Verdict::Equal => "D = F",
        _ => "D ⊄ F, F ⊄ D",
    }
}

/// Whether the quantity is a difference of temperatures.
fn is_difference(indicator: &Indicator) -> bool {
    let words = format!(
        "{} {}",
        indicator.parameter,
        indicator.condition.as_deref().unwrap_or_default()
    )
    .to_lowercase();
    [
        "温升",
        "温差",
        "温度差",
        "temperature rise",
        "temperature difference",
        "rise in temperature",
        "heating of",
    ]
    .iter()
    .any(|word| words.contains(word))
        || matches!(indicator.limit, Limit::Tolerance { nominal, .. } if nominal.is_zero())
}

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
