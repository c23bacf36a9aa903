//! Noticing what changed between two versions of a record.

use crate::model::{Change, EventKind, Record};

/// Returns what changed from one version of a record to the next; everything is new where there was none.
pub fn changes(before: Option<&Record>, after: &Record) -> Vec<Change> {
    let Some(before) = before else {
        return vec![Change {
            kind: EventKind::New,
            before: None,
            after: Some(after.number.clone()),
        }];
    };
    let mut changes = Vec::new();
    let mut note = |kind, was: Option<String>, is: Option<String>| {
        if was != is {
            changes.push(Change {
                kind,
                before: was,
                after: is,
            });
        }
    };
    let (old, new) = (&before.lifecycle, &after.lifecycle);
    let day = |date: Option<crate::model::PartialDate>| date.map(|date| date.to_string());
    note(
        EventKind::StatusChanged,
        old.status_word.clone(),
        new.status_word.clone(),
    );
    note(
        EventKind::StatusChanged,
        day(old.implemented),
        day(new.implemented),
    );
    note(
        EventKind::StatusChanged,
        day(old.withdrawn),
        day(new.withdrawn),
    );
    note(
        EventKind::DeadlineChanged,
        day(old.comments_until),
        day(new.comments_until),
    );
    note(
        EventKind::Replaced,
        old.replaced.then(String::new),
        new.replaced.then(String::new),
    );
    for (language, title) in after.titles.iter() {
        let was = before.titles.get(language).map(str::to_owned);
        note(EventKind::TitleChanged, was, Some(title.to_owned()));
    }
    if changes.is_empty() && !same_but_for_provenance(before, after) {
        changes.push(Change {
            kind: EventKind::DocumentChanged,
            before: None,
            after: None,
        });
    }
    changes
}

fn same_but_for_provenance(before: &Record, after: &Record) -> bool {
    let after = Record {
        provenance: before.provenance.clone(),
        ..after.clone()
    };
    *before == after
}
