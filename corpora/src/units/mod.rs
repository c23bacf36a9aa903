//! Units of measurement for limits: spellings, dimensions and exact factors.
//!
//! Factors are exact decimals (or one decimal over another) to the base unit of the dimension, so
//! that `1 in` against `25.4 mm` is equal and not merely near. Hardness scales are dimensions of their
//! own, because there is no conversion between them, only tables of experience. Sources: the SI
//! Brochure (BIPM, 9th edition), GB/T 3100 and GB/T 3102, NIST SP 811 for inch-pound units.

mod decimal;
mod dimension;
mod unit;

pub use decimal::{Decimal, DecimalError, Factor};
pub use dimension::Dimension;
pub use unit::{Basis, Need, Precision, Quantity, Unit};

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::table;

static UNITS: LazyLock<Vec<Unit>> =
    LazyLock::new(|| table::embedded("units.jsonl", include_str!("../../data/units.jsonl")));

static BY_ALIAS: LazyLock<HashMap<String, &Unit>> = LazyLock::new(|| {
    UNITS
        .iter()
        .flat_map(|unit| unit.spellings().map(move |spelling| (fold(spelling), unit)))
        .collect()
});

/// Returns every unit.
pub fn units() -> &'static [Unit] {
    &UNITS
}

/// Returns the unit that a spelling stands for: symbol, name, UCUM code or alias.
///
/// Case matters (`mW` is not `MW`); blanks, the two signs each for micro, ohm and kelvin, and raised
/// against plain digits (`m²`, `m2`) do not.
pub fn unit_by_alias(text: &str) -> Option<&'static Unit> {
    BY_ALIAS.get(&fold(text)).copied()
}

/// Brings the spellings that differ only typographically to one form.
fn fold(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| match character {
            'μ' => 'µ',
            '²' => '2',
            '³' => '3',
            '¹' => '1',
            '⁻' | '−' | '－' => '-',
            '／' => '/',
            '⋅' | '•' | '・' => '·',
            '（' => '(',
            '）' => ')',
            '\u{2126}' => 'Ω',
            '\u{212a}' => 'K',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests;
