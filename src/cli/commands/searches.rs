//! `duibiao searches`: searches that are kept under a name.

use super::Session;
use crate::cli::searches_arguments::{SearchesArguments, SearchesCommand};
use crate::cli::{Failure, Outcome, output};
use crate::export::{Table, hits_table};
use crate::search::Filters;
use crate::search::saved::{SavedQuery, SavedQueryError, SavedSearch};

/// The command line has one user, who needs no name.
const OWNER: &str = "";

pub(super) async fn run(
    session: &Session,
    options: &SearchesArguments,
) -> Result<Outcome, Failure> {
    match &options.command {
        None => list(session, options).await,
        Some(SearchesCommand::Save { name, query }) => save(session, name, &query.join(" ")).await,
        Some(SearchesCommand::Show { name }) => show(session, options, name).await,
        Some(SearchesCommand::Run { name, limit }) => ask(session, options, name, *limit).await,
        Some(SearchesCommand::Remove { name }) => {
            let there = named(session, name).await?;
            let gone = session.app.searches.forget(OWNER, there.id).await?;
            Ok(Outcome::found(gone))
        }
    }
}

/// Finds a saved search by its name, or by its number.
pub(super) async fn named(session: &Session, name: &str) -> Result<SavedSearch, Failure> {
    let all = session.app.searches.of(OWNER).await?;
    let number = name.parse().ok();
    let found = all
        .iter()
        .find(|one| one.name == name)
        .or_else(|| all.iter().find(|one| Some(one.id) == number));
    found.cloned().ok_or_else(|| {
        Failure::input(
            format!("expected the name or number of a saved search, found `{name}`"),
            "list them with `duibiao searches`",
        )
    })
}

async fn list(session: &Session, options: &SearchesArguments) -> Result<Outcome, Failure> {
    let all = session.app.searches.of(OWNER).await?;
    let language = session.language;
    let headers = [
        language.pick("序号", "No"),
        language.pick("名称", "Name"),
        language.pick("检索式", "Query"),
        language.pick("理解为", "Read as"),
        language.pick("保存时间", "Saved"),
    ];
    let mut table = Table::new(language.pick("保存的检索", "Saved searches"), &headers);
    for one in &all {
        table.push(vec![
            one.id.to_string(),
            one.name.clone(),
            one.query.text().to_owned(),
            one.query.describe(language),
            one.saved_at.clone(),
        ]);
    }
    output::list(options.format, &table, &all, &all)?;
    Ok(Outcome::found(!all.is_empty()))
}

async fn save(session: &Session, name: &str, query: &str) -> Result<Outcome, Failure> {
    let read = SavedQuery::new(query, Filters::default());
    let read = read.map_err(|error: SavedQueryError| {
        let message = error.message(session.language);
        Failure::input(
            format!("{message}\n{}", error.caret(query)),
            "a search that is kept must narrow; `duibiao search` shows how a query is read",
        )
    })?;
    let saved = session.app.searches.save(OWNER, name, read).await?;
    let words = session.language.pick("已保存", "saved");
    output::line(&format!(
        "{} {} {words}: {}",
        saved.id,
        saved.name,
        saved.query.describe(session.language)
    ))?;
    Ok(Outcome::found(true))
}

async fn show(
    session: &Session,
    options: &SearchesArguments,
    name: &str,
) -> Result<Outcome, Failure> {
    let one = named(session, name).await?;
    if options.format == crate::cli::format::Format::Json {
        output::json(&one)?;
        return Ok(Outcome::found(true));
    }
    let language = session.language;
    let colon = language.pick("：", ": ");
    for (label, value) in [
        (language.pick("名称", "name"), one.name.as_str()),
        (language.pick("检索式", "query"), one.query.text()),
        (
            language.pick("理解为", "read as"),
            &one.query.describe(language),
        ),
        (
            language.pick("规范形式", "canonical"),
            one.query.canonical(),
        ),
        (language.pick("保存时间", "saved"), &one.saved_at),
    ] {
        output::line(&format!("{label}{colon}{value}"))?;
    }
    if let Some(reread) = one.query.reread().filter(|reread| reread.changed()) {
        let words = language.pick("保存时理解为", "when it was saved it was read as");
        output::complaint(&format!("{words}{colon}{}", reread.before));
    }
    Ok(Outcome::found(true))
}

async fn ask(
    session: &Session,
    options: &SearchesArguments,
    name: &str,
    limit: usize,
) -> Result<Outcome, Failure> {
    let one = named(session, name).await?;
    let mut request = one.query.request(session.language);
    request.limit = limit;
    let answer = session.app.searcher().await?.search(&request).await?;
    output::list(
        options.format,
        &hits_table(&answer.hits, session.language),
        &answer.hits,
        &answer,
    )?;
    Ok(Outcome::found(answer.total > 0))
}
