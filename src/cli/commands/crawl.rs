//! `duibiao crawl`.

use std::collections::BTreeMap;
use std::time::Duration;

use indexers::fetch::guard::Private;
use indexers::page::PageSource;
use indexers::{page_source, page_sources, source_info};
use jiff::civil::Date;
use serde::Serialize;
use tokio::sync::watch;

use super::Session;
use crate::cli::crawl_arguments::CrawlArguments;
use crate::cli::progress::Bars;
use crate::cli::{Failure, Outcome, output, words};
use crate::export::Table;
use crate::jobs::{
    CrawlOutcome, CrawlWishes, Keep, Since, Standing, bring_to_rest, crawl, run_due,
};
use crate::model::Language;

pub(super) async fn run(session: &Session, options: &CrawlArguments) -> Result<Outcome, Failure> {
    if options.list {
        return list(session, options);
    }
    let (told, stop) = watch::channel(false);
    let work = async {
        if options.due {
            due(session, &stop).await
        } else {
            named(session, options, &stop).await
        }
    };
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_ok() {
            let words = session.language.pick(
                "正在收尾：已读的页面都已保存，下次继续",
                "stopping: what was read is kept, the next run goes on",
            );
            output::complaint(words);
            // Nobody is left to tell when the work is over already.
            let _ = told.send(true);
        }
        std::future::pending::<()>().await;
    };
    let outcomes = tokio::select! {
        outcomes = work => outcomes?,
        () = interrupt => Vec::new(),
    };
    report(session, options, &outcomes)
}

/// Crawls the sources that were named, one after another.
async fn named(
    session: &Session,
    options: &CrawlArguments,
    stop: &watch::Receiver<bool>,
) -> Result<Vec<CrawlOutcome>, Failure> {
    let wishes = wishes(session, options)?;
    let bars = Bars::new(session.language);
    let mut outcomes = Vec::new();
    for source in chosen(session, options)? {
        if *stop.borrow() {
            break;
        }
        outcomes.push(crawl(&session.app, source, &wishes, &bars, stop.clone()).await?);
    }
    // Whoever wants to go home does not wait for the index: the next start brings it up to the store.
    let kept = wishes.keep == Keep::Everything && outcomes.iter().any(|one| one.counts.rows > 0);
    if kept && !*stop.borrow() {
        bring_to_rest(&session.app, &bars).await?;
    }
    Ok(outcomes)
}

async fn due(
    session: &Session,
    stop: &watch::Receiver<bool>,
) -> Result<Vec<CrawlOutcome>, Failure> {
    let bars = Bars::new(session.language);
    let done = run_due(&session.app, &bars, stop).await?;
    for job in &done {
        if let (Some(error), None) = (&job.error, &job.crawl) {
            output::complaint(&format!("{}: {error}", job.job));
        }
    }
    Ok(done.into_iter().filter_map(|job| job.crawl).collect())
}

/// The sources that were named, or those that are switched on.
fn chosen(
    session: &Session,
    options: &CrawlArguments,
) -> Result<Vec<&'static dyn PageSource>, Failure> {
    let named: Vec<String> = if options.sources.is_empty() {
        let configured = session.app.config.sources.iter();
        let enabled = configured.filter(|(_, source)| source.enabled);
        enabled.map(|(id, _)| id.clone()).collect()
    } else {
        options.sources.clone()
    };
    if named.is_empty() {
        return Err(Failure::input(
            "expected a source, found none named and none switched on",
            "name one, see `duibiao crawl --list`, or set `enabled = true` in duibiao.toml",
        ));
    }
    let find = |id: &String| {
        page_source(id).ok_or_else(|| {
            Failure::input(
                format!("expected a source that is crawled, found `{id}`"),
                "see `duibiao crawl --list`",
            )
        })
    };
    named.iter().map(find).collect()
}

