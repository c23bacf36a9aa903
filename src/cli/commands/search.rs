//! `duibiao search`.

use serde::Deserialize;

use super::Session;
use crate::cli::arguments::SearchArguments;
use crate::cli::{Failure, Outcome, batch, output};
use crate::export::hits_table;
use crate::model::{Language, PartialDate};
use crate::search::{Extras, Filters, SearchParameters, SearchRequest, SearchResponse, Searcher};

pub(super) async fn run(session: &Session, options: SearchArguments) -> Result<Outcome, Failure> {
    let searcher = session.app.searcher().await?;
    if options.batch {
        return batch::answer(|line: BatchLine| respond(searcher, line, session.language)).await;
    }
    let format = options.format;
    let request = request(options, session.language)?;
    let response = searcher.search(&request).await?;
    output::list(
        format,
        &hits_table(&response.hits, session.language),
        &response.hits,
        &response,
    )?;
    for repair in &response.repairs {
        output::complaint(
            session
                .language
                .pick(&repair.message.zh, &repair.message.en),
        );
    }
    if format == crate::cli::format::Format::Table {
        summarize(&response, session.language);
    }
    Ok(Outcome::found(response.total > 0))
}

fn summarize(response: &SearchResponse, language: Language) {
    let SearchResponse {
        total,
        records,
        took_ms,
        ..
    } = response;
    output::complaint(&match language {
        Language::Zh => format!("共 {total} 项（{records} 个版本），用时 {took_ms} 毫秒"),
        Language::En => format!("{total} results ({records} editions) in {took_ms} ms"),
    });
    account(response, language);
}

/// Says how the query was read where that explains the answer, and on an empty one what was searched.
fn account(response: &SearchResponse, language: Language) {
    let read = &response.read_as;
    let told = response.total == 0 || !read.unmet.is_empty() || !read.renderings.is_empty();
    if told {
        let label = language.pick("检索式理解为：", "the query was read as: ");
        output::complaint(&format!("{label}{}", read.sentence(language)));
    }
    if !read.unmet.is_empty() {
        let label = language.pick("没有任何记录包含：", "no record has: ");
        let words = read.unmet.join(language.pick("、", ", "));
        output::complaint(&format!("{label}{words}"));
    }
    for one in &read.renderings {
        let label = language.pick("同时查找：", "also looked for: ");
        output::complaint(&format!("{label}{} → {}", one.from, one.to.join(", ")));
    }
    for meant in &response.did_you_mean {
        let label = language.pick("是否想查：", "did you mean: ");
        output::complaint(&format!("{label}{}", meant.query));
    }
    if response.total > 0 {
        return;
    }
    let sources = response.coverage.sources.iter().map(|source| {
        let name = language.pick(&source.label.zh, &source.label.en);
        let day = source.fresh_at.get(..10).unwrap_or_default();
        format!("{name} {} ({day})", source.records)
    });
    let sources: Vec<String> = sources.collect();
    let label = language.pick("查了这些来源：", "searched: ");
    output::complaint(&format!("{label}{}", sources.join("; ")));
    for sentence in response.coverage.not_covered.iter().take(5) {
        output::complaint(sentence);
    }
}

fn request(options: SearchArguments, language: Language) -> Result<SearchRequest, Failure> {
    let date = |text: Option<String>| -> Result<Option<PartialDate>, Failure> {
        let parse = |text: String| {
            text.parse().map_err(|error| {
                Failure::input(
                    format!("{error}"),
                    "write a date as 2026-11-25, 2026-11 or 2026",
                )
            })
        };
        text.map(parse).transpose()
    };
    Ok(SearchRequest {
        query: options.query.join(" "),
        filters: Filters {
            kind: options.kind,
            market: options.market,
            body: options.body,
            status: options.status,
            ics: options.ics,
            hs: options.hs,
            ccs: options.ccs,
            product: options.product,
            from: date(options.from)?,
            to: date(options.to)?,
        },
        as_of: date(options.as_of)?.map(PartialDate::latest),
        sort: options.sort,
        limit: options.limit,
        cursor: options.cursor,
        extras: Extras::default(),
        language,
    })
}

/// A line of a batch: the parameters of the interface, lists as JSON lists or comma-separated.
#[derive(Debug, Deserialize)]
struct BatchLine {
    #[serde(flatten)]
    parameters: SearchParameters,
}

async fn respond(
    searcher: &Searcher,
    line: BatchLine,
    language: Language,
) -> Result<SearchResponse, (&'static str, String)> {
    let request = line
        .parameters
        .into_request(language)
        .map_err(|error| ("bad_request", error.to_string()))?;
    searcher
        .search(&request)
        .await
        .map_err(|error| ("search_failed", error.to_string()))
}
