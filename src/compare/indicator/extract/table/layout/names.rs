//! Names, units, relations and conditions inside a header or caption.

use super::headers::is_case_header;
use super::layout::HEADER_JOINT;
use crate::compare::indicator::extract::context::Hint;
use crate::compare::indicator::extract::listing::bracketed_unit;
use crate::compare::indicator::extract::{subject, words};
use crate::compare::indicator::unit::{self, Unit};

pub(super) fn is_unit(cell: &str) -> bool {
    let cell = cell.trim_matches(['(', ')', '（', '）']);
    unit::scan(cell, 0).is_some_and(|found| found.end == cell.len())
}

/// The unit that ends a header without brackets: `Yield strength min. MPa`, `Mn %`.
pub(in super::super) fn trailing_unit(header: &str) -> Option<Unit> {
    let (head, word) = header.split(HEADER_JOINT).next()?.rsplit_once(' ')?;
    let plain = word.len() < 2 && word.bytes().all(|b| b.is_ascii_alphabetic());
    let found = unit::scan(word, 0).filter(|found| found.end == word.len())?;
    (head.ends_with(|c: char| !c.is_ascii_digit() && !c.is_whitespace())
        && !plain
        && !matches!(word, "in" | "min" | "class" | "grade" | "rating"))
    .then_some(found.unit)
}

/// A level that only says 不大于 or max.
fn is_relation(level: &str) -> bool {
    words::hint(level).is_some() && !level.contains(|c: char| c.is_ascii_digit())
}

/// The relation a header states: its top level, or a lowest level that says nothing else.
///
/// A middle level such as `≤16` under a thickness is a case and no relation.
pub(in super::super) fn header_hint(header: &str) -> Option<Hint> {
    let mut levels = header.split(HEADER_JOINT);
    let top = levels.next().unwrap_or_default();
    let told = |level: &str| {
        let sized = level.contains(|c: char| c.is_ascii_digit());
        words::hint(level).filter(|hint| {
            *hint != Hint::Exact && !(sized && level.starts_with(['≤', '≥', '<', '>', '＜', '＞']))
        })
    };
    told(top).or_else(|| {
        levels
            .filter(|level| !level.contains(|c: char| c.is_ascii_digit()))
            .find_map(told)
    })
}

/// The name in a header, without unit and relation, and the condition behind it.
pub(in super::super) fn split_header(header: &str) -> (String, Option<String>) {
    let mut levels = header.split(HEADER_JOINT);
    let top = levels.next().unwrap_or_default();
    let below: Vec<&str> = levels.collect();
    let mut conditions: Vec<String> = Vec::new();
    let name = name_of(top, &mut conditions);
    if let [dimension, sizes @ ..] = below.as_slice() {
        if sizes.is_empty() {
            if !is_unit(dimension) && !is_relation(dimension) {
                conditions.push((*dimension).to_owned());
            }
        } else {
            conditions.extend(
                sizes
                    .iter()
                    .filter(|size| !is_unit(size))
                    .map(|size| with_header_unit(size, dimension)),
            );
        }
    }
    let condition = (!conditions.is_empty()).then(|| conditions.join("，"));
    (name, condition)
}

fn name_of(header: &str, conditions: &mut Vec<String>) -> String {
    let mut name = header.trim();
    if trailing_unit(name).is_some()
        && let Some((head, _)) = name.rsplit_once(' ')
    {
        name = head.trim_end_matches([',', '，', ' ']);
    }
    if let Some(at) = name
        .find("/(")
        .or_else(|| name.find("／（"))
        .or_else(|| name.rfind(['/', '／']))
        && bracketed_unit(&name[at..]).is_some()
        && !name[..at].contains([',', '，'])
    {
        name = name[..at].trim();
    }
    if let Some(at) = name.rfind(['(', '（']) {
        let inside = &name[at..];
        if bracketed_unit(inside).is_some()
            || inside.contains("质量分数")
            || inside.contains("以")
            || words::hint(inside).is_some()
        {
            name = name[..at].trim();
        }
    }
    if let Some((head, tail)) = name.split_once([',', '，']) {
        let tail = tail.trim();
        let relation = words::hint(tail).is_some();
        if !relation && !is_unit(tail) {
            conditions.push(tail.to_owned());
        }
        name = head.trim();
    }
    for (joint, keep) in [(" at ", true), ("（", false)] {
        if keep
            && let Some((head, tail)) = name.split_once(joint)
            && tail.starts_with(|c: char| c.is_ascii_digit())
        {
            conditions.push(tail.to_owned());
            name = head;
        }
    }
    let mut name = name.trim_end_matches(['≤', '≥', '<', '>', '＜', '＞', ' ']);
    for word in [
        "不大于",
        "不小于",
        "不低于",
        "不高于",
        "不超过",
        "不少于",
        " max.",
        " min.",
        " max",
        " min",
        ", max",
        ", min",
        "(max)",
        "(min)",
    ] {
        name = name.strip_suffix(word).unwrap_or(name).trim();
    }
    name.to_owned()
}

/// `＞16～40` under `厚度/mm` reads `厚度＞16～40 mm`.
pub(in super::super) fn with_header_unit(label: &str, header: &str) -> String {
    let Some(unit) = bracketed_unit(header) else {
        let numeric = label.starts_with(|c: char| c.is_ascii_digit() || "≤≥<>＜＞＝".contains(c));
        let named = numeric
            && is_case_header(header)
            && header
                .chars()
                .any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        return match header {
            "月龄" if numeric => format!("{label}月龄"),
            _ if named => format!("{header}{label}"),
            _ => label.to_owned(),
        };
    };
    let mut conditions = Vec::new();
    let name = name_of(header, &mut conditions);
    let name = name.split(['(', '（']).next().unwrap_or_default().trim();
    format!("{name}{label} {unit}")
}

/// The quantity a caption names: `Maximum permitted breathing resistance (mbar)`.
pub(in super::super) fn caption_name(caption: &str) -> String {
    let mut name = caption.trim();
    for mark in ["表", "Table", "TABLE"] {
        if let Some(rest) = name.strip_prefix(mark) {
            let rest = rest.trim_start();
            let label = rest.find([' ', '　', '—', '–', ':', '：']).unwrap_or(0);
            if rest[..label].bytes().any(|b| b.is_ascii_digit()) {
                name = rest[label..].trim_start_matches([' ', '　', '—', '–', ':', '：', '-']);
            }
        }
    }
    let end = ["单位", "(", "（", "/", "，", ", ", "　单"]
        .iter()
        .filter_map(|mark| name.find(mark))
        .min()
        .unwrap_or(name.len());
    let name = name[..end].trim().trim_matches(['　', ' ']);
    let mut name = subject::english(name);
    for head in [
        "Maximum permitted ",
        "Maximum allowable ",
        "Maximum ",
        "Minimum ",
        "Limits for ",
        "Limit values for ",
        "Limits of ",
    ] {
        name = name.strip_prefix(head).unwrap_or(name);
    }
    name.trim_end_matches(" limits").to_owned()
}
