//! `GET /api/v1/records` and `GET /api/v1/records/export`: everything, page by page or as one stream.
//!
//! Records are walked in the order of their changes. A record that changes on the way moves to the end and is met again,
//! so nothing is missed; whoever takes a list away keeps the later of two lines with one identifier. A stream holds one page
//! in memory, and the next is read when the caller has taken it.

use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures::stream;
use serde::{Deserialize, Serialize};

use super::extract::Query;
use super::{ApiError, Code};
use crate::app::App;
use crate::export::{ExportError, hits_table, records_table, write_csv, write_jsonl};
use crate::model::{Language, Record};
use crate::search::{Extras, SearchError, SearchParameters, SearchRequest, SearchResponse};
use crate::storage::{StoreError, StoredRecord};

/// Records a page when nothing is said, and at most.
const USUAL: u32 = 100;
const MOST: u32 = 500;

/// Where a walk over the records is: revision and internal number of the last one seen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Place(i64, i64);

impl Place {
    fn after(page: &[StoredRecord]) -> Option<Self> {
        page.last().map(|last| Self(last.revision, last.id))
    }

    fn read(text: &str) -> Option<Self> {
        let (revision, id) = text.split_once('.')?;
        Some(Self(revision.parse().ok()?, id.parse().ok()?))
    }

    fn written(self) -> String {
        format!("{}.{}", self.0, self.1)
    }
}

/// Parameters of a page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct PageParameters {
    limit: Option<String>,
    cursor: Option<String>,
}

impl PageParameters {
    /// Returns how many are wanted.
    pub(super) fn most(&self) -> Result<u32, ApiError> {
        let Some(digits) = self.limit.as_deref().filter(|digits| !digits.is_empty()) else {
            return Ok(USUAL);
        };
        let asked: Option<u32> = digits.parse().ok();
        asked
            .filter(|most| (1..=MOST).contains(most))
            .ok_or_else(|| {
                let message = format!("parameter `limit`: expected 1 to {MOST}, found `{digits}`");
                ApiError::new(Code::BadRequest, message)
            })
    }

    /// Reads the cursor; the default where there is none.
    pub(super) fn place<T: Default>(
        &self,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, ApiError> {
        match self.cursor.as_deref().filter(|cursor| !cursor.is_empty()) {
            None => Ok(T::default()),
            Some(cursor) => read(cursor).ok_or_else(|| ApiError::plain(Code::BadCursor)),
        }
    }
}

/// A page of records.
#[derive(Debug, Serialize)]
pub(super) struct RecordPage {
    records: Vec<Record>,
    next: Option<String>,
}

/// Answers with a page of records.
pub(super) async fn records(
    State(app): State<Arc<App>>,
    Query(parameters): Query<PageParameters>,
) -> Result<Json<RecordPage>, ApiError> {
    let most = parameters.most()?;
    let Place(revision, id) = parameters.place(Place::read)?;
    let page = app.store.changed_after((revision, id), most).await?;
    let is_full = u32::try_from(page.len()).is_ok_and(|length| length == most);
    let next = Place::after(&page).filter(|_| is_full);
    Ok(Json(RecordPage {
        records: page.into_iter().map(|stored| stored.record).collect(),
        next: next.map(Place::written),
    }))
}

/// A form of a stream.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Format {
    #[default]
    Jsonl,
    Csv,
}

impl Format {
    fn media_type(self) -> &'static str {
        match self {
            Self::Jsonl => "application/x-ndjson",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
        }
    }
}

/// Parameters of a stream.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ExportParameters {
    format: Format,
    lang: Language,
    #[serde(flatten)]
    search: SearchParameters,
}

