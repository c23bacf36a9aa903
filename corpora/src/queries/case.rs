use serde::{Deserialize, Serialize};

/// What a case tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CaseKind {
    /// A number in one of its spellings.
    Number,
    /// A Chinese query for a record with a Chinese title.
    Zh,
    /// An English query.
    En,
    /// A Chinese query for a record whose own language is another.
    Cross,
    /// What an exporter types: a product, often with a market.
    Product,
}

/// One judged search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What is typed.
    pub query: String,
    /// Numbers, ids of regulations or families (numbers without year) that must be found.
    pub expect: Vec<String>,
    /// What the case tries.
    pub kind: CaseKind,
    /// Why the case is there.
    pub note: String,
}

/// The file form of the cases.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseFile {
    /// `[[case]]` tables.
    pub(super) case: Vec<Case>,
}
