//! The sources: rows, freshness, last run, drift, schedule; a crawl at once.

use super::super::form::Form;
use super::super::page::{Line, Listing};
use super::super::room::{Done, Hand};
use super::super::words::AdminWords;
use crate::accounts::Action;
use crate::app::App;
use crate::jobs;
use crate::web::error::{Problem, WebError};
use crate::web::reader::Reader;

pub(super) async fn listing(app: &App, reader: &Reader) -> Result<Listing, WebError> {
    let words = AdminWords::of(reader.language);
    let store = &app.store;
    let freshness = store
        .freshness()
        .await
        .map_err(|error| reader.fail(error))?;
    let health = store
        .crawl_health()
        .await
        .map_err(|error| reader.fail(error))?;
    let mut ids: Vec<&str> = indexers::page_sources()
        .iter()
        .map(|source| source.id())
        .collect();
    ids.extend(freshness.iter().map(|source| source.id.as_str()));
    ids.sort_unstable();
    ids.dedup();
    let line = |id: &str| {
        let read = freshness.iter().find(|source| source.id == id);
        let run = health.get(id);
        let config = app.config.source(id);
        let schedule = if config.enabled {
            config.every.to_string()
        } else {
            words.not_scheduled.to_owned()
        };
        let drift = run.map(|run| {
            let names = run.drift.iter().map(|one| one.name.as_str());
            names.collect::<Vec<_>>().join(", ")
        });
        Line {
            cells: vec![
                id.to_owned(),
                read.map_or(0, |read| read.records).to_string(),
                read.map(|read| read.fresh_at.clone()).unwrap_or_default(),
                run.map(|run| format!("{} · {}", run.ending, run.started))
                    .unwrap_or_default(),
                run.map(|run| run.failed_pages.to_string())
                    .unwrap_or_default(),
                drift.unwrap_or_default(),
                schedule,
                run.and_then(|run| run.next.clone()).unwrap_or_default(),
            ],
            subject: indexers::page_source(id).map(|source| source.id().to_owned()),
            href: None,
        }
    };
    Ok(Listing {
        headers: words.source_headers.to_vec(),
        lines: ids.into_iter().map(line).collect(),
        deed: Some(words.run_now),
        ..Listing::default()
    })
}

/// Asks for a crawl.
pub(super) async fn act(hand: Hand<'_>, form: &Form) -> Result<Done, WebError> {
    let words = AdminWords::of(hand.reader.language);
    let source = form.get("subject");
    let known = jobs::crawl_soon(hand.app, source).await;
    let known = known.map_err(|error| hand.reader.fail(Problem::inside(error.as_ref())))?;
    if !known {
        return Ok(Done::saying(words.no_such_line));
    }
    hand.note(Action::RunSource, source, "").await?;
    Ok(Done::saying((words.will_run)(source)))
}
