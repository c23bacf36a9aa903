//! Gap reports: what a market asks of a product, beside what is asked at home.
//!
//! The work has two halves. [`Facts::gather`] reads the store and nothing else: which documents concern the product, in
//! which edition and status, what they limit, who adopts whom. [`GapReport::of`] is a pure function of those facts, so the
//! same facts, rules and question give the same bytes and the same `report_id`, and an old report can be made again and
//! compared with a new one ([`ReportDiff`]). The index is not asked: it may lag behind, and a report must not depend on that.
//!
//! What people think of a verdict ([`Review`]) stands beside the report, never in it. [`Comparison`] is the same for two
//! chosen documents.

mod clauses;
mod comparison;
mod diff;
mod document;
mod error;
mod facts;
mod gather;
mod question;
mod report;
mod requirements;
mod review;
mod service;
mod shown;
mod texts;

pub use clauses::{
    ClauseCounts, ClauseFate, ComparedClause, ComparedText, Manner, Piece, TextComparison,
};
pub use comparison::{Comparison, ComparisonSide};
pub use diff::{ChangedLine, ReportDiff};
pub use document::{AdoptionNote, ReportDocument, Role};
pub use error::GapError;
pub use facts::Facts;
pub use question::{GapQuestion, Target};
pub use report::{
    Correspondence, GapReport, MarketCounts, Missing, RULES_VERSION, SetAside, Unpaired,
};
pub use review::{Decision, Review, ReviewRequest, ReviewedReport};
pub use service::report;
pub use texts::AttachedText;
