//! `duibiao export`.

use super::Session;
use super::documents::identifier;
use crate::cli::gap_arguments::ExportArguments;
use crate::cli::{Failure, Outcome, output};
use crate::export::cite;

pub(super) async fn run(session: &Session, options: &ExportArguments) -> Result<Outcome, Failure> {
    let app = &session.app;
    let today = app.clock.today();
    let mut is_any = false;
    for number in &options.numbers {
        let id = identifier(session, number, today).await?;
        if let Some(stored) = app.store.record(&id).await? {
            is_any = true;
            output::line(cite(&stored.record, options.style, today).trim_end())?;
        }
    }
    Ok(Outcome::found(is_any))
}
