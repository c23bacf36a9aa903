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
        let result = if finding.healthy {
            session.language.pick("正常", "well")
        } else {
            session.language.pick("有问题", "trouble")
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
    let app = &session.app;
    let zh = session.language == Language::Zh;
    let wrong = app.store.check().await?;
    let mut findings = vec![Finding {
        name: "store",
        healthy: wrong.is_empty(),
        found: if wrong.is_empty() {
            format!("{} records", app.store.record_count().await?)
        } else {
            wrong.join("; ")
        },
        advice: (!wrong.is_empty()).then(|| advice(zh, "从备份恢复", "restore a backup")),
    }];
    let revision = app.store.revision().await?;
    let index = match app.generations().current() {
        None => Finding {
            name: "index",
            healthy: revision == 0,
            found: "none of this program's making".to_owned(),
            advice: Some(advice(zh, "运行 duibiao reindex", "run `duibiao reindex`")),
        },
        Some(current) => {
            let seen = current.revision()?;
            Finding {
                name: "index",
                healthy: seen >= revision,
                found: format!(
                    "{} of revision {seen}, store at {revision}, {} MB, {} documents",
                    current.name(),
                    app.generations().size() >> 20,
                    current.reader().searcher().num_docs()
                ),
                advice: (seen < revision).then(|| {
                    advice(
                        zh,
                        "下次启动服务或导入时会自动补齐",
                        "the next serve or import catches up",
                    )
                }),
            }
        }
    };
    findings.push(index);
    let sources = app.store.freshness().await?;
    findings.push(Finding {
        name: "sources",
        healthy: !sources.is_empty(),
        found: sources
            .iter()
            .map(|source| format!("{} {}", source.id, source.records))
            .collect::<Vec<_>>()
            .join(", "),
        advice: sources.is_empty().then(|| {
            advice(
                zh,
                "运行 duibiao serve 装入起始资料，或 duibiao import",
                "run `duibiao serve`, which loads the starter corpus, or `duibiao import`",
            )
        }),
    });
    findings.extend(surroundings::examine(app, session.language).await);
    Ok(findings)
}

fn advice(zh: bool, chinese: &str, english: &str) -> String {
    if zh {
        chinese.to_owned()
    } else {
        english.to_owned()
    }
}
