//! Searches: hits with their reasons, facets, and what to do when there are none.

use std::collections::HashSet;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;

use crate::app::App;
use crate::model::Language;
use crate::search::engine::FacetName;
use crate::search::{ResolvedItem, SearchResponse, Sort};
use crate::web::address::SearchAddress;
use crate::web::error::{Onward, WebError};
use crate::web::frame::{Frame, Section};
use crate::web::page::page;
use crate::web::reader::{Asked, Reader};
use crate::web::routes::Route;
use crate::web::views::{
    CandidateLine, Chip, CoverageView, FacetGroup, HitLine, MeantLink, Reading, RepairNote,
    candidate_lines, chips, facet_groups, meant_links, repair_notes,
};
use crate::web::words::Words;

/// The longest query that may be a number by itself, in bytes.
const LONGEST_NUMBER: usize = 80;
/// Products and words that are offered when nothing was found.
const MOST_OFFERS: usize = 5;
/// Sentences on what is not covered that stand on a page without hits.
const MOST_GAPS: usize = 6;

/// An order to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct SortChoice {
    /// The search in this order.
    pub(in crate::web) href: String,
    /// Its name.
    pub(in crate::web) name: &'static str,
    /// Whether it is the order of this page.
    pub(in crate::web) chosen: bool,
}

/// A page of hits.
#[derive(Debug, Template)]
#[template(path = "search.html")]
pub(in crate::web) struct SearchPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) address: SearchAddress,
    pub(in crate::web) heading: String,
    pub(in crate::web) further: bool,
    pub(in crate::web) direct: Vec<CandidateLine>,
    pub(in crate::web) repairs: Vec<RepairNote>,
    pub(in crate::web) reading: Reading,
    pub(in crate::web) meant: Vec<MeantLink>,
    pub(in crate::web) chips: Vec<Chip>,
    pub(in crate::web) unfiltered: String,
    pub(in crate::web) facets: Vec<FacetGroup>,
    pub(in crate::web) sorts: Vec<SortChoice>,
    pub(in crate::web) files: Vec<(String, &'static str)>,
    pub(in crate::web) for_programs: String,
    pub(in crate::web) hits: Vec<HitLine>,
    pub(in crate::web) first: String,
    pub(in crate::web) next: Option<String>,
    pub(in crate::web) ended: &'static str,
    pub(in crate::web) nothing: Option<Nothing>,
    pub(in crate::web) coverage: CoverageView,
    pub(in crate::web) about: String,
}

/// What is said when nothing was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::web) struct Nothing {
    /// Numbers nearby.
    pub(in crate::web) near: Vec<CandidateLine>,
    /// Where to go on.
    pub(in crate::web) onward: Vec<Onward>,
    /// What else is not covered than is shown.
    pub(in crate::web) more_gaps: Vec<String>,
}

/// Answers `/{language}/search`.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
    Asked(address): Asked,
) -> Result<Response, WebError> {
    let request = address
        .parameters()
        .into_request(reader.language)
        .map_err(|error| reader.fail(error))?;
    let searcher = reader.searcher(&app).await?;
    let today = app.clock.today();
    let answer = searcher
        .search(&request)
        .await
        .map_err(|error| reader.fail(error))?;
    let number = match number_in(&address) {
        Some(text) => {
            let item = app
                .resolver
                .alone(text, request.as_of.unwrap_or(today))
                .await;
            Some(item.map_err(|error| reader.fail(error))?)
        }
        None => None,
    };
    Ok(page(
        StatusCode::OK,
        &SearchPage::of(&reader, &address, &answer, number.as_ref(), today),
    ))
}

/// Returns the query if it may be a number by itself; later pages do not repeat what it was resolved to.
fn number_in(address: &SearchAddress) -> Option<&str> {
    let query = address.query.as_str();
    let likely = query.len() <= LONGEST_NUMBER && query.bytes().any(|byte| byte.is_ascii_digit());
    (likely && !address.is_further()).then_some(query)
}

