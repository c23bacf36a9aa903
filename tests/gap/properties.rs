//! Properties of the report over made-up (synthetic) facts.
//!
//! 1. The same facts give the same report, byte for byte.
//! 2. Every foreign requirement has exactly one line, and the counts add up.
//! 3. A report compared with itself has no difference.

use duibiao::gap::{Facts, GapReport, ReportDiff, Target};
use duibiao::model::LimitValue;
use proptest::prelude::*;
use serde_json::json;

use super::doors::synthetic_document;

fn limit(parameter: u8, value: u16, is_upper: bool, grade: u8) -> LimitValue {
    let value = json!({
        "parameter_zh": format!("参数{parameter}"), "parameter_en": format!("parameter {parameter}"),
        "comparator": if is_upper { "<=" } else { ">=" }, "value": value, "unit": "mg/kg",
        "condition": format!("等级 {grade}"), "evidence": [],
    });
    serde_json::from_value(value).unwrap()
}

fn facts(limits: &[(bool, u8, u16, bool, u8)]) -> Facts {
    let target = Target {
        product: Some("toy".to_owned()),
        market: vec!["EU".to_owned()],
        ..Target::default()
    };
    let question = target.question("2026-11-25".parse().unwrap()).unwrap();
    let of = |foreign: bool| {
        let own = limits.iter().filter(move |limit| limit.0 == foreign);
        own.map(|&(_, parameter, value, is_upper, grade)| limit(parameter, value, is_upper, grade))
            .collect()
    };
    Facts {
        question,
        product: None,
        documents: vec![
            synthetic_document("GB 1-2020", false),
            synthetic_document("EN 1:2020", true),
        ],
        limits: vec![of(false), of(true)],
        texts: Vec::new(),
        edges: Vec::new(),
        not_covered: Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn a_report_is_a_function_of_its_facts(
        limits in proptest::collection::vec((any::<bool>(), 0_u8..4, 1_u16..500, any::<bool>(), 1_u8..4), 0..24)
    ) {
        let facts = facts(&limits);
        let (one, two) = (GapReport::of(&facts), GapReport::of(&facts));
        prop_assert_eq!(serde_json::to_vec(&one).unwrap(), serde_json::to_vec(&two).unwrap());
        prop_assert!(ReportDiff::of(&one, &two).is_empty());
        let counts = one.counts;
        prop_assert_eq!(counts.total, one.lines.len() as u64);
        prop_assert_eq!(
            counts.total,
            counts.comparable + counts.domestic_missing + counts.foreign_missing + counts.not_comparable
        );
        let foreign = one.lines.iter().filter(|line| line.foreign.is_some()).count();
        let asked = limits.iter().filter(|limit| limit.0).count();
        prop_assert!(foreign <= asked && (foreign > 0) == (asked > 0));
        let back: GapReport = serde_json::from_slice(&serde_json::to_vec(&one).unwrap()).unwrap();
        prop_assert!(ReportDiff::of(&one, &back).is_empty());
    }
}
