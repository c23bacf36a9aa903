//! One run over one source.

use std::time::{Duration, Instant};

use anyhow::Context;
use indexers::crawl::{CrawlReport, Crawler, Ending, Limits, MemoryLedger, Watch};
use indexers::fetch::guard::Private;
use indexers::fetch::{Fetcher, Manners, Route};
use indexers::page::PageSource;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;

use super::ledger::{StoreLedger, Tone};
use super::lock::SourceLock;
use super::wishes::{CrawlWishes, Keep, KeptPlan};
use super::{CrawlOutcome, Standing};
use crate::app::App;
use crate::config::SourceConfig;
use crate::jobs::import::{index, settle};
use crate::jobs::{Progress, Step};
use crate::storage::{Crawl, CrawlEnd, Run};

/// Records that a run looks at that keeps nothing, unless told otherwise.
const DRY_RECORDS: u64 = 100;
/// Numbers that such a run shows.
const SAMPLE: usize = 10;
/// A run that would retire more than half of many rows has rather found a source that changed.
const MANY: u64 = 20;

/// Crawls a source into the store; [`bring_to_rest`] brings what follows from that, once for any number of sources.
///
/// Goes on with a run that was broken off. The network's faults are part of the outcome; errors are those of the store.
pub async fn crawl(
    app: &App,
    source: &'static dyn PageSource,
    wishes: &CrawlWishes,
    progress: &dyn Progress,
    stop: watch::Receiver<bool>,
) -> anyhow::Result<CrawlOutcome> {
    let began = Instant::now();
    let config = app.config.source(source.id());
    let secrets = app.config.secrets_of(source.secrets());
    if source
        .secrets()
        .iter()
        .any(|name| !secrets.contains_key(*name))
    {
        return Ok(CrawlOutcome::unbegun(source.id(), Standing::NotConfigured));
    }
    let Some(_lock) = SourceLock::take(&app.data_dir, source.id())? else {
        return Ok(CrawlOutcome::unbegun(source.id(), Standing::Busy));
    };
    let route = route(source, &config, wishes)?
        .secrets(secrets)
        .credentials(source.credentials());
    let fetcher = fetcher(app).await?;
    let course = Course {
        app,
        source,
        route: &route,
        fetcher: &fetcher,
        progress,
        stop,
    };
    progress.begin(&Step::Crawling(source.id().to_owned()), None);
    let mut outcome = match wishes.keep {
        Keep::Everything => course.keep(wishes, &config).await?,
        Keep::Nothing => course.look(wishes, &config).await?,
    };
    progress.end();
    outcome.took_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    Ok(outcome)
}

/// Finds out who is replaced and whose day has come, and brings the index up to the store.
pub async fn bring_to_rest(app: &App, progress: &dyn Progress) -> anyhow::Result<()> {
    settle(app, progress).await?;
    index(app, progress).await?;
    Ok(())
}

fn route(
    source: &'static dyn PageSource,
    config: &SourceConfig,
    wishes: &CrawlWishes,
) -> anyhow::Result<Route> {
    let configured = config
        .base
        .as_deref()
        .map(str::parse::<url::Url>)
        .transpose();
    let configured = configured.with_context(|| {
        let id = source.id();
        format!("expected an address as `base` of source `{id}` in the configuration")
    })?;
    let base = wishes.base.clone().or(configured);
    let asked_pace = wishes.pace.or(config.pace_ms.map(Duration::from_millis));
    // Faster than the source's own pace only towards a server of one's own.
    let pace = match (&base, asked_pace) {
        (_, None) => source.pace(),
        (Some(_), Some(pace)) => pace,
        (None, Some(pace)) => pace.max(source.pace()),
    };
    let private = if config.allow_private {
        Private::Allowed
    } else {
        wishes.private
    };
    Ok(Route::new(source.hosts(), pace).to(base).private(private))
}

