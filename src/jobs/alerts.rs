//! One round of the alerts: what happened, whom it concerns, what is due, what is sent.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;

use crate::alerts::mailer::{Composer, Postman};
use crate::alerts::outbox::{Dispatched, Dispatcher};
use crate::alerts::{AlertsError, Gathered, Watched};
use crate::app::App;

/// What a round has done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct AlertsRun {
    /// What was found.
    pub watched: Watched,
    /// What was made.
    pub gathered: Gathered,
    /// What was sent; nothing where no mail server is named.
    pub dispatched: Option<Dispatched>,
}

/// Runs a round. Each part may be killed at any moment and repeated: nothing is lost or told twice.
///
/// # Errors
///
/// [`AlertsError`] when the store refuses or the settings of mail cannot be used.
pub async fn run_alerts(app: &App) -> Result<AlertsRun, AlertsError> {
    let alerts = app.alerts()?;
    let watched = alerts.watch().await?;
    let gathered = alerts.gather().await?;
    alerts.tidy().await?;
    let mail = alerts.mail();
    let dispatched = if mail.host.is_empty() {
        None
    } else {
        let postman = Arc::new(Postman::smtp(mail)?);
        let dispatcher = Dispatcher::new(alerts.clone(), Composer::new(mail)?, postman)?;
        Some(dispatcher.run().await?)
    };
    Ok(AlertsRun {
        watched,
        gathered,
        dispatched,
    })
}

/// The time between two rounds: what comes at once is then never later than this.
const BETWEEN: Duration = Duration::from_mins(1);

/// Runs rounds for ever; one that fails is logged and the next one tries again.
pub async fn keep_alerts(app: Arc<App>) {
    let mut ticks = tokio::time::interval(BETWEEN);
    loop {
        ticks.tick().await;
        match run_alerts(&app).await {
            Ok(run)
                if run.gathered.digests > 0
                    || run
                        .dispatched
                        .is_some_and(|sent| sent != Dispatched::default()) =>
            {
                let sent = run.dispatched.unwrap_or_default();
                tracing::info!(
                    digests = run.gathered.digests,
                    sent = sent.sent,
                    deferred = sent.deferred,
                    bounced = sent.bounced,
                    dead = sent.dead,
                    "alerts were made and sent"
                );
            }
            Ok(_) => {}
            Err(error) => tracing::error!("a round of alerts failed: {error}"),
        }
    }
}
