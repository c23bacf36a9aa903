//! Two documents side by side: the form, and the comparison of what it names.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::app::App;
use crate::export::{Table, comparison_facts};
use crate::gap::Comparison;
use crate::search::{Resolution, SearchError};
use crate::web::error::{Problem, WebError};
use crate::web::frame::{Frame, Section};
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::routes::Route;
use crate::web::views::{
    ClauseView, Exported, GapRow, Mark, VerdictCount, exports, gap_rows, verdict_counts,
};

/// The page.
#[derive(Debug, Template)]
#[template(path = "compare.html")]
pub(in crate::web) struct ComparePage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) title: String,
    pub(in crate::web) action: String,
    pub(in crate::web) gap: String,
    pub(in crate::web) a: String,
    pub(in crate::web) b: String,
    pub(in crate::web) view: Option<ComparisonView>,
}

/// A comparison as it is shown.
#[derive(Debug, Clone)]
pub(in crate::web) struct ComparisonView {
    pub(in crate::web) swap: String,
    pub(in crate::web) facts: Table,
    pub(in crate::web) adoption: Vec<String>,
    pub(in crate::web) coverage: String,
    pub(in crate::web) counts: Vec<VerdictCount>,
    pub(in crate::web) rows: Vec<GapRow>,
    pub(in crate::web) clauses: Option<ClauseView>,
    pub(in crate::web) not_covered: Vec<String>,
    pub(in crate::web) exports: Vec<Exported>,
}

/// Answers `/{language}/compare`.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
) -> Result<Response, WebError> {
    let (a, b) = (reader.parameter("a"), reader.parameter("b"));
    if a.is_empty() || b.is_empty() {
        return Ok(page(
            StatusCode::OK,
            &ComparePage::of(&reader, &a, &b, None),
        ));
    }
    let (one, two) = (
        identifier(&app, &reader, &a).await?,
        identifier(&app, &reader, &b).await?,
    );
    let analyzer = app.analyzer().await;
    let analyzer = analyzer
        .map_err(|error| reader.fail(SearchError::from(error)))?
        .clone();
    let words = move |text: &str| analyzer.words(text);
    let compared = Comparison::of(&app.store, &one, &two, app.clock.today(), words).await;
    let compared = compared.map_err(|error| reader.fail(error))?;
    Ok(page(
        StatusCode::OK,
        &ComparePage::of(&reader, &a, &b, Some(&compared)),
    ))
}

/// The record a reader means: by identifier, else the first a number resolves to.
async fn identifier(app: &App, reader: &Reader, text: &str) -> Result<String, WebError> {
    let held = app.store.record(text).await;
    if held.map_err(|error| reader.fail(error))?.is_some() {
        return Ok(text.to_owned());
    }
    let resolved = app.resolver.number(text, app.clock.today()).await;
    match resolved.map_err(|error| reader.fail(error))? {
        Resolution::Absent(near) => Err(reader.fail(Problem::NoRecord(text.to_owned(), near))),
        found => match found.into_candidates().into_iter().next() {
            Some(first) => Ok(first.id),
            None => Err(reader.fail(Problem::NoRecord(text.to_owned(), Vec::new()))),
        },
    }
}

impl ComparePage {
    /// Makes the page.
    pub(in crate::web) fn of(
        reader: &Reader,
        a: &str,
        b: &str,
        compared: Option<&Comparison>,
    ) -> Self {
        let words = super::super::words::Words::of(reader.language);
        let frame = Frame::new(reader, words.gap.compare_title).within(Section::Compare);
        let title = compared.map_or_else(
            || words.gap.compare_title.to_owned(),
            |one| format!("{} ⇄ {}", one.a.document.number, one.b.document.number),
        );
        Self {
            title,
            action: frame.href(Route::Compare("", "")),
            gap: frame.href(Route::Gap("", "")),
            a: a.to_owned(),
            b: b.to_owned(),
            view: compared.map(|one| ComparisonView::of(one, reader, &frame)),
            frame,
        }
    }
}

impl ComparisonView {
    fn of(one: &Comparison, reader: &Reader, frame: &Frame) -> Self {
        let language = frame.language;
        let (a, b) = (&one.a.document, &one.b.document);
        let notes = a.adopts.iter().chain(&b.adopts);
        let mut adoption: Vec<String> = notes
            .map(|note| note.sentence.pick(language).to_owned())
            .collect();
        let weakest = one.adoption.as_ref().and_then(|found| found.weakest_link());
        if let Some(link) = weakest {
            let words = language.pick("链条中最弱的一环", "the weakest link between the two");
            adoption.push(format!("{words}: {} → {}", link.edge.from, link.edge.to));
        }
        let gaps = one.not_covered.iter();
        Self {
            swap: frame.href(Route::Compare(&b.number, &a.number)),
            facts: comparison_facts(one, language),
            adoption,
            coverage: one.coverage.pick(language).to_owned(),
            counts: verdict_counts(&one.counts, frame),
            rows: gap_rows(&one.lines, None, frame),
            clauses: one
                .texts
                .as_ref()
                .map(|texts| ClauseView::of(texts, [&a.id, &b.id], reader, frame)),
            not_covered: gaps.map(|gap| gap.pick(language).to_owned()).collect(),
            exports: exports("compare", &[("a", &a.id), ("b", &b.id)], frame),
        }
    }
}
