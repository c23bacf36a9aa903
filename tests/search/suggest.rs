//! Help while typing over the carried corpus.

use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use duibiao::search::suggest::Suggested;
use proptest::prelude::*;

use crate::support::{House, ask};

/// Generous, because tests run unoptimised beside others; the real figure is in the benches.
const SOON: Duration = Duration::from_millis(100);

#[tokio::test(flavor = "multi_thread")]
async fn products_terms_and_numbers_are_suggested_by_any_spelling_and_by_sound() {
    let house = House::furnished().await;
    house.app.suggester.renew().await.unwrap();
    let first = |typed: &str| {
        let answer = house.app.suggester.suggest(typed, 8);
        let found = answer.suggestions.into_iter();
        found.map(|one| (one.text, one.kind)).collect::<Vec<_>>()
    };
    for typed in ["轮胎", "輪胎", "luntai", "LunTai", "lt"] {
        let found = first(typed);
        assert!(
            found.iter().any(|(text, _)| text.contains("轮胎")),
            "{typed}: {found:?}"
        );
    }
    for typed in ["gb 6675", "GB6675", "ｇｂ６６７５", "6675"] {
        let found = first(typed);
        assert!(
            found[0].0.starts_with("GB 6675") && found[0].1 == Suggested::Number,
            "{typed}: {found:?}"
        );
    }
    assert!(
        first("tyr")
            .iter()
            .any(|(text, _)| text.to_lowercase().starts_with("tyr"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn before_the_list_is_there_the_answer_is_empty_and_says_so() {
    let house = House::furnished().await;
    let request = || {
        Request::get("/api/v1/suggest?q=lt")
            .body(Body::empty())
            .unwrap()
    };
    let (status, answer) = ask(&house, request()).await;
    assert_eq!((status, &answer["ready"]), (StatusCode::OK, &false.into()));
    house.app.suggester.renew().await.unwrap();
    let (_, answer) = ask(&house, request()).await;
    assert_eq!(answer["ready"], true);
    assert!(!answer["suggestions"].as_array().unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn monsters_are_answered_at_once() {
    let house = House::furnished().await;
    house.app.suggester.renew().await.unwrap();
    let monsters = [
        "轮胎".repeat(5_000),
        "\"(".repeat(5_000),
        "👩‍👩‍👧 🦆 \u{202E}abc\u{0} \u{FFFD}".repeat(100),
        "字".repeat(300_000),
        "\u{0}\u{1}\u{7f}".to_owned(),
        "g".to_owned(),
        String::new(),
    ];
    for monster in monsters {
        let shown: String = monster.chars().take(20).collect();
        let started = Instant::now();
        let answer = house.app.suggester.suggest(&monster, usize::MAX);
        let took = started.elapsed();
        assert!(
            answer.suggestions.len() <= 50 && took < SOON,
            "`{shown}…` took {took:?}"
        );
    }
}

#[test]
fn random_text_is_answered() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let house = runtime.block_on(House::furnished());
    runtime.block_on(house.app.suggester.renew()).unwrap();
    proptest!(|(typed in "\\PC{0,30}", limit in 0_usize..20)| {
        let answer = house.app.suggester.suggest(&typed, limit);
        prop_assert!(answer.suggestions.len() <= limit);
    });
}
