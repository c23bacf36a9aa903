//! Families of notifications: one measure with its addenda, corrigenda, revisions and supplements.
//!
//! Pure. A family is gathered by symbols: every document goes to the notification whose symbol it extends, and a joint
//! notification brings the families of all its symbols together. Members of a customs union also notify one text under
//! symbols of their own on one day; such notifications are one measure too.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::{AddendumReason, Change, EventKind, Inherited, NotificationKind, Record};
use crate::number::Symbol;

/// The documents of one measure.
#[derive(Debug)]
pub(super) struct Family {
    /// The smallest symbol of its notifications.
    name: String,
    records: Vec<Record>,
}

/// A record that its family changes.
#[derive(Debug)]
pub(super) struct Settled {
    /// The record as it is to be stored.
    pub(super) record: Record,
    /// What happened to it, each with the identifier of the document that brought it about.
    pub(super) changes: Vec<(Change, String)>,
}

/// Shortest title that is taken for the text of one measure; `Standards` is a title of many.
const SHORTEST_TITLE: usize = 20;

/// Returns the names under which the family of a document may stand: the notifications of all its symbols, and its text.
pub(super) fn names_of(record: &Record) -> Vec<String> {
    let mut names: Vec<String> = symbols(record)
        .iter()
        .map(|symbol| symbol.family().to_string())
        .collect();
    names.push(record.family.clone());
    names.extend(twin_key(record));
    names.sort_unstable();
    names.dedup();
    names
}

/// Returns the key that notifications of one text on one day share; `None` for what follows another document.
pub(super) fn twin_key(record: &Record) -> Option<String> {
    let notification = record.notification.as_ref()?;
    let first = Symbol::parse(&record.number).ok()?;
    let title = record.titles.get("en")?;
    let text = record.abstracts.get("en").unwrap_or_default();
    if notification.kind != NotificationKind::Regular || title.len() < SHORTEST_TITLE {
        return None;
    }
    let day = record.lifecycle.published?;
    let hash = blake3::hash(format!("{title}\n{text}").as_bytes());
    Some(format!(
        "text:{}:{day}:{}",
        first.area(),
        &hash.to_hex()[..24]
    ))
}

/// Sorts documents into families.
pub(super) fn gather(records: Vec<Record>) -> Vec<Family> {
    let mut groups = Groups::default();
    for record in records
        .iter()
        .filter(|record| record.notification.is_some())
    {
        let names: Vec<usize> = names_of(record)
            .into_iter()
            .map(|name| groups.place(name))
            .collect();
        for pair in names.windows(2) {
            groups.join(pair[0], pair[1]);
        }
    }
    let mut names = groups.smallest();
    let mut families: BTreeMap<usize, Family> = BTreeMap::new();
    for record in records {
        if record.notification.is_none() {
            continue;
        }
        let place = groups.place(record.family.clone());
        let group = groups.top(place);
        let family = families.entry(group).or_insert_with(|| Family {
            name: names.remove(&group).unwrap_or_default(),
            records: Vec::new(),
        });
        family.records.push(record);
    }
    families.into_values().collect()
}

/// Names that belong together, by union-find.
#[derive(Debug, Default)]
struct Groups {
    places: HashMap<String, usize>,
    parents: Vec<usize>,
    names: Vec<String>,
}

impl Groups {
    fn place(&mut self, name: String) -> usize {
        if let Some(&place) = self.places.get(&name) {
            return place;
        }
        let place = self.parents.len();
        self.parents.push(place);
        self.names.push(name.clone());
        self.places.insert(name, place);
        place
    }

    fn top(&mut self, place: usize) -> usize {
        let mut top = place;
        while self.parents[top] != top {
            self.parents[top] = self.parents[self.parents[top]];
            top = self.parents[top];
        }
        top
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.top(one), self.top(other));
        self.parents[one.max(other)] = one.min(other);
    }

    /// The smallest symbol of every group, by the group.
    fn smallest(&mut self) -> HashMap<usize, String> {
        let mut smallest: HashMap<usize, String> = HashMap::new();
        for place in 0..self.names.len() {
            let group = self.top(place);
            let name = &self.names[place];
            if name.starts_with("text:") {
                continue;
            }
            let least = smallest.entry(group).or_insert_with(|| name.clone());
            if name < least {
                least.clone_from(name);
            }
        }
        smallest
    }
}

