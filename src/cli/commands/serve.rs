//! `duibiao serve`.

use std::sync::Arc;

use super::Session;
use crate::cli::arguments::ServeArguments;
use crate::cli::progress::Bars;
use crate::cli::{Failure, Outcome, output};
use crate::server;

pub(super) async fn run(session: Session, options: &ServeArguments) -> Result<Outcome, Failure> {
    let listener = tokio::net::TcpListener::bind(options.listen)
        .await
        .map_err(|error| Failure {
            error: anyhow::anyhow!("cannot listen on {}: {error}", options.listen),
            hint: Some("choose another with --listen ADDRESS:PORT".to_owned()),
            code: 3,
        })?;
    let bars = Bars::new(session.language);
    let app = Arc::new(session.app);
    crate::jobs::wake(&app, &bars).await?;
    let words = session.language.pick("服务地址", "serving on");
    output::complaint(&format!("{words} http://{}/", listener.local_addr()?));
    server::serve(app, listener).await?;
    Ok(Outcome::Done)
}
