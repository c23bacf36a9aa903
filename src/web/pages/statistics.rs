//! Statistics: notifications by month, member and objective; adoption by field.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;

use super::gap::market_name;
use crate::app::App;
use crate::notice;
use crate::search::engine::FacetName;
use crate::search::labels;
use crate::storage::{AdoptionField, MonthCount, Statistics, TraitCount};
use crate::web::address::SearchAddress;
use crate::web::error::WebError;
use crate::web::frame::Frame;
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::routes::Route;
use crate::web::views::{Column, column_chart, grouped, pick};
use crate::web::words::Words;

/// Lines of a ranking; the rest is one line.
const LINES: usize = 20;

/// A line of a ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct RankedLine {
    pub(in crate::web) name: String,
    /// The search that shows them; nothing where no search does.
    pub(in crate::web) href: Option<String>,
    pub(in crate::web) count: String,
    pub(in crate::web) share: String,
    /// Length of its bar in thousandths of the longest.
    pub(in crate::web) bar: u64,
}

/// A field of the ICS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct FieldLine {
    pub(in crate::web) code: String,
    pub(in crate::web) name: String,
    pub(in crate::web) standards: String,
    pub(in crate::web) adopting: String,
    pub(in crate::web) rate: String,
    pub(in crate::web) bar: u64,
    pub(in crate::web) lag: String,
    pub(in crate::web) pairs: u64,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "statistics.html")]
pub(in crate::web) struct StatisticsPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) lead: String,
    /// HTML.
    pub(in crate::web) chart: String,
    pub(in crate::web) months: Vec<MonthCount>,
    pub(in crate::web) members: Vec<RankedLine>,
    pub(in crate::web) objectives: Vec<RankedLine>,
    pub(in crate::web) fields: Vec<FieldLine>,
}

/// Answers `/{language}/statistics`.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
) -> Result<Response, WebError> {
    let counted = app.statistics().await;
    let counted = counted.map_err(|error| reader.fail(error))?;
    let view = StatisticsPage::of(&reader, &counted, app.clock.today());
    Ok(page(StatusCode::OK, &view))
}

impl StatisticsPage {
    /// Makes the page of what was counted.
    pub(in crate::web) fn of(reader: &Reader, counted: &Statistics, today: Date) -> Self {
        let language = reader.language;
        let frame = Frame::new(reader, Words::of(language).statistics.title);
        let words = &frame.words.statistics;
        let months = every_month(&counted.months, &counted.since, today);
        let total = months.iter().map(|month| month.new + month.further).sum();
        let market = |code: &str| {
            let address = SearchAddress::default()
                .with(FacetName::Kind, crate::model::Kind::Notification.code())
                .with(FacetName::Market, code);
            let href = frame.href(Route::Search(&address));
            (market_name(code, language).to_owned(), Some(href))
        };
        let objective = |written: &str| (notice::objective(written, language), None);
        Self {
            lead: (words.lead)(&counted.since),
            chart: chart(&months, &frame),
            members: ranking(&counted.members, total, market, &frame),
            objectives: ranking(&counted.objectives, total, objective, &frame),
            fields: counted
                .fields
                .iter()
                .map(|field| field_line(field, &frame))
                .collect(),
            months,
            frame,
        }
    }
}

/// Fills in the months in which nothing was notified: a gap in a chart would look like missing data.
fn every_month(counted: &[MonthCount], since: &str, today: Date) -> Vec<MonthCount> {
    if counted.is_empty() {
        return Vec::new();
    }
    let mut months = Vec::new();
    let mut day = since.parse().unwrap_or(today);
    while day <= today {
        let name = day.strftime("%Y-%m").to_string();
        let known = counted.iter().find(|month| month.month == name);
        months.push(known.cloned().unwrap_or_else(|| MonthCount {
            month: name,
            ..MonthCount::default()
        }));
        let Ok(next) = day.checked_add(1.month()) else {
            break;
        };
        day = next;
    }
    months
}

fn chart(months: &[MonthCount], frame: &Frame) -> String {
    let words = &frame.words.statistics;
    let busiest = months.iter().max_by_key(|month| month.new + month.further);
    let (Some(first), Some(last), Some(busiest)) = (months.first(), months.last(), busiest) else {
        return String::new();
    };
    let about = (words.month_chart)(
        &first.month,
        &last.month,
        busiest.new + busiest.further,
        &busiest.month,
    );
    let columns: Vec<Column> = months
        .iter()
        .map(|month| Column {
            label: month.month.clone(),
            parts: [month.new, month.further],
        })
        .collect();
    column_chart(&columns, words.by_month, &about)
}

fn ranking(
    counted: &[TraitCount],
    total: u64,
    named: impl Fn(&str) -> (String, Option<String>),
    frame: &Frame,
) -> Vec<RankedLine> {
    let longest = counted.first().map_or(1, |first| first.count);
    let line = |name: String, href: Option<String>, count: u64| RankedLine {
        name,
        href,
        count: grouped(count),
        share: percent(count, total),
        bar: (count * 1000 / longest.max(1)).min(1000),
    };
    let shown = counted.iter().take(LINES).map(|one| {
        let (name, href) = named(&one.value);
        line(name, href, one.count)
    });
    let mut lines: Vec<RankedLine> = shown.collect();
    let rest = &counted[lines.len()..];
    if !rest.is_empty() {
        let count = rest.iter().map(|one| one.count).sum();
        let name = (frame.words.statistics.rest)(rest.len() as u64);
        lines.push(line(name, None, count));
    }
    lines
}

fn field_line(field: &AdoptionField, frame: &Frame) -> FieldLine {
    let label = labels::facet(FacetName::Ics, &field.field);
    let name = pick(&label, frame.language);
    FieldLine {
        code: field.field.clone(),
        name: if name == field.field { "" } else { name }.to_owned(),
        standards: grouped(field.standards),
        adopting: grouped(field.adopting),
        rate: percent(field.adopting, field.standards),
        bar: field.adopting * 1000 / field.standards.max(1),
        lag: field
            .median_months
            .map_or_else(|| "—".to_owned(), frame.words.statistics.years),
        pairs: field.dated,
    }
}

/// Writes a share in percent, rounded half up to one place.
fn percent(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "—".to_owned();
    }
    let thousandths = (part * 1000 + whole / 2) / whole;
    format!("{}.{} %", thousandths / 10, thousandths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_and_nothing_has_no_share() {
        assert_eq!(percent(1, 3), "33.3 %");
        assert_eq!(percent(2, 3), "66.7 %");
        assert_eq!(percent(5, 5), "100.0 %");
        assert_eq!(percent(0, 0), "—");
    }

    #[test]
    fn months_without_notifications_are_shown_as_such() {
        let counted = [MonthCount {
            month: "2026-10".to_owned(),
            new: 2,
            further: 1,
        }];
        let today = "2026-11-25".parse().unwrap();
        let months = every_month(&counted, "2026-09-01", today);
        let shown: Vec<_> = months
            .iter()
            .map(|one| (one.month.as_str(), one.new))
            .collect();
        assert_eq!(shown, [("2026-09", 0), ("2026-10", 2), ("2026-11", 0)]);
        assert!(every_month(&[], "2026-09-01", today).is_empty());
    }
}
