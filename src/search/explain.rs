//! Saying why a record is a hit: which fields matched, by which words, and what to show of them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::highlight::{Marker, Marks};
use super::plan::Plan;
use super::{Hit, Rendering};
use crate::model::{Language, PartialDate, Record, Texts};
use crate::storage::StoredRecord;

/// Makes the hit of a record, without reasons.
pub(super) fn hit(stored: &StoredRecord, day: Date) -> Hit {
    let record = &stored.record;
    let date = |date: Option<PartialDate>| date.map(|date| date.to_string());
    Hit {
        id: record.id.to_string(),
        kind: record.kind,
        number: record.number.clone(),
        family: record.family.clone(),
        title: record.titles.clone(),
        status: record.lifecycle.status_on(day).status,
        market: record.markets.first().cloned().unwrap_or_default(),
        markets: record.markets.clone(),
        body: record.body.clone(),
        published: date(record.lifecycle.published),
        implemented: date(record.lifecycle.implemented),
        comments_until: date(record.lifecycle.comments_until),
        ics: record.ics.clone(),
        score: 0.0,
        snippet: None,
        title_marked: BTreeMap::new(),
        matched: Vec::new(),
        translated: Vec::new(),
        editions: 1,
        check_official: record.needs_official_check(),
    }
}

/// Says which fields of a hit matched, and marks them.
pub(super) fn explain(
    hit: &mut Hit,
    stored: &StoredRecord,
    plan: &Plan,
    marker: &Marker<'_>,
    language: Language,
) {
    let record = &stored.record;
    if plan
        .numbers
        .iter()
        .any(|number| number.family().as_str() == record.family)
    {
        hit.matched.push("number".to_owned());
    }
    mark(hit, record, marker, language);
    let foreign_only = !hit.matched.iter().any(|field| field.contains('.'));
    hit.translated = if foreign_only {
        renderings(record, plan)
    } else {
        Vec::new()
    };
    if !hit.translated.is_empty() {
        let mut marks = Marks::default();
        hit.translated
            .iter()
            .flat_map(|one| one.to.split(' '))
            .for_each(|word| marks.add_word(word));
        mark(hit, record, &marks.prepare(), language);
    }
    if hit.matched.is_empty()
        && record
            .aliases
            .iter()
            .any(|alias| !marker.ranges(alias).is_empty())
    {
        hit.matched.push("aliases".to_owned());
    }
    if hit.matched.is_empty() && matches_context(marker, record) {
        hit.matched.push("classification".to_owned());
    }
}

fn mark(hit: &mut Hit, record: &Record, marker: &Marker<'_>, language: Language) {
    for (code, title) in record.titles.iter() {
        if let Some(marked) = marker.whole(title) {
            hit.matched.push(format!("title.{code}"));
            hit.title_marked.insert(code.to_owned(), marked);
        }
    }
    let mut best: Option<(usize, String)> = None;
    for (code, text) in in_reading_order(&record.abstracts, language) {
        let excerpt = marker.excerpt(text);
        if excerpt.marks > 0 {
            hit.matched.push(format!("abstract.{code}"));
        }
        if best
            .as_ref()
            .is_none_or(|(marks, _)| excerpt.marks > *marks)
        {
            best = Some((excerpt.marks, excerpt.html));
        }
    }
    hit.snippet = best.map(|(_, html)| html);
}

/// Bytes of an abstract in which renderings are looked for: what it is about is said at its beginning.
const MOST_EXPLAINED: usize = 700;

/// The words of the query that the record's English names.
fn renderings(record: &Record, plan: &Plan) -> Vec<Rendering> {
    if plan.translations.is_empty() {
        return Vec::new();
    }
    let title = record.titles.get("en").unwrap_or_default();
    let text = record.abstracts.get("en").unwrap_or_default();
    let english = format!(
        "{title}\n{}",
        &text[..text.floor_char_boundary(MOST_EXPLAINED)]
    );
    plan.translations
        .iter()
        .flat_map(|translated| translated.named_in(&english))
        .collect()
}

fn matches_context(marker: &Marker<'_>, record: &Record) -> bool {
    let groups = record
        .ics
        .iter()
        .filter_map(|code| corpora::ics::title(code))
        .map(|entry| &entry.title_zh);
    let products = record
        .products
        .iter()
        .filter_map(|id| corpora::products::product(id))
        .map(|one| &one.name_zh);
    groups
        .chain(products)
        .any(|name| !marker.ranges(name).is_empty())
}

/// The reader's language first: at equal marks its excerpt is shown.
fn in_reading_order(texts: &Texts, language: Language) -> Vec<(&str, &str)> {
    let mut all: Vec<_> = texts.iter().collect();
    all.sort_by_key(|&(code, _)| code != language.code());
    all
}
