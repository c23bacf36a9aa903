//! `duibiao suggest`.

use std::time::Instant;

use serde::Serialize;

use super::Session;
use crate::cli::arguments::SuggestArguments;
use crate::cli::format::Format;
use crate::cli::{Failure, Outcome, output};
use crate::model::Language;
use crate::search::suggest::{BuildReport, Suggestion};

/// What is suggested for one text.
#[derive(Debug, Serialize)]
struct Answer {
    text: String,
    suggestions: Vec<Suggestion>,
    took_us: u64,
}

pub(super) async fn run(session: &Session, options: &SuggestArguments) -> Result<Outcome, Failure> {
    let suggester = &session.app.suggester;
    let report = suggester.renew().await?;
    let answers = options.texts.iter().map(|text| {
        let started = Instant::now();
        let suggestions = suggester.suggest(text, options.limit).suggestions;
        Answer {
            text: text.clone(),
            suggestions,
            took_us: u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX),
        }
    });
    let answers: Vec<Answer> = answers.collect();
    if options.format == Format::Json {
        output::json(&answers)?;
    } else {
        for answer in &answers {
            for one in &answer.suggestions {
                output::line(&one.text)?;
            }
        }
    }
    built(report, session.language);
    Ok(Outcome::found(
        answers.iter().any(|answer| !answer.suggestions.is_empty()),
    ))
}

fn built(report: BuildReport, language: Language) {
    let BuildReport { texts, bytes, took } = report;
    let (megabytes, took) = (bytes / 1_000_000, took.as_millis());
    output::complaint(&match language {
        Language::Zh => format!("由 {texts} 条词语建成，占 {megabytes} MB，用时 {took} 毫秒"),
        Language::En => format!("built from {texts} texts, {megabytes} MB, in {took} ms"),
    });
}