impl Family {
    /// Returns the documents that are not yet as their family makes them.
    pub(super) fn settle(self) -> Vec<Settled> {
        let Self { name, records } = self;
        let mut by_symbol: HashMap<String, usize> = HashMap::new();
        for (index, record) in records.iter().enumerate() {
            for symbol in symbols(record) {
                by_symbol.entry(symbol.to_string()).or_insert(index);
            }
        }
        let ancestors = |record: &Record| ancestors(record, &by_symbol);
        let lines: Vec<Vec<usize>> = records.iter().map(ancestors).collect();
        let mut children: Vec<Vec<&Record>> = vec![Vec::new(); records.len()];
        for (line, record) in lines.iter().zip(&records) {
            if let Some(&parent) = line.first() {
                children[parent].push(record);
            }
        }
        let mut moved = Vec::new();
        for ((record, line), mut children) in records.iter().zip(&lines).zip(children) {
            let mut settled = record.clone();
            settled.family.clone_from(&name);
            let line: Vec<&Record> = line.iter().map(|&place| &records[place]).collect();
            settled.inherited = inherited(record, &line);
            children.sort_by_key(|child| (child.lifecycle.published, child.number.clone()));
            let changes = overtake(&mut settled, &children);
            if settled != *record {
                moved.push(Settled {
                    record: settled,
                    changes,
                });
            }
        }
        moved
    }
}

/// Every symbol of a document.
fn symbols(record: &Record) -> BTreeSet<Symbol> {
    let numbers = std::iter::once(&record.number).chain(&record.also);
    numbers
        .filter_map(|number| Symbol::parse(number).ok())
        .collect()
}

/// The places of the documents that a document belongs to, the nearest first.
fn ancestors(record: &Record, by_symbol: &HashMap<String, usize>) -> Vec<usize> {
    let own = by_symbol.get(&record.number);
    let mut level: Vec<Symbol> = symbols(record).iter().filter_map(Symbol::parent).collect();
    let mut line = Vec::new();
    while !level.is_empty() {
        let found = level
            .iter()
            .find_map(|symbol| by_symbol.get(&symbol.to_string()));
        if let Some(&place) = found.filter(|place| Some(*place) != own && !line.contains(*place)) {
            line.push(place);
        }
        level = level.iter().filter_map(Symbol::parent).collect();
    }
    line
}

/// What a document has from the documents it belongs to: each thing it does not state, from the nearest that does.
fn inherited(record: &Record, line: &[&Record]) -> Option<Inherited> {
    let own = record.notification.as_ref()?;
    let from_line = |own: &[String], of: fn(&Record) -> &Vec<String>| {
        let missing = own.is_empty();
        let found = line.iter().find(|parent| missing && !of(parent).is_empty());
        found.map(|parent| of(parent).clone()).unwrap_or_default()
    };
    let (nothing, mut inherited) = (Vec::new(), Inherited::default());
    inherited.ics = from_line(&record.ics, |parent| &parent.ics);
    inherited.hs = from_line(&record.hs, |parent| &parent.hs);
    inherited.products = from_line(&record.products, |parent| &parent.products);
    let markets = from_line(&nothing, |parent| &parent.markets);
    inherited.markets = markets
        .into_iter()
        .filter(|market| !record.markets.contains(market))
        .collect();
    let boxes = || {
        line.iter()
            .filter_map(|parent| parent.notification.as_ref())
    };
    if own.products.is_empty() {
        let found = boxes().find(|parent| !parent.products.is_empty());
        inherited.products_covered = found
            .map(|parent| parent.products.clone())
            .unwrap_or_default();
    }
    if own.objectives.is_empty() {
        let found = boxes().find(|parent| !parent.objectives.is_empty());
        inherited.objectives = found
            .map(|parent| parent.objectives.clone())
            .unwrap_or_default();
    }
    if inherited == Inherited::default() {
        return None;
    }
    let gives = |parent: &&&Record| {
        (!inherited.ics.is_empty() && parent.ics == inherited.ics)
            || (!inherited.hs.is_empty() && parent.hs == inherited.hs)
            || parent.notification.as_ref().is_some_and(|one| {
                !inherited.products_covered.is_empty() && one.products == inherited.products_covered
            })
    };
    let from = line.iter().find(gives).or(line.first())?;
    inherited.from.clone_from(&from.number);
    Some(inherited)
}

