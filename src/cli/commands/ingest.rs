//! `duibiao ingest --replay`.

use indexers::page_source;

use super::Session;
use crate::cli::crawl_arguments::IngestArguments;
use crate::cli::progress::Bars;
use crate::cli::{Failure, Outcome, output};
use crate::export::Table;
use crate::jobs::replay;
use crate::model::Language;

pub(super) async fn run(session: &Session, options: &IngestArguments) -> Result<Outcome, Failure> {
    let bars = Bars::new(session.language);
    let mut outcomes = Vec::new();
    for id in &options.replay {
        let source = page_source(id).ok_or_else(|| {
            Failure::input(
                format!("expected a source that is crawled, found `{id}`"),
                "see `duibiao crawl --list`",
            )
        })?;
        outcomes.push(replay(&session.app, source, &bars).await?);
    }
    let headers = match session.language {
        Language::Zh => ["来源", "页", "记录", "新增", "变更", "未变", "错误"],
        Language::En => [
            "Source",
            "Pages",
            "Records",
            "Added",
            "Changed",
            "Unchanged",
            "Bad",
        ],
    };
    let mut table = Table::new(session.language.pick("重读", "Replay"), &headers);
    for outcome in &outcomes {
        let counts = &outcome.counts;
        let figures = [
            outcome.pages,
            counts.rows,
            counts.added,
            counts.changed,
            counts.unchanged,
            counts.bad,
        ];
        let name = std::iter::once(outcome.source.clone());
        table.push(name.chain(figures.iter().map(u64::to_string)).collect());
    }
    output::list(options.format, &table, &outcomes, &outcomes)?;
    for outcome in &outcomes {
        for failure in outcome.failures.iter().take(10) {
            output::complaint(&format!("{}: {}", failure.url, failure.reason));
        }
    }
    let failed = outcomes.iter().any(|outcome| !outcome.failures.is_empty());
    if failed {
        return Ok(Outcome::BadInput);
    }
    Ok(Outcome::found(
        outcomes.iter().any(|outcome| outcome.pages > 0),
    ))
}
