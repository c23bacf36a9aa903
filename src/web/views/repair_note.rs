//! What was done to the query, and how to undo it.

use super::pick;
use crate::search::Repair;
use crate::web::address::SearchAddress;
use crate::web::frame::Frame;
use crate::web::routes::Route;

/// A repair for readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct RepairNote {
    /// What was done and why.
    pub(in crate::web) text: String,
    /// The search without it.
    pub(in crate::web) undo: Option<(String, &'static str)>,
}

/// Returns the notes of an answer.
pub(in crate::web) fn repair_notes(
    repairs: &[Repair],
    address: &SearchAddress,
    frame: &Frame,
) -> Vec<RepairNote> {
    let words = &frame.words.search;
    let note = |repair: &Repair| {
        let quoted = format!("\"{}\"", address.query.replace('"', " ").trim());
        let undo = match repair.reason.as_str() {
            "number" => Some(words.undo_number),
            "relaxed" => Some(words.undo_phrase),
            _ => None,
        };
        // A query that is a phrase already has nothing to undo.
        let undo = undo.filter(|_| quoted != address.query);
        let href = frame.href(Route::Search(&address.asking(quoted)));
        let message = pick(&repair.message, frame.language);
        let changed =
            repair.reason == "syntax" && repair.from != repair.to && !repair.to.is_empty();
        let text = if changed {
            format!(
                "{message}{}{} → {}",
                frame.words.colon, repair.from, repair.to
            )
        } else {
            message.to_owned()
        };
        RepairNote {
            text,
            undo: undo.map(|text| (href, text)),
        }
    };
    repairs.iter().map(note).collect()
}
