//! The search service.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use super::engine::local::LocalEngine;
use super::engine::{Ask, FacetName, Found};
use super::highlight::Marker;
use super::plan::{Insistence, Plan, Planner};
use super::{
    Coverage, CoveredSource, FacetValue, Filters, Hit, Label, Repair, SearchRequest, SearchResponse, cursor, labels,
};
use crate::clock::Clock;
use crate::index::IndexError;
use crate::model::{Language, Texts};
use crate::storage::{Store, StoreError, StoredRecord};

/// An error of a search.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SearchError {
    /// The cursor was not made by this program, or for another query.
    #[error("the cursor does not belong to this query")]
    Cursor,
    /// The index refused.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The search was broken off.
    #[error("the search was broken off: {0}")]
    Broken(String),
}

/// Searches.
#[derive(Debug, Clone)]
pub struct Searcher {
    store: Store,
    engine: LocalEngine,
    planner: Arc<Planner>,
    clock: Arc<dyn Clock>,
}

/// Values of one facet that an answer carries.
const MOST_VALUES: usize = 40;

impl Searcher {
    /// Makes a searcher.
    pub fn new(store: Store, engine: LocalEngine, planner: Planner, clock: Arc<dyn Clock>) -> Self {
        Self { store, engine, planner: Arc::new(planner), clock }
    }

    /// Returns the engine it searches with.
    pub fn engine(&self) -> &LocalEngine {
        &self.engine
    }

    /// Answers a search.
    ///
    /// When no document has all words, the search is repeated with most of them, and the answer says so.
    pub async fn search(&self, request: &SearchRequest) -> Result<SearchResponse, SearchError> {
        let started = Instant::now();
        let offset = match &request.cursor {
            Some(cursor) => cursor::offset(cursor, request).ok_or(SearchError::Cursor)?,
            None => 0,
        };
        let ask = Ask { offset, limit: request.hits(), facets: request.extras.facets };
        let (plan, found, relaxed) = self.find(request, ask).await?;
        let mut repairs = repairs(&plan, request);
        repairs.extend(relaxed.then(|| relaxation(request)));
        let hits = self.hits(request, &plan, &found).await?;
        let shown = offset + found.hits.len();
        let more = !found.hits.is_empty() && (shown as u64) < found.families && shown < cursor::DEEPEST;
        Ok(SearchResponse {
            total: found.families,
            records: found.records,
            facets: facets(&found, &request.filters),
            repairs,
            coverage: self.coverage(request.language).await?,
            next: more.then(|| cursor::after(shown, request)),
            hits,
            took_ms: u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
        })
    }

    async fn find(&self, request: &SearchRequest, ask: Ask) -> Result<(Plan, Found, bool), SearchError> {
        let searcher = self.clone();
        let request = request.clone();
        let work = move || {
            let plan = |insistence| searcher.planner.plan(&request.query, &request.filters, request.sort, insistence);
            let strict = plan(Insistence::All);
            let found = searcher.engine.search(&strict, ask)?;
            if found.families > 0 || strict.words < 2 {
                return Ok((strict, found, false));
            }
            let lenient = plan(Insistence::Most);
            let found = searcher.engine.search(&lenient, ask)?;
            let relaxed = found.families > 0;
            Ok((lenient, found, relaxed))
        };
        match tokio::task::spawn_blocking(work).await {
            Ok(found) => found.map_err(SearchError::Index),
            Err(reason) => Err(SearchError::Broken(reason.to_string())),
        }
    }

    async fn hits(&self, request: &SearchRequest, plan: &Plan, found: &Found) -> Result<Vec<Hit>, SearchError> {
        let ids: Vec<i64> = found.hits.iter().map(|hit| hit.id).collect();
        let families: Vec<i64> = found.hits.iter().map(|hit| hit.family).collect();
        let (records, sizes) = tokio::try_join!(self.store.records(&ids), self.store.family_sizes(&families))?;
        let day = request.as_of.unwrap_or_else(|| self.clock.today());
        let marker = plan.marks.prepare();
        let mut records = records.into_iter().peekable();
        let mut hits = Vec::with_capacity(ids.len());
        for one in &found.hits {
            // A record that was removed since the index saw it is passed over.
            let Some(stored) = records.next_if(|record| record.id == one.id) else { continue };
            let mut hit = hit(&stored, day);
            hit.score = one.score;
            hit.editions = sizes.get(&one.family).copied().unwrap_or(1);
            explain(&mut hit, &stored, plan, request.extras.snippets.then_some(&marker), request.language);
            hits.push(hit);
        }
        Ok(hits)
    }

