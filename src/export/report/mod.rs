//! Reports as documents: one form, many formats.

mod clauses;
mod comparison;
mod docx;
mod dossier;
mod format;
mod gap;
mod html;
mod lines;
mod markdown;
#[expect(
    clippy::module_inception,
    reason = "one type a file, file named for its type"
)]
mod report;
mod validity;

pub use clauses::{clause_counts, fate_words};
pub use comparison::{comparison_facts, comparison_report};
pub use dossier::{dossier_report, heatmap_report};
pub use format::{ReportFormat, write_report};
pub use gap::gap_report;
pub use report::{Block, Report};
pub use validity::{rule_words, validity_facts, validity_report, write_validity};

#[cfg(test)]
mod tests;
