//! Broken queries: how they are refused, and how they are mended.

use crate::model::Language;
use crate::search::query::{Problem, limits, parse, parse_lenient, refuse_catch_all};

use super::short;

/// A broken query, the message of the strict driver, and the tree it is mended to.
#[rustfmt::skip]
const FAULTS: [(&str, &str, &str); 46] = [
    ("\"轮胎 翻新", "expected a closing quote, found `\"轮胎 翻新` at byte 0", "phrase[轮胎 翻新]"),
    ("标题:“轮胎 翻新", "expected a closing quote, found `“轮胎 翻新` at byte 7", "title=phrase[轮胎 翻新]"),
    ("轮胎\" 翻新", "expected quotes in pairs, found `\"` at byte 6", "[轮胎 翻新]"),
    ("\"\" 轮胎", "expected text between the quotes, found `\"\"` at byte 0", "[轮胎]"),
    ("(轮胎 OR 车轮", "expected a closing parenthesis, found `(` at byte 0", "or([轮胎] [车轮])"),
    ("市场:(欧盟 OR 美国", "expected a closing parenthesis, found `(` at byte 7", "market=欧盟|美国"),
    ("轮胎) 翻新", "expected parentheses in pairs, found `)` at byte 6", "[轮胎 翻新]"),
    (")轮胎", "expected parentheses in pairs, found `)` at byte 0", "[轮胎]"),
    ("a ))))", "expected parentheses in pairs, found `)` at byte 2", "[a]"),
    ("() 轮胎", "expected a condition between the parentheses, found `()` at byte 0", "[轮胎]"),
    ("OR 轮胎", "expected a condition on both sides of the operator, found `OR` at byte 0", "[轮胎]"),
    ("轮胎 或", "expected a condition on both sides of the operator, found `或` at byte 7", "[轮胎]"),
    ("a OR OR b", "expected a condition on both sides of the operator, found `OR` at byte 5", "or([a] [b])"),
    ("a AND OR b", "expected a condition on both sides of the operator, found `AND` at byte 2", "or([a] [b])"),
    ("a AND AND b", "expected a condition on both sides of the operator, found `AND` at byte 6", "and([a] [b])"),
    ("AND a", "expected a condition on both sides of the operator, found `AND` at byte 0", "[a]"),
    ("(OR)", "expected a condition on both sides of the operator, found `OR` at byte 1", "any"),
    ("轮胎 NOT", "expected something to exclude, found `NOT` at byte 7", "[轮胎]"),
    ("NOT NOT a", "expected something to exclude, found `NOT` at byte 0", "not([a])"),
    ("NOT OR a", "expected something to exclude, found `NOT` at byte 0", "[a]"),
    ("*胎", "expected a star at the end of a word, found `*` at byte 0", "[胎]"),
    ("\"轮胎\"*", "expected a star at the end of a word, found `*` at byte 8", "phrase[轮胎]"),
    ("(a OR b)* c", "expected a star at the end of a word, found `*` at byte 8", "and(or([a] [b]) [c])"),
    ("标题:*胎", "expected a star at the end of a word, found `*` at byte 7", "title=胎"),
    ("staus:current", "expected a known field such as `status:`, found `staus:current` at byte 0", "[staus:current]"),
    ("标准好:GB", "expected a known field such as `number:`, found `标准好:GB` at byte 0", "[标准好:GB]"),
    ("轮胎 市场:", "expected a value, found `市场:` at byte 7", "[轮胎]"),
    ("市场: 欧盟", "expected a value, found the end of the query at byte 7", "market=欧盟"),
    ("市场:(欧盟 AND 美国)", "expected a value, found `AND` at byte 15", "market=欧盟 美国"),
    ("市场:()", "expected a value, found `(` at byte 7", "any"),
    ("市场:,欧盟", "expected a value, found `,` at byte 7", "market=欧盟"),
    ("市场:欧盟,", "expected a value, found `,` at byte 13", "market=欧盟"),
    ("市场:欧盟, 状态:现行", "expected a value, found `,` at byte 13", "and(market=欧盟 status=current)"),
    ("状态:好 轮胎", "expected one of current, upcoming, superseded, withdrawn, unknown, found `好` at byte 7", "[轮胎]"),
    ("状态:现行,好", "expected one of current, upcoming, superseded, withdrawn, unknown, found `好` at byte 14", "status=current"),
    ("类型:书", "expected one of standard, regulation, notification, product, found `书` at byte 7", "any"),
    ("ICS:abc", "expected an ICS code such as `67.180.10`, found `abc` at byte 4", "any"),
    ("HS:4", "expected an HS code such as `4011`, found `4` at byte 3", "any"),
    ("CCS:41", "expected a CCS code such as `G41`, found `41` at byte 4", "any"),
    ("发布:昨儿", "expected a date such as `2024`, `2020..2024`, `<30d` or `this-year`, found `昨儿` at byte 7", "any"),
    ("发布:2024-13", "expected a date such as `2024`, `2020..2024`, `<30d` or `this-year`, found `2024-13` at byte 7", "any"),
    ("发布:..", "expected a date such as `2024`, `2020..2024`, `<30d` or `this-year`, found `..` at byte 7", "any"),
    ("发布:2024*", "expected a date such as `2024`, `2020..2024`, `<30d` or `this-year`, found `2024*` at byte 7", "any"),
    ("发布:2024..2020", "expected a range from the earlier to the later date, found `2024..2020` at byte 7", "published=2020..2024"),
    ("a (b", "expected a closing parenthesis, found `(` at byte 2", "and([a] [b])"),
    ("f(x OR y", "expected a closing parenthesis, found `(` at byte 1", "and([f] or([x] [y]))"),
];

