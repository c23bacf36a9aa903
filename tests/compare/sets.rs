//! The annotated development sets; skipped where they are not at hand.
//!
//! 1. Extraction finds nine indicators in ten and invents no more than one in ten.
//! 2. Verdicts are right nineteen times in twenty.
//! 3. Alignment with the lexicon of the doors links nine in ten in one language, eight across.

use std::path::PathBuf;

use duibiao::compare::align::Aligner;
use duibiao::compare::lexicon::Embedded;
use duibiao::compare::score::{AlignRow, ExtractRow, ExtractScore, VerdictRow, VerdictScore};
use duibiao::compare::verdict::judge_with;
use serde::de::DeserializeOwned;

fn shared() -> PathBuf {
    let default = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    std::env::var_os("DUIBIAO_SHARED").map_or(default, PathBuf::from)
}

#[expect(
    clippy::print_stdout,
    reason = "a skipped set must be seen to be skipped"
)]
fn rows<T: DeserializeOwned>(name: &str) -> Option<Vec<T>> {
    let path = shared().join(name);
    let Ok(file) = fs_err::File::open(&path) else {
        println!("skipped: `{}` is not there", path.display());
        return None;
    };
    let text = std::io::read_to_string(file).unwrap();
    Some(
        text.lines()
            .map(|line| serde_json::from_str(line).expect(line))
            .collect(),
    )
}

#[test]
fn extraction_finds_nine_indicators_in_ten() {
    let Some(rows) = rows::<ExtractRow>("eval/gap/extract-dev.jsonl") else {
        return;
    };
    let mut score = ExtractScore::default();
    for row in &rows {
        let outcome = row.score();
        for missing in &outcome.missing {
            println!(
                "{} - {} {} {:?} | {:?}",
                row.id, missing.parameter, missing.limit, missing.unit, missing.condition
            );
        }
        for extra in &outcome.extra {
            println!(
                "{} + {} {} {:?} | {:?}",
                row.id, extra.parameter, extra.limit, extra.unit, extra.condition
            );
        }
        score.add(&outcome);
    }
    let counts = score.counts;
    println!(
        "extract {:?} f1 {:.3} bare {:.3} conditions {} qualified {}",
        counts,
        counts.f1(),
        score.bare.f1(),
        score.conditions,
        score.qualified
    );
    assert!(counts.f1() >= 0.9, "{counts:?}");
}

#[test]
fn verdicts_are_right_nineteen_times_in_twenty() {
    let Some(rows) = rows::<VerdictRow>("eval/gap/verdict-dev.jsonl") else {
        return;
    };
    let mut score = VerdictScore::default();
    for row in &rows {
        let finding = judge_with(&Embedded, row.domestic.as_ref(), row.foreign.as_ref());
        if finding.verdict != row.verdict {
            println!("\n{} wanted {:?}, found {finding:?}", row.id, row.verdict);
        }
        score.add(row, &finding);
    }
    println!("\nverdict {score:?} {:.3}", score.accuracy());
    assert!(score.accuracy() >= 0.95, "{score:?}");
}

#[test]
fn alignment_links_nine_in_ten_in_one_language_and_eight_across() {
    let Some(rows) = rows::<AlignRow>("eval/gap/align-dev.jsonl") else {
        return;
    };
    let mut low: Vec<String> = Vec::new();
    for row in &rows {
        let pairs = Aligner::new(&Embedded).align(&row.a, &row.b);
        let outcome = row.score(&pairs);
        println!(
            "\n{} {:?} f1 {:.3} nulls {}/{}",
            row.id,
            outcome.links,
            outcome.links.f1(),
            outcome.nulls_right,
            outcome.nulls
        );
        println!("  - {:?}\n  + {:?}", outcome.missing, outcome.extra);
        let wanted = if row.lang_a == row.lang_b { 0.9 } else { 0.8 };
        if outcome.links.f1() < wanted {
            low.push(row.id.clone());
        }
    }
    assert!(low.is_empty(), "{low:?}");
}
