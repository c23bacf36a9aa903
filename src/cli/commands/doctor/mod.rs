//! `duibiao doctor`: looks at store, index and sources, and at what the program lives on.
//!
//! Trouble ends with exit code 3; what merely works less well than it could is told with advice.

mod finding;
mod surroundings;

use self::finding::Finding;
use super::Session;
use crate::cli::arguments::ListArguments;
use crate::cli::{Failure, Outcome, output};
use crate::export::Table;
use crate::model::Language;

pub(super) async fn run(session: &Session, options: &ListArguments) -> Result<Outcome, Failure> {
    let findings = examine(session).await?;
    let headers = match session.language {
        Language::Zh => ["检查", "结果", "发现", "建议"],
        Language::En => ["Looked at", "Result", "Found", "Advice"],
    };
    let mut table = Table::new("doctor", &headers);
    for finding in &findings {
        let result = match (finding.healthy, &finding.advice) {
            (true, None) => session.language.pick("正常", "well"),
            (true, Some(_)) => session.language.pick("可改进", "could be better"),
            (false, _) => session.language.pick("有问题", "trouble"),
        };
        let advice = finding.advice.clone().unwrap_or_default();
        table.push(vec![
            finding.name.to_owned(),
            result.to_owned(),
            finding.found.clone(),
            advice,
        ]);
    }
    output::list(options.format, &table, &findings, &findings)?;
    let well = findings.iter().all(|finding| finding.healthy);
    if well {
        Ok(Outcome::Done)
    } else {
        Err(Failure {
            error: anyhow::anyhow!("trouble was found"),
            hint: None,
            code: 3,
        })
    }
}

async fn examine(session: &Session) -> Result<Vec<Finding>, Failure> {
    let mut findings = vec![
        store(session).await?,
        index(session).await?,
        sources(session).await?,
    ];
    findings.extend(surroundings::examine(&session.app, session.language).await);
    Ok(findings)
}

/// Every page of the store is whole.
async fn store(session: &Session) -> Result<Finding, Failure> {
    let store = &session.app.store;
    let wrong = store.check().await?;
    if wrong.is_empty() {
        let found = format!("{} records", store.record_count().await?);
        return Ok(Finding::well("store", found));
    }
    let advice = session.language.pick("从备份恢复", "restore a backup");
    Ok(Finding::trouble("store", wrong.join("; "), advice))
}

/// The index is ours and has seen what the store holds.
async fn index(session: &Session) -> Result<Finding, Failure> {
    let (app, name) = (&session.app, "index");
    let revision = app.store.revision().await?;
    let Some(current) = app.generations().current() else {
        let found = "none of this program's making";
        let advice = session
            .language
            .pick("运行 duibiao reindex", "run `duibiao reindex`");
        return Ok(if revision == 0 {
            Finding::note(name, found, advice)
        } else {
            Finding::trouble(name, found, advice)
        });
    };
    let seen = current.revision()?;
    let found = format!(
        "{} of revision {seen}, store at {revision}, {} MB, {} documents",
        current.name(),
        app.generations().size() >> 20,
        current.reader().searcher().num_docs()
    );
    if seen >= revision {
        return Ok(Finding::well(name, found));
    }
    let advice = session.language.pick(
        "下次启动服务或导入时会自动补齐",
        "the next serve or import catches up",
    );
    Ok(Finding::trouble(name, found, advice))
}

/// Something was read.
async fn sources(session: &Session) -> Result<Finding, Failure> {
    let sources = session.app.store.freshness().await?;
    if sources.is_empty() {
        let advice = session.language.pick(
            "运行 duibiao serve 装入起始资料，或 duibiao import",
            "run `duibiao serve`, which loads the starter corpus, or `duibiao import`",
        );
        return Ok(Finding::trouble("sources", "none was read", advice));
    }
    let counts = sources
        .iter()
        .map(|source| format!("{} {}", source.id, source.records));
    Ok(Finding::well(
        "sources",
        counts.collect::<Vec<_>>().join(", "),
    ))
}
