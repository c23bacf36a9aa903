//! Texts nobody should type, and random ones.
//!
//! Time is bounded by construction: one pass of the lexer, one of the parser, no query above
//! [`limits::BYTES`]. The clock is looked at nevertheless, with room for slow machines.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use crate::model::Language;
use crate::search::query::{
    Content, Node, Problem, limits, parse, parse_lenient, refuse_catch_all,
};

/// Reads a query in all ways and checks what must hold for any text; gives the lenient tree.
fn check(query: &str) -> Node {
    let lenient = parse_lenient(query);
    match parse(query) {
        Ok(node) => {
            assert_eq!(lenient.node, node, "{query:?}");
            assert_eq!(lenient.repairs, [], "{query:?}");
        }
        Err(error) => {
            assert!(
                query.get(error.span.clone()).is_some(),
                "{query:?}: {error}"
            );
            assert!(error.caret(query).contains('^'));
            let first = lenient.repairs.first().expect("what is refused is mended");
            assert_eq!(first.reason, error.problem, "{query:?}");
        }
    }
    for repair in &lenient.repairs {
        assert!(
            query.get(repair.span.clone()).is_some(),
            "{query:?}: {repair:?}"
        );
        assert!(!repair.reason.sentence(Language::Zh).is_empty());
    }
    check_leaves(&lenient.node, query);
    let _ = (
        lenient.node.describe(Language::En),
        refuse_catch_all(&lenient.node),
    );
    let printed = lenient.node.to_string();
    let hinted =
        |repair: &super::super::Repair| matches!(repair.reason, Problem::UnknownField { .. });
    if printed.len() <= limits::BYTES && !lenient.repairs.iter().any(hinted) {
        let again =
            parse(&printed).unwrap_or_else(|error| panic!("{query:?} → {printed:?}: {error}"));
        assert_eq!(
            again.without_spans(),
            lenient.node.clone().without_spans(),
            "{query:?} → {printed:?}"
        );
    }
    lenient.node
}

fn check_leaves(node: &Node, query: &str) {
    match node {
        Node::Any => {}
        Node::Not(child) => check_leaves(child, query),
        Node::And(children) | Node::Or(children) => {
            assert!(children.len() > 1, "{query:?}");
            for child in children {
                check_leaves(child, query);
            }
        }
        Node::Words { text, span }
        | Node::Phrase { text, span, .. }
        | Node::Prefix { text, span } => {
            assert!(
                !text.is_empty() && query.get(span.clone()).is_some(),
                "{query:?}"
            );
        }
        Node::Field { values, span, .. } => {
            assert!(
                !values.is_empty() && query.get(span.clone()).is_some(),
                "{query:?}"
            );
            for value in values {
                assert!(query.get(value.span.clone()).is_some(), "{query:?}");
                assert_ne!(value.content, Content::Text(String::new()), "{query:?}");
            }
        }
    }
}

#[test]
fn hostile_texts_are_answered_within_the_time_of_a_request() {
    let repeated = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len());
    let pieces = [
        "轮胎 ",
        "\"",
        "“",
        "「",
        "『「«",
        "(",
        ")",
        "(a ",
        "a(",
        "()",
        "-",
        "- ",
        "-a ",
        "NOT ",
        "OR ",
        "a OR ",
        "*",
        "a* ",
        "GB ",
        "GB/T 1* ",
        "标准号:",
        "标准号:GB ",
        "市场:(",
        "市场:(a,",
        "a,",
        "发布:<30d ",
        "发布:9..",
        "staus:a ",
        "staus:",
        "abcdefghijkl:",
        ":",
        "\u{0}",
        "\u{202E}",
        "👩‍👩‍👧‍👦",
        "مرحبا ",
        "輪胎標準 ",
        "ＧＢ／Ｔ　１ ",
        "e\u{301}",
        "\u{FEFF}",
        "~9",
        "\"a\"~9",
        "\"\" ",
        "(-",
        "-(",
        "a OR (",
        "市场:\"",
        "!",
        "\\",
        "或 ",
        "19\" ",
        "(J)",
    ];
    for piece in pieces {
        for bytes in [100, 10_000, 1_000_000] {
            let query = repeated(piece, bytes);
            let start = Instant::now();
            let (_, _) = (parse_lenient(&query), parse(&query).is_ok());
            let took = start.elapsed();
            assert!(
                took < Duration::from_secs(1),
                "{piece:?} × {bytes}: {took:?}"
            );
            check(&query);
        }
    }
}

#[test]
fn two_hundred_clauses_are_all_read() {
    let query = (0..200)
        .map(|n| format!("市场:国{n}"))
        .collect::<Vec<_>>()
        .join(" ");
    let Node::And(children) = check(&query) else {
        panic!("a conjunction")
    };
    assert_eq!(children.len(), 200);
}

#[test]
fn control_characters_and_marks_of_direction_are_blanks_and_emoji_are_words() {
    assert_eq!(
        super::short(&check("轮\u{0}胎\u{7}\u{202E}-翻新")),
        "and([轮 胎] not([翻新]))"
    );
    assert_eq!(super::short(&check("👩‍👧 🚗")), "[👩‍👧 🚗]");
    assert_eq!(
        super::short(&check("שלום -עולם")),
        "and([שלום] not([עולם]))"
    );
}

/// Pieces that mean something, so that random texts hit the grammar.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        " ",
        " ",
        " ",
        "　",
        "轮胎",
        "a",
        "GB",
        "GB/T",
        "K",
        "1",
        "19001-2016",
        "DB13",
        "(J)",
        "\"",
        "“",
        "」",
        "「",
        "«",
        "(",
        ")",
        "（",
        "）",
        "-",
        "－",
        "*",
        "OR",
        "或",
        "AND",
        "&",
        "NOT",
        "非",
        ",",
        "，",
        "标准号:",
        "title:",
        "市场：",
        "状态:",
        "现行",
        "发布:",
        "2020",
        "..",
        "<30d",
        "今天",
        "hs:",
        "4011",
        "ics:",
        "ccs:",
        "G41",
        "类型:",
        "法规",
        "~",
        "~3",
        ":",
        "staus:",
        "/",
        ".",
        "\n",
        "\u{0}",
        "x",
        "'",
        "5\"",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_is_answered_and_prints_to_text_that_reads_the_same(query in any::<String>()) {
        check(&query);
    }

    #[test]
    fn any_mixture_of_the_grammar_is_answered_and_prints_to_text_that_reads_the_same(query in pieces()) {
        check(&query);
    }

    #[test]
    fn plain_words_stay_one_verbatim_leaf(words in prop::collection::vec("[a-z0-9轮胎标准]{1,6}", 1..8)) {
        let query = words.join(" ");
        prop_assert_eq!(
            parse(&query).unwrap(),
            Node::Words { text: query.clone(), span: 0..query.len() }
        );
    }
}
