//! `duibiao serve`.

use std::sync::Arc;
use std::time::Duration;

use super::Session;
use crate::cli::arguments::ServeArguments;
use crate::cli::progress::Bars;
use crate::cli::{Failure, Outcome, output};
use crate::server;

/// How long a job under way may take to end its step once the server has stopped.
const GRACE: Duration = Duration::from_secs(20);

pub(super) async fn run(session: Session, options: &ServeArguments) -> Result<Outcome, Failure> {
    let listen = options.listen.unwrap_or(session.app.config.server.listen);
    let listener = tokio::net::TcpListener::bind(listen)
        .await
        .map_err(|error| Failure {
            error: anyhow::anyhow!("cannot listen on {listen}: {error}"),
            hint: Some("choose another with --listen ADDRESS:PORT".to_owned()),
            code: 3,
        })?;
    let bars = Bars::new(session.language);
    let app = Arc::new(session.app);
    crate::jobs::wake(&app, &bars).await?;
    let words = session.language.pick("服务地址", "serving on");
    output::complaint(&format!("{words} http://{}/", listener.local_addr()?));
    let (told, stop) = tokio::sync::watch::channel(false);
    let mut worker = tokio::spawn(crate::jobs::work(Arc::clone(&app), stop));
    let alerts = tokio::spawn(crate::jobs::keep_alerts(Arc::clone(&app)));
    let served = server::serve(Arc::clone(&app), listener).await;
    // A crawl under way ends with its page; whatever a kill would leave is taken up at the next start.
    let _ = told.send(true);
    if tokio::time::timeout(GRACE, &mut worker).await.is_err() {
        tracing::warn!("the job under way did not end in time and is broken off");
        worker.abort();
    }
    // A letter under way is in the outbox: whoever starts next sends it, under the same name.
    alerts.abort();
    app.store.close().await;
    served?;
    Ok(Outcome::Done)
}
