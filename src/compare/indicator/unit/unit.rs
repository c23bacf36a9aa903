//! One unit with its dimension and factor.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use super::{Dimension, Ratio, scan};

/// How a temperature converts: as a point on the scale, or as a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conversion {
    /// 60 °C is 140 °F.
    Point,
    /// A rise of 60 °C is a rise of 108 °F.
    Difference,
}

/// A unit: UCUM-like code, dimension, exact factor to the base units, offset of its zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub(super) code: String,
    pub(super) dimension: Dimension,
    pub(super) factor: Ratio,
    pub(super) offset: Ratio,
    pub(super) has_offset: bool,
}

impl Unit {
    /// The unit of a pure number.
    pub fn one() -> Self {
        Self {
            code: "1".to_owned(),
            dimension: Dimension::default(),
            factor: Ratio::ONE,
            offset: Ratio::ONE,
            has_offset: false,
        }
    }

    /// The code, such as `mg/kg` or `[in_i]`.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What it measures.
    pub fn dimension(&self) -> Dimension {
        self.dimension
    }

    /// Whether its zero is not the zero of the quantity (°C, °F).
    pub fn has_offset(&self) -> bool {
        self.has_offset
    }

    /// Whether values can be carried over without a density, an area or any other fact.
    pub fn converts_to(&self, other: &Self) -> bool {
        self.dimension == other.dimension
            || (self.code == "1" && other.dimension.is_countable())
            || (other.code == "1" && self.dimension.is_countable())
    }

    /// Carries a value in this unit over to another, or answers nothing when that is not possible.
    pub fn convert(&self, value: Decimal, to: &Self, mode: Conversion) -> Option<Decimal> {
        if self.code == to.code {
            return Some(value);
        }
        if !self.converts_to(to) {
            return None;
        }
        let point = mode == Conversion::Point && (self.has_offset || to.has_offset);
        if !point {
            return self.factor.checked_mul(to.factor.inverse())?.apply(value);
        }
        let mut kelvin = self.factor.apply(value)?;
        if self.has_offset {
            kelvin = kelvin.checked_add(self.offset.apply(Decimal::ONE)?)?;
        }
        if to.has_offset {
            kelvin = kelvin.checked_sub(to.offset.apply(Decimal::ONE)?)?;
        }
        to.factor.inverse().apply(kelvin)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)
    }
}

/// The text is not a unit of the table nor a compound of such.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a unit such as `mg/kg`, `℃` or `inch`, found `{0}`")]
pub struct ParseUnitError(String);

impl FromStr for Unit {
    type Err = ParseUnitError;

    fn from_str(text: &str) -> Result<Self, ParseUnitError> {
        let trimmed = text.trim();
        match trimmed {
            "" | "1" | "-" | "–" | "—" | "/" | "无量纲" => return Ok(Self::one()),
            "pH" | "[pH]" => {
                return scan_whole("[pH]").ok_or_else(|| ParseUnitError(text.to_owned()));
            }
            "a" => return scan_whole("年").ok_or_else(|| ParseUnitError(text.to_owned())),
            _ => {}
        }
        scan_whole(trimmed).ok_or_else(|| ParseUnitError(text.to_owned()))
    }
}

fn scan_whole(text: &str) -> Option<Unit> {
    let found = scan(text, 0)?;
    (found.end == text.len()).then_some(found.unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(text: &str) -> Unit {
        text.parse().expect(text)
    }

    #[test]
    fn notations_of_one_unit_share_a_code() {
        let cases: &[(&str, &[&str])] = &[
            (
                "mg/kg",
                &[
                    "毫克每千克",
                    "毫克/千克",
                    "mg/kg",
                    "milligrams per kilogram",
                    "㎎/㎏",
                ],
            ),
            ("N/mm2", &["N/mm²", "N/mm2", "牛每平方毫米", "N/mm^2"]),
            ("Cel", &["℃", "°C", "摄氏度", "degrees Celsius", "º C"]),
            ("[in_i]", &["in.", "inch", "inches", "英寸", "in"]),
            (
                "[psi]",
                &["psi", "PSI", "lbf/in²", "pounds per square inch"],
            ),
            ("g/10min", &["g/10 min", "g/10min"]),
            ("g/100kJ", &["g/100 kJ"]),
            ("mg/100g", &["mg/100 g"]),
            ("mm2/s", &["cSt", "mm²/s"]),
            ("[gal_us]/min", &["gpm", "gal/min", "gallons per minute"]),
            ("mg/(m2.h)", &["mg/(m²·h)", "mg/m²·h"]),
            ("N.m", &["N·m", "Nm", "N.m", "牛·米", "牛米"]),
            ("[ppm]", &["ppm", "parts per million"]),
            ("%", &["％", "percent", "per cent", "%"]),
            ("kOhm", &["kΩ", "千欧"]),
            ("dB(A)", &["dB(A)", "dBA", "dB（A）"]),
            ("[CFU]/g", &["CFU/g", "cfu/g"]),
            ("um", &["μm", "µm", "微米"]),
            ("lm/W", &["lm/W"]),
            ("mo", &["个月", "months", "月"]),
            ("Ohm/km", &["Ω/km"]),
            ("[oz]/ft2", &["oz/ft²", "oz/ft2"]),
            ("ug/cm2/wk", &["µg/cm²/week", "ug/cm2/wk"]),
            ("m/s2", &["m/s²"]),
            ("[ft_lbf]", &["ft·lbf", "ft-lb"]),
            ("[in_lbf]", &["in·lbf", "in-lb", "[in_lbf]"]),
            ("{NTU}", &["NTU"]),
            ("{ShoreA}", &["Shore A", "HA", "邵尔A"]),
        ];
        for (code, notations) in cases {
            for notation in *notations {
                assert_eq!(unit(notation).code(), *code, "{notation}");
            }
        }
    }

    #[test]
    fn conversions_are_exact_and_refuse_a_density() {
        let convert = |value: &str, from: &str, to: &str| {
            let value = Decimal::from_str(value).expect(value);
            unit(from)
                .convert(value, &unit(to), Conversion::Point)
                .map(|v| v.round_dp(6).normalize())
        };
        let expect = |value: &str| Some(Decimal::from_str(value).expect(value).normalize());
        assert_eq!(convert("1", "in", "mm"), expect("25.4"));
        assert_eq!(convert("100", "psi", "MPa"), expect("0.689476"));
        assert_eq!(convert("140", "°F", "℃"), expect("60"));
        assert_eq!(convert("5", "‰", "%"), expect("0.5"));
        assert_eq!(convert("0.01", "%", "mg/kg"), expect("100"));
        assert_eq!(convert("90", "in·lbf", "N·m"), expect("10.168635"));
        assert_eq!(convert("2.0", "gpm", "L/min"), expect("7.570824"));
        assert_eq!(convert("1", "mg/L", "mg/kg"), None);
        assert_eq!(convert("1", "mg/dm²", "mg/L"), None);
        let rise = unit("°F").convert(Decimal::from(120), &unit("K"), Conversion::Difference);
        assert_eq!(rise.map(|v| v.round_dp(1)), Some(Decimal::new(667, 1)));
    }
}
