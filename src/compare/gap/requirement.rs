//! One requirement of one document.

use serde::{Deserialize, Serialize};

use crate::compare::indicator::Indicator;
use crate::model::{Bilingual, Evidence, Status};

/// The document that sets a requirement, as a line names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Document {
    /// Identifier of its record.
    pub id: String,
    /// Its number, or the citation of an act.
    pub number: String,
    /// The market it holds in.
    pub market: String,
    /// Its status on the day of the report.
    pub status: Status,
}

/// A limit with the document that sets it and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// The document.
    pub document: Document,
    /// The parameter in both languages; a language that nobody gave is empty.
    pub parameter: Bilingual,
    /// The limit with its unit, as printed.
    pub printed: String,
    /// The limit as a set to be compared.
    pub indicator: Indicator,
    /// The clause that sets it.
    pub clause: Option<String>,
    /// Where it was seen.
    pub evidence: Vec<Evidence>,
    /// The sentence itself, where the rights of the text allow it.
    pub quote: Option<String>,
}

impl Requirement {
    /// Returns the condition, empty where there is none.
    pub fn condition(&self) -> &str {
        self.indicator.condition.as_deref().unwrap_or_default()
    }

    /// Returns what requirements of one parameter share: its names without what stands in brackets.
    ///
    /// The bracket of `邻苯二甲酸酯（DBP+BBP+DEHP）` says which substances are summed; that is for the judge to weigh, not
    /// a reason to keep the two apart.
    pub(super) fn keys(&self) -> Vec<String> {
        let names = [&self.parameter.zh, &self.parameter.en];
        let mut keys: Vec<String> = names.into_iter().map(|name| key(name)).collect();
        keys.retain(|key| !key.is_empty());
        keys
    }
}

/// Letters and digits of a name in lower case, without brackets.
pub(super) fn key(name: &str) -> String {
    let mut depth = 0_usize;
    let mut key = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            other if depth == 0 && other.is_alphanumeric() => key.extend(other.to_lowercase()),
            _ => {}
        }
    }
    key
}