/// Builds the client, with the hosts that earlier runs found it best to leave alone.
async fn fetcher(app: &App) -> anyhow::Result<Fetcher> {
    let limits = &app.config.limits;
    let fetcher = Fetcher::new(Manners {
        user_agent: app.config.contact.user_agent(),
        product: app.config.contact.product.clone(),
        largest_page: limits.page_megabytes << 20,
        largest_file: limits.file_megabytes << 20,
        page_time: Duration::from_secs(limits.page_seconds),
        file_time: Duration::from_secs(limits.file_seconds),
        idle: Duration::from_secs(limits.idle_seconds),
        back_off: Duration::from_millis(limits.back_off_ms),
        rest: Duration::from_secs(limits.rest_minutes * 60),
        ..Manners::default()
    })?;
    let now = app.clock.now();
    for (host, until, reason) in app.store.resting_hosts(&now.to_string()).await? {
        let Ok(until) = until.parse::<Timestamp>() else {
            continue;
        };
        let left = Duration::try_from(until.duration_since(now)).unwrap_or_default();
        fetcher.rest(&host, left, &reason).await;
    }
    Ok(fetcher)
}

/// What a run is made of.
pub(super) struct Course<'run> {
    pub(super) app: &'run App,
    pub(super) source: &'static dyn PageSource,
    route: &'run Route,
    fetcher: &'run Fetcher,
    progress: &'run dyn Progress,
    stop: watch::Receiver<bool>,
}

/// An earlier run over the same source.
#[derive(Debug, Clone, Copy)]
struct EarlierRun {
    id: i64,
    is_baseline: bool,
}

/// Tells the progress of a job how far a crawl has come.
struct Told<'run>(&'run dyn Progress);

impl Watch for Told<'_> {
    fn at(&self, pages: u64, _records: u64, waiting: u64) {
        self.0.at(pages, Some(pages + waiting));
    }
}

