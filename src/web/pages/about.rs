//! What this is, how queries are written, and what is not covered.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use crate::search::engine::FacetName;
use crate::web::address::SearchAddress;
use crate::web::frame::Frame;
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::routes::Route;
use crate::web::views::value_name;
use crate::web::words::Words;

/// What is not covered of one market.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct GapGroup {
    /// The market.
    pub(in crate::web) market: String,
    /// The sentences.
    pub(in crate::web) sentences: Vec<&'static str>,
}

/// What this is.
#[derive(Debug, Template)]
#[template(path = "about.html")]
pub(in crate::web) struct AboutPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) examples: Vec<(String, &'static str, &'static str)>,
    pub(in crate::web) gaps: Vec<GapGroup>,
}

/// Answers `/{language}/about`.
pub(in crate::web) async fn show(reader: Reader) -> Response {
    page(StatusCode::OK, &AboutPage::of(&reader))
}

impl AboutPage {
    /// Makes the page.
    pub(in crate::web) fn of(reader: &Reader) -> Self {
        let words = &Words::of(reader.language).about;
        let frame = Frame::new(reader, words.title);
        let examples = words.examples.iter().map(|&(query, meaning)| {
            (
                frame.href(Route::Search(&SearchAddress::of(query))),
                query,
                meaning,
            )
        });
        let mut gaps: Vec<GapGroup> = Vec::new();
        for gap in corpora::coverage::gaps() {
            let market = gap.market.as_deref().map_or_else(
                || words.everywhere.to_owned(),
                |code| value_name(FacetName::Market, code, reader.language),
            );
            let sentence = reader.language.pick(&gap.note_zh, &gap.note_en);
            match gaps.iter_mut().find(|group| group.market == market) {
                Some(group) => group.sentences.push(sentence),
                None => gaps.push(GapGroup {
                    market,
                    sentences: vec![sentence],
                }),
            }
        }
        Self {
            examples: examples.collect(),
            gaps,
            frame,
        }
    }
}
