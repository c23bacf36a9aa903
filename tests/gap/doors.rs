//! 1. The report has the shape of the contract, coverage before verdicts.
//! 2. The same store and question give the same bytes; another day or market gives another id.
//! 3. A review stands beside the verdict and never changes it.
//! 4. Every page of the wing answers in both languages, and every file opens.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::support::{House, ask, duibiao};

/// A made-up (synthetic) document of a report.
pub(crate) fn synthetic_document(number: &str, is_foreign: bool) -> ::duibiao::gap::ReportDocument {
    let document = json!({
        "id": number, "number": number, "family": number, "kind": "standard", "title": {"en": "synthetic"},
        "market": if is_foreign { "EU" } else { "CN" }, "role": if is_foreign { "foreign" } else { "domestic" },
        "status": "current", "rights": "facts", "limits": 0,
    });
    serde_json::from_value(document).unwrap()
}

pub(crate) async fn get(house: &House, path: &str) -> (StatusCode, Value) {
    ask(house, Request::get(path).body(Body::empty()).unwrap()).await
}

pub(crate) async fn raw(house: &House, path: &str) -> (StatusCode, String, Vec<u8>) {
    let router = ::duibiao::server::router(std::sync::Arc::clone(&house.app));
    let request = Request::get(path).body(Body::empty()).unwrap();
    let answer = router.oneshot(request).await.unwrap();
    let kind = answer.headers().get(header::CONTENT_TYPE);
    let kind = kind.map_or("", |value| value.to_str().unwrap()).to_owned();
    let status = answer.status();
    let bytes = axum::body::to_bytes(answer.into_body(), 1 << 24)
        .await
        .unwrap();
    (status, kind, bytes.to_vec())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_counts_what_compares_before_what_it_comes_to() {
    let house = House::furnished().await;
    let (status, report) = get(&house, "/api/v1/gap?product=toy&market=EU").await;
    assert_eq!(status, StatusCode::OK);
    let counts = &report["counts"];
    let lines = report["lines"].as_array().unwrap();
    assert_eq!(counts["total"], json!(lines.len()));
    assert!(
        lines.len() > 50,
        "the limits of the directive are compared: {counts}"
    );
    let coverage = report["coverage"]["en"].as_str().unwrap();
    assert_eq!(
        coverage,
        format!(
            "{} of {} indicators comparable",
            counts["comparable"], counts["total"]
        )
    );
    for line in lines {
        assert!(
            line["proof"].is_array() && line["reason"].is_string(),
            "{line}"
        );
        let sides = [&line["domestic"], &line["foreign"]];
        assert!(
            sides.iter().any(|side| side["printed"].is_string()),
            "{line}"
        );
    }
    let adoption = report["documents"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["number"] == "GB 6675.4-2014")
        .unwrap();
    assert_eq!(adoption["adopts"][0]["state"], "behind");
    assert_eq!(adoption["adopts"][0]["years"], 10);
    let (_, rebar) = get(&house, "/api/v1/gap?product=rebar&market=US").await;
    let wrong = rebar["lines"].as_array().unwrap().iter().find(|line| {
        let condition = |side: &str| {
            line[side]["indicator"]["condition"]
                .as_str()
                .unwrap_or_default()
                .to_owned()
        };
        condition("domestic").contains("HRB400")
            && condition("foreign").contains("[420]")
            && line["verdict"] != "not_comparable"
    });
    assert_eq!(wrong, None, "grades of different strength are never judged");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_question_gives_the_same_bytes() {
    let house = House::furnished().await;
    let ask = async |path: &str| raw(&house, path).await.2;
    let first = ask("/api/v1/gap?product=toy&market=EU&as_of=2026-11-25").await;
    assert_eq!(
        first,
        ask("/api/v1/gap?market=%E6%AC%A7%E7%9B%9F&product=%E7%8E%A9%E5%85%B7").await
    );
    let id = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).unwrap()["report_id"].clone();
    let other = ask("/api/v1/gap?product=toy&market=EU&as_of=2020-01-01").await;
    assert_ne!(id(&first), id(&other));
    let (status, _) = get(&house, "/api/v1/gap?market=EU").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_and_files_of_the_wing_answer() {
    let house = House::furnished().await;
    for language in ["zh", "en"] {
        for page in [
            "compare",
            "compare?a=GB+6675.4-2014&b=ISO+8124-3:2020",
            "gap",
            "gap?product=toy&market=EU",
            "dossier/toy/EU",
            "heatmap",
        ] {
            let (status, kind, bytes) = raw(&house, &format!("/{language}/{page}")).await;
            assert_eq!(status, StatusCode::OK, "{page}");
            assert!(
                kind.starts_with("text/html") && bytes.len() > 1000,
                "{page}"
            );
        }
    }
    for format in ["docx", "xlsx", "csv", "md", "html"] {
        let path = format!("/api/v1/dossier?product=toy&market=EU&format={format}");
        let (status, _, bytes) = raw(&house, &path).await;
        assert_eq!(status, StatusCode::OK, "{format}");
        assert!(bytes.len() > 500, "{format}");
    }
    let (status, compared) =
        get(&house, "/api/v1/compare?a=GB_6675.4-2014&b=ISO_8124-3:2020").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(
        compared["adoption"]["chain"][0]["edge"]["to"],
        "ISO 8124-3:2010"
    );
    assert_eq!(compared["counts"]["equal"], 8, "{}", compared["counts"]);
    let (_, kind, text) = raw(
        &house,
        "/api/v1/records/ISO_8124-3:2020/citation?format=ris",
    )
    .await;
    assert!(kind.contains("research-info") && text.starts_with(b"TY  - STAND"));
}

#[test]
fn reports_are_kept_compared_and_reviewed_on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let app = ::duibiao::app::App::open(&folder.path().join("data"))
            .await
            .unwrap();
        ::duibiao::jobs::load_starter(&app, &::duibiao::jobs::Silent)
            .await
            .unwrap();
        app.store.close().await;
    });
    let report = || {
        let mut command = duibiao(&folder);
        command.args([
            "gap",
            "--product",
            "fastener",
            "--market",
            "INT",
            "--format",
            "json",
        ]);
        command.assert().success().get_output().stdout.clone()
    };
    let old = report();
    fs_err::write(folder.path().join("old.json"), &old).unwrap();
    let made: Value = serde_json::from_slice(&old).unwrap();
    let line = made["lines"][0].clone();
    let id = line["id"].as_str().unwrap();
    let review = |more: &[&str]| {
        let mut command = duibiao(&folder);
        command.args([
            "gap",
            "review",
            "--product",
            "fastener",
            "--market",
            "INT",
            "--line",
            id,
        ]);
        command.args(more).assert()
    };
    review(&["--verdict", "crossing"]).code(2);
    review(&["--verdict", "crossing", "--reason", "分级不同"]).success();
    let new = report();
    fs_err::write(folder.path().join("new.json"), &new).unwrap();
    let reviewed: Value = serde_json::from_slice(&new).unwrap();
    assert_eq!(
        reviewed["lines"][0]["verdict"], line["verdict"],
        "the computed verdict stays"
    );
    assert_eq!(reviewed["report_id"], made["report_id"]);
    assert_eq!(reviewed["reviews"][id][0]["verdict"], "crossing");
    let mut diff = duibiao(&folder);
    diff.args(["gap", "diff"])
        .arg(folder.path().join("old.json"))
        .arg(folder.path().join("new.json"));
    diff.assert().code(1);
}
