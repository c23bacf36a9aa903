//! Limit values of the store as requirements that can be compared.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::compare::gap::{Document, Requirement};
use crate::compare::indicator::{Indicator, Limit};
use crate::model::{Bilingual, LimitValue};

/// Makes the requirement of a limit value; nothing where the value suits no comparator.
pub(super) fn requirement(document: &Document, value: &LimitValue) -> Option<Requirement> {
    let limit = &value.limit;
    let parameter = Bilingual::new(limit.parameter_zh.trim(), limit.parameter_en.trim());
    let name = if parameter.zh.is_empty() {
        &parameter.en
    } else {
        &parameter.zh
    };
    let wire = json!({
        "parameter": name,
        "comparator": limit.comparator,
        "value": limit.value,
        "unit": limit.unit,
        "condition": limit.condition,
        "method": limit.method,
    });
    let mut wire = wire;
    let half = half_grade(&limit.value);
    if let Some(grade) = half {
        wire["value"] = json!(grade.to_string());
    }
    let indicator: Indicator = serde_json::from_value(wire).ok()?;
    Some(Requirement {
        document: document.clone(),
        printed: printed(&indicator.limit, &limit.value, limit.unit.as_deref()),
        parameter,
        indicator,
        clause: limit.clause.clone(),
        evidence: value.evidence.clone(),
        quote: None,
    })
}

/// The grade between two neighbours: `3-4` of a grey scale is half a grade above 3 (ISO 105-A02, ISO 105-A03).
fn half_grade(value: &Value) -> Option<Decimal> {
    let (low, high) = value.as_str()?.split_once('-')?;
    let (low, high): (u8, u8) = (low.trim().parse().ok()?, high.trim().parse().ok()?);
    (low.checked_add(1) == Some(high)).then(|| Decimal::new(i64::from(low) * 10 + 5, 1))
}

/// Writes a limit as the source prints it: its sign, its value, its unit.
fn printed(limit: &Limit, value: &Value, unit: Option<&str>) -> String {
    let unit = unit
        .filter(|unit| !matches!(*unit, "" | "1"))
        .unwrap_or_default();
    let plain = match value {
        Value::String(text) => text.clone(),
        Value::Array(_) => return format!("{limit} {unit}").trim_end().to_owned(),
        other => other.to_string(),
    };
    let sign = limit.comparator().to_string();
    format!("{sign} {plain} {unit}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Status;

    fn of(comparator: &str, value: &Value, unit: &str) -> Requirement {
        let limit = json!({
            "parameter_zh": "耐水色牢度", "parameter_en": "colour fastness to water",
            "comparator": comparator, "value": value, "unit": unit, "evidence": [],
        });
        let document = Document {
            id: "x".to_owned(),
            number: "GB 18401-2010".to_owned(),
            market: "CN".to_owned(),
            status: Status::Current,
        };
        requirement(&document, &serde_json::from_value(limit).unwrap()).unwrap()
    }

    #[test]
    fn a_grade_between_two_is_compared_as_half_and_printed_as_it_stands() {
        let found = of(">=", &json!("3-4"), "级");
        assert_eq!(found.indicator.limit.to_string(), "≥ 3.5");
        assert_eq!(found.printed, "≥ 3-4 级");
    }

    #[test]
    fn numbers_keep_their_digits() {
        assert_eq!(of("<=", &json!(2.0), "mg/kg").printed, "≤ 2.0 mg/kg");
        assert_eq!(of(">=", &json!(1.25), "1").printed, "≥ 1.25");
        assert_eq!(of("±", &json!(6.0), "%").printed, "± 6.0 %");
    }
}
