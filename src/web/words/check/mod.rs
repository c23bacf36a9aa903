//! The words of 查新, in both languages.

mod en;
mod zh;

pub(super) use en::EN;
pub(super) use zh::ZH;

use super::{Counted, Named};

/// Checking which numbers of a document still hold.
#[derive(Debug)]
pub(in crate::web) struct CheckWords {
    pub(in crate::web) title: &'static str,
    pub(in crate::web) lead: &'static str,
    pub(in crate::web) text: &'static str,
    pub(in crate::web) text_note: &'static str,
    pub(in crate::web) file: &'static str,
    pub(in crate::web) file_note: &'static str,
    pub(in crate::web) day: &'static str,
    pub(in crate::web) day_note: &'static str,
    pub(in crate::web) result_as: &'static str,
    pub(in crate::web) as_page: &'static str,
    pub(in crate::web) submit: &'static str,
    pub(in crate::web) results: &'static str,
    pub(in crate::web) nothing: &'static str,
    pub(in crate::web) nothing_lead: &'static str,
    pub(in crate::web) number: &'static str,
    pub(in crate::web) times: Counted,
    pub(in crate::web) read_as: &'static str,
    pub(in crate::web) finding: &'static str,
    pub(in crate::web) edition: &'static str,
    pub(in crate::web) replaced_by: &'static str,
    pub(in crate::web) adopts: &'static str,
    pub(in crate::web) amendments: &'static str,
    pub(in crate::web) rule: &'static str,
    pub(in crate::web) confidence: Named,
    pub(in crate::web) others: &'static str,
    pub(in crate::web) near: &'static str,
    pub(in crate::web) more_rows: fn(u64, u64) -> String,
    pub(in crate::web) export: &'static str,
    pub(in crate::web) export_again: &'static str,
    pub(in crate::web) from_file: Named,
    pub(in crate::web) mistake: &'static str,
    pub(in crate::web) faults: &'static [(&'static str, &'static str)],
    pub(in crate::web) losses: Counted,
}
