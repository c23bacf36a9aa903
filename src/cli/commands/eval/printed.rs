//! Figures as JSON, or as a table a person reads.

use std::fmt::Write;

use serde::Serialize;
use serde_json::Value;

use crate::cli::eval_arguments::EvalFormat;
use crate::cli::{Failure, output};

/// Prints figures.
pub(super) fn printed<T: Serialize>(figures: &T, format: EvalFormat) -> Result<(), Failure> {
    match format {
        EvalFormat::Json => output::json(figures),
        EvalFormat::Md => {
            let value = serde_json::to_value(figures).map_err(anyhow::Error::from)?;
            output::line(table(&value).trim_end())
        }
    }
}

/// Writes a Markdown table of two columns; figures inside others bear both names.
fn table(figures: &Value) -> String {
    let mut text = String::from("| figure | value |\n| --- | ---: |\n");
    rows(figures, "", &mut text);
    text
}

fn rows(value: &Value, above: &str, text: &mut String) {
    let Value::Object(fields) = value else {
        let shown = match value {
            Value::Number(number) if number.is_f64() => {
                format!("{:.3}", number.as_f64().unwrap_or_default())
            }
            other => other.to_string(),
        };
        let _ = writeln!(text, "| {above} | {shown} |");
        return;
    };
    for (name, value) in fields {
        let name = name.replace('_', " ");
        let name = if above.is_empty() {
            name
        } else {
            format!("{above}: {name}")
        };
        rows(value, &name, text);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::table;

    #[test]
    fn figures_become_rows_and_shares_have_three_digits() {
        let figures = json!({"rows": 3, "without_parameter": {"f1": 0.66666}});
        let text = table(&figures);
        assert!(text.contains("| rows | 3 |\n"));
        assert!(text.contains("| without parameter: f1 | 0.667 |\n"));
    }
}
