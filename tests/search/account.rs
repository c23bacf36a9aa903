//! What an answer says of itself where it found little.

use duibiao::model::Language;
use duibiao::search::{Filters, Meant, SearchRequest, SearchResponse};

use crate::support::{House, row};

async fn house() -> House {
    let titles = [
        ("ISO 4000-1:2021", "Passenger car tyres and rims"),
        ("ISO 4209-1:2001", "Truck and bus tyres and rims"),
        (
            "ISO 4223-1:2017",
            "Definitions of terms used in tyre industry",
        ),
        ("ISO 10454:1993", "Truck and bus tyres, pneumatic"),
        ("ISO 9001:2015", "Quality management systems"),
    ];
    House::with_rows(&titles.map(|(number, title)| row(number, title))).await
}

async fn asked(house: &House, request: SearchRequest) -> SearchResponse {
    let searcher = house.app.searcher().await.unwrap();
    searcher.search(&request).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_misspelt_word_is_offered_as_titles_spell_it_and_never_applied() {
    let house = house().await;
    let answer = asked(&house, SearchRequest::of("TYERS")).await;
    assert_eq!(answer.total, 0);
    let meant = &answer.did_you_mean[0];
    assert_eq!((meant.kind, meant.from.as_str()), (Meant::Word, "tyers"));
    assert_eq!(
        (meant.to.as_str(), meant.query.as_str()),
        ("tyres", "tyres")
    );
    assert_eq!(meant.records, 4);
    assert!(
        asked(&house, SearchRequest::of(meant.query.clone()))
            .await
            .total
            > 0
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_is_not_there_leads_to_the_family_one_digit_away() {
    let house = house().await;
    let answer = asked(&house, SearchRequest::of("ISO 90001 质量")).await;
    let meant = answer
        .did_you_mean
        .iter()
        .find(|one| one.kind == Meant::Number);
    let meant = meant.unwrap();
    assert_eq!(
        (meant.from.as_str(), meant.to.as_str()),
        ("ISO 90001", "ISO 9001")
    );
    assert_eq!(meant.query, "ISO 9001 质量");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_answer_names_the_words_that_nothing_has_and_the_renderings_tried() {
    let house = house().await;
    let request = SearchRequest {
        filters: Filters {
            market: vec!["CN".to_owned()],
            ..Filters::default()
        },
        ..SearchRequest::of("轮胎 qwxyz")
    };
    let read = asked(&house, request).await.read_as;
    assert_eq!(read.unmet, ["qwxyz"]);
    assert_eq!(read.sentence(Language::Zh), "含“轮胎 qwxyz”，市场 = 中国");
    assert_eq!(
        read.sentence(Language::En),
        "contains “轮胎 qwxyz”, market = China"
    );
    let tyre = read
        .renderings
        .iter()
        .find(|one| one.from == "轮胎")
        .unwrap();
    assert!(tyre.to.contains(&"tyre".to_owned()), "{tyre:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn several_misspelt_words_are_mended_together_by_the_last_link() {
    let house = house().await;
    let answer = asked(&house, SearchRequest::of("pnuematic tyers")).await;
    let last = answer.did_you_mean.last().unwrap();
    assert_eq!(last.query, "pneumatic tyres");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_that_found_enough_says_only_how_it_was_read() {
    let house = house().await;
    let answer = asked(&house, SearchRequest::of("tyres")).await;
    assert_eq!(answer.total, 4);
    assert_eq!(answer.read_as.sentence(Language::En), "contains “tyres”");
    assert!(answer.read_as.renderings.is_empty() && answer.did_you_mean.is_empty());
}