fn wishes(session: &Session, options: &CrawlArguments) -> Result<CrawlWishes, Failure> {
    let since = match &options.since {
        Some(text) => Since::Day(day(text, session.app.clock.today())?),
        None if options.full => Since::Ever,
        None => Since::LastRun,
    };
    let base = options.base.as_deref().map(|text| {
        let read = text.parse::<url::Url>().ok();
        let read = read.filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        read.ok_or_else(|| {
            Failure::input(
                format!("expected an address of http or https, found `{text}`"),
                "for example --base http://127.0.0.1:9000",
            )
        })
    });
    let mut settings = BTreeMap::new();
    for pair in &options.set {
        let (name, value) = pair.split_once('=').ok_or_else(|| {
            Failure::input(
                format!("expected name=value, found `{pair}`"),
                "for example --set province=DB13",
            )
        })?;
        settings.insert(name.trim().to_owned(), value.trim().to_owned());
    }
    Ok(CrawlWishes {
        since,
        limit: options.limit,
        keep: if options.dry_run {
            Keep::Nothing
        } else {
            Keep::Everything
        },
        base: base.transpose()?,
        private: if options.allow_private {
            Private::Allowed
        } else {
            Private::Refused
        },
        pace: options.pace_ms.map(Duration::from_millis),
        settings,
    })
}

/// Reads a day (`2026-11-01`) or a number of days back (`30d`).
fn day(text: &str, today: Date) -> Result<Date, Failure> {
    let expected = || {
        Failure::input(
            format!("expected a day or a number of days, found `{text}`"),
            "for example --since 2026-11-01 or --since 30d",
        )
    };
    if let Some(days) = text.strip_suffix('d') {
        let days: i32 = days.parse().map_err(|_| expected())?;
        let back = jiff::Span::new().try_days(days).map_err(|_| expected())?;
        return today.checked_sub(back).map_err(|_| expected());
    }
    text.parse().map_err(|_| expected())
}

/// A source that can be crawled.
#[derive(Debug, Serialize)]
struct Crawlable {
    id: &'static str,
    name: &'static str,
    hosts: &'static [&'static str],
    pace_ms: u64,
    secrets: &'static [&'static str],
    configured: bool,
    enabled: bool,
    licence: &'static str,
}

fn list(session: &Session, options: &CrawlArguments) -> Result<Outcome, Failure> {
    let config = &session.app.config;
    let line = |source: &&'static dyn PageSource| {
        let info = source_info(source.id());
        let name = |info: &indexers::SourceInfo| session.language.pick(info.name_zh, info.name_en);
        Crawlable {
            id: source.id(),
            name: info.map_or("", name),
            hosts: source.hosts(),
            pace_ms: u64::try_from(source.pace().as_millis()).unwrap_or(u64::MAX),
            secrets: source.secrets(),
            configured: config.secrets_of(source.secrets()).len() == source.secrets().len(),
            enabled: config.source(source.id()).enabled,
            licence: info.map_or("", |info| info.licence),
        }
    };
    let sources: Vec<Crawlable> = page_sources().iter().map(line).collect();
    let headers = match session.language {
        Language::Zh => ["来源", "名称", "主机", "间隔（毫秒）", "密钥", "定时"],
        Language::En => [
            "Source",
            "Name",
            "Hosts",
            "Pace (ms)",
            "Secrets",
            "Scheduled",
        ],
    };
    let mut table = Table::new(session.language.pick("可采集的来源", "Sources"), &headers);
    let yes_or_no = |yes: bool| {
        let word = if yes {
            session.language.pick("是", "yes")
        } else {
            session.language.pick("否", "no")
        };
        word.to_owned()
    };
    for source in &sources {
        let secrets = source.secrets.join(", ");
        let missing = session.language.pick("（未配置）", " (not configured)");
        table.push(vec![
            source.id.to_owned(),
            source.name.to_owned(),
            source.hosts.join(", "),
            source.pace_ms.to_string(),
            if source.configured {
                secrets
            } else {
                format!("{secrets}{missing}")
            },
            yes_or_no(source.enabled),
        ]);
    }
    output::list(options.format, &table, &sources, &sources)?;
    Ok(Outcome::found(!sources.is_empty()))
}

