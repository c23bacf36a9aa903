//! A gap report over sixty made-up (synthetic) standards of twenty limits each; facts are built outside the timed part.

use divan::Bencher;
use duibiao::gap::{Facts, GapReport, Target};
use serde_json::json;

fn main() {
    divan::main();
}

/// Standards on both sides together.
const STANDARDS: usize = 60;
/// Limits of each.
const LIMITS: usize = 20;

fn synthetic() -> Facts {
    let target = Target {
        product: Some("toy".to_owned()),
        market: vec!["EU".to_owned()],
        ..Target::default()
    };
    let question = target
        .question("2026-11-25".parse().expect("a day"))
        .expect("a question");
    let document = |at: usize| {
        let is_foreign = at % 2 == 1;
        let number = if is_foreign {
            format!("EN {}:2020", 1000 + at)
        } else {
            format!("GB {}-2020", 1000 + at)
        };
        serde_json::from_value(json!({
            "id": number, "number": number, "family": number, "kind": "standard", "title": {"en": "synthetic"},
            "market": if is_foreign { "EU" } else { "CN" }, "role": if is_foreign { "foreign" } else { "domestic" },
            "status": "current", "rights": "facts", "limits": LIMITS,
        }))
        .expect("a document")
    };
    let limits = |at: usize| {
        let limit = |place: usize| {
            serde_json::from_value(json!({
                "parameter_zh": format!("参数{}", (at / 2 * 7 + place) % 120),
                "parameter_en": format!("parameter {}", (at / 2 * 7 + place) % 120),
                "comparator": if place.is_multiple_of(3) { ">=" } else { "<=" },
                "value": 10 + (at * 31 + place * 17) % 400, "unit": if place.is_multiple_of(5) { "%" } else { "mg/kg" },
                "condition": format!("等级 {}", place % 4), "evidence": [],
            }))
            .expect("a limit")
        };
        (0..LIMITS).map(limit).collect()
    };
    Facts {
        question,
        product: None,
        documents: (0..STANDARDS).map(document).collect(),
        limits: (0..STANDARDS).map(limits).collect(),
        texts: Vec::new(),
        edges: Vec::new(),
        not_covered: Vec::new(),
    }
}

#[divan::bench]
fn sixty_standards(bencher: Bencher<'_, '_>) {
    let facts = synthetic();
    bencher.bench(|| {
        let report = GapReport::of(&facts);
        assert!(report.lines.len() >= STANDARDS / 2 * LIMITS);
        report
    });
}
