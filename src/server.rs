//! The server: routes, layers, graceful stop.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::cors::{AllowOrigin, CorsLayer};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::{api, web};

/// The longest a request may take.
const LONGEST: Duration = Duration::from_secs(30);
/// How often other processes' changes to the index are looked for.
const BETWEEN_REFRESHES: Duration = Duration::from_secs(2);

/// How long a browser remembers what it may ask from another site.
const PREFLIGHT: Duration = Duration::from_hours(1);

/// Headers of every answer: nothing from elsewhere runs or is framed, and no address leaks.
const HEADERS: [(HeaderName, &str); 4] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// Returns everything that is served.
///
/// How large a body may be is the matter of each address (two megabytes where it says nothing): a limit for all of them
/// here was turned down, because it answers in words of its own where a page or an error of the interface is due.
pub fn router(app: Arc<App>) -> Router {
    let gate = api::Gate::new(Arc::clone(&app));
    router_behind(app, &gate)
}

fn router_behind(app: Arc<App>, gate: &Arc<api::Gate>) -> Router {
    let cors = cors(&app.config.api.origins);
    let mut router = Router::new()
        .merge(api::router(&app, gate).layer(cors))
        .merge(web::router())
        .with_state(app)
        .layer(axum::middleware::from_fn(api::measure))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::GATEWAY_TIMEOUT,
            LONGEST,
        ))
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::new());
    for (name, value) in HEADERS {
        router = router.layer(SetResponseHeaderLayer::if_not_present(
            name,
            HeaderValue::from_static(value),
        ));
    }
    router
}

/// Lets scripts of other sites ask, where the configuration names the sites.
///
/// Cookies are never let through: a key is sent in a header, by a script that has it.
fn cors(origins: &[String]) -> CorsLayer {
    let allowed = if origins.iter().any(|origin| origin == "*") {
        AllowOrigin::any()
    } else {
        AllowOrigin::list(origins.iter().filter_map(|origin| origin.parse().ok()))
    };
    CorsLayer::new()
        .allow_origin(allowed)
        .allow_methods([Method::GET, Method::POST, Method::PATCH, Method::DELETE])
        .allow_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            header::IF_NONE_MATCH,
            HeaderName::from_static("x-api-key"),
        ])
        .expose_headers([
            header::ETAG,
            header::RETRY_AFTER,
            HeaderName::from_static("ratelimit"),
            HeaderName::from_static("ratelimit-policy"),
        ])
        .max_age(PREFLIGHT)
}

/// Serves until asked to stop; requests under way are finished. The store stays open for work that goes on beside.
pub async fn serve(app: Arc<App>, listener: TcpListener) -> std::io::Result<()> {
    let watcher = tokio::spawn(watch(Arc::clone(&app)));
    let suggesting = tokio::spawn(app.suggester.clone().keep());
    let measuring = tokio::spawn(api::keep_measures());
    let gate = api::Gate::new(Arc::clone(&app));
    let keeping = tokio::spawn(Arc::clone(&gate).keep());
    let service = router_behind(Arc::clone(&app), &gate)
        .into_make_service_with_connect_info::<std::net::SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(asked_to_stop())
        .await?;
    watcher.abort();
    suggesting.abort();
    measuring.abort();
    keeping.abort();
    gate.rest().await;
    Ok(())
}

/// Opens the index that an import or a rebuild in another process has made.
async fn watch(app: Arc<App>) {
    let mut ticks = tokio::time::interval(BETWEEN_REFRESHES);
    loop {
        ticks.tick().await;
        if let Err(error) = app.generations().refresh() {
            tracing::warn!("cannot open the newest index: {error}");
        }
    }
}

async fn asked_to_stop() {
    let interrupt = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::warn!("cannot wait for an interrupt: {error}");
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::warn!("cannot wait for a termination signal: {error}");
                std::future::pending::<()>().await;
            }
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
