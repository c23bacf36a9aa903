//! A number in any spelling, and the records it may mean.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;

use crate::app::App;
use crate::number::Number;
use crate::search::ResolvedItem;
use crate::web::address::SearchAddress;
use crate::web::error::WebError;
use crate::web::frame::Frame;
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::routes::Route;
use crate::web::views::{CandidateLine, candidate_lines};
use crate::web::words::Words;

/// The longest text that is looked up, in characters; no number is longer.
const LONGEST: usize = 200;

/// A number and what it was resolved to.
#[derive(Debug, Template)]
#[template(path = "number.html")]
pub(in crate::web) struct NumberPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) text: String,
    pub(in crate::web) answer: Option<String>,
    pub(in crate::web) advice: Option<&'static str>,
    pub(in crate::web) candidates: Vec<CandidateLine>,
    pub(in crate::web) near: bool,
    pub(in crate::web) applies: Option<AppliesView>,
    pub(in crate::web) search: Option<(String, String)>,
}

/// What applies when the number is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct AppliesView {
    /// The rule that says so.
    pub(in crate::web) rule: &'static str,
    /// The edition; none where none is in force.
    pub(in crate::web) edition: Vec<CandidateLine>,
    /// Its amendments.
    pub(in crate::web) amendments: Vec<CandidateLine>,
}

/// Answers `/{language}/number`.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
    address: Uri,
) -> Result<Response, WebError> {
    let pairs = form_urlencoded::parse(address.query().unwrap_or_default().as_bytes());
    let text = pairs
        .into_iter()
        .find(|(name, _)| name == "n")
        .map(|(_, value)| value.trim().to_owned());
    let text: String = text.unwrap_or_default().chars().take(LONGEST).collect();
    if text.is_empty() {
        return Ok(page(StatusCode::OK, &NumberPage::of(&reader, &text, None)));
    }
    let item = app
        .resolver
        .alone(&text, app.clock.today())
        .await
        .map_err(|error| reader.fail(error))?;
    let status = if item.status == 404 {
        StatusCode::NOT_FOUND
    } else {
        StatusCode::OK
    };
    Ok(page(status, &NumberPage::of(&reader, &text, Some(&item))))
}

impl NumberPage {
    /// Makes the page of a text and what it was resolved to.
    pub(in crate::web) fn of(reader: &Reader, text: &str, item: Option<&ResolvedItem>) -> Self {
        let words = &Words::of(reader.language).number;
        let frame = Frame::new(reader, words.title).unlisted();
        let Some(item) = item else {
            return Self {
                text: String::new(),
                answer: None,
                advice: None,
                candidates: Vec::new(),
                near: false,
                applies: None,
                search: None,
                frame,
            };
        };
        let number = item.normalized.first().map_or(text, String::as_str);
        let answer = match item.status {
            200 => (words.one)(number),
            300 => (words.several)(number, item.candidates.len() as u64),
            404 => (words.absent)(number),
            _ => (words.unread)(text),
        };
        let search = frame.href(Route::Search(&SearchAddress::of(text)));
        Self {
            text: text.to_owned(),
            answer: Some(answer),
            advice: (item.status == 400).then_some(words.expected),
            candidates: candidate_lines(&item.candidates, &frame),
            near: item.status == 404,
            applies: applies(item, &frame),
            search: matches!(item.status, 400 | 404)
                .then(|| (search, (words.search_instead)(text))),
            frame,
        }
    }
}

/// Says what applies: a number with a year is a dated reference, one without an undated one.
fn applies(item: &ResolvedItem, frame: &Frame) -> Option<AppliesView> {
    let words = &frame.words.number;
    let number: Number = item.normalized.first()?.parse().ok()?;
    let is_dated = number.year().is_some();
    match &item.applies {
        Some(applies) => Some(AppliesView {
            rule: if is_dated { words.dated } else { words.undated },
            edition: candidate_lines(std::slice::from_ref(&applies.edition), frame),
            amendments: candidate_lines(&applies.amendments, frame),
        }),
        None if !is_dated && item.status == 300 => Some(AppliesView {
            rule: words.none_in_force,
            edition: Vec::new(),
            amendments: Vec::new(),
        }),
        None => None,
    }
}
