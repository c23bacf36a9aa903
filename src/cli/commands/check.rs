//! `duibiao check`.

use std::path::Path;

use indexers::list_text;

use super::Session;
use super::resolve::day_of;
use crate::cli::arguments::CheckArguments;
use crate::cli::{Failure, Outcome, output};
use crate::export::validity_table;
use crate::validity::check;

pub(super) async fn run(session: &Session, options: &CheckArguments) -> Result<Outcome, Failure> {
    let text = text_of(&options.file)?;
    let app = &session.app;
    let day = match &options.as_of {
        Some(text) => day_of(text)?,
        None => app.clock.today(),
    };
    let report = check(&app.store, &app.resolver, &text, day).await?;
    let table = validity_table(&report, session.language);
    output::list(options.format, &table, &report.rows, &report)?;
    Ok(Outcome::found(!report.rows.is_empty()))
}

fn text_of(file: &Path) -> Result<String, Failure> {
    let text = if file == Path::new("-") {
        list_text(file, std::io::stdin().lock())
    } else {
        let opened = fs_err::File::open(file)
            .map_err(|error| Failure::input(error.to_string(), "name a file that can be read"))?;
        list_text(file, opened)
    };
    text.map_err(|error| Failure::input(error.to_string(), error.hint()))
}
