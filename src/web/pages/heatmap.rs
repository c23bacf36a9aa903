//! Every product against every market.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::gap::market_name;
use crate::app::App;
use crate::dossier::{Heatmap, HeatmapCell};
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section};
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::routes::Route;
use crate::web::views::{Exported, exports};

/// A cell as it is shown.
#[derive(Debug, Clone)]
pub(in crate::web) struct Cell {
    pub(in crate::web) href: String,
    pub(in crate::web) class: &'static str,
    pub(in crate::web) looser: u64,
    pub(in crate::web) comparable: u64,
    pub(in crate::web) total: u64,
    pub(in crate::web) acts: u64,
}

/// A row as it is shown.
#[derive(Debug, Clone)]
pub(in crate::web) struct Row {
    pub(in crate::web) href: String,
    pub(in crate::web) name: String,
    pub(in crate::web) cells: Vec<Option<Cell>>,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "heatmap.html")]
pub(in crate::web) struct HeatmapPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) as_of: String,
    pub(in crate::web) markets: Vec<String>,
    pub(in crate::web) rows: Vec<Row>,
    pub(in crate::web) exports: Vec<Exported>,
}

/// Answers `/{language}/heatmap`.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
) -> Result<Response, WebError> {
    let map = Heatmap::gather(&app.store, app.clock.today()).await;
    let map = map.map_err(|error| reader.fail(error))?;
    Ok(page(StatusCode::OK, &HeatmapPage::of(&reader, &map)))
}

impl HeatmapPage {
    /// Makes the page of the map.
    pub(in crate::web) fn of(reader: &Reader, map: &Heatmap) -> Self {
        let words = super::super::words::Words::of(reader.language);
        let frame = Frame::new(reader, words.gap.heatmap).within(Section::Compare);
        let rows = map.rows.iter().map(|row| {
            let cell = |market: &String| {
                let found = row.cells.iter().find(|cell| cell.market == *market)?;
                Some(cell_of(found, &row.product, &frame))
            };
            Row {
                href: frame.href(Route::Product(&row.product)),
                name: row.name.pick(reader.language).to_owned(),
                cells: map.markets.iter().map(cell).collect(),
            }
        });
        Self {
            as_of: map.as_of.to_string(),
            markets: map
                .markets
                .iter()
                .map(|code| market_name(code, reader.language).to_owned())
                .collect(),
            rows: rows.collect(),
            exports: exports("heatmap", &[], &frame),
            frame,
        }
    }
}

fn cell_of(cell: &HeatmapCell, product: &str, frame: &Frame) -> Cell {
    let counts = &cell.counts;
    let class = match (counts.looser, counts.comparable, counts.total) {
        (1.., _, _) => "looser",
        (0, 1.., _) => "equal",
        (0, 0, 1..) => "incomparable",
        _ => "missing",
    };
    Cell {
        href: frame.href(Route::Dossier(product, &cell.market)),
        class,
        looser: counts.looser,
        comparable: counts.comparable,
        total: counts.total,
        acts: cell.regulations,
    }
}
