//! What must hold for any text.
//!
//! 1. No input panics, and every span lies on character boundaries.
//! 2. A text compared with itself has no differences, and its clauses pair with themselves.
//! 3. The operations of a diff cover both texts and rebuild the new one from the old.
//! 4. Exchanging the sides mirrors the verdict; an indicator equals itself.
//! 5. An indicator survives its JSON form.

use duibiao::compare::align::{Clause, align};
use duibiao::compare::indicator::{Indicator, Limit, OpenEnds, extract};
use duibiao::compare::text_diff::{Change, diff, script_runs};
use duibiao::compare::verdict::{Verdict, judge};
use duibiao::text::clauses::split;
use proptest::prelude::*;

/// Pieces that make texts look like standards.
fn piece() -> impl Strategy<Value = String> {
    let words = [
        "铅",
        "含量",
        "不应大于",
        "不小于",
        "应为",
        "在",
        "时",
        "，",
        "。",
        "；",
        "：",
        "\n",
        " ",
        "±",
        "～",
        "(",
        "）",
        "|",
        "\t",
        "4.1 ",
        "a) ",
        "（一）",
        "shall not exceed",
        " shall be ",
        "at least",
        "between",
        " and ",
        " or more",
        "mg/kg",
        "℃",
        "%",
        "mm",
        "N·m",
        "倍",
        "GB/T 228.1—2021",
        "ISO 148-1",
        "1 000",
        "0,5",
        "2 3/8 in.",
        "1×10⁵",
        "−20",
        "+2/−1",
        "百分之五",
        "第三条",
        "§ 1303.4",
        "(i)",
        "表 1",
        "注：",
        "<table><tr><td>",
        "</table>",
        "分别",
        "均",
        "以上",
        "不得有",
    ];
    prop_oneof![
        8 => prop::sample::select(words.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => (0_u32..100_000).prop_map(|number| number.to_string()),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat()),
        any::<String>(),
    ]
}

fn limit() -> impl Strategy<Value = Limit> {
    let number = || {
        (-10_000_i64..10_000, 0_u32..4)
            .prop_map(|(mantissa, scale)| rust_decimal::Decimal::new(mantissa, scale))
    };
    let open = prop::sample::select(vec![
        None,
        Some(OpenEnds::Low),
        Some(OpenEnds::High),
        Some(OpenEnds::Both),
    ]);
    prop_oneof![
        number().prop_map(Limit::Below),
        number().prop_map(Limit::AtMost),
        number().prop_map(Limit::Above),
        number().prop_map(Limit::AtLeast),
        number().prop_map(Limit::Equal),
        (number(), number(), open).prop_map(|(low, high, open)| Limit::range(low, high, open)),
        (number(), number()).prop_map(|(nominal, deviation)| Limit::Tolerance {
            nominal,
            deviation: deviation.abs()
        }),
        prop::collection::vec("[A-Z][0-9]", 1..4).prop_map(Limit::Enumeration),
        prop::sample::select(vec![
            "不得检出",
            "prohibited",
            "应清洁",
            "按生产需要适量使用",
            "不作规定"
        ])
        .prop_map(|words| Limit::Qualitative(words.to_owned())),
    ]
}

fn indicator() -> impl Strategy<Value = Indicator> {
    let name = prop::sample::select(vec![
        "铅",
        "lead",
        "温升",
        "temperature rise",
        "抗拉强度",
        "厚度",
        "sum of A and B",
        "each of A and B",
    ]);
    let unit = prop::sample::select(vec![
        "mg/kg", "%", "[ppm]", "MPa", "[ksi]", "Cel", "[degF]", "K", "1", "{grade}", "nonsense",
    ]);
    let condition = prop::sample::select(vec![
        None,
        Some("年平均"),
        Some("23 ℃"),
        Some("t ≤ 16 mm"),
        Some("ISO 37"),
        Some("检出限 0.1 mg/kg"),
    ]);
    (name, limit(), unit, condition).prop_map(|(name, limit, unit, condition)| {
        let indicator = Indicator::new(name, limit).with_unit(unit);
        match condition {
            Some(condition) => indicator.with_condition(condition),
            None => indicator,
        }
    })
}

fn clauses() -> impl Strategy<Value = Vec<Clause>> {
    let clause = (piece(), prop::collection::vec(piece(), 0..8));
    prop::collection::vec(clause, 0..12).prop_map(|items| {
        items
            .into_iter()
            .enumerate()
            .map(|(at, (title, text))| Clause {
                clause: (at + 1).to_string(),
                title,
                text: text.concat(),
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn extraction_never_panics_and_spans_are_whole_characters(text in text()) {
        for found in extract(&text, None) {
            prop_assert!(text.get(found.span.clone()).is_some(), "{found:?}");
        }
    }

    #[test]
    fn splitting_never_panics_and_ranges_are_whole_characters(text in text()) {
        for clause in split(&text).clauses {
            prop_assert!(text.get(clause.title.clone()).is_some());
            for part in &clause.parts {
                prop_assert!(text.get(part.range.clone()).is_some());
            }
        }
    }

    #[test]
    fn a_text_does_not_differ_from_itself(text in text()) {
        prop_assert!(diff(&text, &text, &script_runs, None).is_equal());
    }

    #[test]
    fn operations_rebuild_the_new_text(old in text(), new in text()) {
        let result = diff(&old, &new, &script_runs, None);
        let mut rebuilt = String::new();
        let (mut old_at, mut new_at) = (0, 0);
        for operation in &result.operations {
            prop_assert_eq!(operation.old.start, old_at);
            prop_assert_eq!(operation.new.start, new_at);
            (old_at, new_at) = (operation.old.end, operation.new.end);
            if operation.change == Change::Equal {
                rebuilt.push_str(&old[operation.old.clone()]);
            } else {
                rebuilt.push_str(&new[operation.new.clone()]);
            }
        }
        prop_assert_eq!((old_at, new_at), (old.len(), new.len()));
        prop_assert_eq!(rebuilt, new);
    }

    #[test]
    fn exchanging_the_sides_mirrors_the_verdict(own in indicator(), other in indicator()) {
        let there = judge(Some(&own), Some(&other)).verdict;
        let back = judge(Some(&other), Some(&own)).verdict;
        prop_assert_eq!(there.mirrored(), back);
    }

    #[test]
    fn an_indicator_equals_itself(own in indicator()) {
        let verdict = judge(Some(&own), Some(&own)).verdict;
        let is_absent = own.limit == Limit::Qualitative("不作规定".to_owned());
        prop_assert_eq!(verdict, if is_absent { Verdict::NotComparable } else { Verdict::Equal });
    }

    #[test]
    fn alignment_mentions_every_clause(left in clauses(), right in clauses()) {
        let pairs = align(&left, &right);
        for clause in &left {
            prop_assert!(pairs.iter().any(|pair| pair.0.as_ref() == Some(&clause.clause)));
        }
        for clause in &right {
            prop_assert!(pairs.iter().any(|pair| pair.1.as_ref() == Some(&clause.clause)));
        }
    }

    #[test]
    fn an_indicator_survives_its_json_form(own in indicator()) {
        let json = serde_json::to_string(&own).unwrap();
        let back: Indicator = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(back.parameter, own.parameter);
        prop_assert_eq!(back.limit.comparator(), own.limit.comparator());
        prop_assert_eq!(back.unit, own.unit);
    }
}
