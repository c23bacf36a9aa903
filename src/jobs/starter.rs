//! Loading the corpus that the program carries.

use super::import::{index, settle};
use super::{Progress, Step};
use crate::app::App;
use crate::ingest::{Harvest, Row};

/// The parts of the corpus in the order they are read: what limits belong to comes before the limits.
const PARTS: [(&str, &str); 4] = [
    ("products.jsonl", corpora::raw::PRODUCTS),
    ("standards.jsonl", corpora::raw::STANDARDS),
    ("regulations.jsonl", corpora::raw::REGULATIONS),
    ("indicators.jsonl", corpora::raw::INDICATORS),
];

/// Under this name the store remembers which corpus it has loaded.
const LOADED: &str = "starter_corpus";

/// Loads the starter corpus if the store does not have it, or has an older one; returns whether it did.
///
/// The same way in as every file: bytes, rows, records. So a newer program brings newer facts, and facts that an official
/// source has overtaken stay overtaken.
pub async fn load_starter(app: &App, progress: &dyn Progress) -> anyhow::Result<bool> {
    let mut hasher = blake3::Hasher::new();
    for (_, text) in PARTS {
        hasher.update(text.as_bytes());
    }
    let version = hasher.finalize().to_hex()[..16].to_owned();
    if app.store.meta(LOADED).await?.as_deref() == Some(version.as_str()) {
        return Ok(false);
    }
    let total = PARTS
        .iter()
        .map(|(_, text)| text.lines().count() as u64)
        .sum();
    progress.begin(&Step::Reading("starter".to_owned()), Some(total));
    let mut done = 0;
    for (name, text) in PARTS {
        let lines = text
            .lines()
            .zip(1..)
            .filter(|(text, _)| !text.trim().is_empty());
        let rows: Vec<Row> = lines
            .map(|(text, line)| Row {
                line,
                text: text.to_owned(),
            })
            .collect();
        for rows in rows.chunks(500) {
            let harvest = Harvest {
                origin: name.to_owned(),
                rows: rows.to_vec(),
            };
            let read = app.ingest.read(harvest).await?;
            let taken = app.ingest.write(read).await?;
            if let Some(bad) = taken.bad.first() {
                anyhow::bail!(
                    "the carried corpus is damaged: {name} line {}, {}: {}",
                    bad.line,
                    bad.field,
                    bad.reason
                );
            }
            done += rows.len() as u64;
            progress.at(done, Some(total));
        }
    }
    progress.end();
    app.store
        .refresh_sources(&["starter".to_owned()], &app.clock.now().to_string())
        .await?;
    settle(app, progress).await?;
    index(app, progress).await?;
    app.store.set_meta(LOADED, &version).await?;
    Ok(true)
}
