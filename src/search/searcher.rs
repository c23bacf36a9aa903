//! The search service.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use jiff::civil::Date;

use super::account::Account;
use super::answers::{Answers, Asked};
use super::engine::local::LocalEngine;
use super::engine::{AsOf, Ask, FacetName, Found};
use super::explain::{explain, hit};
use super::plan::{Insistence, Plan, Planner, ReadQuery};
use super::shelf::Shelf;
use super::{
    Coverage, CoveredSource, FacetValue, Filters, Hit, Label, Repair, SearchRequest,
    SearchResponse, cursor, labels, then,
};
use crate::clock::Clock;
use crate::index::IndexError;
use crate::model::Language;
use crate::storage::{SourceFreshness, Store, StoreError};

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
    pub(super) store: Store,
    engine: LocalEngine,
    pub(super) planner: Arc<Planner>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) shelf: Arc<Shelf>,
    answers: Arc<Answers>,
    freshness: Arc<RwLock<Option<Freshness>>>,
}

/// The freshness of the sources, and when it was asked for.
type Freshness = (Instant, Vec<SourceFreshness>);

/// How long the freshness of the sources is believed.
const FRESHNESS_KEPT: Duration = Duration::from_secs(5);

/// Values of one facet that an answer carries.
const MOST_VALUES: usize = 40;

impl Searcher {
    /// Makes a searcher.
    pub fn new(store: Store, engine: LocalEngine, planner: Planner, clock: Arc<dyn Clock>) -> Self {
        let shelf = Arc::new(Shelf::new(store.clone()));
        Self {
            store,
            engine,
            planner: Arc::new(planner),
            clock,
            shelf,
            answers: Arc::new(Answers::new()),
            freshness: Arc::default(),
        }
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
        let asked = Asked {
            request: request.clone(),
            today: self.clock.today(),
            index: self.engine.state(),
        };
        let mut response = self
            .answers
            .get_or_make(asked, Box::pin(self.answer(request)))
            .await?;
        response.coverage = self.coverage(request.language).await?;
        response.took_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        Ok(response)
    }

    /// Works out an answer, all but what is covered and how long it took.
    async fn answer(&self, request: &SearchRequest) -> Result<SearchResponse, SearchError> {
        let offset = match &request.cursor {
            Some(cursor) => cursor::offset(cursor, request).ok_or(SearchError::Cursor)?,
            None => 0,
        };
        let ask = Ask {
            offset,
            limit: request.hits(),
            facets: request.extras.facets,
            as_of: self
                .another_day(request)
                .map(|day| AsOf::new(day, &request.filters.status)),
        };
        let query = ReadQuery::of(&request.query);
        let mut repairs = mended(&query);
        let node = query.node().clone();
        let (plan, found, relaxed) = self.find(request, query, ask).await?;
        repairs.extend(numbers_read(&plan, request));
        repairs.extend(relaxed.then(|| relaxation(request)));
        let hits = self.hits(request, &plan, &found).await?;
        let Account {
            read_as,
            did_you_mean,
        } = Box::pin(self.account(request, &node, &found, relaxed)).await?;
        let shown = offset + found.hits.len();
        let more =
            !found.hits.is_empty() && (shown as u64) < found.families && shown < cursor::DEEPEST;
        Ok(SearchResponse {
            total: found.families,
            records: found.records,
            facets: facets(&found, &request.filters),
            repairs,
            read_as,
            did_you_mean,
            coverage: Coverage::default(),
            next: more.then(|| cursor::after(shown, request)),
            hits,
            took_ms: 0,
        })
    }

