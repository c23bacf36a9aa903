//! What was read, run by run, and the rows of one run that could not be.

use super::super::page::{Line, Listing};
use super::super::words::AdminWords;
use super::LINES;
use crate::app::App;
use crate::web::error::WebError;
use crate::web::reader::Reader;

/// Rows that are shown of one run.
const MOST_ROWS: u32 = 500;

pub(super) async fn listing(app: &App, reader: &Reader) -> Result<Listing, WebError> {
    match reader.parameter("run").parse() {
        Ok(run) => bad_rows(app, reader, run).await,
        Err(_) => runs(app, reader).await,
    }
}

async fn runs(app: &App, reader: &Reader) -> Result<Listing, WebError> {
    let words = AdminWords::of(reader.language);
    let before = super::place(reader).unwrap_or(i64::MAX);
    let runs = app.store.runs_before(before, LINES).await;
    let runs = runs.map_err(|error| reader.fail(error))?;
    let path = reader.address.split('?').next().unwrap_or_default();
    let further = super::further(reader, runs.len(), runs.last().map(|run| run.id));
    let lines = runs.into_iter().map(|run| Line {
        href: (run.bad > 0).then(|| format!("{path}?run={}", run.id)),
        cells: vec![
            run.origin,
            run.started,
            run.finished.unwrap_or_else(|| words.unfinished.to_owned()),
            run.rows_read.to_string(),
            run.added.to_string(),
            run.changed.to_string(),
            run.bad.to_string(),
            run.failure.unwrap_or_default(),
        ],
        subject: None,
    });
    Ok(Listing {
        headers: words.run_headers.to_vec(),
        lines: lines.collect(),
        further,
        ..Listing::default()
    })
}

async fn bad_rows(app: &App, reader: &Reader, run: i64) -> Result<Listing, WebError> {
    let words = AdminWords::of(reader.language);
    let rows = app.store.bad_rows(run, MOST_ROWS).await;
    let rows = rows.map_err(|error| reader.fail(error))?;
    let lines = rows.into_iter().map(|row| Line {
        cells: vec![row.line.to_string(), row.field, row.reason],
        ..Line::default()
    });
    Ok(Listing {
        headers: words.row_headers.to_vec(),
        lines: lines.collect(),
        ..Listing::default()
    })
}