/// Lets the addenda of a document move its final date for comments and withdraw it.
///
/// The children come in the order of their circulation; the last word counts.
fn overtake(record: &mut Record, children: &[&Record]) -> Vec<(Change, String)> {
    let mut changes = Vec::new();
    let Some(notification) = &mut record.notification else {
        return changes;
    };
    let followers = children.iter().filter(|child| {
        let kind = child.notification.as_ref().map(|one| one.kind);
        kind.is_some_and(NotificationKind::follows_parent)
    });
    let mut overtaken_by = None;
    for child in followers {
        if let Some(until) = child.lifecycle.comments_until {
            overtaken_by = Some(child.number.clone());
            if record.lifecycle.comments_until != Some(until) {
                let before = record.lifecycle.comments_until.map(|date| date.to_string());
                let change = Change::new(EventKind::DeadlineChanged)
                    .of("comments_until")
                    .to(until.to_string());
                let change = Change { before, ..change }.on(Some(until.earliest()));
                changes.push((change, child.id.to_string()));
                record.lifecycle.comments_until = Some(until);
            }
        }
        let reasons = child.notification.iter().flat_map(|one| &one.reasons);
        let withdrawal = reasons
            .into_iter()
            .find(|reason| reason.kind == AddendumReason::Withdrawn);
        // A corrigendum that voids an addendum says nothing about the measure above it.
        if let Some(withdrawal) = withdrawal {
            let day = withdrawal.day.or(child.lifecycle.published);
            if record.lifecycle.withdrawn.is_none() && day.is_some() {
                overtaken_by = Some(child.number.clone());
                record.lifecycle.withdrawn = day;
                let change = Change::new(EventKind::Withdrawn)
                    .of("withdrawn")
                    .to(&child.number);
                changes.push((change, child.id.to_string()));
            }
        }
    }
    if overtaken_by.is_some() {
        notification.overtaken_by = overtaken_by;
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::merge::{Contribution, merge};

    fn record(
        symbols: &[&str],
        day: &str,
        change: impl FnOnce(&mut indexers::RawRecord),
    ) -> Record {
        let mut raw = indexers::RawRecord {
            source: "eping".to_owned(),
            key: symbols[0].to_owned(),
            kind: indexers::RawKind::Notification,
            number: symbols[0].to_owned(),
            also: symbols[1..]
                .iter()
                .map(|&symbol| symbol.to_owned())
                .collect(),
            notification: Some(indexers::RawNotification::default()),
            ..indexers::RawRecord::default()
        };
        raw.titles
            .insert("en".to_owned(), format!("Title of {}", symbols[0]));
        raw.dates.insert("published".to_owned(), day.to_owned());
        change(&mut raw);
        let contribution = Contribution {
            raw,
            hash: [0; 16],
            fetched_at: "t".to_owned(),
        };
        merge(vec![contribution]).unwrap().0
    }

    fn settled(records: Vec<Record>) -> Vec<Settled> {
        gather(records)
            .into_iter()
            .flat_map(Family::settle)
            .collect()
    }

    #[test]
    fn an_addendum_has_the_codes_of_its_parent_and_keeps_them_apart() {
        let parent = record(&["G/TBT/N/USA/1"], "2026-01-01", |raw| {
            raw.hs.push("7214".to_owned());
        });
        let addendum = record(&["G/TBT/N/USA/1/Add.1"], "2026-02-01", |_| {});
        let correction = record(&["G/TBT/N/USA/1/Add.1/Corr.1"], "2026-02-02", |_| {});
        let changed = settled(vec![correction, addendum, parent]);
        assert_eq!(changed.len(), 2, "the parent is as it was");
        for Settled { record, .. } in changed {
            let inherited = record.inherited.as_ref().unwrap();
            assert_eq!(
                (inherited.from.as_str(), inherited.hs.len()),
                ("G/TBT/N/USA/1", 1)
            );
            assert!(record.hs.is_empty());
            assert_eq!(record.all_hs().collect::<Vec<_>>(), ["7214"]);
        }
    }

    #[test]
    fn an_addendum_of_one_member_finds_the_joint_notification() {
        let joint = record(
            &["G/TBT/N/ARE/703", "G/TBT/N/BHR/780"],
            "2026-01-01",
            |raw| raw.ics.push("43.020".to_owned()),
        );
        let addendum = record(&["G/TBT/N/BHR/780/Add.1"], "2026-02-01", |_| {});
        let changed = settled(vec![addendum, joint]);
        assert_eq!(changed.len(), 1);
        assert_eq!(changed[0].record.family, "G/TBT/N/ARE/703");
        assert_eq!(
            changed[0].record.inherited.as_ref().unwrap().ics,
            ["43.020"]
        );
    }

    #[test]
    fn one_text_under_several_symbols_on_one_day_is_one_measure() {
        let title = |record: &mut indexers::RawRecord| {
            record.titles.insert(
                "en".to_owned(),
                "GCC technical regulation for child seats".to_owned(),
            );
        };
        let saudi = record(&["G/TBT/N/SAU/2"], "2026-02-25", title);
        let omani = record(&["G/TBT/N/OMN/9"], "2026-02-25", title);
        let later = record(&["G/TBT/N/QAT/9"], "2026-02-26", title);
        let changed = settled(vec![saudi, omani, later]);
        assert_eq!(changed.len(), 1);
        assert_eq!(changed[0].record.number, "G/TBT/N/SAU/2");
        assert_eq!(changed[0].record.family, "G/TBT/N/OMN/9");
    }

    #[test]
    fn an_addendum_moves_the_final_date_of_its_parent_with_before_and_after() {
        let until = |day: &str| {
            let day = day.to_owned();
            move |raw: &mut indexers::RawRecord| {
                raw.dates.insert("comments_until".to_owned(), day);
            }
        };
        let parent = record(&["G/TBT/N/USA/1"], "2026-01-01", until("2026-03-01"));
        let addendum = record(&["G/TBT/N/USA/1/Add.1"], "2026-02-01", until("2026-04-01"));
        let changed = settled(vec![parent, addendum.clone()]);
        let parent = &changed[0];
        assert_eq!(
            parent.record.lifecycle.comments_until.unwrap().to_string(),
            "2026-04-01"
        );
        let (change, by) = &parent.changes[0];
        assert_eq!(
            (change.before.as_deref(), change.after.as_deref()),
            (Some("2026-03-01"), Some("2026-04-01"))
        );
        assert_eq!(by, addendum.id.as_str());
        let again = settled(vec![parent.record.clone(), addendum]);
        assert!(again.is_empty(), "a settled family stays as it is");
    }

    #[test]
    fn an_addendum_that_withdraws_withdraws_the_notification() {
        let parent = record(&["G/TBT/N/USA/993"], "2015-05-21", |_| {});
        let addendum = record(&["G/TBT/N/USA/993/Add.1"], "2025-06-11", |raw| {
            raw.abstracts.insert(
                "en".to_owned(),
                "This action withdraws the notice of proposed rulemaking.".to_owned(),
            );
        });
        let changed = settled(vec![parent, addendum]);
        assert_eq!(
            changed[0].record.lifecycle.withdrawn.unwrap().to_string(),
            "2025-06-11"
        );
        assert_eq!(changed[0].changes[0].0.kind, EventKind::Withdrawn);
    }
}
