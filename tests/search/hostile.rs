//! Whatever is typed is answered, soon.

use std::time::{Duration, Instant};

use duibiao::search::SearchRequest;
use proptest::prelude::*;

use crate::support::House;

/// Generous, because tests run unoptimised beside others; the real figure is in the benches.
const SOON: Duration = Duration::from_secs(5);

#[tokio::test(flavor = "multi_thread")]
async fn monsters_are_answered() {
    let house = House::furnished().await;
    let searcher = house.app.searcher().await.unwrap();
    let monsters = [
        "轮胎".repeat(5_000),
        "a OR ".repeat(2_000),
        "(".repeat(10_000),
        "\"".repeat(9_999),
        "ISO 9001 ".repeat(1_200),
        "-x ".repeat(3_000),
        "👩‍👩‍👧 🦆 \u{202E}abc\u{0} \u{FFFD}".repeat(100),
        "建築設計防火規範 ＩＳＯ　９００１".repeat(50),
        "字".repeat(300_000),
        "标准号:".repeat(500),
        "*".to_owned(),
        String::new(),
    ];
    for monster in monsters {
        let shown: String = monster.chars().take(20).collect();
        let started = Instant::now();
        searcher.search(&SearchRequest::of(monster)).await.unwrap();
        assert!(
            started.elapsed() < SOON,
            "`{shown}…` took {:?}",
            started.elapsed()
        );
    }
}

#[test]
fn random_text_is_answered() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let house = runtime.block_on(House::furnished());
    let searcher = runtime.block_on(house.app.searcher()).unwrap();
    proptest!(ProptestConfig::with_cases(120), |(query in "\\PC{0,60}")| {
        let answer = runtime.block_on(searcher.search(&SearchRequest::of(query)));
        prop_assert!(answer.is_ok());
    });
}