/// What can break a stream off; the caller sees it end without its last chunk.
#[derive(Debug, thiserror::Error)]
enum StreamError {
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The search failed.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// A page cannot be written.
    #[error(transparent)]
    Export(#[from] ExportError),
}

/// Streams every record, or the hits of a search where one is given.
pub(super) async fn export(
    State(app): State<Arc<App>>,
    Query(parameters): Query<ExportParameters>,
) -> Result<Response, ApiError> {
    let ExportParameters {
        format,
        lang,
        search,
    } = parameters;
    let request = search.into_request(lang)?;
    let name = format!(
        "attachment; filename=\"duibiao-{}.{}\"",
        app.clock.today(),
        format.extension()
    );
    let is_everything = request.query.trim().is_empty() && request.filters.is_empty();
    let body = if is_everything {
        all_records(app, format, lang)
    } else {
        hits(app, request, format).await?
    };
    let head = [
        (CONTENT_TYPE, format.media_type().to_owned()),
        (CONTENT_DISPOSITION, name),
    ];
    Ok((head, body).into_response())
}

fn all_records(app: Arc<App>, format: Format, language: Language) -> Body {
    let walk = (app, Some(Place::default()));
    Body::from_stream(stream::try_unfold(walk, move |(app, place)| async move {
        let Some(place) = place else {
            return Ok::<_, StreamError>(None);
        };
        let page = app.store.changed_after((place.0, place.1), MOST).await?;
        let next = Place::after(&page);
        let is_first = place == Place::default();
        if next.is_none() && !is_first {
            return Ok(None);
        }
        let day = app.clock.today();
        let records: Vec<Record> = page.into_iter().map(|stored| stored.record).collect();
        let mut bytes = Vec::new();
        match format {
            Format::Jsonl => write_jsonl(&records, &mut bytes)?,
            Format::Csv => {
                write_csv(&records_table(&records, language, day), &mut bytes)?;
                without_header(&mut bytes, is_first);
            }
        }
        Ok(Some((bytes, (app, next))))
    }))
}

/// Streams the hits of a search to the end of its cursors; the first page is asked for before anything is sent, so that a
/// query that cannot be read is answered with an error.
async fn hits(app: Arc<App>, request: SearchRequest, format: Format) -> Result<Body, ApiError> {
    let request = SearchRequest {
        limit: SearchRequest::MOST_HITS,
        extras: Extras {
            facets: false,
            snippets: false,
        },
        ..request
    };
    let first = app.searcher().await?.search(&request).await?;
    let walk = Walk {
        app,
        request,
        page: Some(first),
        is_first: true,
    };
    Ok(Body::from_stream(stream::try_unfold(
        walk,
        move |mut walk| async move {
            let Some(page) = walk.page.take() else {
                return Ok::<_, StreamError>(None);
            };
            let mut bytes = Vec::new();
            match format {
                Format::Jsonl => write_jsonl(&page.hits, &mut bytes)?,
                Format::Csv => {
                    write_csv(&hits_table(&page.hits, walk.request.language), &mut bytes)?;
                    without_header(&mut bytes, walk.is_first);
                }
            }
            walk.is_first = false;
            if page.next.is_some() {
                walk.request.cursor = page.next;
                let searcher = walk.app.searcher().await.map_err(SearchError::from)?;
                walk.page = Some(searcher.search(&walk.request).await?);
            }
            Ok(Some((bytes, walk)))
        },
    )))
}

struct Walk {
    app: Arc<App>,
    request: SearchRequest,
    page: Option<SearchResponse>,
    is_first: bool,
}

/// Takes the header off every page but the first; headers hold no line break, so the first one ends them.
fn without_header(bytes: &mut Vec<u8>, is_first: bool) {
    if is_first {
        return;
    }
    let end = bytes.iter().position(|&byte| byte == b'\n');
    bytes.drain(..end.map_or(0, |end| end + 1));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_was_written() {
        let place = Place(184_000, 7);
        assert_eq!(Place::read(&place.written()), Some(place));
        for wrong in ["", "1", "1.", "x.2", "1.2.3"] {
            assert_eq!(Place::read(wrong), None, "{wrong}");
        }
    }
}
