//! `duibiao compare` of two documents of the store.

use std::path::Path;

use super::{Session, questions};
use crate::cli::gap_arguments::CompareArguments;
use crate::cli::{Failure, Outcome, output};
use crate::export::comparison_report;
use crate::gap::Comparison;

/// Tells whether the two arguments name documents rather than files.
///
/// A file that is there is meant as a file; what looks like a path is too, so that a slip in a name is answered as one.
pub(super) fn are_named(options: &CompareArguments) -> bool {
    !options.texts && is_number(&options.a) && is_number(&options.b)
}

/// Endings of the files that are read.
const ENDINGS: &[&str] = &[
    "txt", "md", "csv", "html", "htm", "xml", "json", "adoc", "docx", "xlsx", "pdf",
];

/// Tells whether an argument is a number, or an identifier, rather than a file.
pub(super) fn is_number(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    let looks_like_file = ENDINGS
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known));
    // A number has strokes too, `GB/T 1.1`, but never begins with one.
    let is_path = path.is_absolute() || path.starts_with(".") || path.starts_with("..");
    !path.exists() && !looks_like_file && !is_path && path.as_os_str() != "-"
}

pub(super) async fn run(session: &Session, options: &CompareArguments) -> Result<Outcome, Failure> {
    let app = &session.app;
    let day = options.as_of.unwrap_or_else(|| app.clock.today());
    let mut ids = Vec::with_capacity(2);
    for path in [&options.a, &options.b] {
        let text = path.to_string_lossy();
        ids.push(identifier(session, &text, day).await?);
    }
    let compared = Comparison::of(&app.store, &ids[0], &ids[1], day, questions::words).await?;
    let report = comparison_report(&compared, session.language);
    output::report(options.format, &report, &compared)?;
    Ok(Outcome::Done)
}

/// The record an identifier or a number means; the best where several could be meant, with the others named.
pub(super) async fn identifier(
    session: &Session,
    text: &str,
    day: jiff::civil::Date,
) -> Result<String, Failure> {
    let app = &session.app;
    if app.store.record(text).await?.is_some() {
        return Ok(text.to_owned());
    }
    let resolution = app.resolver.number(text, day).await?;
    let is_held = resolution.code() != 404;
    let candidates = resolution.into_candidates();
    let numbers = |from: usize| {
        let others = candidates.iter().skip(from);
        others
            .map(|one| one.number.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    match candidates.first() {
        Some(best) if is_held => {
            if candidates.len() > 1 {
                let words = session.language.pick("另有", "also");
                output::complaint(&format!("{words}: {}", numbers(1)));
            }
            Ok(best.id.clone())
        }
        _ => {
            let hint = if candidates.is_empty() {
                "search for it with `duibiao search`".to_owned()
            } else {
                format!("near misses: {}", numbers(0))
            };
            Err(Failure::input(
                format!("expected a file or a number that is held, found `{text}`"),
                hint,
            ))
        }
    }
}
