//! Comparisons: indicators, verdicts, clauses, texts, reports.

use serde_json::Value;
use utoipa::ToSchema;

use super::search::Label;

/// An indicator: a parameter and its limit.
#[derive(Debug, ToSchema)]
#[schema(example = json!({"parameter": "铅", "comparator": "≤", "value": 90, "unit": "mg/kg"}))]
pub(in crate::api::openapi) struct Indicator {
    /// What is limited.
    parameter: String,
    /// `<` `≤` `>` `≥` `=` `range` `±` `min_max_open` `enum` `qualitative`.
    comparator: String,
    /// A number, a pair, a list of designations or words, by the comparator.
    value: Option<Value>,
    /// The upper end of a range.
    value_high: Option<Value>,
    /// Which ends of a range do not belong to it: `low`, `high`, `both`.
    open: Option<String>,
    /// Unit.
    unit: Option<String>,
    /// Condition under which it holds.
    condition: Option<String>,
    /// Method of test.
    method: Option<String>,
    /// `requirement` or `recommendation`.
    modal: Option<String>,
    /// Where it stands, in Unicode code points.
    span: Option<Vec<u64>>,
}

/// A text whose indicators are to be read.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct ExtractRequest {
    /// `zh` or `en`; told sentence by sentence when left out.
    lang: Option<String>,
    /// The text.
    text: String,
}

/// The indicators of a text.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct ExtractAnswer {
    /// The indicators, in the order of the text.
    indicators: Vec<Indicator>,
}

/// Two indicators.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct VerdictRequest {
    /// The domestic side, the subject of the verdict.
    domestic: Option<Indicator>,
    /// The other side.
    foreign: Option<Indicator>,
}

/// Which of two indicators asks for more.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct VerdictAnswer {
    /// `stricter`, `looser`, `equal`, `crossing`, `foreign_missing`, `domestic_missing` or `not_comparable`.
    verdict: String,
    /// The code of the reason.
    reason: String,
    /// The steps.
    proof: Vec<Value>,
    /// The verdict in words.
    label: Label,
    /// The reason in words.
    explanation: Label,
}

/// A clause of a document.
#[expect(
    clippy::struct_field_names,
    reason = "the field is called so in the interface"
)]
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct Clause {
    /// Its number.
    clause: String,
    /// Its title.
    title: Option<String>,
    /// Its text.
    text: Option<String>,
}

/// Two lists of clauses.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct AlignRequest {
    /// The first list.
    a: Vec<Clause>,
    /// The second list.
    b: Vec<Clause>,
}

/// Clauses in pairs.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct AlignAnswer {
    /// Number in the first list, number in the second, how sure; null where a clause has no partner.
    pairs: Vec<Vec<Value>>,
}

/// Two texts.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct TextRequest {
    /// The old text.
    a: String,
    /// The new text.
    b: String,
    /// `zh` or `en`.
    lang: Option<String>,
}

/// What changed between two texts.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct TextAnswer {
    /// Whether the texts are the same.
    equal: bool,
    /// `word`, `sentence` or `paragraph`.
    granularity: String,
    /// Stretches in order; together they cover both texts.
    operations: Vec<TextOperation>,
    /// The changes clause by clause, where both texts have clauses.
    clauses: Vec<Value>,
}

/// A stretch of both texts.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct TextOperation {
    /// `equal`, `delete`, `insert` or `replace`.
    change: String,
    /// Stretch of the old text, in Unicode code points.
    a: Vec<u64>,
    /// Stretch of the new text.
    b: Vec<u64>,
}

/// Two documents side by side.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct CompareAnswer {
    /// The first document, the subject of the verdicts.
    a: Value,
    /// The second document.
    b: Value,
    /// Relations between the two.
    relations: Vec<Value>,
    /// The chain of adoptions between the two.
    adoption: Option<Value>,
    /// How much could be compared.
    coverage: Label,
    /// Verdicts by kind.
    counts: Value,
    /// The indicators of both, each with its verdict.
    lines: Vec<Value>,
    /// What is not compared, and why.
    not_covered: Vec<Label>,
}

/// What a market asks of a product beside what is asked at home.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct GapAnswer {
    /// Hash of snapshot, rules and question.
    report_id: String,
    /// The rules it was made by.
    rules_version: String,
    /// Hash of every fact it was made from.
    snapshot: String,
    /// The question.
    question: Value,
    /// Names of the product.
    product: Option<Label>,
    /// How much could be compared, before any verdict.
    coverage: Label,
    /// Verdicts by kind.
    counts: Value,
    /// Verdicts by market.
    by_market: Vec<Value>,
    /// The lines: what must be acted upon first.
    lines: Vec<Value>,
    /// The documents.
    documents: Vec<Value>,
}

/// Everything about a product in a market.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct DossierAnswer {
    /// What the law asks.
    must: Vec<Value>,
    /// Certificates and marks.
    schemes: Vec<Value>,
    /// Standards that apply without being mandatory.
    standards: Vec<Value>,
    /// Notifications in flight.
    notifications: Vec<Value>,
    /// What is coming.
    calendar: Vec<Value>,
    /// What to do.
    checklist: Vec<Value>,
    /// The gap report.
    gap: GapAnswer,
}

/// Products against markets.
#[derive(Debug, ToSchema)]
pub(in crate::api::openapi) struct HeatmapAnswer {
    /// The day statuses are of.
    as_of: String,
    /// The columns: codes of markets.
    markets: Vec<String>,
    /// The rows: products.
    rows: Vec<Value>,
}
