//! The dossier of a product in a market.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::gap::{ReportView, subject};
use crate::app::App;
use crate::dossier::Dossier;
use crate::gap::Target;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section};
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::routes::Route;
use crate::web::views::{Deadline, DocumentLine, Line, document_lines, exports};

/// A notification of the list.
#[derive(Debug, Clone)]
pub(in crate::web) struct NotificationLine {
    pub(in crate::web) number: String,
    pub(in crate::web) href: String,
    pub(in crate::web) deadline: Option<Deadline>,
    pub(in crate::web) title: Option<Line>,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "dossier.html")]
pub(in crate::web) struct DossierPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) title: String,
    pub(in crate::web) gap: String,
    pub(in crate::web) heatmap: String,
    pub(in crate::web) must: Vec<DocumentLine>,
    /// Act, certificate, body.
    pub(in crate::web) schemes: Vec<(String, String, String)>,
    pub(in crate::web) standards: Vec<DocumentLine>,
    pub(in crate::web) notifications: Vec<NotificationLine>,
    /// Day, what happens, number, address.
    pub(in crate::web) calendar: Vec<(String, String, String, String)>,
    /// What to do, and what it rests on: text and place.
    pub(in crate::web) checklist: Vec<(String, Vec<(String, String)>)>,
    pub(in crate::web) not_covered: Vec<String>,
    pub(in crate::web) view: ReportView,
}

/// Answers `/{language}/dossier/{product}/{market}`.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
    Path((product, market)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let target = Target {
        product: Some(product),
        market: vec![market],
        as_of: reader.parameter("as_of").parse().ok(),
        ..Target::default()
    };
    let searcher = app.searcher().await.ok();
    let gathered = Dossier::gather(&app.store, searcher, target, app.clock.today()).await;
    let dossier = gathered.map_err(|error| reader.fail(error))?;
    Ok(page(StatusCode::OK, &DossierPage::of(&reader, &dossier)))
}

impl DossierPage {
    /// Makes the page of a dossier.
    pub(in crate::web) fn of(reader: &Reader, dossier: &Dossier) -> Self {
        let language = reader.language;
        let report = &dossier.gap.report;
        let about = subject(&dossier.gap, language);
        let frame = Frame::new(reader, &about).within(Section::Compare);
        let question = &report.question;
        let product = question.product.as_deref().unwrap_or_default();
        let market = question.markets.join(",");
        let as_of = question.as_of.to_string();
        let mut view = ReportView::of(&dossier.gap, &frame);
        let query = [("product", product), ("market", &market), ("as_of", &as_of)];
        view.exports = exports("dossier", &query, &frame);
        let notifications = dossier.notifications.iter().map(|one| NotificationLine {
            number: one.number.clone(),
            href: frame.href(Route::Record(&one.id)),
            deadline: one
                .comments_until
                .as_deref()
                .and_then(|date| Deadline::of(date, question.as_of, frame.words)),
            title: one
                .title
                .best(language)
                .map(|(code, title)| Line::new(code, title, language)),
        });
        let calendar = dossier.calendar.iter().map(|entry| {
            (
                entry.date.clone(),
                entry.occasion.words().pick(language).to_owned(),
                entry.number.clone(),
                frame.href(Route::Record(&entry.id)),
            )
        });
        let is_line = |id: &str| report.lines.iter().any(|line| line.id == id);
        let checklist = dossier.checklist.iter().map(|item| {
            let basis = item.rests_on.iter().map(|one| {
                let place = if is_line(one) {
                    format!("#line-{one}")
                } else {
                    String::new()
                };
                (one.clone(), place)
            });
            (item.text.pick(language).to_owned(), basis.collect())
        });
        let gaps = report.not_covered.iter();
        Self {
            title: format!("{about} · {}", frame.words.gap.dossier),
            gap: frame.href(Route::Gap(product, &market)),
            heatmap: frame.href(Route::Heatmap),
            must: document_lines(&dossier.must, &frame),
            schemes: dossier
                .schemes
                .iter()
                .map(|scheme| {
                    (
                        scheme.act.clone(),
                        scheme.certificate.pick(language).to_owned(),
                        scheme.body.pick(language).to_owned(),
                    )
                })
                .collect(),
            standards: document_lines(&dossier.standards, &frame),
            notifications: notifications.collect(),
            calendar: calendar.collect(),
            checklist: checklist.collect(),
            not_covered: gaps.map(|gap| gap.pick(language).to_owned()).collect(),
            view,
            frame,
        }
    }
}
