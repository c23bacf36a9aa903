//! What happened, in the words a subscriber chooses by.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::model::{Change, EventKind, Status};

/// A kind of happening that somebody may want to hear of.
///
/// Coarser than [`EventKind`]: the store tells a changed title from a changed abstract, a subscriber does not choose
/// between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// A document that was not there before.
    New,
    /// The final date for comments was set or moved.
    Deadline,
    /// A measure was adopted or published.
    Adopted,
    /// A document came into force, or the day of it moved.
    InForce,
    /// A document was withdrawn.
    Withdrawn,
    /// A document was replaced by another.
    Replaced,
    /// Anything else about it changed.
    Changed,
}

/// A row of the table of matters: code, Chinese, English.
type Row = (Matter, &'static str, &'static str, &'static str);

const MATTERS: [Row; 7] = [
    (Matter::New, "new", "新文件", "New document"),
    (
        Matter::Deadline,
        "deadline",
        "评议截止日变更",
        "Comment deadline",
    ),
    (
        Matter::Adopted,
        "adopted",
        "已批准或公布",
        "Adopted or published",
    ),
    (
        Matter::InForce,
        "in_force",
        "生效或实施",
        "Entry into force",
    ),
    (Matter::Withdrawn, "withdrawn", "撤回或废止", "Withdrawn"),
    (Matter::Replaced, "replaced", "被代替", "Replaced"),
    (Matter::Changed, "changed", "内容变更", "Content changed"),
];

/// What the store's words for events are to a subscriber; a word that is not here is a change of content.
const EVENTS: [(&str, Matter); 10] = [
    ("new", Matter::New),
    ("deadline_changed", Matter::Deadline),
    ("comments_closed", Matter::Deadline),
    ("adopted", Matter::Adopted),
    ("published", Matter::Adopted),
    ("final_text_available", Matter::Adopted),
    ("entered_into_force", Matter::InForce),
    ("withdrawn", Matter::Withdrawn),
    ("replaced", Matter::Replaced),
    ("reissued", Matter::New),
];

impl Matter {
    /// Every matter, in the order of forms and digests.
    pub fn all() -> impl Iterator<Item = Self> {
        MATTERS.iter().map(|row| row.0)
    }

    /// Returns what a change is to a subscriber.
    pub fn of(change: &Change) -> Self {
        if change.kind == EventKind::StatusChanged {
            return match change.after.as_deref().and_then(Status::read) {
                Some(Status::Withdrawn) => Self::Withdrawn,
                Some(Status::Superseded) => Self::Replaced,
                // A day instead of a status: the day of withdrawal or of entry into force moved.
                _ if change.field.as_deref() == Some("withdrawn") => Self::Withdrawn,
                _ => Self::InForce,
            };
        }
        let code = change.kind.code();
        EVENTS
            .iter()
            .find(|(known, _)| *known == code)
            .map_or(Self::Changed, |&(_, matter)| matter)
    }

    /// Returns the word used in addresses and stored interests.
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

    fn row(self) -> &'static Row {
        &MATTERS[self as usize]
    }
}

/// A word that names no matter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected new, deadline, adopted, in_force, withdrawn, replaced or changed, found `{0}`")]
pub struct UnknownMatter(String);

impl FromStr for Matter {
    type Err = UnknownMatter;

    fn from_str(text: &str) -> Result<Self, UnknownMatter> {
        let text = text.trim();
        MATTERS
            .iter()
            .find(|row| row.1 == text || row.2 == text)
            .map(|row| row.0)
            .ok_or_else(|| UnknownMatter(text.chars().take(40).collect()))
    }
}

impl fmt::Display for Matter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

/// The matters somebody chose; choosing none is choosing all.
///
/// "All" is kept as the absence of a choice and not as the full list, so that a matter this program learns later
/// reaches those who wanted everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Matters(BTreeSet<Matter>);

impl Matters {
    /// Tells whether a matter was chosen.
    pub fn contain(&self, matter: Matter) -> bool {
        self.0.is_empty() || self.0.contains(&matter)
    }

    /// Tells whether nothing is left out.
    pub fn is_all(&self) -> bool {
        self.0.is_empty()
    }

    /// Iterates over the matters that were chosen; nothing where all are.
    pub fn iter(&self) -> impl Iterator<Item = Matter> {
        self.0.iter().copied()
    }
}

impl FromIterator<Matter> for Matters {
    fn from_iter<I: IntoIterator<Item = Matter>>(matters: I) -> Self {
        let chosen: BTreeSet<Matter> = matters.into_iter().collect();
        if chosen.len() == MATTERS.len() {
            return Self::default();
        }
        Self(chosen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_matters() {
        for (place, matter) in Matter::all().enumerate() {
            assert_eq!(matter as usize, place);
            assert_eq!(matter.code().parse(), Ok(matter));
        }
    }

    #[test]
    fn a_status_says_what_happened() {
        let of = |after: &str| Matter::of(&Change::new(EventKind::StatusChanged).to(after));
        assert_eq!(of("withdrawn"), Matter::Withdrawn);
        assert_eq!(of("被代替"), Matter::Replaced);
        assert_eq!(of("现行"), Matter::InForce);
        assert_eq!(of("2027-01-01"), Matter::InForce);
        let end = Change::new(EventKind::StatusChanged)
            .of("withdrawn")
            .to("2027-01-01");
        assert_eq!(Matter::of(&end), Matter::Withdrawn);
        assert_eq!(
            Matter::of(&Change::new(EventKind::TitleChanged)),
            Matter::Changed
        );
    }

    #[test]
    fn every_word_of_the_table_is_one_of_the_store() {
        for (code, _) in EVENTS {
            assert!(EventKind::read(code).is_some(), "{code}");
        }
    }

    #[test]
    fn choosing_every_matter_is_choosing_all() {
        let every: Matters = Matter::all().collect();
        assert!(every.is_all());
        let some: Matters = [Matter::New].into_iter().collect();
        assert!(some.contain(Matter::New) && !some.contain(Matter::Deadline));
    }
}
