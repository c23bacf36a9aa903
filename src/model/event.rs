//! What happens to records.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A kind of change that somebody may wait for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EventKind {
    /// The record was not there before.
    New,
    /// Its status word or a date that decides the status changed.
    StatusChanged,
    /// A document that replaces it became known.
    Replaced,
    /// A document that amends, corrects or supplements it became known.
    Amended,
    /// The final date for comments moved.
    DeadlineChanged,
    /// The day for comments has passed.
    CommentsClosed,
    /// The measure was adopted, or the standard adopts another.
    Adopted,
    /// It was published.
    Published,
    /// It enters or entered into force.
    EnteredIntoForce,
    /// It was withdrawn.
    Withdrawn,
    /// Content or scope of the measure changed.
    ScopeChanged,
    /// The final text became available.
    FinalTextAvailable,
    /// Guidance on how to read it was issued.
    GuidanceIssued,
    /// A title changed.
    TitleChanged,
    /// Some other field changed.
    DocumentChanged,
    /// The source put another title and another date under the same number, without a word.
    Reissued,
    /// One source gives one number to two documents.
    NumberCollision,
    /// The source corrected its number; the record lives on under another one.
    Renumbered,
    /// A complete run over its source did not meet it any more; the record stays.
    Vanished,
    /// A run over its source met it again.
    Returned,
}

/// The word of the store, Chinese name, English name of every kind, in the order lists show them.
const KINDS: [(EventKind, &str, &str, &str); 20] = [
    (EventKind::New, "new", "新增", "New"),
    (
        EventKind::StatusChanged,
        "status_changed",
        "状态变化",
        "Status changed",
    ),
    (EventKind::Replaced, "replaced", "被代替", "Replaced"),
    (EventKind::Amended, "amended", "有修改或补充", "Amended"),
    (
        EventKind::DeadlineChanged,
        "deadline_changed",
        "评议截止日期变化",
        "Deadline changed",
    ),
    (
        EventKind::CommentsClosed,
        "comments_closed",
        "评议期结束",
        "Comment period closed",
    ),
    (EventKind::Adopted, "adopted", "批准或采用", "Adopted"),
    (EventKind::Published, "published", "发布", "Published"),
    (
        EventKind::EnteredIntoForce,
        "entered_into_force",
        "实施（生效）",
        "Entered into force",
    ),
    (EventKind::Withdrawn, "withdrawn", "废止或撤回", "Withdrawn"),
    (
        EventKind::ScopeChanged,
        "scope_changed",
        "内容或范围变化",
        "Content or scope changed",
    ),
    (
        EventKind::FinalTextAvailable,
        "final_text_available",
        "最终文本可得",
        "Final text available",
    ),
    (
        EventKind::GuidanceIssued,
        "guidance_issued",
        "发布解释性指南",
        "Guidance issued",
    ),
    (
        EventKind::TitleChanged,
        "title_changed",
        "名称变化",
        "Title changed",
    ),
    (
        EventKind::DocumentChanged,
        "document_changed",
        "内容更新",
        "Document changed",
    ),
    (
        EventKind::Reissued,
        "reissued",
        "同号重新发布",
        "Re-issued under the same number",
    ),
    (
        EventKind::NumberCollision,
        "number_collision",
        "一号多文",
        "One number, two documents",
    ),
    (
        EventKind::Renumbered,
        "renumbered",
        "编号更正",
        "Renumbered",
    ),
    (
        EventKind::Vanished,
        "vanished",
        "来源中不再出现",
        "Not met in its source any more",
    ),
    (
        EventKind::Returned,
        "returned",
        "来源中重新出现",
        "Met in its source again",
    ),
];

impl EventKind {
    /// Returns every kind, in the order lists show them.
    pub fn all() -> impl Iterator<Item = Self> {
        KINDS.iter().map(|row| row.0)
    }

    /// Returns the word under which the store keeps it.
    pub fn code(self) -> &'static str {
        self.row().1
    }

    /// Returns the Chinese name.
    pub fn name_zh(self) -> &'static str {
        self.row().2
    }

    /// Returns the English name.
    pub fn name_en(self) -> &'static str {
        self.row().3
    }

    /// Reads the word of the store; `None` for a word of a newer program.
    pub fn read(code: &str) -> Option<Self> {
        KINDS.iter().find(|row| row.1 == code).map(|row| row.0)
    }

    fn row(self) -> &'static (Self, &'static str, &'static str, &'static str) {
        // A test holds that every kind has its row.
        KINDS
            .iter()
            .find(|row| row.0 == self)
            .unwrap_or(&KINDS[KINDS.len() - 1])
    }
}

/// A change of one record, with its value before and after where it has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What kind of change.
    pub kind: EventKind,
    /// The field that changed (`status`, `title.en`, `implemented`), where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The value before.
    pub before: Option<String>,
    /// The value after.
    pub after: Option<String>,
    /// The day on which the change takes effect, where it is another than the day it was noticed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<Date>,
}

impl Change {
    /// Names a change without values.
    pub fn new(kind: EventKind) -> Self {
        Self {
            kind,
            field: None,
            before: None,
            after: None,
            effective: None,
        }
    }

    /// Adds the value after.
    #[must_use]
    pub fn to(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }

    /// Adds the value before.
    #[must_use]
    pub fn from(mut self, before: impl Into<String>) -> Self {
        self.before = Some(before.into());
        self
    }

    /// Adds the field.
    #[must_use]
    pub fn of(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// Adds the day on which it takes effect.
    #[must_use]
    pub fn on(mut self, day: Option<Date>) -> Self {
        self.effective = day;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_own_row_and_reads_back() {
        for kind in EventKind::all() {
            assert_eq!(EventKind::read(kind.code()), Some(kind));
            let by_serde = serde_json::to_value(kind).unwrap();
            assert_eq!(by_serde, kind.code(), "one word in store and JSON");
            assert!(!kind.name_zh().is_empty() && !kind.name_en().is_empty());
        }
        let last: EventKind = serde_json::from_str("\"returned\"").unwrap();
        assert_eq!(last as usize + 1, EventKind::all().count());
        assert_eq!(EventKind::read("purple"), None);
    }
}
