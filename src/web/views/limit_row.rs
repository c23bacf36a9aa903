//! Limit values as rows of a table.

use serde_json::Value;

use super::{EvidenceLine, evidence_lines};
use crate::model::LimitValue;
use crate::web::frame::Frame;
use crate::web::routes::Route;

/// A limit value for readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct LimitRow {
    /// The quantity in the reader's language.
    pub(in crate::web) parameter: String,
    /// The limit: sign, value, unit.
    pub(in crate::web) value: String,
    /// What it holds for.
    pub(in crate::web) condition: String,
    /// The test method, and where to look it up.
    pub(in crate::web) method: Option<(String, String)>,
    /// The clause that sets it.
    pub(in crate::web) clause: String,
    /// Where it was seen.
    pub(in crate::web) evidence: Vec<EvidenceLine>,
}

/// Returns the rows of some limit values.
pub(in crate::web) fn limit_rows(limits: &[LimitValue], frame: &Frame) -> Vec<LimitRow> {
    let row = |value: &LimitValue| {
        let limit = &value.limit;
        let method = limit.method.as_ref().filter(|method| !method.is_empty());
        LimitRow {
            parameter: frame
                .language
                .pick(&limit.parameter_zh, &limit.parameter_en)
                .to_owned(),
            value: written(
                &limit.comparator,
                &limit.value,
                limit.unit.as_deref(),
                frame,
            ),
            condition: limit.condition.clone().unwrap_or_default(),
            method: method.map(|method| (method.clone(), frame.href(Route::Number(method)))),
            clause: limit.clause.clone().unwrap_or_default(),
            evidence: evidence_lines(&value.evidence, frame.words),
        }
    };
    limits.iter().map(row).collect()
}

fn written(comparator: &str, value: &Value, unit: Option<&str>, frame: &Frame) -> String {
    let words = &frame.words.record;
    let plain = match value {
        Value::Array(pair) if pair.len() == 2 => (words.range)(&plain(&pair[0]), &plain(&pair[1])),
        Value::Array(list) => list
            .iter()
            .map(plain)
            .collect::<Vec<_>>()
            .join(frame.words.comma),
        other => plain(other),
    };
    let sign = match comparator {
        "<=" => words.at_most,
        ">=" => words.at_least,
        "=" | "==" | "range" | "between" | "" => "",
        other => other,
    };
    // A pure number has the unit one (ISO 80000-1), which nobody writes.
    let unit = unit.filter(|unit| !matches!(*unit, "" | "1"));
    [
        Some(sign).filter(|sign| !sign.is_empty()),
        Some(plain.as_str()),
        unit,
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join("\u{a0}")
}

fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
