//! What is due when: crawls of the sources that are switched on, and the turn of the day.
//!
//! Jobs live in the store, so a restart forgets nothing and two processes do not do the same: whoever takes the lease does
//! the work and holds the lease longer while at it; a lease that ran out belongs to a process that died. A job that failed
//! is tried again after ten minutes, then later and later, but never later than its turn.

use std::sync::Arc;
use std::time::Duration;

use indexers::page_source;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use tokio::sync::watch;

use super::{CrawlOutcome, CrawlWishes, bring_to_rest, crawl};
use crate::app::App;
use crate::clock::beijing;
use crate::jobs::{Progress, Silent};
use crate::storage::Job;

/// The job that finds out whose day has come.
const SETTLE: &str = "settle";
/// Jobs that crawl begin with this.
const CRAWL: &str = "crawl:";
/// Jobs that crawl once, because an operator asked for it, begin with this.
const ONCE: &str = "once:";
/// How long a lease is held at first and each time it is extended.
const LEASE: SignedDuration = SignedDuration::from_mins(15);
/// How often it is extended.
const EXTEND: Duration = Duration::from_mins(5);
/// How often the list is looked at.
const LOOK: Duration = Duration::from_secs(20);
/// The wait after the first failure; it grows fourfold with each.
const FIRST_RETRY: SignedDuration = SignedDuration::from_mins(10);

/// What became of a job that was due.
#[derive(Debug, Clone, Serialize)]
pub struct DueOutcome {
    /// The job.
    pub job: String,
    /// The crawl, where it was one.
    pub crawl: Option<CrawlOutcome>,
    /// Why it failed, if it did.
    pub error: Option<String>,
}