    async fn find(
        &self,
        request: &SearchRequest,
        query: ReadQuery,
        ask: Ask,
    ) -> Result<(Plan, Found, bool), SearchError> {
        let searcher = self.clone();
        let mut request = request.clone();
        if ask.as_of.is_some() {
            // Statuses of another day are told apart by the engine; the index knows those of today.
            request.filters.status.clear();
        }
        let work = move || {
            let today = searcher.clock.today();
            let plan = |insistence| {
                searcher
                    .planner
                    .plan(&query, &request.filters, request.sort, insistence, today)
            };
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

    async fn hits(
        &self,
        request: &SearchRequest,
        plan: &Plan,
        found: &Found,
    ) -> Result<Vec<Hit>, SearchError> {
        let records = self.shelf.records(&found.hits).await?;
        let day = request.as_of.unwrap_or_else(|| self.clock.today());
        let another_day = self.another_day(request).is_some();
        let marker = plan.marks.prepare();
        let mut hits = Vec::with_capacity(records.len());
        for (one, stored) in found.hits.iter().zip(records) {
            // A record that was removed since the index saw it is passed over.
            let Some(stored) = stored else { continue };
            let mut shown = hit(&stored, day);
            if another_day {
                shown.status = then::status(&self.store, &stored, day).await?;
            }
            shown.score = one.score;
            shown.editions = one.editions;
            if request.extras.snippets {
                explain(&mut shown, &stored, plan, &marker, request.language);
            }
            hits.push(shown);
        }
        Ok(hits)
    }

    /// The day whose statuses are asked for, where it is not today.
    fn another_day(&self, request: &SearchRequest) -> Option<Date> {
        request.as_of.filter(|day| *day != self.clock.today())
    }

    /// Says what is searched, how fresh it is, and what is not covered.
    pub async fn coverage(&self, language: Language) -> Result<Coverage, StoreError> {
        let sources = self.freshness().await?.into_iter().map(|source| {
            let label = labels::source(&source.id);
            CoveredSource {
                id: source.id,
                label,
                records: source.records,
                fresh_at: source.fresh_at,
                crawl: None,
            }
        });
        let not_covered = corpora::coverage::gaps()
            .iter()
            .map(|gap| language.pick(&gap.note_zh, &gap.note_en).to_owned());
        Ok(Coverage {
            sources: sources.collect(),
            not_covered: not_covered.collect(),
        })
    }

    /// Says what is searched, and of every source that is crawled how that goes.
    pub async fn health(&self, language: Language) -> Result<Coverage, StoreError> {
        let mut coverage = self.coverage(language).await?;
        let mut health = self.store.crawl_health().await?;
        for source in &mut coverage.sources {
            source.crawl = health.remove(&source.id);
        }
        // A source whose runs brought nothing so far is the one to look at.
        let others = health.into_iter().map(|(id, crawl)| CoveredSource {
            label: labels::source(&id),
            id,
            records: 0,
            fresh_at: String::new(),
            crawl: Some(crawl),
        });
        coverage.sources.extend(others);
        Ok(coverage)
    }

    /// Returns how fresh the sources are, up to five seconds ago: every answer says it, and asking the store each time would
    /// cost more than the search.
    pub async fn freshness(&self) -> Result<Vec<SourceFreshness>, StoreError> {
        let known = self
            .freshness
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if let Some((read, sources)) = known
            && read.elapsed() < FRESHNESS_KEPT
        {
            return Ok(sources);
        }
        let sources = self.store.freshness().await?;
        let kept = Some((Instant::now(), sources.clone()));
        *self
            .freshness
            .write()
            .unwrap_or_else(PoisonError::into_inner) = kept;
        Ok(sources)
    }
}

/// What the query language mended.
fn mended(query: &ReadQuery) -> Vec<Repair> {
    let mended = query.repairs.iter().map(|repair| Repair {
        from: repair.from.clone(),
        to: repair.to.clone(),
        reason: "syntax".to_owned(),
        message: Label {
            zh: repair.reason.sentence(Language::Zh),
            en: repair.reason.sentence(Language::En),
        },
    });
    mended.collect()
}

/// What was read as a number in another spelling.
fn numbers_read(plan: &Plan, request: &SearchRequest) -> Vec<Repair> {
    let read = plan.numbers.iter().map(ToString::to_string);
    read.filter(|number| !request.query.contains(number.as_str()))
        .map(|number| Repair {
            from: request.query.clone(),
            reason: "number".to_owned(),
            message: Label {
                zh: format!("按标准号 {number} 检索"),
                en: format!("read as the number {number}"),
            },
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
        let mut met: Vec<&(String, u64)> = counts
            .iter()
            .filter(|(value, _)| is_shown(facet, value, filters))
            .collect();
        match facet {
            FacetName::Year => met.sort_by(|one, other| other.0.cmp(&one.0)),
            _ => met.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0))),
        }
        met.truncate(if facet == FacetName::Year {
            MOST_VALUES * 2
        } else {
            MOST_VALUES
        });
        let values: Vec<FacetValue> = met
            .into_iter()
            .map(|(value, count)| FacetValue {
                value: value.clone(),
                label: labels::facet(facet, value),
                count: *count,
            })
            .collect();
        (facet.code().to_owned(), values)
    });
    facets.filter(|(_, values)| !values.is_empty()).collect()
}

/// Trees are shown from the top; what lies below a group appears once that group is chosen.
fn is_shown(facet: FacetName, value: &str, filters: &Filters) -> bool {
    let below = |chosen: &[String], depth: usize| {
        value.len() <= depth
            || chosen
                .iter()
                .any(|code| value.starts_with(code.as_str()) || code.starts_with(value))
    };
    match facet {
        FacetName::Ics => below(&filters.ics, 2),
        FacetName::Hs => below(&filters.hs, 2),
        FacetName::Ccs => below(&filters.ccs, 1),
        _ => true,
    }
}
