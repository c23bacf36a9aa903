//! Properties of the table: 1 it reads; 2 a spelling stands for one unit; 3 factors convert known
//! pairs exactly; 4 units of different dimensions stay apart; 5 lookups bear typographic variants.

use super::*;
use crate::han;

fn unit(text: &str) -> &'static Unit {
    unit_by_alias(text).unwrap_or_else(|| panic!("no unit `{text}`"))
}

#[test]
fn the_table_reads() {
    table::read::<Unit>("units.jsonl", include_str!("../../data/units.jsonl")).unwrap();
}

#[test]
fn a_spelling_stands_for_one_unit_only() {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for unit in units() {
        for spelling in unit.spellings() {
            let other = seen.insert(fold(spelling), &unit.symbol);
            assert!(
                other.is_none_or(|symbol| symbol == unit.symbol),
                "`{spelling}` stands for `{}` and `{other:?}`",
                unit.symbol
            );
        }
    }
}

#[test]
fn every_unit_has_a_chinese_or_international_name() {
    for unit in units() {
        assert!(
            han::has_han(&unit.name_zh) || unit.name_zh == "pH值",
            "{}",
            unit.symbol
        );
    }
}

#[test]
fn known_pairs_convert() {
    for (value, from, expected, to) in [
        (1.0, "in", 25.4, "mm"),
        (36.0, "ksi", 248.211_262_5, "MPa"),
        (100.0, "N/mm²", 100.0, "MPa"),
        (100.0, "℃", 373.15, "K"),
        (212.0, "℉", 373.15, "K"),
        (90.0, "mg/kg", 0.009, "%"),
        (1.0, "mg/dm²", 10.0, "µg/cm²"),
        (1.0, "oz/ft²", 305.151_727_4, "g/m²"),
        (90.0, "den", 100.0, "dtex"),
        (1.0, "kWh/m²", 3.6, "MJ/m²"),
        (60.0, "r/min", 1.0, "r/s"),
        (1.0, "g/100 kcal", 0.239_005_736, "g/100 kJ"),
        (6.0, "个月", 0.5, "年"),
    ] {
        assert_eq!(unit(from).dimension, unit(to).dimension, "{from} and {to}");
        let found = unit(from).to_base(value);
        let wanted = unit(to).to_base(expected);
        assert!(
            (found - wanted).abs() <= wanted.abs() * 1e-8,
            "{value} {from}: {found} {wanted}"
        );
    }
}

#[test]
fn an_inch_is_exact() {
    assert_eq!(unit("in").factor.to_string(), "0.0254");
    assert_eq!(unit("in").precision, Precision::Exact);
    assert_eq!(unit("rad").precision, Precision::Rounded);
}

#[test]
fn scales_without_conversion_stay_apart() {
    for (one, other) in [
        ("HV", "HBW"),
        ("HRC", "HRB"),
        ("dB", "dB(A)"),
        ("次", "个"),
        ("mg/kg", "mg/L"),
    ] {
        assert_ne!(
            unit(one).dimension,
            unit(other).dimension,
            "{one} and {other}"
        );
    }
}

#[test]
fn a_conversion_that_needs_more_says_what() {
    let needs = &unit("mg/kg").needs;
    assert!(needs.contains(&Need {
        to: Dimension::MassConcentration,
        quantity: Quantity::Density
    }));
}

#[test]
fn typographic_variants_are_one_unit() {
    for (one, other) in [
        ("µg/mL", "μg/ml"),
        ("mg/dm2", "mg/dm²"),
        ("g / m²", "g/m2"),
        ("°C", "℃"),
        ("毫克/千克", "mg/kg"),
        ("W/(m²·K)", "W/(m2⋅K)"),
        ("Ohm/km", "Ω/km"),
        ("\u{2126}/km", "Ω/km"),
        ("兆帕", "MPa"),
    ] {
        assert_eq!(unit(one).symbol, unit(other).symbol, "{one} and {other}");
    }
    assert_ne!(unit("mW").symbol, unit("MW").symbol);
    assert!(unit_by_alias("蒲式耳每世纪").is_none());
}
