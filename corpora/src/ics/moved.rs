use serde::{Deserialize, Serialize};

use super::IcsCode;

/// A code of an earlier edition whose documents edition 7 classifies elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MovedCode {
    /// The code that edition 7 has no more.
    pub code: IcsCode,
    /// The edition that has it.
    pub edition: u8,
    /// Its English title there.
    pub title_en: String,
    /// The same in Chinese.
    pub title_zh: String,
    /// Where edition 7 classifies such documents.
    pub now: Vec<IcsCode>,
    /// What shows it.
    pub evidence: String,
    /// Where that was found.
    pub origin: String,
}
