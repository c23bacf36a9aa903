use axum::http::{StatusCode, header};

use super::site::get;

/// More than one page of a hundred, so that lists have to follow cursors.
const MANY: &str = "kind=standard&market=CN";

fn total() -> usize {
    let answer = get(&format!("/api/v1/search?{MANY}"));
    let answer: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
    usize::try_from(answer["total"].as_u64().unwrap()).unwrap()
}

#[test]
fn a_list_as_csv_has_every_hit_and_its_header_once() {
    let answer = get(&format!("/zh/search.csv?{MANY}"));
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(
        answer.header(header::CONTENT_TYPE),
        "text/csv; charset=utf-8"
    );
    let name = "attachment; filename=\"duibiao-2026-11-25.csv\"";
    assert_eq!(answer.header(header::CONTENT_DISPOSITION), name);
    let text = answer.html();
    assert!(text.starts_with("\u{FEFF}类型,标准号,"));
    assert_eq!(text.matches('\u{FEFF}').count(), 1);
    let rows = csv::Reader::from_reader(text.as_bytes())
        .into_records()
        .map(Result::unwrap)
        .count();
    assert!(rows > 100);
    assert_eq!(rows, total());
}

#[test]
fn a_list_as_json_lines_has_a_hit_a_line() {
    let answer = get(&format!("/en/search.jsonl?{MANY}"));
    let lines: Vec<serde_json::Value> = answer
        .html()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), total());
    assert!(lines.iter().all(|line| line["kind"] == "standard"));
}

#[test]
fn a_list_as_spreadsheet_is_an_archive() {
    let answer = get("/en/search.xlsx?q=tyre");
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.bytes.starts_with(b"PK\x03\x04"));
}

#[test]
fn a_list_without_hits_has_its_header_and_one_that_cannot_be_read_is_a_page() {
    let empty = get("/en/search.csv?q=qqxxzzyy");
    assert_eq!(empty.html().lines().count(), 1);
    assert_eq!(
        get("/en/search.csv?q=a&sort=best").status,
        StatusCode::BAD_REQUEST
    );
}
