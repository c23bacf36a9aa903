//! A status as it is shown: sign, word, colour.

use crate::model::{Kind, Language, Status};

/// A status for readers; the word always stands beside the sign, and colour is never alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) struct StatusMark {
    /// Name of its class in the style sheet.
    pub(in crate::web) class: &'static str,
    /// The word.
    pub(in crate::web) word: &'static str,
}

impl StatusMark {
    /// Makes the mark of a status.
    pub(in crate::web) fn of(status: Status, language: Language) -> Self {
        Self {
            class: status.code(),
            word: language.pick(status.name_zh(), status.name_en()),
        }
    }

    /// Makes the mark of a record's status, where records of its kind have one.
    ///
    /// Products have none, and for a notification the deadline says what a status that nobody knows does not.
    pub(in crate::web) fn of_record(
        kind: Kind,
        status: Status,
        language: Language,
    ) -> Option<Self> {
        let silent =
            kind == Kind::Product || (kind == Kind::Notification && status == Status::Unknown);
        (!silent).then(|| Self::of(status, language))
    }
}
