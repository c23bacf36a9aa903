//! Numbers that were asked for in vain; taking one off.

use super::super::form::Form;
use super::super::page::{Line, Listing};
use super::super::room::{Done, Hand};
use super::super::words::AdminWords;
use super::LINES;
use crate::accounts::Action;
use crate::app::App;
use crate::storage::UnresolvedKind;
use crate::web::error::WebError;
use crate::web::reader::Reader;

pub(super) async fn listing(app: &App, reader: &Reader) -> Result<Listing, WebError> {
    let words = AdminWords::of(reader.language);
    let from: u32 = reader.parameter("before").parse().unwrap_or(0);
    let numbers = app.store.unresolved_from(from, LINES).await;
    let numbers = numbers.map_err(|error| reader.fail(error))?;
    let further = super::further(
        reader,
        numbers.len(),
        Some(i64::from(from.saturating_add(LINES))),
    );
    let lines = numbers.into_iter().map(|one| Line {
        cells: vec![
            one.number.clone(),
            match one.kind {
                UnresolvedKind::Absent => words.absent,
                UnresolvedKind::Unreadable => words.unreadable,
            }
            .to_owned(),
            one.times.to_string(),
            one.first_seen,
            one.last_seen,
        ],
        subject: Some(one.number),
        href: None,
    });
    Ok(Listing {
        headers: words.ledger_headers.to_vec(),
        lines: lines.collect(),
        deed: Some(words.forget),
        further,
        ..Listing::default()
    })
}

/// Takes a number off.
pub(super) async fn act(hand: Hand<'_>, form: &Form) -> Result<Done, WebError> {
    let words = AdminWords::of(hand.reader.language);
    let number = form.get("subject");
    let was_there = hand.app.store.forget_unresolved(number).await;
    if !was_there.map_err(|error| hand.reader.fail(error))? {
        return Ok(Done::saying(words.no_such_line));
    }
    hand.note(Action::ForgetNumber, number, "").await?;
    Ok(Done::saying((words.forgotten)(number)))
}