    /// Says what is searched, how fresh it is, and what is not covered.
    pub async fn coverage(&self, language: Language) -> Result<Coverage, StoreError> {
        let sources = self.store.freshness().await?.into_iter().map(|source| {
            let label = labels::source(&source.id);
            CoveredSource { id: source.id, label, records: source.records, fresh_at: source.fresh_at }
        });
        let not_covered = corpora::coverage::gaps().iter().map(|gap| language.pick(&gap.note_zh, &gap.note_en).to_owned());
        Ok(Coverage { sources: sources.collect(), not_covered: not_covered.collect() })
    }
}

fn hit(stored: &StoredRecord, day: jiff::civil::Date) -> Hit {
    let record = &stored.record;
    let date = |date: Option<crate::model::PartialDate>| date.map(|date| date.to_string());
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
        editions: 1,
        check_official: record.needs_official_check(),
    }
}

/// Says which fields of a hit matched, and marks them.
fn explain(hit: &mut Hit, stored: &StoredRecord, plan: &Plan, marker: Option<&Marker<'_>>, language: Language) {
    let record = &stored.record;
    let family = plan.numbers.iter().any(|number| *number.family().as_str() == *record.family);
    if family {
        hit.matched.push("number".to_owned());
    }
    let Some(marker) = marker else { return };
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
        if best.as_ref().is_none_or(|(marks, _)| excerpt.marks > *marks) {
            best = Some((excerpt.marks, excerpt.html));
        }
    }
    hit.snippet = best.map(|(_, html)| html);
    if hit.matched.is_empty() && record.aliases.iter().any(|alias| !marker.ranges(alias).is_empty()) {
        hit.matched.push("aliases".to_owned());
    }
    if hit.matched.is_empty() && matches_context(marker, record) {
        hit.matched.push("classification".to_owned());
    }
}

fn matches_context(marker: &Marker<'_>, record: &crate::model::Record) -> bool {
    let groups = record.ics.iter().filter_map(|code| corpora::ics::title(code)).map(|entry| &entry.title_zh);
    let products = record.products.iter().filter_map(|id| corpora::products::product(id)).map(|one| &one.name_zh);
    groups.chain(products).any(|name| !marker.ranges(name).is_empty())
}

/// The reader's language first: at equal marks its excerpt is shown.
fn in_reading_order(texts: &Texts, language: Language) -> Vec<(&str, &str)> {
    let mut all: Vec<_> = texts.iter().collect();
    all.sort_by_key(|&(code, _)| code != language.code());
    all
}

fn repairs(plan: &Plan, request: &SearchRequest) -> Vec<Repair> {
    let read = plan.numbers.iter().map(ToString::to_string);
    read.filter(|number| !request.query.contains(number.as_str()))
        .map(|number| Repair {
            from: request.query.clone(),
            reason: "number".to_owned(),
            message: Label { zh: format!("按标准号 {number} 检索"), en: format!("read as the number {number}") },
            to: number,
        })
        .collect()
}

fn relaxation(request: &SearchRequest) -> Repair {
    Repair {
        from: request.query.clone(),
        to: request.query.clone(),
        reason: "relaxed".to_owned(),
        message: Label {
            zh: "没有同时包含全部词语的结果，以下结果包含其中大部分词语".to_owned(),
            en: "nothing has all of the words; these results have most of them".to_owned(),
        },
    }
}

fn facets(found: &Found, filters: &Filters) -> BTreeMap<String, Vec<FacetValue>> {
    let facets = found.facets.iter().map(|(&facet, counts)| {
        let mut values: Vec<FacetValue> = counts
            .iter()
            .filter(|(value, _)| is_shown(facet, value, filters))
            .map(|(value, count)| FacetValue {
                value: value.clone(),
                label: labels::facet(facet, value),
                count: *count,
            })
            .collect();
        match facet {
            FacetName::Year => values.sort_by(|one, other| other.value.cmp(&one.value)),
            _ => values.sort_by(|one, other| other.count.cmp(&one.count).then(one.value.cmp(&other.value))),
        }
        values.truncate(if facet == FacetName::Year { MOST_VALUES * 2 } else { MOST_VALUES });
        (facet.code().to_owned(), values)
    });
    facets.filter(|(_, values)| !values.is_empty()).collect()
}

/// Trees are shown from the top; what lies below a group appears once that group is chosen.
fn is_shown(facet: FacetName, value: &str, filters: &Filters) -> bool {
    let below = |chosen: &[String], depth: usize| {
        value.len() <= depth || chosen.iter().any(|code| value.starts_with(code.as_str()) || code.starts_with(value))
    };
    match facet {
        FacetName::Ics => below(&filters.ics, 2),
        FacetName::Hs => below(&filters.hs, 2),
        FacetName::Ccs => below(&filters.ccs, 1),
        _ => true,
    }
}
