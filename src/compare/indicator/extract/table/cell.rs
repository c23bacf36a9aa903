//! One cell of a table.

use std::ops::Range;

use super::super::super::Limit;
use super::super::super::number::CommaStyle;
use super::super::super::unit::{self, Unit};
use super::super::context::Hint;
use super::super::reading::Form;

/// What a cell admits.
pub(super) struct CellValue {
    pub(super) limit: Limit,
    pub(super) unit: Option<Unit>,
    /// Bytes inside the cell.
    pub(super) span: Range<usize>,
}

/// Whether a cell says nothing.
pub(super) fn is_blank(content: &str) -> bool {
    let content = content.trim();
    content.is_empty()
        || content.chars().all(|c| "-–—−－/／―─.…· ".contains(c))
        || matches!(
            content.to_ascii_lowercase().as_str(),
            "n/a"
                | "na"
                | "无要求"
                | "不适用"
                | "不要求"
                | "not applicable"
                | "no requirement"
                | "none"
                | "unspecified"
        )
}

/// Reads a cell; `hint` is the relation its surroundings give to a bare number.
pub(super) fn read(content: &str, hint: Option<Hint>, style: CommaStyle) -> Option<CellValue> {
    let sentence = super::sentence_of(content, style);
    let whole = 0..content.len();
    if let Some(reading) = sentence.readings.first() {
        let before = content[..reading.span.start].trim();
        let after = content[reading.span.end..].trim().trim_matches(FOOTNOTES);
        let plain_before = before.is_empty()
            || matches!(
                before,
                "应" | "为" | "±" | "shall be" | "约" | "允许" | "Max" | "(" | "（"
            );
        let plain_after = after.is_empty()
            || after.len() <= 2
            || after.starts_with(['(', '（', '['])
            || after.starts_with("以")
            || is_qualified(after);
        if plain_before && plain_after {
            let limit = match (&reading.limit, reading.form) {
                (Limit::Equal(value), Form::Bare) => hint.unwrap_or(Hint::Exact).limit(*value),
                (limit, _) => limit.clone(),
            };
            return Some(CellValue {
                limit,
                unit: reading.unit.clone(),
                span: reading.span.clone(),
            });
        }
    }
    if let Some(values) = classes(content) {
        return Some(CellValue {
            limit: Limit::Enumeration(values),
            unit: None,
            span: whole,
        });
    }
    let worded = content.chars().any(char::is_alphabetic) && content.chars().count() >= 2;
    let is_name = content
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-');
    let qualitative = worded
        && (!is_name
            || matches!(
                content,
                "ND" | "nd" | "Pass" | "pass" | "Negative" | "negative" | "None"
            ));
    qualitative.then(|| CellValue {
        limit: Limit::Qualitative(content.to_owned()),
        unit: None,
        span: whole,
    })
}

const FOOTNOTES: [char; 14] = [
    '*', 'ᵃ', 'ᵇ', 'ᶜ', 'ᵈ', '†', '‡', '¹', '²', '³', '①', '②', '③', '.',
];

fn is_qualified(after: &str) -> bool {
    ["a)", "b)", "c)", "1)", "2)", "of ", "之间", "max", "min"]
        .iter()
        .any(|mark| after.starts_with(mark))
}

/// `Ⅰ类或Ⅱ类`, `Class A or B`.
fn classes(content: &str) -> Option<Vec<String>> {
    let pieces: Vec<&str> = content
        .split(['或', '、', ','])
        .flat_map(|piece| piece.split(" or "))
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect();
    let is_class = |piece: &&str| {
        let short = piece.chars().count() <= 12;
        let marked = ["类", "级", "型"].iter().any(|word| piece.ends_with(word))
            || piece.starts_with("Class ")
            || piece.starts_with("Type ")
            || piece.starts_with("class ");
        short && marked && !piece.starts_with(['不', '无'])
    };
    (!pieces.is_empty() && pieces.iter().all(is_class))
        .then(|| pieces.into_iter().map(str::to_owned).collect())
}

/// The unit of a unit column: `mg/kg`, `% (m/m)`.
pub(super) fn leading_unit(content: &str) -> Option<Unit> {
    let trimmed = content.trim();
    let found = unit::scan(trimmed, 0)?;
    let rest = trimmed[found.end..].trim_start();
    (rest.is_empty() || rest.starts_with(['(', '（', ','])).then_some(found.unit)
}
