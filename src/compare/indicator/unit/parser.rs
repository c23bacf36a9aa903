//! Reads a unit expression at a place in a text.
//!
//! ```text
//! unit     := factor { separator factor }
//! factor   := ["10" | "100" | "1000"] ["平方" | "立方" | "square" | "cubic"] atom [exponent] | "(" unit ")"
//! separator:= "/" | "每" | "per" | "·" | "." | "⋅"
//! ```
//!
//! The longest atom wins; a Latin symbol must not run on into a letter, so `in` is no inch in
//! `inside`, and `in` before an ordinary word (`10 in any direction`) is a preposition.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::atoms::{ATOMS, OFFSETS, PREFIXES, Prefixes};
use super::{Dimension, Ratio, Unit};

/// A unit found in a text and the byte after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitMatch {
    /// The unit.
    pub unit: Unit,
    /// The byte after its last letter.
    pub end: usize,
}

/// One spelling of an atom with its prefix worked in.
#[derive(Debug)]
struct Spelling {
    text: String,
    code: String,
    dimension: Dimension,
    factor: Ratio,
}

static SPELLINGS: LazyLock<HashMap<char, Vec<Spelling>>> = LazyLock::new(spellings);

fn spellings() -> HashMap<char, Vec<Spelling>> {
    let mut all: HashMap<char, Vec<Spelling>> = HashMap::new();
    let mut add = |text: String, code: String, dimension: Dimension, factor: Ratio| {
        if let Some(first) = text.chars().next() {
            let spelling = Spelling {
                text,
                code,
                dimension,
                factor,
            };
            all.entry(first.to_ascii_lowercase())
                .or_default()
                .push(spelling);
        }
    };
    for atom in ATOMS {
        let names = [atom.symbols, atom.words, atom.chinese].concat();
        for name in names {
            add(
                name.to_owned(),
                atom.code.to_owned(),
                atom.dimension,
                atom.factor,
            );
        }
        if atom.prefixes == Prefixes::None {
            continue;
        }
        for (code, symbols, word, chinese, factor) in PREFIXES {
            let Some(factor) = factor.checked_mul(atom.factor) else {
                continue;
            };
            let code = format!("{code}{}", atom.code);
            for symbol in *symbols {
                for name in atom.symbols {
                    add(
                        format!("{symbol}{name}"),
                        code.clone(),
                        atom.dimension,
                        factor,
                    );
                }
            }
            for name in atom.words {
                add(
                    format!("{word}{name}"),
                    code.clone(),
                    atom.dimension,
                    factor,
                );
            }
            for name in atom.chinese {
                add(
                    format!("{chinese}{name}"),
                    code.clone(),
                    atom.dimension,
                    factor,
                );
            }
        }
    }
    for list in all.values_mut() {
        list.sort_by_key(|spelling| std::cmp::Reverse(spelling.text.len()));
    }
    all
}

/// Reads the longest unit expression that begins at byte `at`.
pub fn scan(text: &str, at: usize) -> Option<UnitMatch> {
    let (mut unit, mut end) = factor(text, at, 1)?;
    for _ in 0..4 {
        let Some((power, joint, next)) = separator(text, end) else {
            break;
        };
        let Some((more, after)) = operand(text, next, power) else {
            break;
        };
        let Some(dimension) = unit.dimension.combine(more.dimension, 1) else {
            break;
        };
        let Some(ratio) = unit.factor.checked_mul(more.factor) else {
            break;
        };
        unit = Unit {
            code: format!("{}{joint}{}", unit.code, more.code),
            dimension,
            factor: ratio,
            ..unit
        };
        end = after;
    }
    let offset = OFFSETS.iter().find(|(code, _)| *code == unit.code);
    unit.has_offset = offset.is_some();
    if let Some((_, offset)) = offset {
        unit.offset = *offset;
    }
    Some(UnitMatch {
        unit: with_usual_code(unit),
        end,
    })
}

