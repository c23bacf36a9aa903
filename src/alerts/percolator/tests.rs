//! 1. What is watched is met, by code, product, word, document and market, and the reason says how.
//! 2. Families are met as wholes.
//! 3. Looking up gives exactly what asking every interest in turn gives.

use proptest::prelude::*;
use serde_json::json;

use super::{Match, Percolator, Reason};
use crate::alerts::occurrence::Occurrence;
use crate::alerts::samples::{occurrence, record};
use crate::alerts::subscription::Interest;
use crate::model::EventKind;

fn interest(topics: &[&str], markets: &[&str], matters: &[&str]) -> Interest {
    let each = |list: &[&str]| list.iter().map(|&one| one.to_owned()).collect::<Vec<_>>();
    let (topics, markets, matters) = (each(topics), each(markets), each(matters));
    Interest::read(
        topics.iter().map(String::as_str),
        markets.iter().map(String::as_str),
        matters.iter().map(String::as_str),
    )
    .unwrap()
}

fn reasons(interest: &Interest, occurrence: &Occurrence) -> Vec<Reason> {
    let found = Percolator::new([interest]).percolate(occurrence);
    found.into_iter().flat_map(|one| one.reasons).collect()
}

fn is_met(topics: &[&str], markets: &[&str], occurrence: &Occurrence) -> bool {
    !reasons(&interest(topics, markets, &[]), occurrence).is_empty()
}

#[test]
fn what_is_watched_is_met_whichever_way() {
    let bars = occurrence(1, record(&json!({})));
    for topic in [
        "hs:72",
        "hs:7214",
        "hs:7214201000",
        "ics:77",
        "ics:77.140.15",
        "document:G/TBT/N/EU/1088/Add.3",
        "query:钢筋",
        "query:reinforcing bar",
        "query:市场:欧盟 钢筋",
        "query:截止:2027 法规",
        "query:标题:钢筋",
        "query:hs:7214",
        "product:rebar",
    ] {
        assert!(is_met(&[topic], &[], &bars), "{topic}");
        assert!(is_met(&[topic], &["EU"], &bars), "{topic} in the EU");
        assert!(is_met(&[topic], &["德国"], &bars), "{topic} in a member");
    }
    for topic in [
        "hs:7213",
        "ics:77.150",
        "document:G/TBT/N/EU/1089",
        "query:玩具",
        "query:钢筋 玩具",
        "query:钢筋 -法规",
        "query:截止:2026",
        "query:市场:US 钢筋",
        "product:toy",
    ] {
        assert!(!is_met(&[topic], &[], &bars), "{topic}");
    }
    assert!(!is_met(&["hs:7214"], &["US"], &bars));
    assert!(
        is_met(&["document:G/TBT/N/EU/1088"], &["US"], &bars),
        "a document is met anywhere"
    );
    assert!(is_met(&[], &["EU"], &bars));
}

#[test]
fn a_query_is_met_in_the_other_language_and_the_reason_shows_the_word() {
    let english = occurrence(
        1,
        record(
            &json!({"titles": {"en": "Safety of tyres for passenger cars"}, "hs": [], "ics": []}),
        ),
    );
    let found = reasons(&interest(&["query:轮胎"], &[], &[]), &english);
    let [
        Reason::Words {
            field,
            watched,
            found,
        },
    ] = &found[..]
    else {
        panic!("{found:?}");
    };
    assert_eq!((field.as_str(), watched.as_str()), ("title.en", "轮胎"));
    assert!(
        found.starts_with("tyre") || found.starts_with("tire"),
        "{found}"
    );
}

#[test]
fn an_addendum_without_codes_reaches_those_who_watch_its_parents_code() {
    let addendum = |inherited: &serde_json::Value| {
        let mut addendum = json!({
            "id": "G~TBT~N~EU~1088~Add.1", "number": "G/TBT/N/EU/1088/Add.1",
            "titles": {"en": "Addendum"}, "hs": [], "ics": []
        });
        addendum["inherited"] = inherited.clone();
        occurrence(2, record(&addendum))
    };
    let watch = interest(&["hs:721420"], &["EU"], &[]);
    assert!(reasons(&watch, &addendum(&json!(null))).is_empty());
    let happening = addendum(&json!({"from": "G/TBT/N/EU/1088", "hs": ["721420"]}));
    assert_eq!(
        reasons(&watch, &happening),
        [Reason::Hs {
            watched: "721420".to_owned(),
            notified: "721420".to_owned(),
            product: None,
            from: Some("G/TBT/N/EU/1088".to_owned()),
        }]
    );
}

