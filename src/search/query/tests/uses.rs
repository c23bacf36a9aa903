//! Sentences, refusals and stored trees.

use crate::model::Language;
use crate::search::query::{
    GRAMMAR_VERSION, Node, Problem, parse, parse_lenient, refuse_catch_all,
};

#[test]
fn a_query_is_described_in_both_languages() {
    for (query, zh, en) in [
        ("", "全部记录", "every record"),
        (
            "轮胎 -翻新 市场:欧盟 发布:2020..2024",
            "含“轮胎”，不含“翻新”，市场 = 欧盟，发布 2020 至 2024",
            "contains “轮胎”, without “翻新”, market = 欧盟, published 2020 to 2024",
        ),
        (
            "a OR \"b c\"~2",
            "含“a”，或含词组“b c”（词间至多隔 2 词）",
            "contains “a”, or contains the phrase “b c” (with up to 2 words between)",
        ),
        (
            "(a OR b) c",
            "（含“a”，或含“b”），含“c”",
            "(contains “a”, or contains “b”), contains “c”",
        ),
        (
            "GB/T 1*",
            "含以“GB/T 1”开头的词",
            "contains words beginning with “GB/T 1”",
        ),
        ("-市场:美国", "排除市场 = 美国", "excluding market = 美国"),
        (
            "状态:现行,废止",
            "状态 = 现行或废止",
            "status = In force or Withdrawn",
        ),
        (
            "截止:<30d",
            "截止 距今天还有不到 30 天",
            "deadline less than 30 days ahead",
        ),
        (
            "发布:1y",
            "发布 距今天已有至多 1 年",
            "published at most 1 year ago",
        ),
        ("发布:今年", "发布 今年", "published this year"),
        ("发布:2024", "发布 2024", "published in 2024"),
        (
            "发布:2024..",
            "发布 不早于 2024",
            "published not before 2024",
        ),
        ("ICS:83.*", "ICS = 83.…", "ICS = 83.…"),
    ] {
        let node = parse(query).unwrap();
        assert_eq!(node.describe(Language::Zh), zh, "{query}");
        assert_eq!(node.describe(Language::En), en, "{query}");
    }
}

#[test]
fn the_sentence_about_a_huge_query_is_short() {
    let query = "很长的词 OR ".repeat(200) + &"长".repeat(2000);
    assert!(
        parse_lenient(&query)
            .node
            .describe(Language::Zh)
            .chars()
            .count()
            <= 601
    );
}

#[test]
fn queries_that_match_everything_are_refused_where_they_would_be_saved() {
    for query in [
        "",
        "*",
        "-a",
        "NOT 市场:欧盟",
        "-a -b",
        "a OR *",
        "a OR -b",
        "市场:*",
        "市场:欧盟,*",
        "* -a",
        "- ，",
    ] {
        let node = parse(query).unwrap_or_else(|error| panic!("{query}: {error}"));
        let error = refuse_catch_all(&node).expect_err(query);
        assert_eq!(error.problem, Problem::MatchesEverything);
        assert!(
            error
                .to_string()
                .starts_with("expected at least one condition that narrows")
        );
    }
    for query in [
        "a",
        "a -b",
        "市场:欧盟",
        "-a 市场:欧盟",
        "GB*",
        "a OR b",
        "(a OR *) b",
    ] {
        assert!(refuse_catch_all(&parse(query).unwrap()).is_ok(), "{query}");
    }
}

/// What version 1 wrote for [`STORED_QUERY`]; it has to open for good.
const STORED: &str = r#"{"and":[{"words":{"text":"轮胎","span":{"start":0,"end":6}}},{"not":{"phrase":{"text":"翻新","slop":null,"span":{"start":8,"end":16}}}},{"field":{"field":"published","values":[{"content":{"dates":{"between":{"from":{"date":"2020"},"to":{"around":{"unit":"day","turn":"this"}}}}},"span":{"start":24,"end":35}}],"span":{"start":17,"end":35}}},{"field":{"field":"deadline","values":[{"content":{"dates":{"distance":{"comparison":"under","period":{"amount":30,"unit":"day"},"direction":"ahead"}}},"span":{"start":43,"end":47}}],"span":{"start":36,"end":47}}},{"or":[{"prefix":{"text":"GB 1","span":{"start":49,"end":54}}},{"field":{"field":"status","values":[{"content":{"status":"current"},"span":{"start":65,"end":71}}],"span":{"start":58,"end":71}}}]}]}"#;
const STORED_QUERY: &str = "轮胎 -\"翻新\" 发布:2020..today 截止:<30d (GB 1* OR 状态:现行)";

#[test]
fn a_stored_tree_of_version_1_still_opens() {
    assert_eq!(GRAMMAR_VERSION, 1);
    let stored: Node = serde_json::from_str(STORED).unwrap();
    assert_eq!(stored, parse(STORED_QUERY).unwrap());
    assert_eq!(serde_json::to_string(&stored).unwrap(), STORED);
}

#[test]
fn the_deepest_tree_survives_storing() {
    let depth = crate::search::query::limits::DEPTH;
    let query = format!(
        "{}z{}",
        "(a OR -(b ".repeat(depth / 2),
        "))".repeat(depth / 2)
    );
    let node = parse(&query).unwrap();
    let stored = serde_json::to_string(&node).unwrap();
    assert_eq!(serde_json::from_str::<Node>(&stored).unwrap(), node);
}
