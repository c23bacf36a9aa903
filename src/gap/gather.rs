//! Reading the store for a question.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use corpora::{coverage, products, regulations, standards};
use jiff::civil::Date;

use super::{AdoptionNote, AttachedText, Facts, GapError, GapQuestion, ReportDocument, Role};
use crate::compare::adoption::{Edge, EditionOf, staleness, year_of};
use crate::model::{
    Adoption, Bilingual, Kind, LimitValue, NumberKeys, Record, RelationKind, Status,
};
use crate::storage::{Store, StoreError, StoredRecord};

/// Keys that are looked up with one statement.
const KEYS: usize = 500;

impl Facts {
    /// Gathers what the store knows about a question.
    pub async fn gather(store: &Store, question: GapQuestion) -> Result<Self, GapError> {
        let mut limits: BTreeMap<String, Vec<LimitValue>> = BTreeMap::new();
        let product = question.product.as_deref().and_then(products::product);
        if let Some(product) = product {
            for (key, limit) in store.limits_of_product(&product.id).await? {
                limits.entry(key).or_default().push(limit);
            }
        }
        let found = if question.documents.is_empty() {
            of_product(store, product.map(|one| one.id.as_str()), &limits).await?
        } else {
            chosen(store, &question.documents).await?
        };
        if !question.documents.is_empty() {
            for (key, _) in &found {
                if !limits.contains_key(key) {
                    limits.insert(key.clone(), store.limits(key).await?);
                }
            }
        }
        let day = question.as_of;
        let mut documents: Vec<(ReportDocument, String, Record)> = found
            .into_iter()
            .filter_map(|(key, stored)| {
                let role = role_of(&stored.record, &question)?;
                let held = limits.get(&key).map_or(0, Vec::len);
                let document = document(&stored.record, role, day, held);
                Some((document, key, stored.record))
            })
            .collect();
        documents.sort_by_key(|(document, ..)| order(document));
        let edges = edges(store, &documents).await?;
        note_adoptions(store, &mut documents, day).await?;
        let taken: Vec<Vec<LimitValue>> = documents
            .iter()
            .map(|(_, key, _)| limits.remove(key).unwrap_or_default())
            .collect();
        let documents: Vec<ReportDocument> = documents
            .into_iter()
            .map(|(document, ..)| document)
            .collect();
        let texts = AttachedText::of(store, &documents).await?;
        Ok(Self {
            product: product.map(|one| Bilingual::new(&one.name_zh, &one.name_en)),
            documents,
            limits: taken,
            texts,
            edges,
            not_covered: not_covered(&question),
            question,
        })
    }
}

/// Domestic before foreign, what binds before what does not, then by market and number.
fn order(document: &ReportDocument) -> (Role, String, Kind, String) {
    (
        document.role,
        document.market.clone(),
        document.kind,
        document.number.clone(),
    )
}

/// The documents that concern a product: those that the corpus joins to it, and those that set one of its limits.
async fn of_product(
    store: &Store,
    product: Option<&str>,
    limits: &BTreeMap<String, Vec<LimitValue>>,
) -> Result<Vec<(String, StoredRecord)>, StoreError> {
    let mut keys: BTreeSet<String> = limits.keys().cloned().collect();
    if let Some(product) = product {
        let concerns = |all: &[String]| all.iter().any(|id| id == product);
        let numbers = standards::standards().iter();
        keys.extend(
            numbers
                .filter(|row| concerns(&row.products))
                .map(|row| NumberKeys::of(&row.number).exact),
        );
        let acts = regulations::regulations().iter();
        keys.extend(
            acts.filter(|row| concerns(&row.products))
                .map(|row| row.id.clone()),
        );
    }
    by_keys(store, &keys.into_iter().collect::<Vec<_>>()).await
}

async fn by_keys(
    store: &Store,
    keys: &[String],
) -> Result<Vec<(String, StoredRecord)>, StoreError> {
    let mut found = Vec::with_capacity(keys.len());
    for keys in keys.chunks(KEYS) {
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        found.extend(store.by_number_keys(&keys).await?);
    }
    found.sort_by(|one, two| one.0.cmp(&two.0));
    found.dedup_by(|one, two| one.1.id == two.1.id);
    Ok(found)
}

/// The documents of a chosen list; one that is not held is an error, because a report without it would be another one.
async fn chosen(
    store: &Store,
    numbers: &[String],
) -> Result<Vec<(String, StoredRecord)>, GapError> {
    let mut found = Vec::with_capacity(numbers.len());
    for number in numbers {
        let stored = if let Some(stored) = store.record(number).await? {
            stored
        } else {
            let keys = NumberKeys::of(number);
            let matches = store
                .find_number(&keys.exact, &keys.family, &keys.kin)
                .await?;
            let ids: Vec<i64> = matches.iter().map(|one| one.id).collect();
            let mut records = store.records(&ids).await?;
            records.retain(|one| !one.record.supplement);
            records.sort_by_key(|one| std::cmp::Reverse(one.record.lifecycle.published));
            records
                .into_iter()
                .next()
                .ok_or_else(|| GapError::NoDocument(number.clone()))?
        };
        found.push((key_of(&stored.record), stored));
    }
    found.sort_by(|one, two| one.0.cmp(&two.0));
    found.dedup_by(|one, two| one.1.id == two.1.id);
    Ok(found)
}

/// The key under which limits and edges name a record.
pub(super) fn key_of(record: &Record) -> String {
    match record.kind {
        Kind::Standard => NumberKeys::of(&record.number).exact,
        _ => record.number.clone(),
    }
}

