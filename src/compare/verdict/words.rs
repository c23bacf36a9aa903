//! Requirements in words that nevertheless state a set.

use rust_decimal::Decimal;

use super::interval::{End, Interval};
use crate::compare::indicator::extract::quantities;
use crate::compare::indicator::unit::Unit;
use crate::compare::indicator::{Indicator, Limit};

/// What the words of an indicator amount to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meaning {
    /// No requirement is set.
    Absent,
    /// Nothing may be found, above the limit of detection where one is given.
    NotDetected(Option<(Decimal, Option<Unit>)>),
    /// The thing itself is forbidden.
    Forbidden,
    /// Any amount is allowed.
    Unlimited,
    /// Plain words.
    Words(String),
}

const ABSENT: &[&str] = &[
    "不作规定",
    "未作规定",
    "不规定",
    "无规定",
    "未规定",
    "没有规定",
    "无要求",
    "不作要求",
    "未作要求",
    "未要求",
    "没有要求",
    "待定",
    "另行规定",
    "暂无",
    "暂不",
    "尚未",
    "不适用",
    "供需双方",
    "双方协商",
    "双方商定",
    "由合同",
    "不做规定",
    "不做要求",
    "未涉及",
    "保留",
    "未提及",
    "无此",
    "未设",
    "不设限",
    "未制定",
    "no requirement",
    "not specified",
    "not regulated",
    "no limit",
    "to be determined",
    "tbd",
    "reserved",
    "under consideration",
    "not required",
    "n/a",
    "not applicable",
    "as agreed",
    "subject to agreement",
    "not covered",
    "no specific",
    "to be declared",
    "not addressed",
    "no provision",
    "not defined",
    "unspecified",
    "no value",
    "not established",
    "not set",
    "to be specified",
    "does not specify",
    "under study",
    "pending",
];

const NOT_DETECTED: &[&str] = &[
    "不得检出",
    "不应检出",
    "未检出",
    "不检出",
    "阴性",
    "检不出",
    "not detected",
    "not detectable",
    "not be detected",
    "not be detectable",
    "undetectable",
    "absent",
    "absence",
    "negative",
    "none detected",
    "non-detectable",
    "nd",
    "not present",
    "no detectable",
];

const FORBIDDEN: &[&str] = &[
    "禁用",
    "禁止",
    "不得使用",
    "不应使用",
    "不得添加",
    "不应添加",
    "不得人为添加",
    "不得含有",
    "不应含有",
    "严禁",
    "不允许使用",
    "不得加入",
    "prohibited",
    "banned",
    "shall not be used",
    "must not be used",
    "not permitted",
    "shall not contain",
    "forbidden",
    "not be intentionally added",
    "may not be used",
    "not allowed",
    "must not contain",
];

const UNLIMITED: &[&str] = &[
    "适量使用",
    "按生产需要",
    "quantum satis",
    "good manufacturing practice",
    "gmp",
    "不限量",
    "不限",
    "without limit",
];

/// Reads the words of a qualitative limit.
pub(super) fn meaning(indicator: &Indicator) -> Option<Meaning> {
    let Limit::Qualitative(words) = &indicator.limit else {
        return None;
    };
    let lower = words.trim().to_lowercase();
    let blank = lower.chars().all(|c| !c.is_alphanumeric());
    if blank || lower == "无" || lower == "none" || has(&lower, ABSENT) {
        return Some(Meaning::Absent);
    }
    if has(&lower, NOT_DETECTED) {
        let condition = indicator.condition.as_deref().unwrap_or_default();
        return Some(Meaning::NotDetected(
            detection_limit(words).or_else(|| detection_limit(condition)),
        ));
    }
    if has(&lower, UNLIMITED) {
        return Some(Meaning::Unlimited);
    }
    if has(&lower, FORBIDDEN) {
        return Some(Meaning::Forbidden);
    }
    Some(Meaning::Words(words.clone()))
}

/// Whether any phrase occurs; short Latin ones only as whole words.
fn has(lower: &str, phrases: &[&str]) -> bool {
    phrases
        .iter()
        .any(|phrase| super::facets::occurs(lower, phrase))
}

/// `检出限 0.1 μg/kg`, `LOD 0.01 mg/kg`, `< 0.3 µg/kg`.
fn detection_limit(text: &str) -> Option<(Decimal, Option<Unit>)> {
    let lower = text.to_lowercase();
    let named = [
        "检出限",
        "检测限",
        "定量限",
        "lod",
        "loq",
        "detection",
        "quantification",
        "<",
        "＜",
    ]
    .iter()
    .any(|word| lower.contains(word));
    let quantity = quantities(text).into_iter().find(|found| {
        found
            .unit
            .as_ref()
            .is_some_and(|unit| unit.code() != "g" && unit.code() != "mL")
    })?;
    let (Limit::Equal(value) | Limit::Below(value) | Limit::AtMost(value)) = quantity.limit else {
        return None;
    };
    named.then_some((value, quantity.unit))
}

/// The interval of a meaning, in its unit.
pub(super) fn interval(meaning: &Meaning) -> Option<(Interval, Option<Unit>)> {
    let end = |value, is_open| Some(End { value, is_open });
    match meaning {
        Meaning::NotDetected(Some((value, unit))) => Some((
            Interval {
                low: None,
                high: end(*value, true),
            },
            unit.clone(),
        )),
        Meaning::NotDetected(None) | Meaning::Forbidden => Some((
            Interval {
                low: None,
                high: end(Decimal::ZERO, false),
            },
            None,
        )),
        Meaning::Unlimited => Some((Interval::default(), None)),
        Meaning::Absent | Meaning::Words(_) => None,
    }
}
