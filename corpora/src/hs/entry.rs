use serde::{Deserialize, Serialize};

/// Edition of the Harmonized System.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum HsEdition {
    /// In force since 1 January 2022.
    #[serde(rename = "2022")]
    Hs2022,
}

/// One chapter, heading or subheading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HsEntry {
    /// 2, 4 or 6 digits without dots.
    pub code: String,
    /// Edition that the code belongs to.
    pub edition: HsEdition,
    /// English name, a short form of the legal text.
    pub name_en: String,
    /// Chinese name, a short form of the tariff's.
    pub name_zh: String,
}

impl HsEntry {
    /// Returns the code directly above, `None` for a chapter.
    pub fn parent(&self) -> Option<&str> {
        let digits = self
            .code
            .len()
            .checked_sub(2)
            .filter(|&digits| digits > 0)?;
        self.code.get(..digits)
    }
}
