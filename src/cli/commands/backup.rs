//! `duibiao backup` and `duibiao restore`.

use std::path::Path;

use super::Session;
use crate::app::App;
use crate::backup::{self, Existing, Manifest};
use crate::cli::progress::Bars;
use crate::cli::{Failure, Outcome, output};
use crate::jobs;
use crate::model::Language;

pub(super) async fn make(session: &Session, file: &Path) -> Result<Outcome, Failure> {
    let app = &session.app;
    let manifest = backup::back_up(&app.store, &app.data_dir, file, &*app.clock).await?;
    let done = session.language.pick("已备份", "backed up");
    say(done, &manifest, session.language)
}

pub(super) async fn restore(
    file: &Path,
    data_dir: &Path,
    replace: bool,
    language: Language,
) -> Result<Outcome, Failure> {
    let existing = if replace {
        Existing::MoveAside
    } else {
        Existing::Keep
    };
    let manifest = backup::restore(file, data_dir, existing).await?;
    // A store without its index answers nothing: the restored one shall be as good as the one that was lost.
    let app = App::open(data_dir).await?;
    jobs::wake(&app, &Bars::new(language)).await?;
    let done = language.pick("已恢复并重建索引", "restored, and its index built");
    say(done, &manifest, language)
}

fn say(done: &str, manifest: &Manifest, language: Language) -> Result<Outcome, Failure> {
    let Manifest {
        records,
        revision,
        made_at,
        bytes,
        ..
    } = manifest;
    output::line(&match language {
        Language::Zh => {
            format!("{done}：{records} 条记录，修订号 {revision}，{bytes} 字节，备份于 {made_at}")
        }
        Language::En => format!(
            "{done}: {records} records, revision {revision}, {bytes} bytes, backup of {made_at}"
        ),
    })?;
    Ok(Outcome::Done)
}
