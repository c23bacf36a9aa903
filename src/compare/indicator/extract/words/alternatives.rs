//! Lists of admitted values and designations.

use crate::compare::indicator::Limit;
use crate::compare::indicator::extract::context::Sentence;
use crate::compare::indicator::extract::reading::{Form, Reading};

/// `220 V 或 380 V`, `6 A、10 A 或 16 A`: bare numbers that are alternatives.
pub(in super::super) fn listed_numbers(
    sentence: &Sentence<'_>,
    first: &Reading,
    end: usize,
) -> Option<Vec<String>> {
    if first.form != Form::Bare {
        return None;
    }
    let mut values = vec![printed(&first.limit)?];
    let mut last = first.span.end;
    let mut has_alternative = false;
    for reading in sentence.readings_in(&(first.span.end..end)) {
        let between = sentence.text[last..reading.span.start].trim();
        let joins = matches!(
            between,
            "、" | "," | "或" | "或者" | "or" | ", or" | "，" | "/"
        );
        if !joins || reading.form != Form::Bare {
            break;
        }
        has_alternative |= between.contains("或") || between.contains("or");
        values.push(printed(&reading.limit)?);
        last = reading.span.end;
    }
    (values.len() >= 2 && has_alternative).then_some(values)
}

fn printed(limit: &Limit) -> Option<String> {
    match limit {
        Limit::Equal(value) => Some(value.to_string()),
        _ => None,
    }
}

/// Designations that a predicate offers as alternatives (`06Cr19Ni10 或 022Cr17Ni12Mo2`).
pub(in super::super) fn alternatives(predicate: &str) -> Option<Vec<String>> {
    let chosen = [
        "采用",
        "使用",
        "选用",
        "由",
        "为",
        "是",
        "be of",
        "be made of",
        "be made from",
        "be one of",
        "be either",
        "be",
        "use",
        "consist of",
        "be constructed of",
        "be manufactured from",
    ];
    let body = chosen
        .iter()
        .find_map(|verb| predicate.strip_prefix(verb))?;
    if !["或", " or ", "之一", "one of", "either"]
        .iter()
        .any(|word| body.contains(word) || predicate.contains(word))
    {
        return None;
    }
    let mut values = Vec::new();
    for piece in pieces(body) {
        values.push(designation(piece)?.to_owned());
    }
    (values.len() >= 2 && values.iter().all(|value| !value.is_empty())).then_some(values)
}

fn pieces(body: &str) -> Vec<&str> {
    body.split(['、', ',', '，', '或'])
        .flat_map(|piece| piece.split(" or "))
        .map(|piece| {
            piece
                .trim()
                .trim_start_matches("or ")
                .trim_start_matches('者')
                .trim()
        })
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// The code in `022Cr17Ni12Mo2 不锈钢` or `aluminium alloy 6061-T6`, or a class mark.
fn designation(piece: &str) -> Option<&str> {
    let piece = piece.trim_end_matches(['。', '；', '.', ';', '等']).trim();
    for class in ["类", "级", "型", "等品", "号"] {
        if let Some(head) = piece.strip_suffix(class)
            && (1..=3).contains(&head.chars().count())
        {
            return Some(piece);
        }
    }
    let is_code = |word: &&str| {
        let digits = word.bytes().any(|b| b.is_ascii_digit());
        let letters = word.bytes().any(|b| b.is_ascii_uppercase()) || word.contains('-');
        let spelled = word.bytes().all(|b| b.is_ascii_uppercase());
        let marked = if digits {
            letters || word.len() >= 3
        } else {
            letters && spelled
        };
        word.len() >= 2 && marked
    };
    let codes: Vec<&str> = piece
        .split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '/' | '+')))
        .filter(|word| !word.is_empty())
        .filter(is_code)
        .collect();
    match codes.as_slice() {
        [code] => Some(code),
        _ => None,
    }
}
