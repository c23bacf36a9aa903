//! The hits of a search as a file: CSV, spreadsheet, or JSON lines.
//!
//! A list follows the cursors of its search to their end, 10,000 families at most. CSV and JSON lines are sent page by
//! page while the search goes on; a spreadsheet is one archive and is sent when it is whole. The first page is asked for
//! before anything is sent, so that a search that cannot be read is answered with a page that says so.

use std::io::Cursor;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures::stream;

use crate::app::App;
use crate::export::{ExportError, hits_table, write_csv, write_jsonl, write_xlsx};
use crate::model::Language;
use crate::search::{Extras, Hit, SearchError, SearchRequest, SearchResponse};
use crate::web::error::{Problem, WebError};
use crate::web::reader::{Asked, Reader};
use crate::web::routes::ListFormat;

/// Answers `/{language}/search.csv`.
pub(in crate::web) async fn csv(
    State(app): State<Arc<App>>,
    reader: Reader,
    asked: Asked,
) -> Result<Response, WebError> {
    list(app, reader, asked, ListFormat::Csv).await
}

/// Answers `/{language}/search.xlsx`.
pub(in crate::web) async fn xlsx(
    State(app): State<Arc<App>>,
    reader: Reader,
    asked: Asked,
) -> Result<Response, WebError> {
    list(app, reader, asked, ListFormat::Xlsx).await
}

/// Answers `/{language}/search.jsonl`.
pub(in crate::web) async fn jsonl(
    State(app): State<Arc<App>>,
    reader: Reader,
    asked: Asked,
) -> Result<Response, WebError> {
    list(app, reader, asked, ListFormat::Jsonl).await
}

async fn list(
    app: Arc<App>,
    reader: Reader,
    Asked(address): Asked,
    format: ListFormat,
) -> Result<Response, WebError> {
    let request = address
        .first()
        .parameters()
        .into_request(reader.language)
        .map_err(|error| reader.fail(error))?;
    let request = SearchRequest {
        limit: SearchRequest::MOST_HITS,
        extras: Extras {
            facets: false,
            snippets: false,
        },
        ..request
    };
    let name = format!(
        "attachment; filename=\"duibiao-{}.{}\"",
        app.clock.today(),
        format.extension()
    );
    let pages = Pages::begin(app, request)
        .await
        .map_err(|error| reader.fail(error))?;
    let body = match format {
        ListFormat::Xlsx => spreadsheet(pages)
            .await
            .map_err(|error| reader.fail(error))?,
        ListFormat::Csv | ListFormat::Jsonl => {
            Body::from_stream(stream::try_unfold(pages, move |mut pages| async move {
                let place = pages.place;
                let Some(hits) = pages.next().await? else {
                    return Ok::<_, ListError>(None);
                };
                let bytes = written(&hits, format, place, pages.request.language)?;
                Ok(Some((bytes, pages)))
            }))
        }
    };
    Ok((
        [
            (CONTENT_TYPE, format.media_type().to_owned()),
            (CONTENT_DISPOSITION, name),
        ],
        body,
    )
        .into_response())
}

/// An error of a list.
#[derive(Debug, thiserror::Error)]
enum ListError {
    /// The search failed on the way.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// The list cannot be written.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The spreadsheet was broken off.
    #[error("the spreadsheet was broken off: {0}")]
    Broken(String),
}

impl From<ListError> for Problem {
    fn from(error: ListError) -> Self {
        match error {
            ListError::Search(error) => error.into(),
            other => Self::inside(&other),
        }
    }
}

/// Whether a part of a list begins it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Further,
}

/// The pages of a search, one after the other.
struct Pages {
    app: Arc<App>,
    request: SearchRequest,
    ready: Option<SearchResponse>,
    place: Place,
}

impl Pages {
    async fn begin(app: Arc<App>, request: SearchRequest) -> Result<Self, ListError> {
        let ready = Some(
            app.searcher()
                .await
                .map_err(SearchError::from)?
                .search(&request)
                .await?,
        );
        Ok(Self {
            app,
            request,
            ready,
            place: Place::First,
        })
    }

    /// Returns the hits of the next page; nothing after the last. The first page is there even when it is empty.
    async fn next(&mut self) -> Result<Option<Vec<Hit>>, ListError> {
        let answer = match (self.ready.take(), &self.request.cursor) {
            (Some(answer), _) => answer,
            (None, Some(_)) => {
                self.app
                    .searcher()
                    .await
                    .map_err(SearchError::from)?
                    .search(&self.request)
                    .await?
            }
            (None, None) => return Ok(None),
        };
        self.request.cursor = answer.next;
        self.place = Place::Further;
        Ok(Some(answer.hits))
    }
}

fn written(
    hits: &[Hit],
    format: ListFormat,
    place: Place,
    language: Language,
) -> Result<Vec<u8>, ListError> {
    let mut bytes = Vec::new();
    if format == ListFormat::Jsonl {
        write_jsonl(hits, &mut bytes)?;
        return Ok(bytes);
    }
    write_csv(&hits_table(hits, language), &mut bytes)?;
    if place == Place::Further {
        // The headers hold no line break, so the first one ends them.
        let header = bytes
            .iter()
            .position(|&byte| byte == b'\n')
            .map_or(0, |end| end + 1);
        bytes.drain(..header);
    }
    Ok(bytes)
}

async fn spreadsheet(mut pages: Pages) -> Result<Body, ListError> {
    let mut all = Vec::new();
    while let Some(hits) = pages.next().await? {
        all.extend(hits);
    }
    let language = pages.request.language;
    let work = move || {
        let mut file = Cursor::new(Vec::new());
        write_xlsx(&hits_table(&all, language), &mut file).map(|()| file.into_inner())
    };
    let bytes = tokio::task::spawn_blocking(work)
        .await
        .map_err(|reason| ListError::Broken(reason.to_string()))??;
    Ok(Body::from(bytes))
}
