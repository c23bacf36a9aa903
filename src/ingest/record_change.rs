//! From kept rows to what the store is told about a record.

use jiff::civil::Date;

use super::families::twin_key;
use super::merge::Contribution;
use super::prepare::prepare;
use crate::model::{Change, EventKind, NumberKeys, Record};
use crate::storage::{HarvestedRow, RecordChange};

/// Says of a record that it is not new but has got another number.
pub(super) fn renumber(change: &mut RecordChange, from: &str) {
    let number = change.record.number.clone();
    for (event, _) in &mut change.changes {
        if event.kind == EventKind::New {
            *event = Change::new(EventKind::Renumbered)
                .of("number")
                .from(from)
                .to(&number);
        }
    }
}

/// Reads a kept row again; one that a newer reader refuses contributes nothing.
pub(super) fn contribution(row: &HarvestedRow) -> Option<Contribution> {
    let prepared = prepare(&row.text).ok()?;
    Some(Contribution {
        raw: prepared.raw,
        hash: row.hash,
        fetched_at: row.fetched_at.clone(),
    })
}

/// Puts a record together with the keys under which the store finds it.
pub(super) fn change_of(
    record: Record,
    keys: NumberKeys,
    today: Date,
    changes: Vec<(Change, String)>,
) -> RecordChange {
    let mut aliases: Vec<String> = record
        .also
        .iter()
        .map(|number| NumberKeys::of(number).exact)
        .collect();
    aliases.retain(|alias| *alias != keys.exact);
    aliases.extend(twin_key(&record));
    let targets = record
        .relations
        .iter()
        .map(|relation| NumberKeys::of(&relation.target).exact)
        .collect();
    let until = record.lifecycle.comments_until;
    let notified = record.notification.as_ref();
    let turns = [
        record.lifecycle.turns_after(today),
        notified.and_then(|notification| notification.turns_after(today, until)),
    ];
    let turns_on = turns.into_iter().flatten().min().map(|day| day.to_string());
    RecordChange {
        record,
        keys,
        aliases,
        targets,
        turns_on,
        changes,
    }
}

/// Returns the source that is believed most about a record.
pub(super) fn source_of(record: &Record) -> String {
    let first = record.provenance.claims.first();
    first.map(|claim| claim.source.clone()).unwrap_or_default()
}
