//! `duibiao resolve`.

use std::io::Read;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Session;
use crate::cli::arguments::ResolveArguments;
use crate::cli::{Failure, Outcome, batch, output};
use crate::export::items_table;
use crate::model::PartialDate;
use crate::search::{ResolveError, ResolvedItem, Resolver};

/// The answer to one text.
#[derive(Debug, Serialize)]
struct Items {
    items: Vec<ResolvedItem>,
}

#[derive(Debug, Deserialize)]
struct BatchLine {
    text: String,
    as_of: Option<PartialDate>,
}

pub(super) async fn run(session: &Session, options: &ResolveArguments) -> Result<Outcome, Failure> {
    let resolver = &session.app.resolver;
    let today = session.app.clock.today();
    if options.batch {
        return batch::answer(|line: BatchLine| async move {
            let day = line.as_of.map_or(today, PartialDate::latest);
            let items = resolver.text(&line.text, day).await;
            items
                .map(|items| Items { items })
                .map_err(|error| (code(&error), error.to_string()))
        })
        .await;
    }
    let day = match &options.as_of {
        Some(text) => day_of(text)?,
        None => today,
    };
    let mut items = Vec::new();
    if options.texts.is_empty() {
        let mut text = String::new();
        std::io::stdin().lock().read_to_string(&mut text)?;
        items.extend(in_text(resolver, &text, day).await?);
    }
    for text in &options.texts {
        items.extend(alone(resolver, text, day).await?);
    }
    let found = items.iter().any(|item| matches!(item.status, 200 | 300));
    let table = items_table(&items, session.language);
    let answer = Items { items };
    output::list(options.format, &table, &answer.items, &answer)?;
    Ok(Outcome::found(found))
}

/// An argument is a number by itself unless only a part of it is one.
async fn alone(resolver: &Resolver, text: &str, day: Date) -> Result<Vec<ResolvedItem>, Failure> {
    let found = in_text(resolver, text, day).await?;
    let part_only = found.iter().any(|item| item.text.len() < text.trim().len());
    if !found.is_empty() && (found.len() > 1 || part_only) {
        return Ok(found);
    }
    Ok(vec![resolver.alone(text, day).await?])
}

async fn in_text(resolver: &Resolver, text: &str, day: Date) -> Result<Vec<ResolvedItem>, Failure> {
    resolver.text(text, day).await.map_err(|error| match error {
        ResolveError::TooMany(_) => Failure::input(error.to_string(), "divide the text"),
        ResolveError::Store(error) => error.into(),
    })
}

fn code(error: &ResolveError) -> &'static str {
    match error {
        ResolveError::TooMany(_) => "too_many_numbers",
        ResolveError::Store(_) => "store_failed",
    }
}

pub(super) fn day_of(text: &str) -> Result<Date, Failure> {
    let date: Result<PartialDate, _> = text.parse();
    date.map(PartialDate::latest)
        .map_err(|error| Failure::input(error.to_string(), "write a date as 2026-11-25"))
}
