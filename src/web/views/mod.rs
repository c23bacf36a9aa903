//! The parts of pages: what services answer, turned into exactly what is shown.
//!
//! A view holds finished texts and addresses, so that templates only arrange. Texts in another language than the page
//! carry their language, because browsers choose fonts and voices by it.

mod candidate_line;
mod check_row;
mod chip;
mod citation;
mod clause_row;
mod column_chart;
mod coverage_view;
mod deadline;
mod document_line;
mod edition_mark;
mod evidence_line;
mod facet_group;
mod fact;
mod gap_row;
mod hit_line;
mod limit_row;
mod line;
mod origin;
mod reading;
mod relation_group;
mod repair_note;
mod source_health;
mod status_mark;

pub(super) use candidate_line::{CandidateLine, candidate_lines};
pub(super) use check_row::{CheckRow, finding_mark};
pub(super) use chip::{Chip, chips};
pub(super) use citation::citation;
pub(super) use clause_row::{ClauseView, Mark};
pub(super) use column_chart::{Column, column_chart};
pub(super) use coverage_view::{CoverageView, beijing};
pub(super) use deadline::Deadline;
pub(super) use document_line::{DocumentLine, document_lines};
pub(super) use edition_mark::{EditionMark, edition_marks};
pub(super) use evidence_line::{EvidenceLine, evidence_lines, safe_link};
pub(super) use facet_group::{FacetGroup, facet_groups, facet_name, value_name};
pub(super) use fact::{Fact, FactValue, Facts};
pub(super) use gap_row::{Exported, GapRow, VerdictCount, exports, gap_rows, verdict_counts};
pub(super) use hit_line::HitLine;
pub(super) use limit_row::{LimitRow, limit_rows};
pub(super) use line::{Line, in_reading_order};
pub(super) use origin::{ClaimLine, ConflictLine, claims, conflicts};
pub(super) use reading::{MeantLink, Reading, meant_links};
pub(super) use relation_group::{RelationGroup, relation_groups};
pub(super) use repair_note::{RepairNote, repair_notes};
pub(super) use source_health::SourceHealth;
pub(super) use status_mark::StatusMark;

use crate::model::Language;
use crate::search::Label;

/// Returns a label in a language.
pub(super) fn pick(label: &Label, language: Language) -> &str {
    language.pick(&label.zh, &label.en)
}

/// Writes a count with commas between thousands, as both languages do.
pub(super) fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (count, text) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(count), text);
        }
    }
}
