//! The server: routes, layers, graceful stop.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::{api, web};

/// The longest a request may take.
const LONGEST: Duration = Duration::from_secs(30);
/// How often other processes' changes to the index are looked for.
const BETWEEN_REFRESHES: Duration = Duration::from_secs(2);

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
    let mut router = Router::new()
        .merge(api::router())
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

/// Serves until asked to stop; requests under way are finished.
pub async fn serve(app: Arc<App>, listener: TcpListener) -> std::io::Result<()> {
    let watcher = tokio::spawn(watch(Arc::clone(&app)));
    let suggesting = tokio::spawn(app.suggester.clone().keep());
    let measuring = tokio::spawn(api::keep_measures());
    axum::serve(listener, router(Arc::clone(&app)))
        .with_graceful_shutdown(asked_to_stop())
        .await?;
    watcher.abort();
    suggesting.abort();
    measuring.abort();
    app.store.close().await;
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
