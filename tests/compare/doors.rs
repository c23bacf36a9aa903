//! The doors of the comparison: interface and command line.
//!
//! 1. Every address answers in the shape of the contract, with places in code points.
//! 2. A wrong or too large body is answered with the interface's error.
//! 3. A batch answers line by line, in order, an error where a line fails.
//! 4. Commands of comparison make no data directory, and end with the code they promise.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::support::{House, duibiao, post};

fn cut(text: &str, span: &Value) -> String {
    let at = |place: usize| usize::try_from(span[place].as_u64().unwrap()).unwrap();
    text.chars().skip(at(0)).take(at(1) - at(0)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn extraction_gives_indicators_with_spans_in_code_points() {
    let house = House::empty().await;
    let text = "按GB/T 30157测定，可溶性铅不应大于90 mg/kg。";
    let body = json!({"lang": null, "text": text});
    let (status, answer) = post(&house, "/api/v1/indicators/extract", &body).await;
    assert_eq!(status, StatusCode::OK);
    let indicators = answer["indicators"].as_array().unwrap();
    assert_eq!(indicators.len(), 1, "{answer}");
    let lead = &indicators[0];
    for name in [
        "parameter",
        "comparator",
        "value",
        "value_high",
        "open",
        "unit",
        "condition",
        "method",
        "modal",
    ] {
        assert!(lead.get(name).is_some(), "{name} is missing");
    }
    assert_eq!(lead["comparator"], "≤");
    assert_eq!(lead["value"], 90);
    assert_eq!(lead["unit"], "mg/kg");
    assert_eq!(lead["modal"], "requirement");
    assert!(cut(text, &lead["span"]).contains("90"), "{lead}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_verdict_comes_with_reason_and_proof_and_says_what_is_missing() {
    let house = House::empty().await;
    let limit = |value: f64, unit: &str| json!({"parameter": "lead", "comparator": "≤", "value": value, "unit": unit});
    let both = json!({"domestic": limit(90.0, "mg/kg"), "foreign": limit(0.01, "%")});
    let (status, answer) = post(&house, "/api/v1/indicators/compare", &both).await;
    assert_eq!(
        (status, &answer["verdict"]),
        (StatusCode::OK, &json!("stricter"))
    );
    assert_eq!(answer["reason"], "set_inclusion");
    assert!(answer["proof"].as_array().unwrap().len() >= 4, "{answer}");
    assert_eq!(answer["label"]["zh"], "严于");
    let lone = json!({"domestic": limit(90.0, "mg/kg"), "foreign": null});
    let (_, answer) = post(&house, "/api/v1/indicators/compare", &lone).await;
    assert_eq!(answer["verdict"], "foreign_missing");
}

#[tokio::test(flavor = "multi_thread")]
async fn alignment_gives_triples_in_which_every_clause_occurs() {
    let house = House::empty().await;
    let body = json!({
        "a": [{"clause": "1", "title": "范围", "text": "本文件适用于钢丝绳。"},
              {"clause": "4.2", "title": "抗拉强度", "text": "抗拉强度不应小于1770 MPa。"},
              {"clause": "9", "title": "贮存", "text": "应存放在干燥处。"}],
        "b": [{"clause": "1", "title": "Scope", "text": "This document applies to steel wire ropes."},
              {"clause": "5.1", "title": "Tensile strength", "text": "The tensile strength shall be at least 1770 MPa."}],
    });
    let (status, answer) = post(&house, "/api/v1/compare/align", &body).await;
    assert_eq!(status, StatusCode::OK);
    let pairs = answer["pairs"].as_array().unwrap();
    let ends: Vec<_> = pairs
        .iter()
        .map(|pair| (pair[0].as_str(), pair[1].as_str()))
        .collect();
    assert_eq!(
        ends,
        [
            (Some("1"), Some("1")),
            (Some("4.2"), Some("5.1")),
            (Some("9"), None)
        ]
    );
    assert!(pairs[0][2].is_number() && pairs[2][2].is_null(), "{answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_comparison_covers_both_texts_and_never_divides_a_quantity() {
    let house = House::empty().await;
    let (a, b) = ("耐火极限不应低于2.00 h。", "耐火极限不应低于2.50 h。");
    let body = json!({"a": a, "b": b, "lang": null});
    let (status, answer) = post(&house, "/api/v1/compare/text", &body).await;
    assert_eq!(status, StatusCode::OK);
    let operations = answer["operations"].as_array().unwrap();
    let joined = |text: &str, side: &str| -> String {
        operations
            .iter()
            .map(|operation| cut(text, &operation[side]))
            .collect()
    };
    assert_eq!(
        (joined(a, "a"), joined(b, "b")),
        (a.to_owned(), b.to_owned())
    );
    let replaced = operations
        .iter()
        .find(|operation| operation["change"] == "replace")
        .unwrap();
    assert_eq!(cut(b, &replaced["b"]), "2.50 h");
    assert_eq!(answer["granularity"], "word");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_cannot_be_used_is_answered_with_an_error() {
    let house = House::empty().await;
    let wrong =
        json!({"domestic": {"parameter": "铅", "comparator": "≈", "value": 1}, "foreign": null});
    let (status, error) = post(&house, "/api/v1/indicators/compare", &wrong).await;
    assert_eq!(
        (status, &error["error"]["code"]),
        (StatusCode::BAD_REQUEST, &json!("bad_request"))
    );
    let many: Vec<Value> = (0..5_001)
        .map(|at| json!({"clause": at.to_string()}))
        .collect();
    let (status, error) = post(
        &house,
        "/api/v1/compare/align",
        &json!({"a": many, "b": []}),
    )
    .await;
    assert_eq!(
        (status, &error["error"]["code"]),
        (StatusCode::PAYLOAD_TOO_LARGE, &json!("too_large"))
    );
    let large = json!({"text": "铅".repeat(2 << 20)});
    let (status, _) = post(&house, "/api/v1/indicators/extract", &large).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
}

fn answers(command: &str, input: &str) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let assert = duibiao(&folder)
        .args([command, "--batch"])
        .write_stdin(input.to_owned())
        .assert()
        .success();
    assert!(
        !folder.path().join("data").exists(),
        "{command} makes no data directory"
    );
    let output = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    output
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn batches_answer_in_order_and_a_bad_line_gives_an_error_in_its_place() {
    let found = answers(
        "extract",
        "{\"text\":\"shall not exceed 90 mg/kg\",\"lang\":\"en\"}\nnot json\n{\"text\":\"长度不小于20 mm\"}\n",
    );
    assert_eq!(found.len(), 3);
    assert_eq!(found[0]["indicators"][0]["value"], 90);
    assert_eq!(found[1]["error"]["code"], "bad_request");
    assert_eq!(found[2]["indicators"][0]["comparator"], "≥");

    let found = answers(
        "verdict",
        "{\"domestic\":null,\"foreign\":{\"parameter\":\"lead\",\"comparator\":\"≤\",\"value\":90}}\n{\"domestic\":7}\n",
    );
    assert_eq!(found[0]["verdict"], "domestic_missing");
    assert_eq!(found[1]["error"]["code"], "bad_request");

    let found = answers(
        "align",
        "{\"a\":[],\"b\":[]}\n{\"a\":[{\"clause\":\"1\",\"title\":\"范围\"}],\"b\":[]}\n",
    );
    assert_eq!(found[0], json!({"pairs": []}));
    assert_eq!(found[1], json!({"pairs": [["1", null, null]]}));
}

#[test]
fn compare_shows_changes_by_clause_and_json_is_the_interfaces() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs_err::write(&path, text).unwrap();
        path
    };
    let old = write(
        "old.txt",
        "1 范围\n本文件适用于推车。\n2 材料\n铅不应大于90 mg/kg。\n",
    );
    let new = write(
        "new.txt",
        "1 范围\n本文件适用于推车。\n2 材料\n铅不应大于63 mg/kg。\n",
    );
    let shown = duibiao(&folder)
        .arg("compare")
        .args([&old, &new])
        .assert()
        .code(0);
    let shown = String::from_utf8(shown.get_output().stdout.clone()).unwrap();
    assert_eq!(
        shown,
        "@@ 2 材料 @@\n2 材料\n铅不应大于[-90 mg/kg-]{+63 mg/kg+}。\n"
    );
    let whole = duibiao(&folder)
        .arg("compare")
        .args([&old, &new])
        .args(["--format", "json"])
        .assert()
        .code(0);
    let whole: Value = serde_json::from_slice(&whole.get_output().stdout).unwrap();
    assert_eq!(whole["clauses"].as_array().unwrap().len(), 2);
    duibiao(&folder)
        .arg("compare")
        .args([&old, &old])
        .assert()
        .code(1);
    duibiao(&folder)
        .arg("compare")
        .args([&old, &folder.path().join("none")])
        .assert()
        .code(2);
    duibiao(&folder)
        .arg("align")
        .args([&old, &new])
        .assert()
        .code(0);
    let none = duibiao(&folder)
        .args(["extract", "-"])
        .write_stdin("没有限值。")
        .assert()
        .code(1);
    assert!(none.get_output().stderr.is_empty());
    duibiao(&folder)
        .args(["verdict", "null", "7"])
        .assert()
        .code(2);
    assert!(
        !folder.path().join("data").exists(),
        "comparison makes no data directory"
    );
}

#[test]
fn eval_scores_judged_rows_and_names_a_broken_one() {
    let folder = tempfile::tempdir().unwrap();
    let rows = folder.path().join("rows.jsonl");
    let right = r#"{"id":"1","text":"长度不小于20 mm","expected":[{"parameter":"长度","comparator":"≥","value":20,"unit":"mm"}]}"#;
    let wrong = r#"{"id":"2","text":"长度不小于20 mm","expected":[{"parameter":"长度","comparator":"≥","value":30,"unit":"mm"}]}"#;
    fs_err::write(&rows, format!("{right}\n{wrong}\n")).unwrap();
    let printed = duibiao(&folder)
        .args(["eval", "extract", "--rows"])
        .arg(&rows)
        .assert()
        .code(0);
    let printed = String::from_utf8(printed.get_output().stdout.clone()).unwrap();
    let lines: Vec<Value> = printed
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!((lines.len(), &lines[0]["id"]), (2, &json!("2")));
    assert_eq!(lines[1]["matched"], 1);
    assert_eq!(lines[1]["f1"], 0.5);
    let broken = duibiao(&folder)
        .args(["eval", "verdict"])
        .arg(&rows)
        .assert()
        .code(2);
    let said = String::from_utf8(broken.get_output().stderr.clone()).unwrap();
    assert!(
        said.contains("rows.jsonl:1: expected a judged row"),
        "{said}"
    );
}
