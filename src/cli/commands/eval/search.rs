//! `duibiao eval search`.

use std::io::BufRead;

use serde::Serialize;
use serde_json::{Map, Value};

use super::super::Session;
use super::printed;
use crate::cli::eval_arguments::EvalSearchArguments;
use crate::cli::{Failure, Outcome, output};
use crate::model::NumberKeys;
use crate::search::{Extras, Filters, SearchRequest, Searcher};

/// Quality of the answers to a set of judged queries.
#[derive(Debug, Default, Serialize)]
struct Quality {
    queries: usize,
    recall_at_1: f64,
    recall_at_10: f64,
    recall_at_50: f64,
    /// Mean reciprocal rank over the first `k` hits.
    mrr: f64,
    k: usize,
    median_ms: f64,
    p99_ms: f64,
}

/// Hits looked at.
const DEPTH: usize = 50;

pub(in crate::cli::commands) async fn search(
    session: &Session,
    options: &EvalSearchArguments,
) -> Result<Outcome, Failure> {
    let searcher = session.app.searcher().await?;
    let mut ranks = Vec::new();
    let mut times = Vec::new();
    for (line, row) in (1_u64..).zip(rows(options)?) {
        let row = row?;
        let text = |field: &str| row.get(field).and_then(Value::as_str).map(str::to_owned);
        let (Some(number), Some(query)) = (text("number"), text(&options.field)) else {
            let message = format!("line {line}: expected `number` and `{}`", options.field);
            return Err(Failure::input(message, "name the field with --field"));
        };
        let started = std::time::Instant::now();
        let rank = rank(searcher, options, &number, &query).await?;
        times.push(started.elapsed().as_secs_f64() * 1000.0);
        if options.ranks {
            let shown = rank.map_or_else(|| "-".to_owned(), |rank| rank.to_string());
            output::line(&format!("{shown}\t{number}\t{query}"))?;
        }
        ranks.push(rank);
    }
    printed(&quality(&ranks, times, options.k), options.format)?;
    Ok(Outcome::found(!ranks.is_empty()))
}

fn rows(
    options: &EvalSearchArguments,
) -> Result<impl Iterator<Item = Result<Map<String, Value>, Failure>>, Failure> {
    let file = fs_err::File::open(&options.file)
        .map_err(|error| Failure::input(error.to_string(), "name a file of JSON lines"))?;
    let lines = std::io::BufReader::new(file).lines();
    Ok(lines
        .filter(|line| line.as_ref().is_ok_and(|line| !line.trim().is_empty()))
        .map(|line| {
            serde_json::from_str(&line?).map_err(|error| {
                Failure::input(error.to_string(), "every line must be a JSON object")
            })
        }))
}

/// The rank of the family that is the right answer, from one.
async fn rank(
    searcher: &Searcher,
    options: &EvalSearchArguments,
    number: &str,
    query: &str,
) -> Result<Option<usize>, Failure> {
    let request = SearchRequest {
        query: query.to_owned(),
        filters: Filters {
            body: options.body.clone(),
            ..Filters::default()
        },
        limit: DEPTH,
        extras: Extras {
            facets: false,
            snippets: false,
        },
        ..SearchRequest::default()
    };
    let family = NumberKeys::of(number).family;
    let response = searcher.search(&request).await?;
    Ok(response
        .hits
        .iter()
        .position(|hit| hit.family == family)
        .map(|place| place + 1))
}

fn quality(ranks: &[Option<usize>], mut times: Vec<f64>, k: usize) -> Quality {
    let count = |most: usize| ranks.iter().flatten().filter(|&&rank| rank <= most).count();
    let share = |part: f64| {
        if ranks.is_empty() {
            0.0
        } else {
            part / as_f64(ranks.len())
        }
    };
    let reciprocal: f64 = ranks
        .iter()
        .flatten()
        .filter(|&&rank| rank <= k)
        .map(|&rank| 1.0 / as_f64(rank))
        .sum();
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| {
        times
            .get((times.len() * percent / 100).min(times.len().saturating_sub(1)))
            .copied()
    };
    Quality {
        queries: ranks.len(),
        recall_at_1: share(as_f64(count(1))),
        recall_at_10: share(as_f64(count(10))),
        recall_at_50: share(as_f64(count(DEPTH))),
        mrr: share(reciprocal),
        k,
        median_ms: at(50).unwrap_or(0.0),
        p99_ms: at(99).unwrap_or(0.0),
    }
}

fn as_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
