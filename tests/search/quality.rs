//! Search quality on the judged cases that the corpora carry.

use std::collections::BTreeMap;
use std::fmt::Write;

use corpora::queries::{Case, cases};
use duibiao::model::NumberKeys;
use duibiao::search::{SearchRequest, Searcher};

use crate::support::House;

/// Where a case's first expected record stands among the first twenty hits.
async fn rank(searcher: &Searcher, case: &Case) -> Option<usize> {
    let answer = searcher
        .search(&SearchRequest::of(case.query.clone()))
        .await
        .unwrap();
    let expected: Vec<NumberKeys> = case
        .expect
        .iter()
        .map(|number| NumberKeys::of(number))
        .collect();
    let is_expected = |number: &str, family: &str| {
        let found = NumberKeys::of(number);
        expected
            .iter()
            .any(|keys| keys.exact == found.exact || keys.family == family)
    };
    answer
        .hits
        .iter()
        .position(|hit| is_expected(&hit.number, &hit.family))
        .map(|place| place + 1)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_judged_cases_are_found_as_well_as_the_report_says() {
    let house = House::furnished().await;
    let searcher = house.app.searcher().await.unwrap();
    let mut kinds: BTreeMap<String, (usize, usize, usize, f64)> = BTreeMap::new();
    let mut missed = String::new();
    for case in cases() {
        let rank = rank(searcher, case).await;
        let entry = kinds
            .entry(format!("{:?}", case.kind).to_lowercase())
            .or_default();
        entry.0 += 1;
        if let Some(rank) = rank {
            entry.1 += usize::from(rank == 1);
            entry.2 += usize::from(rank <= 10);
            entry.3 += 1.0 / f64::from(u32::try_from(rank).unwrap());
        }
        if rank.is_none_or(|rank| rank > 1) {
            writeln!(
                missed,
                "{} · {} · rank {rank:?} · expected {:?}",
                entry.0, case.query, case.expect
            )
            .unwrap();
        }
    }
    let mut report = String::from("kind      cases  first  in ten  MRR\n");
    for (kind, (cases, first, ten, reciprocal)) in &kinds {
        let mean = reciprocal / f64::from(u32::try_from(*cases).unwrap());
        writeln!(
            report,
            "{kind:<9} {cases:>5}  {first:>5}  {ten:>6}  {mean:.3}"
        )
        .unwrap();
    }
    eprintln!("{report}\nnot first:\n{missed}");
    insta::assert_snapshot!("quality", report);
}