impl Course<'_> {
    /// Runs and keeps nothing.
    async fn look(
        &self,
        wishes: &CrawlWishes,
        config: &SourceConfig,
    ) -> anyhow::Result<CrawlOutcome> {
        let ledger = MemoryLedger::default();
        let plan = self.new_plan(wishes, config).await?;
        let crawler = Crawler {
            source: self.source,
            route: self.route,
            fetcher: self.fetcher,
            ledger: &ledger,
            limits: Limits {
                records: Some(wishes.limit.unwrap_or(DRY_RECORDS)),
                pages: self.app.config.limits.run_pages,
            },
            stop: self.stop.clone(),
            watch: &Told(self.progress),
        };
        let report = crawler.run(&plan.plan()).await?;
        let mut outcome =
            CrawlOutcome::unbegun(self.source.id(), Standing::DryRun).reporting(&report);
        if outcome.standing.is_well() {
            outcome.standing = Standing::DryRun;
        }
        outcome.since = plan.since;
        outcome.counts.rows = report.records;
        outcome.counts.bad = report.bad;
        let records = ledger.records();
        let numbers = records
            .iter()
            .take(SAMPLE)
            .map(|record| record.number.clone());
        outcome.sample = numbers.collect();
        Ok(outcome)
    }

    /// Runs and keeps everything.
    async fn keep(
        &self,
        wishes: &CrawlWishes,
        config: &SourceConfig,
    ) -> anyhow::Result<CrawlOutcome> {
        let app = self.app;
        let (crawl, plan, resumed) = self.take_up(wishes, config).await?;
        let alike = self.runs_like(&plan).await?;
        let tone = if alike.iter().any(|run| run.is_baseline) {
            Tone::News
        } else {
            Tone::Baseline
        };
        let ledger = StoreLedger::new(app, self.source.id(), crawl.id, tone);
        let crawler = Crawler {
            source: self.source,
            route: self.route,
            fetcher: self.fetcher,
            ledger: &ledger,
            limits: Limits {
                records: wishes.limit,
                pages: app.config.limits.run_pages,
            },
            stop: self.stop.clone(),
            watch: &Told(self.progress),
        };
        let report = crawler.run(&plan.plan()).await?;
        let taken = ledger.taken_in();
        let mut outcome =
            CrawlOutcome::unbegun(self.source.id(), Standing::Complete).reporting(&report);
        outcome.since = plan.since;
        outcome.resumed = resumed;
        outcome.counts = taken.counts;
        outcome.counts.rows = report.records;
        outcome.vanished = self.retire(&crawl, &alike, &report).await?;
        self.rest_hosts(&report).await?;
        let now = app.clock.now().to_string();
        let run = Run::numbered(crawl.run);
        app.store.note_bad_rows(run, &taken.bad).await?;
        let words: Vec<&str> = outcome
            .shortfalls
            .iter()
            .map(|one| one.message.as_str())
            .collect();
        let failure = (!words.is_empty()).then(|| words.join("; "));
        app.store
            .end_run(run, &outcome.counts, &now, failure.as_deref())
            .await?;
        outcome.bad_rows = taken.bad;
        let sources: Vec<String> = taken.sources.into_iter().collect();
        app.store.refresh_sources(&sources, &now).await?;
        if matches!(report.ending, Ending::Finished | Ending::Limited) {
            let shortfalls = serde_json::to_string(&outcome.shortfalls)?;
            let end = CrawlEnd {
                at: &now,
                ending: outcome.standing.code(),
                complete: report.is_complete(),
                baseline: report.ending == Ending::Finished && crawl.is_full,
                shortfalls: &shortfalls,
            };
            app.store.end_crawl(crawl.id, end).await?;
        }
        Ok(outcome)
    }

    /// Returns the runs that asked for the same.
    ///
    /// Another province or another list of acts is another question: the first answer to it is no news, and what only an
    /// earlier question brought is not gone.
    async fn runs_like(&self, plan: &KeptPlan) -> anyhow::Result<Vec<EarlierRun>> {
        let plans = self.app.store.crawl_plans(self.source.id()).await?;
        let alike = plans.into_iter().filter_map(|(id, text, is_baseline)| {
            let earlier: KeptPlan = serde_json::from_str(&text).ok()?;
            (earlier.settings == plan.settings).then_some(EarlierRun { id, is_baseline })
        });
        Ok(alike.collect())
    }

    /// Marks what a complete look at everything did not meet any more.
    async fn retire(
        &self,
        crawl: &Crawl,
        alike: &[EarlierRun],
        report: &CrawlReport,
    ) -> anyhow::Result<u64> {
        let proves = report.ending == Ending::Finished
            && report.is_complete()
            && crawl.is_full
            && report.bad == 0;
        if !proves {
            return Ok(0);
        }
        let store = &self.app.store;
        let others: Vec<i64> = alike.iter().map(|run| run.id).collect();
        let unseen = store.unseen(self.source.id(), crawl.id, &others).await?;
        let doubtful = unseen.unseen == unseen.known
            || (unseen.unseen > MANY && unseen.unseen * 2 > unseen.known);
        if unseen.unseen == 0 || doubtful {
            if unseen.unseen > 0 {
                tracing::warn!(
                    source = self.source.id(),
                    "a complete run met {} of {} known rows; none is marked as gone",
                    unseen.known - unseen.unseen,
                    unseen.known
                );
            }
            return Ok(0);
        }
        let now = self.app.clock.now().to_string();
        Ok(store
            .mark_vanished(self.source.id(), crawl.id, &others, &now)
            .await?)
    }

    /// Remembers which hosts are left alone, for other runs and other processes.
    async fn rest_hosts(&self, report: &CrawlReport) -> anyhow::Result<()> {
        let Some(rest) = &report.rest else {
            return Ok(());
        };
        let seconds = i64::try_from(rest.seconds).unwrap_or(i64::MAX);
        let until = self
            .app
            .clock
            .now()
            .saturating_add(SignedDuration::from_secs(seconds))?;
        self.app
            .store
            .rest_host(&rest.host, &until.to_string(), &rest.reason)
            .await?;
        Ok(())
    }
}
