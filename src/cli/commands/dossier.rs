//! `duibiao dossier`.

use super::Session;
use crate::cli::gap_arguments::DossierArguments;
use crate::cli::{Failure, Outcome, output};
use crate::dossier::{Dossier, Heatmap};
use crate::export::{dossier_report, heatmap_report};

pub(super) async fn run(session: &Session, options: DossierArguments) -> Result<Outcome, Failure> {
    let app = &session.app;
    let today = app.clock.today();
    if options.map {
        let day = options.target.as_of.unwrap_or(today);
        let map = Heatmap::gather(&app.store, day).await?;
        let report = heatmap_report(&map, session.language);
        output::report(options.format, &report, &map)?;
        return Ok(Outcome::found(!map.markets.is_empty()));
    }
    let searcher = app.searcher().await.ok();
    let target = options.target.into();
    let dossier = Dossier::gather(&app.store, searcher, target, today).await?;
    let report = dossier_report(&dossier, session.language);
    output::report(options.format, &report, &dossier)?;
    Ok(Outcome::found(!dossier.gap.report.documents.is_empty()))
}
