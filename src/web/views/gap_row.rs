//! Lines of a comparison as rows, and what a report can be taken away as.

use super::{EvidenceLine, evidence_lines};
use crate::compare::gap::{GapLine, LineSide, VerdictCounts};
use crate::compare::verdict::{Side, Step, Verdict};
use crate::export::ReportFormat;
use crate::gap::{Review, ReviewedReport};
use crate::web::frame::Frame;
use crate::web::routes::{Route, pairs};

/// One side of a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::web) struct RowSide {
    /// The limit as printed; empty where there is none.
    pub(in crate::web) printed: String,
    /// Number of the document.
    pub(in crate::web) number: String,
    /// Where its record is.
    pub(in crate::web) href: String,
    /// Clause, condition and method.
    pub(in crate::web) note: String,
    /// The sentence, where it may be shown.
    pub(in crate::web) quote: String,
}

/// A line for readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct GapRow {
    /// What the line is about; also its place in the page.
    pub(in crate::web) id: String,
    /// Class of the verdict in the style sheet.
    pub(in crate::web) class: &'static str,
    /// Its sign.
    pub(in crate::web) sign: &'static str,
    /// Its word.
    pub(in crate::web) word: String,
    /// The parameter.
    pub(in crate::web) parameter: String,
    /// The market.
    pub(in crate::web) market: String,
    /// The domestic and the foreign side.
    pub(in crate::web) sides: [RowSide; 2],
    /// Why.
    pub(in crate::web) reason: String,
    /// The derivation.
    pub(in crate::web) proof: Vec<String>,
    /// What must be known beside it.
    pub(in crate::web) cautions: Vec<String>,
    /// Who says so.
    pub(in crate::web) evidence: Vec<EvidenceLine>,
    /// What people say of it.
    pub(in crate::web) reviews: Vec<String>,
}

/// Returns the rows of some lines; `reviewed` knows what people say of them.
pub(in crate::web) fn gap_rows(
    lines: &[GapLine],
    reviewed: Option<&ReviewedReport>,
    frame: &Frame,
) -> Vec<GapRow> {
    let language = frame.language;
    let row = |line: &GapLine| {
        let sides = [&line.domestic, &line.foreign];
        let evidence = sides.into_iter().flatten();
        let reviews = reviewed.and_then(|all| all.reviews.get(&line.id));
        GapRow {
            id: line.id.clone(),
            class: class(line.finding.verdict),
            sign: line.finding.verdict.sign(),
            word: line.label.pick(language).to_owned(),
            parameter: line.parameter.pick(language).to_owned(),
            market: line.market.clone(),
            sides: sides.map(|each| side(each.as_ref(), frame)),
            reason: line.explanation.pick(language).to_owned(),
            proof: line.finding.proof.iter().map(step).collect(),
            cautions: line
                .cautions
                .iter()
                .map(|caution| caution.words().pick(language).to_owned())
                .collect(),
            evidence: evidence
                .flat_map(|side| evidence_lines(&side.evidence, frame.words))
                .collect(),
            reviews: reviews
                .into_iter()
                .flatten()
                .map(|review| said(review, frame))
                .collect(),
        }
    };
    lines.iter().map(row).collect()
}

fn side(side: Option<&LineSide>, frame: &Frame) -> RowSide {
    let Some(side) = side else {
        return RowSide::default();
    };
    let indicator = &side.indicator;
    let parts = [&side.clause, &indicator.condition, &indicator.method];
    let notes: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    RowSide {
        printed: side.printed.clone(),
        number: side.document.number.clone(),
        href: frame.href(Route::Record(&side.document.id)),
        note: notes.join(" · "),
        quote: side.quote.clone().unwrap_or_default(),
    }
}

fn step(step: &Step) -> String {
    let side = match step.side {
        Some(Side::Domestic) => "D: ",
        Some(Side::Foreign) => "F: ",
        None => "",
    };
    format!("{side}{}", step.statement)
}

fn said(review: &Review, frame: &Frame) -> String {
    let language = frame.language;
    let word = language.pick(review.verdict.zh(), review.verdict.en());
    let day = review.at.split('T').next().unwrap_or_default();
    [
        day,
        review.verdict.sign(),
        word,
        &review.reason,
        &review.reviewer,
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect::<Vec<_>>()
    .join(" ")
}

fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Stricter => "stricter",
        Verdict::Looser => "looser",
        Verdict::Equal => "equal",
        Verdict::Crossing => "crossing",
        Verdict::ForeignMissing | Verdict::DomesticMissing => "missing",
        Verdict::NotComparable => "incomparable",
    }
}

/// How many lines come to a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct VerdictCount {
    /// Class of the verdict.
    pub(in crate::web) class: &'static str,
    /// Its sign.
    pub(in crate::web) sign: &'static str,
    /// Its word.
    pub(in crate::web) word: &'static str,
    /// The number of lines.
    pub(in crate::web) count: u64,
}

/// Returns the verdicts that occur.
pub(in crate::web) fn verdict_counts(counts: &VerdictCounts, frame: &Frame) -> Vec<VerdictCount> {
    let all = counts.in_order().into_iter();
    all.filter(|(_, count)| *count > 0)
        .map(|(verdict, count)| VerdictCount {
            class: class(verdict),
            sign: verdict.sign(),
            word: frame.language.pick(verdict.zh(), verdict.en()),
            count,
        })
        .collect()
}

/// A file a report can be taken away as: address and name.
pub(in crate::web) type Exported = (String, &'static str);

/// Returns the files of a report of the interface for programs.
pub(in crate::web) fn exports(path: &str, query: &[(&str, &str)], frame: &Frame) -> Vec<Exported> {
    let file = |format: ReportFormat| {
        let mut query = query.to_vec();
        query.push(("lang", frame.language.code()));
        query.push(("format", format.extension()));
        (format!("/api/v1/{path}?{}", pairs(&query)), format.name())
    };
    ReportFormat::ALL.map(file).to_vec()
}
