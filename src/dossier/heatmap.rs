//! The province's products against its markets.

use corpora::products;
use jiff::civil::Date;
use serde::Serialize;

use crate::compare::gap::VerdictCounts;
use crate::gap::{Facts, GapError, GapReport, Role, Target};
use crate::model::{Bilingual, Kind};
use crate::storage::Store;

/// A product in a market.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeatmapCell {
    /// Code of the market.
    pub market: String,
    /// Acts that apply.
    pub regulations: u64,
    /// Standards that apply.
    pub standards: u64,
    /// The verdicts of the gap report.
    pub counts: VerdictCounts,
}

/// A product in every market.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeatmapRow {
    /// Id of the product.
    pub product: String,
    /// Its names.
    pub name: Bilingual,
    /// Its markets, in the order of the map's columns; a market without a fact is left out.
    pub cells: Vec<HeatmapCell>,
}

/// The map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Heatmap {
    /// The day for which statuses are computed.
    pub as_of: Date,
    /// The columns: markets by the number of facts that are held, the most first.
    pub markets: Vec<String>,
    /// The rows, in the order of the products.
    pub rows: Vec<HeatmapRow>,
}

impl Heatmap {
    /// Makes the gap report of every product over all markets and counts it.
    pub async fn gather(store: &Store, day: Date) -> Result<Self, GapError> {
        let mut reports = Vec::new();
        for product in products::products() {
            let target = Target {
                product: Some(product.id.clone()),
                as_of: Some(day),
                ..Target::default()
            };
            let facts = Facts::gather(store, target.question(day)?).await?;
            reports.push((product, facts));
        }
        let made = tokio::task::spawn_blocking(move || {
            let rows = reports.iter().map(|(product, facts)| {
                let name = Bilingual::new(&product.name_zh, &product.name_en);
                row(product.id.clone(), name, &GapReport::of(facts))
            });
            Self::of(day, rows.collect())
        });
        made.await
            .map_err(|stopped| GapError::Stopped(stopped.to_string()))
    }

    /// Puts the rows together and orders the columns.
    pub fn of(as_of: Date, mut rows: Vec<HeatmapRow>) -> Self {
        let mut weight = std::collections::BTreeMap::<String, u64>::new();
        for cell in rows.iter().flat_map(|row| &row.cells) {
            *weight.entry(cell.market.clone()).or_default() +=
                cell.counts.total + cell.regulations + cell.standards;
        }
        let mut markets: Vec<String> = weight.keys().cloned().collect();
        markets.sort_by_key(|market| std::cmp::Reverse(weight[market]));
        for row in &mut rows {
            row.cells
                .sort_by_key(|cell| markets.iter().position(|market| *market == cell.market));
        }
        Self {
            as_of,
            markets,
            rows,
        }
    }
}

fn row(product: String, name: Bilingual, report: &GapReport) -> HeatmapRow {
    let count = |market: &str, kind: Kind| {
        let of_kind = report
            .documents
            .iter()
            .filter(|one| one.role == Role::Foreign && one.market == market && one.kind == kind);
        of_kind.count() as u64
    };
    let cells = report.by_market.iter().map(|market| HeatmapCell {
        market: market.market.clone(),
        regulations: count(&market.market, Kind::Regulation),
        standards: count(&market.market, Kind::Standard),
        counts: market.counts,
    });
    HeatmapRow {
        product,
        name,
        cells: cells.collect(),
    }
}
