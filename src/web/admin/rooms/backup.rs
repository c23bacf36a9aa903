//! Backups in the data directory: which there are, and making one.

use std::path::PathBuf;

use super::super::page::{Line, Listing};
use super::super::room::{Done, Hand};
use super::super::words::AdminWords;
use crate::accounts::Action;
use crate::app::App;
use crate::backup::back_up;
use crate::web::error::{Problem, WebError};
use crate::web::reader::Reader;

/// The folder of the data directory in which backups lie.
const FOLDER: &str = "backups";

fn folder(app: &App) -> PathBuf {
    app.data_dir.join(FOLDER)
}

pub(super) fn listing(app: &App, reader: &Reader) -> Result<Listing, WebError> {
    let words = AdminWords::of(reader.language);
    let folder = folder(app);
    let mut lines = Vec::new();
    if folder.is_dir() {
        let inside = |error: std::io::Error| reader.fail(Problem::inside(&error));
        for entry in fs_err::read_dir(&folder).map_err(inside)? {
            let entry = entry.map_err(inside)?;
            let bytes = entry.metadata().map_err(inside)?.len();
            lines.push(Line {
                cells: vec![
                    entry.file_name().to_string_lossy().into_owned(),
                    format!("{} kB", bytes >> 10),
                ],
                ..Line::default()
            });
        }
    }
    lines.sort_by(|left, right| right.cells.cmp(&left.cells));
    Ok(Listing {
        headers: words.backup_headers.to_vec(),
        lines,
        form: Some((Vec::new(), words.back_up)),
        ..Listing::default()
    })
}

/// Writes a backup beside the others.
pub(super) async fn act(hand: Hand<'_>) -> Result<Done, WebError> {
    let Hand { app, reader, .. } = hand;
    let words = AdminWords::of(reader.language);
    let folder = folder(app);
    fs_err::create_dir_all(&folder).map_err(|error| reader.fail(Problem::inside(&error)))?;
    let now = app.clock.now().strftime("%Y%m%dT%H%M%SZ").to_string();
    let name = format!("duibiao-{now}.backup");
    let made = back_up(&app.store, &app.data_dir, &folder.join(&name), &*app.clock).await;
    let manifest = made.map_err(|error| reader.fail(Problem::inside(&error)))?;
    let detail = format!(
        "{} records, revision {}",
        manifest.records, manifest.revision
    );
    hand.note(Action::BackUp, &name, &detail).await?;
    Ok(Done::saying((words.backed_up)(&name)))
}
