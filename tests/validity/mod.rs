//! The validity check 查新.
//!
//! 1. Each number says how it was read, its status on the day, and what replaced it.
//! 2. A chain of replacements ends, also when it runs in a circle.
//! 3. The command line and the interface give the same rows, for any count of numbers.

use axum::http::StatusCode;
use duibiao::validity::{Rule, check};
use serde_json::{Value, json};

use crate::support::{House, duibiao, post, row_with};

fn rows() -> Vec<String> {
    let dated = |number: &str, year: u16, more: &str| {
        row_with(
            number,
            "Quality",
            &format!(r#""published":"{year}-01-01",{more}"#),
        )
    };
    vec![
        dated("ISO 9001:2000", 2000, r#""replaced_by":["ISO 9001:2008"],"#),
        dated(
            "ISO 9001:2008",
            2008,
            r#""replaces":["ISO 9001:2000"],"replaced_by":["ISO 9001:2015"],"#,
        ),
        dated(
            "ISO 9001:2015",
            2015,
            r#""replaces":["ISO 9001:2008"],"stage":"60.60","#,
        ),
        dated("ISO 111:1999", 1999, r#""replaced_by":["ISO 222:1999"],"#),
        dated("ISO 222:1999", 1999, r#""replaced_by":["ISO 111:1999"],"#),
    ]
}

#[tokio::test]
async fn each_number_says_what_became_of_it() {
    let house = House::with_rows(&rows()).await;
    let day = "2026-11-25".parse().unwrap();
    let text = "按 ISO 9001-2000、ISO 9001 和 ISO 4711:2001，又 ISO 9001:2000。";
    let report = check(&house.app.store, &house.app.resolver, text, day)
        .await
        .unwrap();
    assert_eq!(report.counts.numbers, 4);
    assert_eq!(report.counts.not_held, 1);
    let old = &report.rows[0];
    assert_eq!(old.rule, Rule::Edition);
    let chain: Vec<&str> = old
        .replaced_by
        .iter()
        .map(|step| step.number.as_str())
        .collect();
    assert_eq!(chain, ["ISO 9001:2008", "ISO 9001:2015"]);
    let undated = &report.rows[1];
    assert_eq!(undated.rule, Rule::InForce);
    assert_eq!(undated.edition.as_ref().unwrap().number, "ISO 9001:2015");
    assert!(
        undated.candidates.len() >= 2,
        "the other editions are named"
    );
    assert_eq!(report.rows[2].rule, Rule::NotHeld);
    assert_eq!(report.rows[3].replaced_by, old.replaced_by);
}

#[tokio::test]
async fn a_circle_of_replacements_ends() {
    let house = House::with_rows(&rows()).await;
    let day = "2026-11-25".parse().unwrap();
    let report = check(&house.app.store, &house.app.resolver, "ISO 111:1999", day)
        .await
        .unwrap();
    let chain: Vec<&str> = report.rows[0]
        .replaced_by
        .iter()
        .map(|step| step.number.as_str())
        .collect();
    assert_eq!(chain, ["ISO 222:1999"]);
}

#[tokio::test]
async fn a_list_longer_than_resolving_admits_is_checked_whole() {
    let house = House::with_rows(&rows()).await;
    let text = "ISO 9001:2008\n".repeat(1_000);
    let (status, answer) = post(
        &house,
        "/api/v1/check",
        &json!({"text": text, "as_of": "2010-05-01"}),
    )
    .await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(answer["counts"]["numbers"], 1_000);
    assert_eq!(answer["as_of"], "2010-05-01");
    assert_eq!(answer["rows"][999]["edition"]["number"], "ISO 9001:2008");
}

#[test]
fn the_command_line_checks_a_list() {
    let here = tempfile::tempdir().unwrap();
    let file = here.path().join("rows.jsonl");
    fs_err::write(&file, rows().join("\n")).unwrap();
    duibiao(&here)
        .args(["import", file.to_str().unwrap()])
        .assert()
        .success();
    // A list as an office program of a Chinese system writes it.
    let (list, _, _) = encoding_rs::GB18030.encode("标准号,名称\nISO 9001:2000,质量\n");
    let path = here.path().join("list.csv");
    fs_err::write(&path, &list).unwrap();
    let run = duibiao(&here)
        .args(["check", path.to_str().unwrap(), "--format", "json"])
        .assert()
        .success();
    let answer: Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert_eq!(
        answer["rows"][0]["replaced_by"][1]["number"],
        "ISO 9001:2015"
    );
    let book = here.path().join("list.xlsx");
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook
        .add_worksheet()
        .write(3, 2, "ISO 9001:2008")
        .unwrap();
    workbook
        .add_worksheet()
        .write(0, 0, "ISO 111:1999")
        .unwrap();
    workbook.save(&book).unwrap();
    let run = duibiao(&here)
        .args(["check", book.to_str().unwrap(), "--format", "json"])
        .assert()
        .success();
    let answer: Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert_eq!(answer["counts"]["numbers"], 2, "every sheet is read");
    fs_err::write(&path, b"%PDF-1.7 ...").unwrap();
    duibiao(&here)
        .args(["check", path.to_str().unwrap()])
        .assert()
        .code(2);
    duibiao(&here)
        .args(["check", "-"])
        .write_stdin("no number here")
        .assert()
        .code(1);
}
