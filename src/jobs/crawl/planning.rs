//! What a run asks for: to go on with the last one, or what a new one begins with.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::run::Course;
use super::wishes::{CrawlWishes, KeptPlan, Since};
use crate::config::SourceConfig;
use crate::storage::{Crawl, CrawlEnd, NewCrawl};

/// Days that an incremental run looks back before the last one: what is dated yesterday may appear today.
const OVERLAP_DAYS: i64 = 2;
/// A run that was broken off longer ago begins anew: what it has read is old.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(7 * 24);

impl Course<'_> {
    /// Goes on with the run that was broken off, where it serves; else begins one.
    pub(super) async fn take_up(
        &self,
        wishes: &CrawlWishes,
        config: &SourceConfig,
    ) -> anyhow::Result<(Crawl, KeptPlan, bool)> {
        let store = &self.app.store;
        let id = self.source.id();
        let now = self.app.clock.now();
        let settings = settings(wishes, config);
        while let Some(open) = store.open_crawl(id).await? {
            let touched = open.touched.parse::<Timestamp>();
            let fresh = touched.is_ok_and(|at| now.duration_since(at) < LONGEST_PAUSE);
            let plan = serde_json::from_str::<KeptPlan>(&open.plan).ok();
            if let Some(plan) = plan.filter(|plan| fresh && plan.serves(wishes.since, &settings)) {
                return Ok((open, plan, true));
            }
            let end = CrawlEnd {
                at: &now.to_string(),
                ending: "abandoned",
                complete: false,
                baseline: false,
                shortfalls: "[]",
            };
            store.end_crawl(open.id, end).await?;
        }
        let plan = self.new_plan(wishes, config).await?;
        let at = now.to_string();
        let run = store.begin_run(id, &at).await?;
        let crawl = store
            .begin_crawl(NewCrawl {
                source: id,
                run,
                plan: &serde_json::to_string(&plan)?,
                is_full: plan.since.is_none() && wishes.limit.is_none(),
                at: &at,
            })
            .await?;
        Ok((crawl, plan, false))
    }

    pub(super) async fn new_plan(
        &self,
        wishes: &CrawlWishes,
        config: &SourceConfig,
    ) -> anyhow::Result<KeptPlan> {
        let today = self.app.clock.today();
        let settings = settings(wishes, config);
        let since = match wishes.since {
            Since::Ever => None,
            Since::Day(day) => Some(day),
            Since::LastRun => self.since_last_run(config, &settings).await?,
        };
        Ok(KeptPlan {
            today,
            since,
            settings,
        })
    }

    /// The day of the last complete run, a little earlier; nothing when it is time to look at everything.
    ///
    /// Other settings than last time ask for what nobody has seen, however old it is.
    async fn since_last_run(
        &self,
        config: &SourceConfig,
        settings: &BTreeMap<String, String>,
    ) -> anyhow::Result<Option<Date>> {
        let store = &self.app.store;
        let id = self.source.id();
        let Some(full) = store.last_complete_crawl(id, true).await? else {
            return Ok(None);
        };
        let plan_of_full: KeptPlan = serde_json::from_str(&full.plan)?;
        if plan_of_full.settings != *settings {
            return Ok(None);
        }
        let now = self.app.clock.now();
        let age = full
            .started
            .parse::<Timestamp>()
            .map_or(i64::MAX, |at| now.duration_since(at).as_secs());
        if age >= config.full_every.seconds() {
            return Ok(None);
        }
        let last = store.last_complete_crawl(id, false).await?.unwrap_or(full);
        let plan: KeptPlan = serde_json::from_str(&last.plan)?;
        let back = jiff::Span::new().days(OVERLAP_DAYS);
        Ok(Some(plan.today.saturating_sub(back)))
    }
}

fn settings(wishes: &CrawlWishes, config: &SourceConfig) -> BTreeMap<String, String> {
    let mut settings = config.settings.clone();
    settings.extend(wishes.settings.clone());
    settings
}
