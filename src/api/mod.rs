//! The interface for programs: JSON under `/api/v1`.
//!
//! Handlers take typed input, call one service, return its answer. Errors are
//! `{"error":{"code","message","hint"}}`; every code is a row of the table in [`codes`].

mod bulk;
mod check;
mod citation;
mod codes;
mod compare;
mod conditional;
mod dossier;
mod error;
mod extract;
mod gap;
mod health;
mod limits;
mod metrics;
mod numbers;
pub mod openapi;
mod operators;
mod records;
mod search;
mod searches;
mod subscriptions;
mod suggest;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, any, delete, get, patch, post};

use crate::app::App;
use crate::compare::request::{AlignRequest, ExtractRequest, TextRequest, VerdictRequest};
use crate::upload::LARGEST;

pub use self::metrics::{keep_measures, measure};
pub use codes::{CODES, Code, Row};
pub use conditional::Tag;
pub use error::ApiError;
pub use limits::{Gate, guard};

/// Returns the routes: what a path is answered with, method by method.
pub fn routes() -> Vec<(&'static str, MethodRouter<Arc<App>>)> {
    vec![
        ("/api/v1/search", get(search::search)),
        ("/api/v1/suggest", get(suggest::suggest)),
        ("/api/v1/records", get(bulk::records)),
        ("/api/v1/records/export", get(bulk::export)),
        ("/api/v1/records/{id}", get(records::record)),
        ("/api/v1/records/{id}/similar", get(records::similar)),
        ("/api/v1/records/{id}/citation", get(citation::citation)),
        ("/api/v1/numbers/resolve", post(numbers::resolve)),
        ("/api/v1/numbers/{number}", get(numbers::number)),
        (
            "/api/v1/check",
            post(check::check).layer(DefaultBodyLimit::max(LARGEST)),
        ),
        (
            "/api/v1/indicators/extract",
            post(compare::answer::<ExtractRequest>),
        ),
        (
            "/api/v1/indicators/compare",
            post(compare::answer::<VerdictRequest>),
        ),
        (
            "/api/v1/compare/align",
            post(compare::answer::<AlignRequest>),
        ),
        ("/api/v1/compare/text", post(compare::answer::<TextRequest>)),
        ("/api/v1/compare", get(gap::compare)),
        ("/api/v1/dossier", get(dossier::dossier)),
        ("/api/v1/heatmap", get(dossier::heatmap)),
        ("/api/v1/gap", get(gap::report)),
        ("/api/v1/sources", get(search::sources)),
        (
            "/api/v1/searches/{token}",
            get(searches::list).post(searches::save),
        ),
        ("/api/v1/searches/{token}/{id}", delete(searches::forget)),
        ("/api/v1/subscriptions", post(subscriptions::enrol)),
        ("/api/v1/subscriptions/replay", post(subscriptions::replay)),
        (
            "/api/v1/subscriptions/{token}",
            get(subscriptions::show)
                .post(subscriptions::add)
                .delete(subscriptions::erase),
        ),
        (
            "/api/v1/subscriptions/{token}/{id}",
            patch(subscriptions::change).delete(subscriptions::remove),
        ),
        ("/api/v1/bounces", post(subscriptions::bounces)),
        ("/api/v1/desk", get(subscriptions::desk)),
        (
            "/api/v1/import",
            post(operators::import).layer(DefaultBodyLimit::max(LARGEST)),
        ),
        ("/api/v1/unresolved", get(operators::unresolved)),
        ("/api/v1/openapi.json", get(openapi::openapi)),
        ("/api/openapi.json", get(openapi::openapi)),
        ("/healthz", get(health::healthz)),
        ("/readyz", get(health::readyz)),
        ("/metrics", get(metrics::exposition)),
    ]
}

/// Returns the router, with everything before it that is the interface's own.
pub fn router(app: &Arc<App>, gate: &Arc<Gate>) -> Router<Arc<App>> {
    let routes = routes().into_iter();
    routes
        .fold(Router::new(), |router, (path, methods)| {
            router.route(path, methods)
        })
        .route("/api/{*rest}", any(error::no_such_address))
        .method_not_allowed_fallback(error::bad_method)
        .layer(from_fn_with_state(Arc::clone(app), conditional::revalidate))
        .layer(from_fn_with_state(Arc::clone(gate), guard))
}