#[test]
fn only_the_chosen_matters_are_told() {
    let watch = interest(&["hs:7214"], &[], &["deadline"]);
    let mut happening = occurrence(1, record(&json!({})));
    assert!(reasons(&watch, &happening).is_empty());
    happening.change.kind = EventKind::DeadlineChanged;
    assert!(!reasons(&watch, &happening).is_empty());
}

const HS: [&str; 7] = ["72", "7214", "721420", "72142000", "95", "9503", "4011"];
const ICS: [&str; 6] = ["77", "77.140", "77.140.15", "97", "97.200", "97.200.50"];
const MARKETS: [&str; 5] = ["EU", "US", "DE", "CN", "INT"];
const TITLES: [&str; 6] = [
    "Safety of toys",
    "钢筋 技术条件",
    "Tyres for passenger cars — test methods",
    "玩具安全 第2部分",
    "Steel wire",
    "G/TBT 通报",
];
const QUERIES: [&str; 12] = [
    "query:玩具",
    "query:toys",
    "query:轮胎 或 钢筋",
    "query:钢丝 -玩具",
    "query:\"技术条件\"",
    "query:stee*",
    "query:发布:2026 玩具",
    "query:状态:现行 hs:72",
    "query:ics:97.200 类型:通报",
    "query:市场:EU",
    "query:-玩具 市场:US",
    "query:截止:2027",
];

fn any_record() -> impl Strategy<Value = Occurrence> {
    let some =
        |of: &'static [&'static str], most| proptest::sample::subsequence(of.to_vec(), 0..=most);
    (
        some(&HS, 3),
        some(&ICS, 2),
        some(&MARKETS, 3),
        some(&TITLES, 2),
        proptest::sample::select(vec!["G/TBT/N/EU/1", "G/TBT/N/EU/2", "ISO 9001"]),
        proptest::sample::select(vec![
            EventKind::New,
            EventKind::DeadlineChanged,
            EventKind::Replaced,
        ]),
    )
        .prop_map(|(hs, ics, markets, titles, family, kind)| {
            let titles: serde_json::Map<String, serde_json::Value> = titles
                .into_iter()
                .zip(["zh", "en"])
                .map(|(title, language)| (language.to_owned(), json!(title)))
                .collect();
            let mut happening = occurrence(
                1,
                record(
                    &json!({"hs": hs, "ics": ics, "markets": markets, "titles": titles,
                    "number": family, "family": family, "id": family}),
                ),
            );
            happening.change.kind = kind;
            happening
        })
}

fn any_interest() -> impl Strategy<Value = Interest> {
    let mut topics: Vec<String> = QUERIES.iter().map(|&query| query.to_owned()).collect();
    topics.extend(HS.iter().map(|code| format!("hs:{code}")));
    topics.extend(ICS.iter().map(|code| format!("ics:{code}")));
    topics.extend(
        [
            "product:toy",
            "product:rebar",
            "document:ISO 9001",
            "document:G/TBT/N/EU/2/Rev.1",
        ]
        .map(str::to_owned),
    );
    (
        proptest::sample::subsequence(topics, 0..4),
        proptest::sample::subsequence(MARKETS.to_vec(), 0..3),
        proptest::sample::subsequence(vec!["new", "deadline", "replaced"], 0..3),
    )
        .prop_filter_map("a catch-all", |(topics, markets, matters)| {
            Interest::read(topics.iter().map(String::as_str), markets, matters).ok()
        })
}

proptest! {
    #[test]
    fn looking_up_gives_what_asking_all_gives(
        interests in proptest::collection::vec(any_interest(), 0..20),
        happenings in proptest::collection::vec(any_record(), 1..6),
    ) {
        let percolator = Percolator::new(&interests);
        for happening in &happenings {
            let looked_up: Vec<Match> = percolator.percolate(happening);
            prop_assert_eq!(looked_up, percolator.percolate_by_asking_all(happening));
        }
    }
}
