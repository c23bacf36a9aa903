//! Which document a row speaks of.

use indexers::{RawKind, RawRecord};

use crate::model::{NumberKeys, RecordId};
use crate::number::{Symbol, slug_of};

/// A row's document: its identifier and the keys under which it is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The record's identifier.
    pub id: RecordId,
    /// Keys of the first number.
    pub keys: NumberKeys,
}

/// Bodies whose numbers do not say which edition is meant, so that the edition is part of the identity.
const EDITION_BESIDE_NUMBER: [&str; 1] = ["ECMA"];

impl Identity {
    /// Finds out which document a row speaks of.
    pub fn of(raw: &RawRecord) -> Self {
        match raw.kind {
            RawKind::Limit if raw.document_type.as_deref() == Some("regulation") => {
                Self::of_named(&raw.number)
            }
            RawKind::Standard | RawKind::Limit => Self::of_standard(raw),
            RawKind::Notification => Self::of_notification(raw),
            RawKind::Regulation | RawKind::Product => Self::of_named(&raw.number),
        }
    }

    fn of_standard(raw: &RawRecord) -> Self {
        let keys = NumberKeys::of(&raw.number);
        let mut name = keys
            .number
            .as_ref()
            .map_or_else(|| raw.number.trim().to_owned(), ToString::to_string);
        let numbered_only = keys
            .number
            .as_ref()
            .is_none_or(|number| number.year().is_none());
        let by_edition = keys.number.as_ref().is_some_and(|number| {
            EDITION_BESIDE_NUMBER.contains(&number.body().code().to_uppercase().as_str())
        });
        if numbered_only && by_edition {
            let beside = raw
                .edition
                .as_deref()
                .or_else(|| raw.dates.get("published").map(String::as_str));
            if let Some(beside) = beside {
                name = format!("{name} ed.{beside}");
            }
        }
        Self {
            id: RecordId::new(slug_of(&name)),
            keys,
        }
    }

    /// A joint notification is one measure under several symbols; whichever row comes, the smallest symbol names it.
    fn of_notification(raw: &RawRecord) -> Self {
        let mut symbols: Vec<String> = std::iter::once(&raw.number)
            .chain(&raw.also)
            .map(|text| {
                Symbol::parse(text)
                    .map_or_else(|_| text.trim().to_owned(), |symbol| symbol.to_string())
            })
            .collect();
        symbols.sort_unstable();
        let first = symbols.swap_remove(0);
        let family = Symbol::parse(&first)
            .map_or_else(|_| first.clone(), |symbol| symbol.family().to_string());
        let keys = NumberKeys {
            exact: first.clone(),
            kin: family.clone(),
            family,
            number: None,
        };
        Self {
            id: RecordId::new(slug_of(&first)),
            keys,
        }
    }

    fn of_named(name: &str) -> Self {
        let name = name.trim().to_owned();
        let keys = NumberKeys {
            exact: name.clone(),
            family: name.clone(),
            kin: name.clone(),
            number: None,
        };
        Self {
            id: RecordId::new(slug_of(&name)),
            keys,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_of_an_act_belongs_to_the_act_however_its_identifier_reads() {
        let limit = |number: &str, document_type: &str| RawRecord {
            kind: RawKind::Limit,
            number: number.to_owned(),
            document_type: Some(document_type.to_owned()),
            ..RawRecord::default()
        };
        let key = |raw: &RawRecord| Identity::of(raw).keys.exact;
        for act in ["UNECE-R117", "EU-84-500-EEC"] {
            assert_eq!(key(&limit(act, "regulation")), act);
        }
        assert_eq!(key(&limit("gb6675.4-2014", "standard")), "GB 6675.4-2014");
    }
}
