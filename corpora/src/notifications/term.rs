use serde::{Deserialize, Serialize};

/// A fixed list of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermList {
    /// Objectives (box 7).
    Objective,
    /// Articles of the TBT agreement (box 3).
    Article,
    /// Types of document.
    Type,
    /// Boxes of the addendum form.
    Reason,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotificationTerm {
    /// The list.
    pub list: TermList,
    /// Our word for it, or the number of the article.
    pub code: String,
    /// English name.
    pub name_en: String,
    /// Chinese name.
    pub name_zh: String,
    /// Other spellings.
    pub aliases: Vec<String>,
}

impl NotificationTerm {
    /// Returns every spelling.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&self.code, &self.name_en, &self.name_zh]
            .into_iter()
            .chain(&self.aliases)
            .map(String::as_str)
    }
}
