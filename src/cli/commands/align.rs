//! `duibiao align`.

use std::path::Path;

use super::text_file::{self, Shown};
use super::{Session, questions};
use crate::cli::arguments::AlignArguments;
use crate::cli::{Failure, Outcome, output};
use crate::compare::align::{Clause, ClausePair};
use crate::compare::request::{AlignRequest, AlignResponse};
use crate::export::Table;
use crate::model::Language;
use crate::text::clauses;

pub(super) async fn run(
    options: &AlignArguments,
    open: &impl AsyncFn() -> Result<Session, Failure>,
    language: Language,
) -> Result<Outcome, Failure> {
    let (Some(a), Some(b)) = (&options.a, &options.b) else {
        return questions::answer_batch::<AlignRequest>().await;
    };
    let request = AlignRequest {
        a: clauses_of(a, open).await?,
        b: clauses_of(b, open).await?,
    };
    let answer = questions::answer(request.clone())?;
    let table = table(&request, &answer, language);
    output::list(options.format, &table, &answer.pairs, &answer)?;
    Ok(Outcome::found(
        answer
            .pairs
            .iter()
            .any(|pair| pair.0.is_some() && pair.1.is_some()),
    ))
}

/// The clauses of a file: a JSON list of them, or a text that is divided.
async fn clauses_of(
    path: &Path,
    open: &impl AsyncFn() -> Result<Session, Failure>,
) -> Result<Vec<Clause>, Failure> {
    // Titles are shown beside the labels, so what may only give facts is not enough.
    let text = text_file::text(path, "", Shown::Text, open).await?;
    let is_json = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    if is_json {
        return serde_json::from_str(&text).map_err(|reason| {
            let message = format!("{}: expected a list of clauses: {reason}", path.display());
            Failure::input(
                message,
                "write [{\"clause\":\"4.1\",\"title\":\"…\",\"text\":\"…\"}]",
            )
        });
    }
    let clauses = Clause::of_tree(&text, &clauses::split(&text));
    if clauses.is_empty() {
        let message = format!("no clause was found in `{}`", path.display());
        return Err(Failure::input(
            message,
            "number the clauses (4.1, 第三条, Article 5), or use a JSON list",
        ));
    }
    Ok(clauses)
}

fn table(request: &AlignRequest, answer: &AlignResponse, language: Language) -> Table {
    let headers = match language {
        Language::Zh => ["甲", "标题", "乙", "标题", "相似度"],
        Language::En => ["A", "Title", "B", "Title", "Score"],
    };
    let mut table = Table::new(language.pick("条款对应", "Alignment"), &headers);
    for ClausePair(a, b, score) in &answer.pairs {
        table.push(vec![
            a.clone().unwrap_or_default(),
            title(&request.a, a.as_deref()),
            b.clone().unwrap_or_default(),
            title(&request.b, b.as_deref()),
            score.map(|score| format!("{score:.2}")).unwrap_or_default(),
        ]);
    }
    table
}

fn title(clauses: &[Clause], label: Option<&str>) -> String {
    let found = clauses
        .iter()
        .find(|clause| Some(clause.clause.as_str()) == label);
    found.map(|clause| clause.title.clone()).unwrap_or_default()
}
