//! Sub-word recall.

use duibiao::index::analyzer::{Analyzer, Pairs, Stems};
use duibiao::search::engine::Ask;
use duibiao::search::plan::{Insistence, Planner, ReadQuery};
use duibiao::search::{Filters, Sort};
use duibiao::text::is_han;

use crate::support::House;

/// Runs of Han characters of a title.
fn runs(title: &str) -> Vec<Vec<char>> {
    let mut runs = vec![Vec::new()];
    for character in title.chars() {
        if is_han(character) {
            runs.last_mut().unwrap().push(character);
        } else if !runs.last().unwrap().is_empty() {
            runs.push(Vec::new());
        }
    }
    runs
}

#[tokio::test(flavor = "multi_thread")]
async fn every_sub_word_of_a_chinese_title_finds_its_record() {
    let house = House::furnished().await;
    let searcher = house.app.searcher().await.unwrap();
    let planner = Planner::new(Analyzer::load());
    let today = house.app.clock.today();
    let mut asked = 0;
    let mut lost = Vec::new();
    // Every seventh standard, and in it every sub-word of two, three and five characters: thousands of queries.
    for standard in corpora::standards::standards().iter().step_by(7) {
        let number =
            duibiao::number::Number::parse(&standard.number).map(|number| number.to_string());
        let Ok(number) = number else { continue };
        let Some(stored) = house
            .app
            .store
            .record(&duibiao::number::slug_of(&number))
            .await
            .unwrap()
        else {
            continue;
        };
        let Some(title) = stored.record.titles.get("zh") else {
            continue;
        };
        for run in runs(title) {
            for length in [2, 3, 5] {
                for word in run.windows(length) {
                    let word: String = word.iter().collect();
                    let plan = planner.plan(
                        &ReadQuery::of(&word),
                        &Filters::default(),
                        Sort::Relevance,
                        Insistence::All,
                        today,
                    );
                    let ask = Ask {
                        as_of: None,
                        offset: 0,
                        limit: 2_000,
                        facets: false,
                    };
                    let found = searcher.engine().search(&plan, ask).unwrap();
                    asked += 1;
                    if !found.hits.iter().any(|hit| hit.family == stored.family) {
                        lost.push(format!("{word} in {number} {title}"));
                    }
                }
            }
        }
    }
    assert!(asked > 1_000, "only {asked} sub-words were asked for");
    assert!(
        lost.is_empty(),
        "{} of {asked} were not found:\n{}",
        lost.len(),
        lost.join("\n")
    );
}

#[test]
fn the_analyzer_gives_every_pair_of_a_title() {
    let analysis = Analyzer::load().analyze("钢筋混凝土用钢", Stems::English, Pairs::All);
    for pair in ["钢筋", "筋混", "混凝", "凝土", "土用", "用钢"] {
        assert!(
            analysis.bigrams.iter().any(|term| term.text == pair),
            "{pair}"
        );
    }
}
