//! A gap report: the form, and the report of what it asks.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use corpora::{markets, products};

use crate::app::App;
use crate::gap::{ReviewedReport, Target};
use crate::model::Language;
use crate::web::error::WebError;
use crate::web::frame::{Frame, Section};
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::routes::Route;
use crate::web::views::{
    DocumentLine, Exported, GapRow, VerdictCount, document_lines, exports, gap_rows, verdict_counts,
};

/// A choice of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Choice {
    pub(in crate::web) code: String,
    pub(in crate::web) name: String,
    pub(in crate::web) chosen: bool,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "gap.html")]
pub(in crate::web) struct GapPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) title: String,
    pub(in crate::web) action: String,
    pub(in crate::web) heatmap: String,
    pub(in crate::web) products: Vec<Choice>,
    pub(in crate::web) markets: Vec<Choice>,
    pub(in crate::web) view: Option<ReportView>,
}

/// A report as it is shown.
#[derive(Debug, Clone)]
pub(in crate::web) struct ReportView {
    pub(in crate::web) coverage: String,
    pub(in crate::web) counts: Vec<VerdictCount>,
    pub(in crate::web) as_of: String,
    pub(in crate::web) rules: String,
    pub(in crate::web) report_id: String,
    pub(in crate::web) show_market: bool,
    pub(in crate::web) rows: Vec<GapRow>,
    /// Parameter, what satisfies all, the requirements.
    pub(in crate::web) envelopes: Vec<(String, String, String)>,
    /// Further lists, each with its name.
    pub(in crate::web) lists: Vec<(&'static str, Vec<String>)>,
    pub(in crate::web) documents: Vec<DocumentLine>,
    pub(in crate::web) dossier: Option<String>,
    pub(in crate::web) exports: Vec<Exported>,
}

/// Answers `/{language}/gap`.
pub(in crate::web) async fn show(
    State(app): State<Arc<App>>,
    reader: Reader,
) -> Result<Response, WebError> {
    let target = target(&reader);
    let made = if target.product.is_none() && target.documents.is_empty() {
        None
    } else {
        let made = crate::gap::report(&app.store, target, app.clock.today()).await;
        Some(made.map_err(|error| reader.fail(error))?)
    };
    Ok(page(StatusCode::OK, &GapPage::of(&reader, made.as_ref())))
}

/// Reads what the address asks.
pub(in crate::web) fn target(reader: &Reader) -> Target {
    let list = |name: &str| {
        let text = reader.parameter(name);
        let parts = text.split([',', '，']).map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    Target {
        product: Some(reader.parameter("product")).filter(|name| !name.is_empty()),
        market: list("market"),
        documents: list("documents"),
        as_of: reader.parameter("as_of").parse().ok(),
    }
}

impl GapPage {
    /// Makes the page.
    pub(in crate::web) fn of(reader: &Reader, made: Option<&ReviewedReport>) -> Self {
        let frame =
            Frame::new(reader, Frame::new(reader, "").words.gap.gap_title).within(Section::Compare);
        let language = reader.language;
        let question = made.map(|made| &made.report.question);
        let product = question
            .and_then(|one| one.product.clone())
            .unwrap_or_default();
        let market = question
            .map(|one| one.markets.join(","))
            .unwrap_or_default();
        let choose = |code: &str, name: &str, chosen: &str| Choice {
            code: code.to_owned(),
            name: name.to_owned(),
            chosen: code == chosen,
        };
        let title = made.map_or_else(
            || frame.words.gap.gap_title.to_owned(),
            |made| {
                format!(
                    "{} · {}",
                    subject(made, language),
                    frame.words.gap.gap_title
                )
            },
        );
        Self {
            title,
            action: frame.href(Route::Gap("", "")),
            heatmap: frame.href(Route::Heatmap),
            products: products::products()
                .iter()
                .map(|one| choose(&one.id, language.pick(&one.name_zh, &one.name_en), &product))
                .collect(),
            markets: asked_markets()
                .map(|one| {
                    choose(
                        &one.code,
                        language.pick(&one.name_zh, &one.name_en),
                        &market,
                    )
                })
                .collect(),
            view: made.map(|made| ReportView::of(made, &frame)),
            frame,
        }
    }
}

/// The markets of which a limit or an act is carried, in the order of the table.
fn asked_markets() -> impl Iterator<Item = &'static markets::Market> {
    let acts = corpora::regulations::regulations().iter();
    let standards = corpora::standards::standards().iter();
    let codes: std::collections::BTreeSet<&str> = acts
        .map(|row| row.market.as_str())
        .chain(standards.map(|row| row.market.as_str()))
        .filter(|code| *code != "CN")
        .collect();
    markets::markets()
        .iter()
        .filter(move |market| codes.contains(market.code.as_str()))
}

/// Product or documents, and markets.
pub(in crate::web) fn subject(made: &ReviewedReport, language: Language) -> String {
    let question = &made.report.question;
    let product = made.report.product.as_ref().map_or_else(
        || question.documents.join(", "),
        |name| name.pick(language).to_owned(),
    );
    let names: Vec<&str> = question
        .markets
        .iter()
        .map(|code| market_name(code, language))
        .collect();
    if names.is_empty() {
        product
    } else {
        format!("{product} × {}", names.join(language.pick("、", ", ")))
    }
}

/// Returns the name of a market.
pub(in crate::web) fn market_name(code: &str, language: Language) -> &str {
    markets::market(code).map_or(code, |one| language.pick(&one.name_zh, &one.name_en))
}

impl ReportView {
    /// Makes the view of a report.
    pub(in crate::web) fn of(made: &ReviewedReport, frame: &Frame) -> Self {
        let (report, language, words) = (&made.report, frame.language, &frame.words.gap);
        let question = &report.question;
        let product = question.product.as_deref().unwrap_or_default();
        let market = question.markets.join(",");
        let documents = question.documents.join(",");
        let as_of = question.as_of.to_string();
        let query = [
            ("product", product),
            ("market", &market),
            ("documents", &documents),
            ("as_of", &as_of),
        ];
        let unpaired = report.unpaired.iter().map(|one| {
            let name = one.parameter.pick(language);
            let side = &one.domestic;
            let condition = side.indicator.condition.as_deref().unwrap_or_default();
            format!(
                "{name} {} · {} {condition}",
                side.printed, side.document.number
            )
        });
        let aside = report.set_aside.iter().map(|one| {
            let reason = one.reason.pick(language);
            format!("{} ({}) · {reason}", one.number, one.limits)
        });
        let missing = &report.missing;
        let alone = missing.foreign_without_domestic.iter();
        let alone = alone.chain(&missing.domestic_without_foreign).cloned();
        let gaps = report.not_covered.iter();
        let lists = [
            (words.unpaired, unpaired.collect::<Vec<_>>()),
            (words.missing, alone.collect()),
            (words.set_aside, aside.collect()),
            (
                words.not_covered,
                gaps.map(|gap| gap.pick(language).to_owned()).collect(),
            ),
        ];
        Self {
            coverage: report.coverage.pick(language).to_owned(),
            counts: verdict_counts(&report.counts, frame),
            as_of: as_of.clone(),
            rules: report.rules_version.clone(),
            report_id: report.report_id.clone(),
            show_market: report.by_market.len() > 1,
            rows: gap_rows(&report.lines, Some(made), frame),
            envelopes: envelopes(made, frame),
            lists: lists
                .into_iter()
                .filter(|(_, lines)| !lines.is_empty())
                .collect(),
            documents: document_lines(&report.documents, frame),
            dossier: (!product.is_empty() && question.markets.len() == 1)
                .then(|| frame.href(Route::Dossier(product, &market))),
            exports: exports("gap", &query, frame),
        }
    }
}

fn envelopes(made: &ReviewedReport, frame: &Frame) -> Vec<(String, String, String)> {
    let lines = made.report.envelopes.iter().map(|line| {
        let members = line
            .members
            .iter()
            .map(|member| format!("{} ({})", member.printed, member.document.number));
        let printed = if line.envelope.is_empty {
            frame.words.gap.none_satisfies.to_owned()
        } else {
            line.printed.clone()
        };
        (
            line.parameter.pick(frame.language).to_owned(),
            printed,
            members.collect::<Vec<_>>().join("; "),
        )
    });
    lines.collect()
}
