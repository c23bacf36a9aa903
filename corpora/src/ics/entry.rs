use serde::{Deserialize, Serialize};

use super::IcsCode;

/// One code with its titles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IcsEntry {
    /// The code.
    pub code: IcsCode,
    /// The code directly above; `None` for a field.
    pub parent: Option<IcsCode>,
    /// English title.
    pub title_en: String,
    /// Chinese title, in the words of 国际标准分类法.
    pub title_zh: String,
    /// Codes that the classification points to for neighbouring subjects.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub see_also: Vec<IcsCode>,
}
