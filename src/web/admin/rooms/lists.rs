//! Rooms in which nothing is done: conflicts, jobs, letters, reviews, the log.

use super::super::page::{Line, Listing};
use super::super::words::AdminWords;
use super::{LINES, further, place};
use crate::accounts::Action;
use crate::alerts::address::mask;
use crate::app::App;
use crate::web::error::WebError;
use crate::web::reader::Reader;
use crate::web::routes::Route;

/// Records looked at for one page of conflicts.
const LOOKED_AT: u32 = 2_000;

/// Records about which sources disagree, those that came last first.
pub(super) async fn conflicts(app: &App, reader: &Reader) -> Result<Listing, WebError> {
    let words = AdminWords::of(reader.language);
    let before = place(reader).unwrap_or(i64::MAX);
    let found = app.store.records_before(before, LOOKED_AT).await;
    let found = found.map_err(|error| reader.fail(error))?;
    let last = found.last().map(|stored| stored.id);
    let is_full = found.len() >= usize::try_from(LOOKED_AT).unwrap_or(usize::MAX);
    let mut lines = Vec::new();
    for stored in found {
        let record = stored.record;
        for conflict in &record.provenance.conflicts {
            let said = |(value, claim): &(String, usize)| {
                let claim = record.provenance.claims.get(*claim);
                format!("{}: {value}", claim.map_or("?", |claim| &claim.source))
            };
            let others = conflict.others.iter().map(said);
            lines.push(Line {
                cells: vec![
                    record.number.clone(),
                    conflict.field.clone(),
                    said(&conflict.chosen),
                    others.collect::<Vec<_>>().join(" · "),
                ],
                subject: None,
                href: Some(Route::Record(record.id.as_str()).href(reader.language)),
            });
        }
    }
    let path = reader.address.split('?').next().unwrap_or_default();
    Ok(Listing {
        headers: words.conflict_headers.to_vec(),
        lines,
        further: last
            .filter(|_| is_full)
            .map(|last| format!("{path}?before={last}")),
        ..Listing::default()
    })
}

/// Jobs, the next one due first.
pub(super) async fn jobs(app: &App, reader: &Reader) -> Result<Listing, WebError> {
    let words = AdminWords::of(reader.language);
    let jobs = app.store.jobs().await.map_err(|error| reader.fail(error))?;
    let lines = jobs.into_iter().map(|job| Line {
        cells: vec![
            job.name,
            job.due_at,
            job.attempts.to_string(),
            job.last_ended.unwrap_or_default(),
            job.last_error.unwrap_or_default(),
        ],
        ..Line::default()
    });
    Ok(Listing {
        headers: words.job_headers.to_vec(),
        lines: lines.collect(),
        ..Listing::default()
    })
}

/// Letters, those that wait or failed first; addresses are masked.
pub(super) async fn outbox(app: &App, reader: &Reader) -> Result<Listing, WebError> {
    let words = AdminWords::of(reader.language);
    let letters = app.store.outbox(LINES).await;
    let letters = letters.map_err(|error| reader.fail(error))?;
    let lines = letters.into_iter().map(|letter| {
        let at = jiff::Timestamp::from_second(letter.next_at);
        Line {
            cells: vec![
                letter.id.to_string(),
                mask(&letter.address),
                letter.kind.code().to_owned(),
                letter.state.code().to_owned(),
                letter.attempts.to_string(),
                at.map(|at| at.to_string()).unwrap_or_default(),
                letter.reply.unwrap_or_default(),
            ],
            ..Line::default()
        }
    });
    Ok(Listing {
        headers: words.letter_headers.to_vec(),
        lines: lines.collect(),
        ..Listing::default()
    })
}

/// Reviews of verdicts, the latest first.
pub(super) async fn reviews(app: &App, reader: &Reader) -> Result<Listing, WebError> {
    let words = AdminWords::of(reader.language);
    let before = place(reader).unwrap_or(i64::MAX);
    let reviews = app.store.reviews_before(before, LINES).await;
    let reviews = reviews.map_err(|error| reader.fail(error))?;
    let further = further(reader, reviews.len(), reviews.last().map(|one| one.id));
    let lines = reviews.into_iter().map(|review| Line {
        cells: vec![
            review.at,
            review.line,
            review.computed,
            review.verdict,
            review.reason,
            review.reviewer,
        ],
        ..Line::default()
    });
    Ok(Listing {
        headers: words.review_headers.to_vec(),
        lines: lines.collect(),
        further,
        ..Listing::default()
    })
}

/// The log, the latest first.
pub(super) async fn audit(app: &App, reader: &Reader) -> Result<Listing, WebError> {
    let words = AdminWords::of(reader.language);
    let entries = app.accounts.log(place(reader), LINES).await;
    let entries = entries.map_err(|error| reader.fail(error))?;
    let further = further(reader, entries.len(), entries.last().map(|one| one.id));
    let lines = entries.into_iter().map(|entry| {
        let (zh, en) = Action::names(&entry.action);
        let action = reader.language.pick(zh, en).to_owned();
        Line {
            cells: vec![entry.at, entry.actor, action, entry.subject, entry.detail],
            ..Line::default()
        }
    });
    Ok(Listing {
        headers: words.audit_headers.to_vec(),
        lines: lines.collect(),
        further,
        ..Listing::default()
    })
}
