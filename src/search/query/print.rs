//! Writes a tree as canonical query text.

use std::fmt::{self, Write};

use super::ast::{Content, Node, Value};
use super::characters::{QUOTES, is_blank, is_close, is_comma, is_minus, is_open, narrow};
use super::field::{Field, ValueType};
use super::shape::{CODES, Case, is_code, is_serial};

/// Writes canonical query text: English names and operators, one blank between conditions.
///
/// Both drivers read it back as the same tree, as long as it stays within the limits.
impl fmt::Display for Node {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => formatter.write_char('*'),
            Self::Words { text, .. } => formatter.write_str(text),
            Self::Phrase { text, slop, .. } => write_phrase(formatter, text, *slop),
            Self::Prefix { text, .. } => write!(formatter, "{text}*"),
            Self::Field { field, values, .. } => write_field(formatter, *field, values),
            Self::Not(child) if is_one_item(child) => write!(formatter, "-{child}"),
            Self::Not(child) => write!(formatter, "-({child})"),
            Self::Or(children) => {
                for (index, child) in children.iter().enumerate() {
                    let before = if index > 0 { " OR " } else { "" };
                    write!(formatter, "{before}{child}")?;
                }
                Ok(())
            }
            Self::And(children) => {
                for (index, child) in children.iter().enumerate() {
                    if let Some(before) = index.checked_sub(1).map(|before| &children[before]) {
                        let joint = if would_join(before, child) {
                            " AND "
                        } else {
                            " "
                        };
                        formatter.write_str(joint)?;
                    }
                    match child {
                        Self::Or(_) => write!(formatter, "({child})")?,
                        other => write!(formatter, "{other}")?,
                    }
                }
                Ok(())
            }
        }
    }
}

/// Whether a condition can stand behind a minus without parentheses.
fn is_one_item(node: &Node) -> bool {
    match node {
        Node::Words { text, .. } | Node::Prefix { text, .. } => {
            // Behind a minus these would make it a character.
            let first =
                |first: char| is_minus(first) || is_comma(first) || narrow(first).is_ascii_digit();
            !text.starts_with(first) && (words(text).len() == 1 || is_number(text, Case::Capitals))
        }
        Node::Phrase { .. } | Node::Field { .. } | Node::Any => true,
        Node::Not(_) | Node::And(_) | Node::Or(_) => false,
    }
}

/// Whether text behind a condition would be read as a part of it if only a blank stood between.
fn would_join(before: &Node, after: &Node) -> bool {
    let ends_in_code = |text: &str, case| is_code(words(text).last().unwrap_or(&text), case);
    let joins = match before {
        Node::Words { .. } => true,
        Node::Not(child) => match child.as_ref() {
            Node::Words { text, .. } => ends_in_code(text, Case::Capitals),
            inner => {
                return would_join(inner, after) && !matches!(inner, Node::And(_) | Node::Or(_));
            }
        },
        Node::Field { field, values, .. } if field.value_type() == ValueType::Number => {
            values.iter().any(|value| match &value.content {
                Content::Text(text) => ends_in_code(text, Case::Any),
                _ => false,
            })
        }
        _ => false,
    };
    joins && matches!(after, Node::Words { .. } | Node::Prefix { .. })
}

/// Whether a text with blanks is read as one number: codes, then a serial.
fn is_number(text: &str, case: Case) -> bool {
    let words = words(text);
    let Some((serial, codes)) = words.split_last() else {
        return false;
    };
    let early = codes.iter().skip(1).any(|code| is_serial(code));
    !early
        && (1..=CODES).contains(&codes.len())
        && is_serial(serial)
        && codes.iter().all(|code| is_code(code, case))
}

/// The words of a text; a blank in parentheses does not part them.
fn words(text: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    text.split(|character| {
        if is_open(character) {
            depth += 1;
        } else if is_close(character) {
            depth = depth.saturating_sub(1);
        }
        depth == 0 && is_blank(character)
    })
    .collect()
}

fn write_phrase(formatter: &mut fmt::Formatter<'_>, text: &str, slop: Option<u32>) -> fmt::Result {
    // The quotes a phrase was written in never occur in it, so one family always fits.
    let family = QUOTES
        .into_iter()
        .find(|family| !text.contains(|mark| family.closed_by(mark)));
    let (open, close) = family.unwrap_or(QUOTES[0]).marks;
    write!(formatter, "{open}{text}{close}")?;
    slop.map_or(Ok(()), |slop| write!(formatter, "~{slop}"))
}

fn write_field(formatter: &mut fmt::Formatter<'_>, field: Field, values: &[Value]) -> fmt::Result {
    let number = field.value_type() == ValueType::Number;
    let tight = |value: &Value| match &value.content {
        Content::Text(text) | Content::Prefix(text) => {
            words(text).len() == 1 || (number && is_number(text, Case::Any))
        }
        _ => true,
    };
    let list = !values.iter().all(tight);
    write!(formatter, "{field}:{}", if list { "(" } else { "" })?;
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            formatter.write_char(',')?;
        }
        write_content(formatter, &value.content)?;
    }
    formatter.write_str(if list { ")" } else { "" })
}

fn write_content(formatter: &mut fmt::Formatter<'_>, content: &Content) -> fmt::Result {
    match content {
        Content::Any => formatter.write_char('*'),
        Content::Text(text) => formatter.write_str(text),
        Content::Phrase { text, slop } => write_phrase(formatter, text, *slop),
        Content::Prefix(text) => write!(formatter, "{text}*"),
        Content::Status(status) => write!(formatter, "{status}"),
        Content::Kind(kind) => write!(formatter, "{kind}"),
        Content::Dates(dates) => write!(formatter, "{dates}"),
    }
}