/// Does what is due, for as long as the process lives or until told to stop.
pub async fn work(app: Arc<App>, stop: watch::Receiver<bool>) {
    let mut stopped = stop.clone();
    loop {
        if let Err(error) = run_due(&app, &Silent, &stop).await {
            tracing::error!("the jobs that are due cannot be done: {error:#}");
        }
        tokio::select! {
            // An error says that whoever could say stop is gone, and the process with it.
            _ = stopped.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Does every job that is due now.
pub async fn run_due(
    app: &App,
    progress: &dyn Progress,
    stop: &watch::Receiver<bool>,
) -> anyhow::Result<Vec<DueOutcome>> {
    plan(app).await?;
    let mut outcomes = Vec::new();
    let owner = format!("process {}", std::process::id());
    for job in app.store.jobs().await? {
        if *stop.borrow() {
            break;
        }
        let now = app.clock.now();
        let until = now.saturating_add(LEASE)?;
        let leased = app
            .store
            .lease_job(&job.name, &owner, &now.to_string(), &until.to_string())
            .await?;
        if leased {
            outcomes.push(run_leased(app, &job, &owner, progress, stop).await?);
        }
    }
    Ok(outcomes)
}

/// Asks for a crawl of a source as soon as the worker looks at its list; tells whether the source is one that is crawled.
///
/// A source that is not crawled by schedule is crawled this once.
pub async fn crawl_soon(app: &App, source: &str) -> anyhow::Result<bool> {
    if page_source(source).is_none() {
        return Ok(false);
    }
    let is_scheduled = app.config.source(source).enabled;
    let kind = if is_scheduled { CRAWL } else { ONCE };
    let now = app.clock.now().to_string();
    app.store
        .hasten_job(&format!("{kind}{source}"), &now)
        .await?;
    Ok(true)
}

/// Brings the list of jobs up to the configuration.
async fn plan(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    app.store
        .plan_job(SETTLE, &next_midnight(now)?.to_string())
        .await?;
    let mut wanted = vec![SETTLE.to_owned()];
    for (id, source) in &app.config.sources {
        if source.enabled && page_source(id).is_some() {
            let name = format!("{CRAWL}{id}");
            app.store.plan_job(&name, &now.to_string()).await?;
            wanted.push(name);
        }
    }
    for job in app.store.jobs().await? {
        if job.name.starts_with(CRAWL) && !wanted.contains(&job.name) {
            app.store.drop_job(&job.name).await?;
        }
    }
    Ok(())
}

async fn run_leased(
    app: &App,
    job: &Job,
    owner: &str,
    progress: &dyn Progress,
    stop: &watch::Receiver<bool>,
) -> anyhow::Result<DueOutcome> {
    let work = run_job(app, &job.name, progress, stop);
    let hold = async {
        loop {
            tokio::time::sleep(EXTEND).await;
            let held = async {
                let until = app.clock.now().saturating_add(LEASE)?;
                app.store
                    .extend_lease(&job.name, owner, &until.to_string())
                    .await?;
                anyhow::Ok(())
            };
            if let Err(error) = held.await {
                tracing::warn!(
                    "the lease of job `{}` cannot be extended: {error}",
                    job.name
                );
            }
        }
    };
    let done = tokio::select! {
        done = work => done,
        () = hold => return Err(anyhow::anyhow!("the lease of `{}` ended", job.name)),
    };
    let (crawl, error) = match done {
        Ok(Some(outcome)) if !outcome.standing.is_well() => {
            let error = outcome.shortfalls.first().map_or_else(
                || outcome.standing.code().to_owned(),
                |one| one.message.clone(),
            );
            (Some(outcome), Some(error))
        }
        Ok(outcome) => (outcome, None),
        Err(error) => (None, Some(format!("{error:#}"))),
    };
    let now = app.clock.now();
    if job.name.starts_with(ONCE) {
        app.store.drop_job(&job.name).await?;
        let outcome = DueOutcome {
            job: job.name.clone(),
            crawl,
            error,
        };
        tracing::info!(job = job.name, "did job `{}`, asked for once", job.name);
        return Ok(outcome);
    }
    let due = next_due(app, job, now, error.is_some())?;
    app.store
        .end_job(
            &job.name,
            &now.to_string(),
            &due.to_string(),
            error.as_deref(),
        )
        .await?;
    match &error {
        None => tracing::info!(job = job.name, next = %due, "did job `{}`", job.name),
        Some(error) => tracing::warn!(
            job = job.name,
            next = %due,
            "job `{}` did not succeed: {error}",
            job.name
        ),
    }
    Ok(DueOutcome {
        job: job.name.clone(),
        crawl,
        error,
    })
}

async fn run_job(
    app: &App,
    name: &str,
    progress: &dyn Progress,
    stop: &watch::Receiver<bool>,
) -> anyhow::Result<Option<CrawlOutcome>> {
    let source = name.strip_prefix(CRAWL).or(name.strip_prefix(ONCE));
    let Some(source) = source else {
        bring_to_rest(app, progress).await?;
        return Ok(None);
    };
    let source = page_source(source)
        .ok_or_else(|| anyhow::anyhow!("expected a source that is crawled, found `{source}`"))?;
    let wishes = CrawlWishes::default();
    let outcome = crawl(app, source, &wishes, progress, stop.clone()).await?;
    bring_to_rest(app, progress).await?;
    Ok(Some(outcome))
}

/// When a job is due again.
fn next_due(app: &App, job: &Job, now: Timestamp, failed: bool) -> anyhow::Result<Timestamp> {
    let turn = match job.name.strip_prefix(CRAWL) {
        None => next_midnight(now)?,
        Some(source) => {
            let every = app.config.source(source).every.seconds();
            now.saturating_add(SignedDuration::from_secs(every))?
        }
    };
    if !failed {
        return Ok(turn);
    }
    let attempts = u32::try_from(job.attempts).unwrap_or(u32::MAX).min(6);
    let wait = FIRST_RETRY.saturating_mul(4_i32.pow(attempts));
    Ok(now.saturating_add(wait)?.min(turn))
}

/// One minute after the next midnight in Beijing, when the statuses of the new day hold.
fn next_midnight(now: Timestamp) -> anyhow::Result<Timestamp> {
    let beijing = beijing();
    let today = now.to_zoned_datetime(beijing.clone()).date();
    let midnight = today.tomorrow()?.at(0, 1, 0, 0);
    Ok(beijing.to_timestamp(midnight)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_turns_at_midnight_in_beijing() {
        let evening = "2026-11-25T15:30:00Z".parse().unwrap();
        let night = "2026-11-25T16:30:00Z".parse().unwrap();
        assert_eq!(
            next_midnight(evening).unwrap().to_string(),
            "2026-11-25T16:01:00Z"
        );
        assert_eq!(
            next_midnight(night).unwrap().to_string(),
            "2026-11-26T16:01:00Z"
        );
    }
}
