//! `duibiao sources`.

use super::Session;
use crate::cli::arguments::ListArguments;
use crate::cli::{Failure, Outcome, output};
use crate::export::Table;
use crate::model::Language;

pub(super) async fn run(session: &Session, options: &ListArguments) -> Result<Outcome, Failure> {
    let searcher = session.app.searcher().await?;
    let coverage = searcher.coverage(session.language).await?;
    let headers = match session.language {
        Language::Zh => ["来源", "名称", "行数", "最近读取", "许可"],
        Language::En => ["Source", "Name", "Rows", "Last read", "Licence"],
    };
    let mut table = Table::new(session.language.pick("来源", "Sources"), &headers);
    for source in &coverage.sources {
        table.push(vec![
            source.id.clone(),
            session
                .language
                .pick(&source.label.zh, &source.label.en)
                .to_owned(),
            source.records.to_string(),
            source.fresh_at.clone(),
            indexers::source_info(&source.id)
                .map_or("", |info| info.licence)
                .to_owned(),
        ]);
    }
    output::list(options.format, &table, &coverage.sources, &coverage)?;
    Ok(Outcome::found(!coverage.sources.is_empty()))
}
