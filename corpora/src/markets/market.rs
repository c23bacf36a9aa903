use serde::{Deserialize, Serialize};

/// What a market is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarketKind {
    /// A state.
    State,
    /// A separate customs territory in the sense of the WTO Agreement, article XII.
    CustomsTerritory,
    /// A union or group that sets common rules or standards for its members.
    Union,
    /// Everywhere: international standards.
    International,
}

/// One market.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Market {
    /// ISO 3166-1 alpha-2, or `INT`, `EU`, `GCC`, `ASEAN`, `EAEU`.
    pub code: String,
    /// What the market is.
    pub kind: MarketKind,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Name as a WTO member; `None` for what is not one.
    pub wto_name: Option<String>,
    /// Code in the symbols of WTO documents, as in `G/TBT/N/USA/1`.
    pub wto_symbol: Option<String>,
    /// Code of the UN's M49 list, three digits.
    pub m49: Option<String>,
    /// ISO 3166-1 alpha-3.
    pub iso3: Option<String>,
    /// Time zone of the capital (IANA), in which deadlines end.
    pub time_zone: Option<String>,
    /// Other Chinese names.
    pub aliases_zh: Vec<String>,
    /// Other English names and abbreviations.
    pub aliases_en: Vec<String>,
    /// Codes of the members of a union.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
}

impl Market {
    /// Returns every name, alias and code that stands for the market.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&self.code, &self.name_zh, &self.name_en]
            .into_iter()
            .chain(&self.wto_name)
            .chain(&self.wto_symbol)
            .chain(&self.iso3)
            .chain(&self.aliases_zh)
            .chain(&self.aliases_en)
            .map(String::as_str)
    }
}