fn report(
    session: &Session,
    options: &CrawlArguments,
    outcomes: &[CrawlOutcome],
) -> Result<Outcome, Failure> {
    let language = session.language;
    output::list(
        options.format,
        &table(outcomes, language),
        outcomes,
        &outcomes,
    )?;
    for outcome in outcomes {
        complain(outcome, language);
        if outcome.standing == Standing::NotConfigured {
            complain_of_secrets(session, &outcome.source);
        }
    }
    if outcomes.is_empty() {
        return Ok(Outcome::NothingFound);
    }
    if outcomes.iter().all(|outcome| outcome.standing.is_well()) {
        return Ok(Outcome::Done);
    }
    let unwell: Vec<&str> = outcomes
        .iter()
        .filter(|outcome| !outcome.standing.is_well())
        .map(|outcome| outcome.source.as_str())
        .collect();
    let is_configuration = outcomes
        .iter()
        .all(|outcome| outcome.standing.is_well() || outcome.standing == Standing::NotConfigured);
    Err(Failure {
        error: anyhow::anyhow!(
            "expected complete runs, found others of {}",
            unwell.join(", ")
        ),
        hint: Some(words::after_unwell(is_configuration, language).to_owned()),
        code: if is_configuration { 2 } else { 3 },
    })
}

fn table(outcomes: &[CrawlOutcome], language: Language) -> Table {
    let headers = match language {
        Language::Zh => [
            "来源",
            "结果",
            "页",
            "未变页",
            "记录",
            "新增",
            "变更",
            "未变",
            "错误",
            "消失",
        ],
        Language::En => [
            "Source",
            "Result",
            "Pages",
            "Not modified",
            "Records",
            "Added",
            "Changed",
            "Unchanged",
            "Bad",
            "Vanished",
        ],
    };
    let mut table = Table::new(language.pick("采集", "Crawl"), &headers);
    for outcome in outcomes {
        let counts = &outcome.counts;
        let figures = [
            outcome.pages,
            outcome.not_modified,
            counts.rows,
            counts.added,
            counts.changed,
            counts.unchanged,
            counts.bad,
            outcome.vanished,
        ];
        let names = [
            outcome.source.clone(),
            words::standing(outcome.standing, language).to_owned(),
        ];
        table.push(
            names
                .into_iter()
                .chain(figures.iter().map(u64::to_string))
                .collect(),
        );
    }
    table
}

/// Says which secrets a source lacks.
fn complain_of_secrets(session: &Session, source: &str) {
    let wanted = page_source(source).map_or(&[][..], |source| source.secrets());
    let words = words::missing_secrets(wanted, session.language);
    output::complaint(&format!("{source}: {words}"));
}

/// Lines of each kind that are printed; JSON has more.
const MOST_PRINTED: usize = 10;

fn complain(outcome: &CrawlOutcome, language: Language) {
    let source = &outcome.source;
    for one in outcome.shortfalls.iter().take(MOST_PRINTED) {
        let words = words::shortfall(&one.shortfall, language);
        output::complaint(&format!("{source}: {words}"));
    }
    for failure in outcome.failures.iter().take(MOST_PRINTED) {
        output::complaint(&format!("{source}: {}: {}", failure.url, failure.reason));
    }
    for row in outcome.bad_rows.iter().take(MOST_PRINTED) {
        output::complaint(&format!("{source}: {}: {}", row.field, row.reason));
    }
    for drift in outcome.drift.iter().take(MOST_PRINTED) {
        let kind = match (drift.kind.as_str(), language) {
            ("unbound", Language::Zh) => "未识别的栏目",
            ("unbound", Language::En) => "a label without a field",
            (_, Language::Zh) => "缺少栏目",
            (_, Language::En) => "a field that is missing",
        };
        output::complaint(&format!(
            "{source}: {kind}: {} ×{}",
            drift.name, drift.times
        ));
    }
    if !outcome.sample.is_empty() {
        let label = language.pick("样例", "sample");
        output::complaint(&format!("{source}: {label}: {}", outcome.sample.join(", ")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_dates_or_counted_back() {
        let today: Date = "2026-11-25".parse().unwrap();
        assert_eq!(day("30d", today).unwrap().to_string(), "2026-10-26");
        assert_eq!(day("2026-11-01", today).unwrap().to_string(), "2026-11-01");
        for text in ["", "d", "x", "2026-13-01", "99999999999d"] {
            assert!(day(text, today).is_err(), "{text}");
        }
    }
}