impl SearchPage {
    /// Makes the page of an answer.
    pub(in crate::web) fn of(
        reader: &Reader,
        address: &SearchAddress,
        answer: &SearchResponse,
        number: Option<&ResolvedItem>,
        today: Date,
    ) -> Self {
        let words = &Words::of(reader.language).search;
        let title = if address.query.is_empty() {
            words.title.to_owned()
        } else {
            (words.title_of)(&address.query)
        };
        let notifications =
            address.query.is_empty() && address.kept().contains(&("kind", "notification"));
        let section = if notifications {
            Section::Notifications
        } else {
            Section::None
        };
        let frame = Frame::new(reader, &title)
            .searching(address)
            .within(section)
            .unlisted();
        let number_lines =
            number.map_or_else(Vec::new, |item| candidate_lines(&item.candidates, &frame));
        let known = number.is_some_and(|item| matches!(item.status, 200 | 300));
        let (direct, near) = if known {
            (number_lines, Vec::new())
        } else {
            (Vec::new(), number_lines)
        };
        let mut coverage = CoverageView::of(&answer.coverage, &frame);
        nearest_first(&mut coverage.not_covered, address, reader.language);
        let empty = answer.hits.is_empty() && !address.is_further();
        let nothing = empty.then(|| {
            let more_gaps = coverage
                .not_covered
                .split_off(MOST_GAPS.min(coverage.not_covered.len()));
            Nothing {
                near,
                onward: onward(address, &frame),
                more_gaps,
            }
        });
        let heading = match (&nothing, address.query.as_str()) {
            (None, _) => (words.found)(answer.total, answer.records),
            (Some(_), "") => words.nothing.to_owned(),
            (Some(_), query) => (words.nothing_for)(query),
        };
        let ended = if answer.next.is_none() && answer.total > 10_000 {
            words.end_of_paging
        } else {
            words.end
        };
        Self {
            heading,
            further: address.is_further(),
            direct,
            repairs: repair_notes(&answer.repairs, address, &frame),
            reading: Reading::of(&answer.read_as, &frame),
            meant: meant_links(&answer.did_you_mean, address, &frame),
            chips: chips(address, &frame),
            unfiltered: frame.href(Route::Search(&address.unfiltered())),
            facets: facet_groups(&answer.facets, address, &frame),
            sorts: sorts(address, &frame),
            files: frame.lists(address),
            for_programs: format!("/api/v1/search?{}", address.first()),
            hits: answer
                .hits
                .iter()
                .map(|hit| HitLine::of(hit, &frame, today))
                .collect(),
            first: frame.href(Route::Search(&address.first())),
            next: answer
                .next
                .as_ref()
                .map(|cursor| frame.href(Route::Search(&address.at(cursor)))),
            ended,
            nothing,
            coverage,
            about: frame.about(),
            address: address.clone(),
            frame,
        }
    }
}

/// Puts what is missing of the chosen markets before the rest.
fn nearest_first(sentences: &mut [String], address: &SearchAddress, language: Language) {
    let markets: Vec<&str> = address.values(FacetName::Market).collect();
    let gaps = corpora::coverage::gaps().iter();
    let near = gaps.filter(|gap| {
        gap.market
            .as_deref()
            .is_some_and(|market| markets.contains(&market))
    });
    let near: HashSet<&str> = near
        .map(|gap| language.pick(&gap.note_zh, &gap.note_en))
        .collect();
    sentences.sort_by_key(|sentence| !near.contains(sentence.as_str()));
}

fn sorts(address: &SearchAddress, frame: &Frame) -> Vec<SortChoice> {
    let words = &frame.words.search;
    let current = Sort::ALL
        .into_iter()
        .find(|sort| sort.code() == address.sort())
        .unwrap_or_default();
    let choice = |sort: Sort| SortChoice {
        href: frame.href(Route::Search(&address.sorted(sort))),
        name: match sort {
            Sort::Relevance => words.relevance,
            Sort::Newest => words.newest,
            Sort::Oldest => words.oldest,
            Sort::Deadline => words.deadline,
        },
        chosen: sort == current,
    };
    Sort::ALL.map(choice).to_vec()
}

/// Returns what can be tried when nothing was found, the nearest to what was asked first.
fn onward(address: &SearchAddress, frame: &Frame) -> Vec<Onward> {
    let words = &frame.words.search;
    let mut links = Vec::new();
    let mut offer = |href: String, text: String| links.push(Onward { href, text });
    if address.is_filtered() && !address.query.is_empty() {
        offer(
            frame.href(Route::Search(&address.unfiltered())),
            words.without_filters.to_owned(),
        );
    }
    let parts: Vec<&str> = address
        .query
        .split_whitespace()
        .filter(|part| part.chars().count() > 1)
        .collect();
    if parts.len() > 1 {
        for part in parts.into_iter().take(MOST_OFFERS) {
            offer(
                frame.href(Route::Search(&address.asking(part))),
                (words.only_word)(part),
            );
        }
    }
    let products = corpora::products::products()
        .iter()
        .filter(|product| is_named(product, &address.query));
    for product in products.take(MOST_OFFERS) {
        let name = frame.language.pick(&product.name_zh, &product.name_en);
        offer(
            frame.href(Route::Product(&product.id)),
            format!("{}{}{name}", words.product, frame.words.colon),
        );
    }
    offer(frame.products(), words.all_products.to_owned());
    offer(frame.about(), words.help.to_owned());
    links
}

/// Tells whether a query names a product, or a product the query.
fn is_named(product: &corpora::products::Product, query: &str) -> bool {
    let query = query.to_lowercase();
    let names = [&product.name_zh, &product.name_en]
        .into_iter()
        .chain(&product.aliases_zh)
        .chain(&product.aliases_en);
    let long_enough = query.chars().count() > 1;
    long_enough
        && names
            .map(|name| name.to_lowercase())
            .any(|name| name.contains(&query) || query.contains(&name))
}