#[test]
fn every_fault_of_the_table_is_refused_with_its_message_and_mended_to_its_tree() {
    for (query, message, tree) in FAULTS {
        let error = parse(query).expect_err(query);
        assert_eq!(error.to_string(), message, "{query}");
        let lenient = parse_lenient(query);
        assert_eq!(short(&lenient.node), tree, "{query}");
        let first = lenient
            .repairs
            .first()
            .unwrap_or_else(|| panic!("{query} has a repair"));
        assert_eq!(
            (first.reason, first.span.start),
            (error.problem, error.span.start),
            "{query}"
        );
    }
}

#[test]
fn a_repair_says_what_was_written_what_it_became_and_why() {
    let lenient = parse_lenient("轮胎 发布:2024..2020");
    let [repair] = lenient.repairs.as_slice() else {
        panic!("one repair")
    };
    assert_eq!(
        (repair.from.as_str(), repair.to.as_str()),
        ("2024..2020", "2020..2024")
    );
    assert_eq!(repair.reason.sentence(Language::Zh), "起止日期颠倒，已对调");
    let hint = parse_lenient("staus:current").repairs[0]
        .reason
        .sentence(Language::En);
    assert!(hint.contains("`status:`"), "{hint}");
}

#[test]
fn a_run_of_one_fault_is_one_repair_and_repairs_are_bounded() {
    assert_eq!(parse_lenient("轮胎 )))))").repairs.len(), 1);
    let many = "a OR OR ".repeat(200);
    assert_eq!(parse_lenient(&many).repairs.len(), limits::REPAIRS);
}

#[test]
fn the_caret_stands_under_the_fault_in_columns_of_han_text() {
    let query = "陶瓷 状态:好 GB";
    let error = parse(query).unwrap_err();
    assert_eq!(error.caret(query), "陶瓷 状态:好 GB\n          ^^");
    let query = "第一行\n第二行 NOT";
    let error = parse(query).unwrap_err();
    assert_eq!(error.caret(query), "第二行 NOT\n       ^^^");
}

#[test]
fn the_caret_cuts_long_lines_around_the_fault() {
    let query = format!("{} 状态:好 {}", "陶".repeat(200), "瓷".repeat(200));
    let drawn = parse(&query).unwrap_err().caret(&query);
    let (line, carets) = drawn.split_once('\n').unwrap();
    assert!(line.starts_with('…') && line.ends_with('…'), "{line}");
    assert!(line.contains("状态:好"), "{line}");
    assert_eq!(carets.trim_start(), "^^");
}

#[test]
fn the_caret_of_another_query_is_drawn_without_a_panic() {
    let error = parse("陶瓷陶瓷陶瓷 NOT").unwrap_err();
    for other in ["", "短", "a\nb", "陶瓷陶瓷陶瓷陶"] {
        assert!(error.caret(other).contains('^'));
    }
}

#[test]
fn the_message_is_there_in_chinese_too() {
    let error = parse("状态:好").unwrap_err();
    let expected = "应为状态词：现行、即将实施、被代替、废止或状态不详，实为 `好`（第 7 字节）";
    assert_eq!(error.message(Language::Zh), expected);
    let error = parse("市场: 欧盟").unwrap_err();
    assert_eq!(
        error.message(Language::Zh),
        "应为一个值，查询却在此结束（第 7 字节）"
    );
}

#[test]
fn what_is_beyond_the_limits_is_refused_strictly_and_cut_leniently() {
    let long = "轮胎 ".repeat(limits::BYTES);
    let many = (0..=limits::CLAUSES)
        .map(|n| format!("\"词{n}\""))
        .collect::<Vec<_>>()
        .join(" ");
    let depth = limits::DEPTH + 1;
    let deep = format!("{}a OR b{} c", "(".repeat(depth), ")".repeat(depth));
    for (query, problem) in [
        (long, Problem::TooLong),
        (many, Problem::TooManyClauses),
        (deep, Problem::TooDeep),
    ] {
        assert_eq!(parse(&query).unwrap_err().problem, problem);
        let lenient = parse_lenient(&query);
        let reasons: Vec<Problem> = lenient.repairs.iter().map(|repair| repair.reason).collect();
        assert_eq!(reasons, [problem]);
        assert!(refuse_catch_all(&lenient.node).is_ok());
    }
}

#[test]
fn what_is_just_within_the_limits_is_read() {
    let many = (0..limits::CLAUSES)
        .map(|n| format!("\"词{n}\""))
        .collect::<Vec<_>>()
        .join(" OR ");
    let deep = format!(
        "{}a OR b{} c",
        "(".repeat(limits::DEPTH),
        ")".repeat(limits::DEPTH)
    );
    for query in ["a".repeat(limits::BYTES), many, deep] {
        let strict = parse(&query).unwrap();
        assert_eq!(parse_lenient(&query).node, strict);
    }
}
