use serde::{Deserialize, Serialize};

use super::{Decimal, Dimension, Factor};

/// What a fraction counts, where the unit says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Mass in mass, as `mg/kg`.
    Mass,
    /// Volume in volume, as `% vol`.
    Volume,
    /// Amount in amount, as `mol/mol`.
    Amount,
}

/// Whether a factor is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// Exact by definition.
    #[default]
    Exact,
    /// Rounded, because the exact value has no end (π) or is measured.
    Rounded,
}

impl Precision {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde calls it with a reference"
    )]
    fn is_exact(&self) -> bool {
        *self == Self::Exact
    }
}

/// A quantity of the sample that a conversion needs and a unit does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// Density of the matrix.
    Density,
    /// Surface in contact with the simulant or the air.
    Area,
    /// Volume of the simulant or the chamber.
    Volume,
    /// Molar mass of the substance.
    MolarMass,
    /// Thickness of the layer.
    Thickness,
    /// Cross-section of the test piece.
    CrossSection,
    /// Linear density of the yarn.
    LinearDensity,
}

/// A conversion to another dimension and what it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// The dimension to convert to.
    pub to: Dimension,
    /// What must be known of the sample.
    pub quantity: Quantity,
}

/// One unit.
///
/// The value in the base unit is `(value + offset) · factor`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Canonical symbol, as a Chinese standard prints it.
    pub symbol: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Code of the Unified Code for Units of Measure, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ucum: Option<String>,
    /// What it measures.
    pub dimension: Dimension,
    /// Factor to the base unit of the dimension.
    pub factor: Factor,
    /// Added before the factor is applied, for ℃ and ℉.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset: Option<Decimal>,
    /// Whether the factor is exact.
    #[serde(default, skip_serializing_if = "Precision::is_exact")]
    pub precision: Precision,
    /// What a fraction counts; `None` where the unit leaves it open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// Other spellings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Conversions to other dimensions and what they need.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Need>,
}

impl Unit {
    /// Returns every spelling that stands for the unit.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        [&self.symbol, &self.name_zh, &self.name_en]
            .into_iter()
            .chain(&self.ucum)
            .chain(&self.aliases)
            .map(String::as_str)
    }

    /// Returns a value of this unit in the base unit, to floating-point precision.
    ///
    /// For showing and sorting; verdicts compute with the exact [`Factor`].
    pub fn to_base(&self, value: f64) -> f64 {
        (value + self.offset.as_ref().map_or(0.0, Decimal::to_f64)) * self.factor.to_f64()
    }
}
