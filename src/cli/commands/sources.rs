//! `duibiao sources`.

use super::Session;
use crate::cli::arguments::ListArguments;
use crate::cli::{Failure, Outcome, output};
use crate::export::Table;
use crate::model::Language;
use crate::storage::CrawlHealth;

pub(super) async fn run(session: &Session, options: &ListArguments) -> Result<Outcome, Failure> {
    let language = session.language;
    let searcher = session.app.searcher().await?;
    let coverage = searcher.health(language).await?;
    let headers = match language {
        Language::Zh => [
            "来源",
            "名称",
            "行数",
            "最近读取",
            "最近采集",
            "用时",
            "结果",
            "页",
            "变形",
            "下次采集",
            "许可",
        ],
        Language::En => [
            "Source",
            "Name",
            "Rows",
            "Last read",
            "Last run",
            "Took",
            "Result",
            "Pages",
            "Drift",
            "Next run",
            "Licence",
        ],
    };
    let mut table = Table::new(language.pick("来源", "Sources"), &headers);
    for source in &coverage.sources {
        let name = language.pick(&source.label.zh, &source.label.en);
        let mut row = vec![
            source.id.clone(),
            name.to_owned(),
            source.records.to_string(),
            source.fresh_at.clone(),
        ];
        row.extend(run_cells(source.crawl.as_ref()));
        let info = indexers::source_info(&source.id);
        row.push(info.map_or("", |info| info.licence).to_owned());
        table.push(row);
    }
    output::list(options.format, &table, &coverage.sources, &coverage)?;
    Ok(Outcome::found(!coverage.sources.is_empty()))
}

/// Last run, duration, result, pages, drift, next run.
fn run_cells(crawl: Option<&CrawlHealth>) -> [String; 6] {
    let Some(crawl) = crawl else {
        return std::array::from_fn(|_| String::new());
    };
    let drift = crawl.drift.iter().map(|drift| drift.name.as_str());
    [
        crawl.started.clone(),
        took(crawl).unwrap_or_default(),
        crawl.ending.clone(),
        crawl.pages.to_string(),
        drift.collect::<Vec<_>>().join(", "),
        crawl.next.clone().unwrap_or_default(),
    ]
}

fn took(crawl: &CrawlHealth) -> Option<String> {
    let started: jiff::Timestamp = crawl.started.parse().ok()?;
    let finished: jiff::Timestamp = crawl.finished.as_deref()?.parse().ok()?;
    Some(format!("{} s", finished.duration_since(started).as_secs()))
}