/// The side of a record; nothing where it stands on neither.
fn role_of(record: &Record, question: &GapQuestion) -> Option<Role> {
    if record.markets.iter().any(|market| market == "CN") {
        return Some(Role::Domestic);
    }
    let chosen = !question.documents.is_empty();
    let asked = record
        .markets
        .iter()
        .any(|market| question.concerns(market));
    (asked || chosen && question.markets.is_empty()).then_some(Role::Foreign)
}

/// Makes the document of a record.
pub(super) fn document(record: &Record, role: Role, day: Date, limits: usize) -> ReportDocument {
    let life = &record.lifecycle;
    let date = |date: Option<crate::model::PartialDate>| date.map(|date| date.to_string());
    ReportDocument {
        id: record.id.to_string(),
        number: record.number.clone(),
        family: record.family.clone(),
        kind: record.kind,
        title: record.titles.clone(),
        market: record.markets.first().cloned().unwrap_or_default(),
        role,
        status: life.status_on(day).status,
        mandatory: record
            .mandatory
            .or((record.kind == Kind::Regulation).then_some(true)),
        published: date(life.published),
        implemented: date(life.implemented),
        withdrawn: date(life.withdrawn),
        url: record.url.clone(),
        rights: record.rights,
        limits,
        adopts: Vec::new(),
        evidence: record.evidence.clone(),
    }
}

/// The adoptions and citations of the documents, and who adopts the foreign ones.
async fn edges(
    store: &Store,
    documents: &[(ReportDocument, String, Record)],
) -> Result<Vec<Edge>, StoreError> {
    let mut edges = Vec::new();
    let mut tails: Vec<(i64, String, Option<Adoption>)> = Vec::new();
    for (_, key, record) in documents {
        edges.extend(record.relations.iter().filter_map(|edge| match edge.kind {
            RelationKind::Adopts => Some(Edge::adopts(&record.number, &edge.target, edge.degree)),
            RelationKind::Cites => Some(Edge::cites(&record.number, &edge.target)),
            _ => None,
        }));
        let incoming = store.incoming(key).await?.into_iter();
        tails.extend(
            incoming
                .filter(|edge| edge.kind == RelationKind::Adopts)
                .map(|edge| (edge.record, record.number.clone(), edge.degree)),
        );
    }
    let ids: Vec<i64> = tails.iter().map(|(id, ..)| *id).collect();
    let mut numbers = HashMap::new();
    for ids in ids.chunks(KEYS) {
        let records = store.records(ids).await?.into_iter();
        numbers.extend(records.map(|one| (one.id, one.record.number)));
    }
    edges.extend(tails.into_iter().filter_map(|(id, adopted, degree)| {
        let adopter = numbers.get(&id)?;
        Some(Edge::adopts(adopter, adopted, degree))
    }));
    edges.sort_by(|one, two| (&one.from, &one.to).cmp(&(&two.from, &two.to)));
    edges.dedup();
    Ok(edges)
}

/// Says of each adoption how far it is behind.
async fn note_adoptions(
    store: &Store,
    documents: &mut [(ReportDocument, String, Record)],
    day: Date,
) -> Result<(), StoreError> {
    let mut known: HashMap<String, Vec<EditionOf>> = HashMap::new();
    for (document, _, record) in documents {
        document.adopts = adoption_notes(store, &mut known, record, day).await?;
    }
    Ok(())
}

/// The adoptions of a record; `known` remembers the editions of families.
pub(super) async fn adoption_notes(
    store: &Store,
    known: &mut HashMap<String, Vec<EditionOf>>,
    record: &Record,
    day: Date,
) -> Result<Vec<AdoptionNote>, StoreError> {
    let mut notes = Vec::new();
    for edge in &record.relations {
        if edge.kind != RelationKind::Adopts {
            continue;
        }
        let family = NumberKeys::of(&edge.target).family;
        if !known.contains_key(&family) {
            let editions = editions(&store.family_named(&family).await?, day);
            known.insert(family.clone(), editions);
        }
        let editions = known.get(&family).map_or(&[][..], Vec::as_slice);
        let staleness = staleness(&edge.target, editions);
        notes.push(AdoptionNote {
            sentence: staleness.sentence(&record.number, degree_code(edge.degree), &edge.target),
            adopted: edge.target.clone(),
            degree: edge.degree,
            staleness,
        });
    }
    Ok(notes)
}

fn editions(records: &[StoredRecord], day: Date) -> Vec<EditionOf> {
    let bases = records.iter().filter(|one| !one.record.supplement);
    let edition = |one: &StoredRecord| {
        let record = &one.record;
        let published = record
            .lifecycle
            .published
            .map(crate::model::PartialDate::year);
        Some(EditionOf {
            number: record.number.clone(),
            year: year_of(&record.number).or(published)?,
            is_published: record.lifecycle.status_on(day).status != Status::Upcoming,
        })
    };
    bases.filter_map(edition).collect()
}

/// The code of a degree; empty where the source names none.
pub(super) fn degree_code(degree: Option<Adoption>) -> &'static str {
    degree.map_or("", Adoption::code)
}

fn not_covered(question: &GapQuestion) -> Vec<Bilingual> {
    let asked = |market: &str| question.markets.is_empty() || question.concerns(market);
    coverage::gaps()
        .iter()
        .filter(|gap| gap.market.as_deref().is_none_or(asked))
        .map(|gap| Bilingual::new(&gap.note_zh, &gap.note_en))
        .collect()
}