/// Compounds the field writes under a code of their own.
fn with_usual_code(unit: Unit) -> Unit {
    const USUAL: &[(&str, &str)] = &[
        ("[lbf]/[in_i]2", "[psi]"),
        ("mg/m2.h", "mg/(m2.h)"),
        ("g/m2.d", "g/(m2.d)"),
        ("[oz]/[ft_i]2", "[oz]/ft2"),
    ];
    match USUAL.iter().find(|(spelt, _)| *spelt == unit.code) {
        Some((_, usual)) => Unit {
            code: (*usual).to_owned(),
            ..unit
        },
        None => unit,
    }
}

fn operand(text: &str, at: usize, power: i8) -> Option<(Unit, usize)> {
    let rest = text.get(at..)?;
    if let Some(opening) = rest.chars().next().filter(|c| matches!(c, '(' | '（')) {
        let start = at + opening.len_utf8();
        let (mut inner, mut end) = factor(text, start, power)?;
        let mut parts = inner.code.clone();
        while let Some((_, _, next)) = separator(text, end) {
            let (more, after) = factor(text, next, power)?;
            inner.dimension = inner.dimension.combine(more.dimension, 1)?;
            inner.factor = inner.factor.checked_mul(more.factor)?;
            parts = format!("{parts}.{}", more.code);
            end = after;
        }
        let closing = text[end..]
            .chars()
            .next()
            .filter(|c| matches!(c, ')' | '）'))?;
        inner.code = if parts.contains('.') {
            format!("({parts})")
        } else {
            parts
        };
        return Some((inner, end + closing.len_utf8()));
    }
    factor(text, at, power)
}

fn factor(text: &str, at: usize, power: i8) -> Option<(Unit, usize)> {
    const POWER_WORDS: &[(&str, i8)] = &[
        ("平方", 2),
        ("立方", 3),
        ("square ", 2),
        ("cubic ", 3),
        ("sq. ", 2),
        ("sq ", 2),
        ("cu ", 3),
    ];
    let (multiple, mut start) = if power < 0 {
        leading_multiple(text, at)
    } else {
        (1, at)
    };
    let mut exponent = 1_i8;
    for (word, size) in POWER_WORDS {
        if text.get(start..)?.starts_with(word) {
            start += word.len();
            exponent = *size;
        }
    }
    let (spelling, mut end) = atom(text, start)?;
    if let Some((size, after)) = exponent_after(text, end) {
        exponent = size;
        end = after;
    } else if runs_on(text, start, end) {
        return None;
    }
    let total = exponent.checked_mul(power)?;
    let ratio = spelling.factor.checked_pow(total)?;
    let multiple_ratio = Ratio::new(i128::from(multiple), 1).checked_pow(power)?;
    let mut code = String::new();
    if multiple != 1 {
        code.push_str(&multiple.to_string());
    }
    code.push_str(&spelling.code);
    if exponent != 1 {
        code.push_str(&exponent.to_string());
    }
    let unit = Unit {
        code,
        dimension: Dimension::default().combine(spelling.dimension, total)?,
        factor: ratio.checked_mul(multiple_ratio)?,
        offset: Ratio::ONE,
        has_offset: false,
    };
    Some((unit, end))
}

/// `/100 g`, `/10 min`: only round multiples, so that `5 mm/10 mm` stays two lengths.
fn leading_multiple(text: &str, at: usize) -> (u32, usize) {
    let rest = text.get(at..).unwrap_or_default();
    for (digits, value) in [
        ("1000", 1_000),
        ("1 000", 1_000),
        ("100", 100),
        ("10", 10),
        ("24", 24),
    ] {
        if let Some(after) = rest.strip_prefix(digits) {
            let trimmed = after.trim_start_matches([' ', '\u{a0}', '\u{2009}']);
            let start = text.len() - trimmed.len();
            let follows = atom(text, start).map(|(spelling, _)| spelling.code.as_str());
            let fits = matches!(
                follows,
                Some("g" | "min" | "kJ" | "kcal" | "mL" | "cm" | "km" | "m" | "h" | "L")
            );
            if fits && !after.starts_with(|c: char| c.is_ascii_digit()) {
                return (value, start);
            }
        }
    }
    (1, at)
}

