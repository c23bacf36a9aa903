//! Lists that give one relation and many values: `最大限量（mg/kg）：锑 60；砷 25`.

use super::super::unit::{self, Unit};
use super::super::{Indicator, Modal};
use super::context::{Carry, Sentence};
use super::reading::{Form, Reading};
use super::{exclusion, subject, words};

/// Reads a sentence that is such a list; nothing when it is not.
pub(super) fn indicators(sentence: &Sentence<'_>) -> Option<Vec<Indicator>> {
    let text = sentence.text;
    let colon = text.find(['：', ':'])?;
    let head = &text[..colon];
    let hint =
        words::hint(head).filter(|_| !head.ends_with(['为', '是']) || head.contains("限"))?;
    if exclusion::is_no_requirement(head)
        || sentence
            .readings_in(&(0..colon))
            .any(|r| r.form != Form::Bare)
    {
        return None;
    }
    let unit = bracketed_unit(head);
    let mut found = Vec::new();
    let mut from = colon + text[colon..].chars().next().map_or(1, char::len_utf8);
    let qualifier = qualifier(head);
    for reading in sentence.readings_in(&(from..text.len())) {
        if reading.span.start < from {
            continue;
        }
        let name = subject::english(subject::chinese(
            text[from..reading.span.start].trim_matches(SEPARATORS),
        ));
        let tail = text[reading.span.end..].trim_start();
        let closes = tail.is_empty()
            || tail.starts_with(SEPARATORS)
            || tail.starts_with("and ")
            || tail.starts_with(['和', '(', '（']);
        if name.is_empty() || name.chars().count() > 40 || !closes {
            return None;
        }
        let limit = match reading.limit {
            super::super::Limit::Equal(value) if reading.form == Form::Bare => hint.limit(value),
            ref other => other.clone(),
        };
        let own = Reading {
            unit: reading.unit.clone().or_else(|| unit.clone()),
            ..reading.clone()
        };
        let parameter = qualifier.map_or_else(|| name.to_owned(), |word| format!("{word}{name}"));
        found.push(sentence.indicator(parameter, limit, &own, None, Modal::Requirement));
        from = reading.span.end;
    }
    (found.len() >= 2).then_some(found)
}

const SEPARATORS: [char; 9] = ['；', ';', '，', ',', '、', '。', '.', ' ', '\n'];

/// What the head says about every item: 可迁移元素 makes 锑 可迁移锑.
fn qualifier(head: &str) -> Option<&'static str> {
    const QUALIFIERS: &[&str] = &["可迁移", "可溶性", "可萃取", "总", "游离"];
    let followed = |word: &&&str| {
        head.contains(&format!("{word}元素")) || head.contains(&format!("{word}重金属"))
    };
    QUALIFIERS.iter().find(followed).copied()
}

/// The unit in the brackets of a heading, or behind 单位 or a comma.
pub(super) fn bracketed_unit(head: &str) -> Option<Unit> {
    for (at, opening) in head
        .char_indices()
        .filter(|(_, c)| matches!(c, '(' | '（' | '/' | '／' | ',' | '，' | '：' | ':'))
    {
        let start = at + opening.len_utf8();
        let inside = &head[start..];
        if is_slash_of_unit(&head[..at], opening, inside) {
            continue;
        }
        let trimmed = inside.trim_start_matches([' ', '(', '（', '\u{a0}']);
        let trimmed = trimmed
            .strip_prefix("in ")
            .or_else(|| trimmed.strip_prefix("以"))
            .unwrap_or(trimmed);
        let unit_start = head.len() - trimmed.len();
        if let Some(found) = unit::scan(head, unit_start) {
            let rest = head[found.end..].trim_start();
            let closes = rest.is_empty()
                || rest.starts_with([
                    ')', '）', '，', ',', ']', '：', ':', '。', '≤', '≥', '（', '(', ' ', '\n',
                    '不', '|', '表', '计', '最', '　', '<', '>',
                ]);
            if closes {
                return Some(found.unit);
            }
        }
    }
    None
}

/// The slash in `30 l/min` belongs to a unit; the one in `厚度/mm` introduces it.
fn is_slash_of_unit(before: &str, opening: char, inside: &str) -> bool {
    let latin = before.ends_with(|c: char| c.is_ascii_alphabetic());
    let word = before.rsplit([' ', ',', '，']).nth(1).unwrap_or_default();
    opening == '/'
        && latin
        && !inside.starts_with('(')
        && word.ends_with(|c: char| c.is_ascii_digit())
}

/// `…不应大于下列数值：`: the relation that the items below share.
pub(super) fn remember_lead(sentence: &Sentence<'_>, carry: &mut Carry) {
    let text = sentence.text.trim_end();
    let labelled = subject::without_label(text).len() < text.trim_start().len();
    if text.ends_with(['：', ':']) {
        carry.bound = words::hint(text).filter(|_| sentence.readings.is_empty());
    } else if !labelled {
        carry.bound = None;
    }
}
