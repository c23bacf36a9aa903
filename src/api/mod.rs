//! The interface for programs: JSON under `/api/v1`.
//!
//! Handlers take typed input, call one service, return its answer. Errors are
//! `{"error":{"code","message","hint"}}`; every code is a row of the table in [`codes`].

mod check;
mod citation;
mod codes;
mod compare;
mod dossier;
mod error;
mod extract;
mod gap;
mod health;
mod metrics;
mod numbers;
mod records;
mod search;
mod subscriptions;
mod suggest;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::app::App;
use crate::compare::request::{AlignRequest, ExtractRequest, TextRequest, VerdictRequest};

pub use self::metrics::{keep_measures, measure};
pub use codes::{CODES, Code, Row};
pub use error::ApiError;

/// Returns the routes.
pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/api/v1/search", get(search::search))
        .route("/api/v1/suggest", get(suggest::suggest))
        .route("/api/v1/records/{id}", get(records::record))
        .route("/api/v1/records/{id}/similar", get(records::similar))
        .route("/api/v1/numbers/resolve", post(numbers::resolve))
        .route("/api/v1/numbers/{number}", get(numbers::number))
        .route(
            "/api/v1/check",
            post(check::check).layer(DefaultBodyLimit::max(crate::upload::LARGEST)),
        )
        .route(
            "/api/v1/indicators/extract",
            post(compare::answer::<ExtractRequest>),
        )
        .route(
            "/api/v1/indicators/compare",
            post(compare::answer::<VerdictRequest>),
        )
        .route(
            "/api/v1/compare/align",
            post(compare::answer::<AlignRequest>),
        )
        .route("/api/v1/compare/text", post(compare::answer::<TextRequest>))
        .route("/api/v1/compare", get(gap::compare))
        .route("/api/v1/dossier", get(dossier::dossier))
        .route("/api/v1/heatmap", get(dossier::heatmap))
        .route("/api/v1/gap", get(gap::report))
        .route("/api/v1/records/{id}/citation", get(citation::citation))
        .route("/api/v1/sources", get(search::sources))
        .route("/api/v1/subscriptions", post(subscriptions::enrol))
        .route("/api/v1/subscriptions/replay", post(subscriptions::replay))
        .route(
            "/api/v1/subscriptions/{token}",
            get(subscriptions::show)
                .post(subscriptions::add)
                .delete(subscriptions::erase),
        )
        .route(
            "/api/v1/subscriptions/{token}/{id}",
            axum::routing::patch(subscriptions::change).delete(subscriptions::remove),
        )
        .route("/api/v1/bounces", post(subscriptions::bounces))
        .route("/api/v1/desk", get(subscriptions::desk))
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/metrics", get(metrics::exposition))
        .route(
            "/api/{*rest}",
            get(error::no_such_address).post(error::no_such_address),
        )
}
