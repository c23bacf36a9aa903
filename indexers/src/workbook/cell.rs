//! One cell as text.

use calamine::DataRef;

use super::hyperlink;

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// What a reader of the sheet sees: text, number, day (`2026-11-25`), or the words of a link.
    pub text: String,
    /// The address a `HYPERLINK` formula leads to.
    pub link: Option<String>,
}

impl Cell {
    /// Puts value and formula of a cell together.
    pub(super) fn of(value: &DataRef<'_>, formula: Option<&str>) -> Self {
        let (link, words) = formula.and_then(hyperlink::read).unzip();
        let mut text = text_of(value);
        if text.is_empty() {
            text = words.flatten().or_else(|| link.clone()).unwrap_or_default();
        }
        Self {
            text: unescaped(&text).trim().to_owned(),
            link,
        }
    }
}

fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => shown(*number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(moment) if moment.is_duration() => moment.as_f64().to_string(),
        DataRef::DateTime(moment) => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute, second) == (0, 0, 0) {
                date
            } else {
                format!("{date}T{hour:02}:{minute:02}:{second:02}")
            }
        }
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Writes a number with the fifteen digits a spreadsheet shows: stored is `0.30000000000000004` where `0.3` was typed.
fn shown(number: f64) -> String {
    let rounded: Result<f64, _> = format!("{number:.14e}").parse();
    rounded.unwrap_or(number).to_string()
}

/// Resolves the escapes that spreadsheets write for control characters (ECMA-376, `ST_Xstring`): `_x000D_`.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest
            .get(at + 2..at + 6)
            .filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let character = code
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        plain.push_str(&rest[..at]);
        if let Some(character) = character {
            plain.push(character);
            rest = &rest[at + 7..];
        } else {
            plain.push_str("_x");
            rest = &rest[at + 2..];
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_without_a_cached_value_shows_its_words() {
        let formula = r#"HYPERLINK("https://a.example/?q= G/TBT/N/USA/1"," G/TBT/N/USA/1")"#;
        let cell = Cell::of(&DataRef::Empty, Some(formula));
        assert_eq!(cell.text, "G/TBT/N/USA/1");
        assert_eq!(
            cell.link.as_deref(),
            Some("https://a.example/?q= G/TBT/N/USA/1")
        );
        let cached = Cell::of(&DataRef::SharedString("seen"), Some(formula));
        assert_eq!(cached.text, "seen");
        for (number, text) in [(3.0, "3"), (0.1 + 0.2, "0.3"), (1e-7, "0.0000001")] {
            assert_eq!(Cell::of(&DataRef::Float(number), Some("1+2")).text, text);
        }
    }

    #[test]
    fn escapes_of_control_characters_are_resolved_and_other_underscores_stay() {
        assert_eq!(unescaped("a _x000D_ b_xyz_ _x00"), "a \r b_xyz_ _x00");
        assert_eq!(unescaped("_x汉字汉字_"), "_x汉字汉字_");
    }
}