fn atom(text: &str, at: usize) -> Option<(&'static Spelling, usize)> {
    let rest = text.get(at..)?;
    let first = rest.chars().next()?.to_ascii_lowercase();
    let list = SPELLINGS.get(&first)?;
    list.iter().find_map(|spelling| {
        let length = spelling.text.len();
        let head = rest.get(..length)?;
        let is_word = length > 4 && head.is_ascii();
        let same = head == spelling.text || (is_word && head.eq_ignore_ascii_case(&spelling.text));
        let next = rest[length..].chars().next();
        let latin_end = spelling
            .text
            .ends_with(|c: char| c.is_ascii_alphabetic() || "μµΩ".contains(c));
        let bounded = !latin_end || !next.is_some_and(|c| c.is_ascii_alphabetic());
        let preposition =
            spelling.code == "[in_i]" && head == "in" && is_preposition(&rest[length..]);
        (same && bounded && !preposition).then_some((spelling, at + length))
    })
}

fn is_preposition(after: &str) -> bool {
    const AFTER_INCHES: &[&str] = &[
        "in",
        "wide",
        "long",
        "high",
        "thick",
        "deep",
        "diameter",
        "from",
        "above",
        "below",
        "by",
        "x",
        "for",
        "when",
        "and",
        "or",
        "apart",
        "to",
        "at",
        "of",
        "on",
        "measured",
        "between",
        "square",
        "per",
        "minimum",
        "maximum",
        "max",
        "min",
        "inclusive",
        "dia",
    ];
    let Some(word) = after.strip_prefix(' ') else {
        return false;
    };
    let word = word
        .split(|c: char| !c.is_ascii_alphabetic())
        .next()
        .unwrap_or_default();
    !word.is_empty() && !AFTER_INCHES.contains(&word)
}

/// Whether a symbol runs on into digits that are no exponent (`m20`).
fn runs_on(text: &str, start: usize, end: usize) -> bool {
    let latin = text[start..end].ends_with(|c: char| c.is_ascii_alphabetic());
    latin && text[end..].starts_with(|c: char| c.is_ascii_digit())
}

fn exponent_after(text: &str, at: usize) -> Option<(i8, usize)> {
    const FORMS: &[(&str, i8)] = &[
        ("²", 2),
        ("³", 3),
        ("⁻¹", -1),
        ("⁻²", -2),
        ("⁻³", -3),
        ("^2", 2),
        ("^3", 3),
        ("<sup>2</sup>", 2),
        ("<sup>3</sup>", 3),
        ("<sup>-1</sup>", -1),
        ("-1", -1),
        ("-2", -2),
        ("−1", -1),
        ("−2", -2),
        ("2", 2),
        ("3", 3),
    ];
    let rest = text.get(at..)?;
    FORMS.iter().find_map(|(form, size)| {
        let after = rest.strip_prefix(form)?;
        let symbol = text[..at].ends_with(|c: char| c.is_ascii_alphabetic() || "Ωμ".contains(c));
        let plain = form.ends_with(|c: char| c.is_ascii_digit());
        let ends = !plain || !after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
        (symbol && ends).then_some((*size, at + form.len()))
    })
}

fn separator(text: &str, at: usize) -> Option<(i8, char, usize)> {
    const FORMS: &[(&str, i8, char)] = &[
        (" per ", -1, '/'),
        ("每", -1, '/'),
        (" / ", -1, '/'),
        ("/", -1, '/'),
        ("／", -1, '/'),
        ("·", 1, '.'),
        ("⋅", 1, '.'),
        ("•", 1, '.'),
        ("∙", 1, '.'),
        ("・", 1, '.'),
    ];
    let rest = text.get(at..)?;
    let form = FORMS.iter().find(|(form, ..)| rest.starts_with(form));
    if let Some((form, power, joint)) = form {
        return Some((*power, *joint, at + form.len()));
    }
    let dotted = rest.starts_with('.') && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic());
    dotted.then_some((1, '.', at + 1))
}
