use serde::{Deserialize, Serialize};

/// Level at which a body issues standards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// World-wide.
    International,
    /// For a region or union.
    Regional,
    /// For one state.
    National,
    /// For one sector of the Chinese economy (行业标准).
    Sector,
    /// For one Chinese province, municipality or autonomous region (地方标准).
    Local,
    /// For the members of an association (团体标准).
    Group,
    /// For one enterprise (企业标准).
    Enterprise,
    /// A learned or professional society, laboratory or company whose standards are used world-wide.
    Professional,
}

/// One issuing body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Code or prefix that its numbers begin with.
    pub code: String,
    /// Chinese name of the body or, for a Chinese prefix, of the sector or place.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Code of the market, as in [`crate::markets`].
    pub market: String,
    /// Level at which it issues standards.
    pub kind: BodyKind,
    /// Department in charge of a Chinese prefix, by its name of today where that is certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department_zh: Option<String>,
    /// Home page, where certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}
