//! `duibiao digest`.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Session;
use crate::alerts::digest::render;
use crate::alerts::{Alerts, AlertsError};
use crate::cli::alert_arguments::DigestArguments;
use crate::cli::{Failure, Outcome, output};
use crate::clock::beijing;
use crate::jobs;
use crate::storage::Subscriber;

/// Subscribers looked at once.
const AT_ONCE: u32 = 500;

pub(super) async fn run(session: &Session, options: &DigestArguments) -> Result<Outcome, Failure> {
    if options.dry_run {
        return rehearse(session, options).await;
    }
    let run = jobs::run_alerts(&session.app).await?;
    output::json(&run)?;
    if run.dispatched.is_none() {
        output::complaint(session.language.pick(
            "没有设置邮件服务器（[mail] host），信件留在发件箱中",
            "no mail server is named ([mail] host); letters stay in the outbox",
        ));
    }
    Ok(Outcome::Done)
}

/// Prints what would be sent.
async fn rehearse(session: &Session, options: &DigestArguments) -> Result<Outcome, Failure> {
    let now = options
        .as_of
        .and_then(evening)
        .unwrap_or_else(|| session.app.clock.now());
    let alerts = session.app.alerts()?.at(now);
    let mut shown = 0;
    if let Some(address) = &options.address {
        let address: crate::alerts::address::EmailAddress =
            address.parse().map_err(AlertsError::from)?;
        if let Some(subscriber) = alerts.store().find_subscriber(address.as_str()).await? {
            shown += show(&alerts, &subscriber).await?;
        }
    } else {
        let mut last = 0;
        loop {
            let due = alerts
                .store()
                .subscribers_due(last, now.as_second(), AT_ONCE)
                .await?;
            let Some(&newest) = due.last() else { break };
            last = newest;
            for id in due {
                if let Some(subscriber) = alerts.store().subscriber(id).await? {
                    shown += show(&alerts, &subscriber).await?;
                }
            }
        }
    }
    Ok(Outcome::found(shown > 0))
}

async fn show(alerts: &Alerts, subscriber: &Subscriber) -> Result<usize, Failure> {
    let Some(digest) = alerts.preview(subscriber).await? else {
        return Ok(0);
    };
    let links = alerts.digest_links(subscriber, 0);
    let rendered = render(&digest, alerts.site(), &links).map_err(AlertsError::from)?;
    output::line(&format!("{}\n\n{}", rendered.subject, rendered.text))?;
    Ok(1)
}

/// The evening of a day in Beijing, when every slot of the day is past.
fn evening(day: Date) -> Option<Timestamp> {
    beijing().to_timestamp(day.at(23, 59, 59, 0)).ok()
}
