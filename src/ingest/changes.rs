//! Noticing what changed between two versions of a record, and what a day brought.

use jiff::civil::Date;

use crate::model::{Change, EventKind, PartialDate, Record, RelationKind, Status};

/// Field under which a record keeps that one source gives its number to two documents.
pub(super) const COLLISION: &str = "number";

/// Returns what changed from one version of a record to the next; everything is new where there was none.
pub fn changes(before: Option<&Record>, after: &Record) -> Vec<Change> {
    let Some(before) = before else {
        let mut changes = vec![Change::new(EventKind::New).to(&after.number)];
        changes.extend(stated(None, after));
        return changes;
    };
    let mut changes = Vec::new();
    life_changes(before, after, &mut changes);
    title_changes(before, after, &mut changes);
    changes.extend(stated(Some(before), after));
    edge_changes(before, after, &mut changes);
    if collides(after) && !collides(before) {
        changes.push(Change::new(EventKind::NumberCollision).of(COLLISION));
    }
    if changes.is_empty() && !same_but_for_provenance(before, after) {
        changes.push(Change::new(EventKind::DocumentChanged));
    }
    changes
}

/// Returns what happened to a record by its dates alone, from a day to another, both included.
pub fn day_changes(record: &Record, from: Date, to: Date) -> Vec<Change> {
    let life = &record.lifecycle;
    let came = |day: Date| from <= day && day <= to;
    let mut changes = Vec::new();
    let mut note = |kind, field: &str, day: Date| {
        if came(day) {
            let change = Change::new(kind).of(field).to(day.to_string());
            changes.push(change.on(Some(day)));
        }
    };
    if let Some(day) = life.implemented {
        note(EventKind::EnteredIntoForce, "implemented", day.earliest());
    } else if let Some(day) = life.published {
        note(EventKind::Published, "published", day.earliest());
    }
    if let Some(day) = life.withdrawn {
        note(EventKind::Withdrawn, "withdrawn", day.latest());
    }
    if let Some(day) = closing(record) {
        note(EventKind::CommentsClosed, "comments_until", day);
    }
    for reason in record.notification.iter().flat_map(|one| &one.reasons) {
        if let Some(day) = reason.turns() {
            note(EventKind::EnteredIntoForce, "reasons", day);
        }
    }
    changes
}

/// Returns the first day, in Beijing, on which no comment can reach the member any more.
pub(super) fn closing(record: &Record) -> Option<Date> {
    let until = record.lifecycle.comments_until?;
    let notification = record.notification.as_ref()?;
    Some(notification.closes(until))
}

fn life_changes(before: &Record, after: &Record, changes: &mut Vec<Change>) {
    let (old, new) = (&before.lifecycle, &after.lifecycle);
    if old.status_word != new.status_word {
        let read = |word: &Option<String>| word.as_deref().and_then(Status::read);
        let ended = read(&new.status_word) == Some(Status::Withdrawn)
            && read(&old.status_word) != Some(Status::Withdrawn);
        let kind = if ended {
            EventKind::Withdrawn
        } else {
            EventKind::StatusChanged
        };
        changes.push(between(
            kind,
            "status",
            old.status_word.clone(),
            new.status_word.clone(),
        ));
    }
    let dates = [
        (
            EventKind::StatusChanged,
            "implemented",
            old.implemented,
            new.implemented,
        ),
        (
            EventKind::Withdrawn,
            "withdrawn",
            old.withdrawn,
            new.withdrawn,
        ),
        (
            EventKind::DeadlineChanged,
            "comments_until",
            old.comments_until,
            new.comments_until,
        ),
    ];
    for (kind, field, was, is) in dates {
        if was != is {
            // A day of withdrawal that moves or goes is no withdrawal, the first one is.
            let moved = kind == EventKind::Withdrawn && (was.is_some() || is.is_none());
            let kind = if moved {
                EventKind::StatusChanged
            } else {
                kind
            };
            let words = |date: Option<PartialDate>| date.map(|date| date.to_string());
            let change = between(kind, field, words(was), words(is));
            changes.push(change.on(is.map(PartialDate::earliest)));
        }
    }
    if !old.replaced && new.replaced {
        changes.push(Change::new(EventKind::Replaced));
    }
}

/// A title that changes is a correction; a title and a day of publication that change together are another document.
fn title_changes(before: &Record, after: &Record, changes: &mut Vec<Change>) {
    let other_day = match (before.lifecycle.published, after.lifecycle.published) {
        (Some(was), Some(is)) => was.latest() < is.earliest() || is.latest() < was.earliest(),
        _ => false,
    };
    let kind = if other_day {
        EventKind::Reissued
    } else {
        EventKind::TitleChanged
    };
    for (language, title) in after.titles.iter() {
        let was = before.titles.get(language);
        if was != Some(title) {
            let field = format!("title.{language}");
            let was = was.map(str::to_owned);
            changes.push(between(kind, &field, was, Some(title.to_owned())));
        }
    }
}

/// What an addendum says has happened to the measure it belongs to.
fn stated(before: Option<&Record>, after: &Record) -> Vec<Change> {
    let known = before.and_then(|record| record.notification.as_ref());
    let said = after.notification.iter().flat_map(|one| &one.reasons);
    said.filter(|reason| known.is_none_or(|known| !known.reasons.contains(reason)))
        .map(|reason| {
            let change = Change::new(reason.kind.event()).of("reasons");
            let change = change.on(reason.day.map(PartialDate::earliest));
            match reason.day {
                Some(day) => change.to(day.to_string()),
                None => change.to(reason.kind.code()),
            }
        })
        .collect()
}

fn edge_changes(before: &Record, after: &Record, changes: &mut Vec<Change>) {
    for edge in &after.relations {
        let kind = match edge.kind {
            RelationKind::Adopts => EventKind::Adopted,
            RelationKind::AmendedBy => EventKind::Amended,
            _ => continue,
        };
        let known = before
            .relations
            .iter()
            .any(|old| old.kind == edge.kind && old.target == edge.target);
        if !known {
            changes.push(Change::new(kind).of("relations").to(&edge.target));
        }
    }
}

fn between(kind: EventKind, field: &str, before: Option<String>, after: Option<String>) -> Change {
    Change {
        before,
        after,
        ..Change::new(kind).of(field)
    }
}

fn collides(record: &Record) -> bool {
    let mut conflicts = record.provenance.conflicts.iter();
    conflicts.any(|conflict| conflict.field == COLLISION)
}

fn same_but_for_provenance(before: &Record, after: &Record) -> bool {
    let after = Record {
        provenance: before.provenance.clone(),
        ..after.clone()
    };
    *before == after
}
