//! The query language over real records.

use duibiao::search::{SearchRequest, SearchResponse};

use crate::support::{House, row};

async fn ask(house: &House, query: &str) -> SearchResponse {
    let request = SearchRequest {
        limit: 100,
        ..SearchRequest::of(query)
    };
    house
        .app
        .searcher()
        .await
        .unwrap()
        .search(&request)
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn conditions_narrow_and_say_the_same_in_both_languages() {
    let house = House::furnished().await;
    let all = ask(&house, "轮胎").await;
    let chinese = ask(&house, "轮胎 市场:中国").await;
    let english = ask(&house, "轮胎 market:CN").await;
    assert!(chinese.total > 0 && chinese.total < all.total);
    let ids = |answer: &SearchResponse| {
        answer
            .hits
            .iter()
            .map(|hit| hit.id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&chinese), ids(&english));
    assert!(
        chinese
            .hits
            .iter()
            .all(|hit| hit.markets.contains(&"CN".to_owned()))
    );
    let without = ask(&house, "轮胎 -市场:中国").await;
    assert_eq!(without.records + chinese.records, all.records);
    let current = ask(&house, "状态:现行 发布:2020..2024").await;
    assert!(current.total > 0);
    assert!(
        current
            .hits
            .iter()
            .all(|hit| ("2020".."2025").contains(&hit.published.as_deref().unwrap()))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn phrases_alternatives_and_exclusions_do_what_they_say() {
    let house = House::furnished().await;
    let either = ask(&house, "钢筋 OR 轮胎").await;
    let (steel, tyres) = (ask(&house, "钢筋").await, ask(&house, "轮胎").await);
    assert!(either.records >= steel.records.max(tyres.records));
    let phrase = ask(&house, "\"热轧带肋钢筋\"").await;
    assert!(phrase.hits.iter().any(|hit| hit.number == "GB 1499.2-2024"));
    let without = ask(&house, "热轧 -带肋").await;
    assert!(
        without
            .hits
            .iter()
            .all(|hit| !hit.title.get("zh").unwrap_or_default().contains("带肋"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_query_is_mended_and_the_answer_says_so() {
    let house = House::furnished().await;
    let broken = ask(&house, "\"钢筋 (").await;
    assert!(broken.total > 0);
    assert!(
        broken
            .repairs
            .iter()
            .any(|repair| repair.reason == "syntax"),
        "{:?}",
        broken.repairs
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn chinese_finds_english_and_says_by_which_rendering() {
    let house = House::with_rows(&[
        row(
            "ISO 4000-1:2021",
            "Passenger car tyres and rims - Part 1: Tyres",
        ),
        row("ISO 1000:1992", "SI units and recommendations"),
    ])
    .await;
    let found = ask(&house, "轮胎").await;
    assert_eq!(found.total, 1);
    let hit = &found.hits[0];
    assert_eq!(hit.number, "ISO 4000-1:2021");
    assert!(
        hit.translated
            .iter()
            .any(|one| one.from == "轮胎" && one.to.contains("tyre")),
        "{:?}",
        hit.translated
    );
    assert!(
        hit.title_marked["en"].contains("<mark>"),
        "{:?}",
        hit.title_marked
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_found_says_what_was_searched_and_what_is_not_covered() {
    let house = House::furnished().await;
    let nothing = ask(&house, "量子引力望远镜").await;
    assert!(!nothing.coverage.sources.is_empty());
    assert!(!nothing.coverage.not_covered.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_say_nothing_are_insisted_on_only_alone() {
    let house = House::with_rows(&[
        row("ISO 9001:2015", "Quality management systems"),
        row("ISO 111:2001", "Guide to the measurement of length"),
    ])
    .await;
    for query in ["the ISO 9001", "ISO 9001 and the"] {
        let answer = ask(&house, query).await;
        assert_eq!(answer.total, 1, "{query}");
        assert!(
            answer
                .repairs
                .iter()
                .all(|repair| repair.reason != "relaxed"),
            "{query}"
        );
    }
    assert_eq!(ask(&house, "to the").await.hits[0].number, "ISO 111:2001");
}
