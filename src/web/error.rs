//! Error pages: what happened, in the reader's language, and where to go next.
//!
//! A problem inside is logged once and not told; everything else says what was expected and what was found, keeps what
//! the reader typed in the search box, and offers links.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::address::SearchAddress;
use super::faults::fault;
use super::frame::Frame;
use super::page::page;
use super::reader::Reader;
use super::routes::Route;
use super::views::{CandidateLine, candidate_lines};
use super::words::word;
use crate::accounts::AccountError;
use crate::alerts::AlertsError;
use crate::gap::GapError;
use crate::keys::KeyError;
use crate::search::{Candidate, ParameterError, ResolveError, SearchError};
use crate::storage::StoreError;

/// What went wrong.
#[derive(Debug)]
pub(super) enum Problem {
    /// The address names no page.
    NoPage,
    /// There is no such record; the nearest ones.
    NoRecord(String, Vec<Candidate>),
    /// There is no such product.
    NoProduct(String),
    /// A parameter cannot be used.
    Parameter(ParameterError),
    /// The cursor belongs to another search.
    Cursor,
    /// A link of a letter, or what it names, cannot be used; the word of the reason.
    Link(&'static str),
    /// Something failed inside.
    Internal,
}

impl Problem {
    pub(super) fn inside(error: &dyn std::error::Error) -> Self {
        tracing::error!("a page failed: {error}");
        Self::Internal
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::NoPage | Self::NoRecord(..) | Self::NoProduct(_) | Self::Link("forged") => {
                StatusCode::NOT_FOUND
            }
            Self::Parameter(_) | Self::Cursor => StatusCode::BAD_REQUEST,
            Self::Link(_) => StatusCode::GONE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::inside(&error)
    }
}

impl From<GapError> for Problem {
    fn from(error: GapError) -> Self {
        let about = |name: &'static str, error: &GapError| {
            Self::Parameter(ParameterError {
                name,
                reason: error.to_string(),
            })
        };
        match &error {
            GapError::NoProduct(id) => Self::NoProduct(id.clone()),
            GapError::NoMarket(_) => about("market", &error),
            GapError::NoDocument(number) => Self::NoRecord(number.clone(), Vec::new()),
            GapError::Store(_) | GapError::Stopped(_) => Self::inside(&error),
            _ => about("documents", &error),
        }
    }
}

impl From<SearchError> for Problem {
    fn from(error: SearchError) -> Self {
        match error {
            SearchError::Cursor => Self::Cursor,
            other => Self::inside(&other),
        }
    }
}

impl From<ResolveError> for Problem {
    fn from(error: ResolveError) -> Self {
        Self::inside(&error)
    }
}

impl From<AlertsError> for Problem {
    fn from(error: AlertsError) -> Self {
        fault(&error).map_or_else(|| Self::inside(&error), Self::Link)
    }
}

impl From<AccountError> for Problem {
    fn from(error: AccountError) -> Self {
        Self::inside(&error)
    }
}

impl From<KeyError> for Problem {
    fn from(error: KeyError) -> Self {
        Self::inside(&error)
    }
}

impl From<ParameterError> for Problem {
    fn from(error: ParameterError) -> Self {
        Self::Parameter(error)
    }
}

/// A problem of a reader, on its way to a page.
#[derive(Debug)]
pub(super) struct WebError {
    reader: Reader,
    problem: Problem,
}

impl WebError {
    /// Joins a reader and a problem.
    pub(super) fn new(reader: Reader, problem: Problem) -> Self {
        Self { reader, problem }
    }
}

impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        let status = self.problem.status();
        let view = ErrorPage::of(&self.reader, &self.problem);
        page(status, &view)
    }
}

/// A link that leads on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Onward {
    /// Where it leads.
    pub(super) href: String,
    /// What it says.
    pub(super) text: String,
}

/// An error page.
#[derive(Debug, Template)]
#[template(path = "error.html")]
pub(super) struct ErrorPage {
    frame: Frame,
    title: String,
    sentences: Vec<String>,
    near: Vec<CandidateLine>,
    onward: Vec<Onward>,
}

impl ErrorPage {
    /// Makes the page of a problem.
    pub(super) fn of(reader: &Reader, problem: &Problem) -> Self {
        let asked = reader
            .address
            .split_once('?')
            .map_or("", |(_, query)| query);
        let address = SearchAddress::read(asked).first();
        let frame = Frame::new(reader, "").unlisted();
        let words = &frame.words.error;
        let mut onward = Vec::new();
        let mut near = Vec::new();
        let mut search_for = |text: &str| {
            let text = text.replace(['_', '-'], " ");
            let href = frame.href(Route::Search(&SearchAddress::of(&text)));
            onward.push(Onward {
                href,
                text: (words.search_for)(&text),
            });
        };
        let (title, sentences) = match problem {
            Problem::NoPage => {
                let last = reader
                    .address
                    .split('?')
                    .next()
                    .unwrap_or_default()
                    .rsplit('/')
                    .find(|part| !part.is_empty());
                last.filter(|part| part.len() <= 60 && !part.contains('%'))
                    .into_iter()
                    .for_each(&mut search_for);
                (words.no_page, vec![words.no_page_lead.to_owned()])
            }
            Problem::NoRecord(number, candidates) => {
                near = candidate_lines(candidates, &frame);
                search_for(number);
                (words.no_record, vec![(words.no_record_lead)(number)])
            }
            Problem::NoProduct(id) => {
                search_for(id);
                (words.no_product, vec![(words.no_product_lead)(id)])
            }
            Problem::Parameter(error) => {
                let expected = word(words.expected, error.name).to_owned();
                let found = address
                    .pairs()
                    .into_iter()
                    .find(|(name, _)| *name == error.name);
                let found = found.map(|(_, value)| (words.found)(value));
                let href = frame.href(Route::Search(&SearchAddress::of(&address.query)));
                onward.push(Onward {
                    href,
                    text: frame.words.search.without_filters.to_owned(),
                });
                (
                    words.bad_parameter,
                    std::iter::once(expected).chain(found).collect(),
                )
            }
            Problem::Cursor => {
                onward.push(Onward {
                    href: frame.href(Route::Search(&address)),
                    text: words.first_page.to_owned(),
                });
                (words.bad_cursor, vec![words.bad_cursor_lead.to_owned()])
            }
            Problem::Link(code) => {
                let alerts = &frame.words.alerts;
                onward.push(Onward {
                    href: frame.subscribe(),
                    text: alerts.back.to_owned(),
                });
                let sentence = word(alerts.faults, code).to_owned();
                (alerts.no_link_title, vec![sentence])
            }
            Problem::Internal => (words.internal, vec![words.internal_lead.to_owned()]),
        };
        onward.push(Onward {
            href: frame.products(),
            text: frame.words.search.all_products.to_owned(),
        });
        onward.push(Onward {
            href: frame.help(),
            text: frame.words.help.title.to_owned(),
        });
        onward.push(Onward {
            href: frame.home(),
            text: words.home.to_owned(),
        });
        let named = Frame::new(reader, title).unlisted().searching(&address);
        Self {
            title: title.to_owned(),
            sentences,
            near,
            onward,
            frame: named,
        }
    }
}
