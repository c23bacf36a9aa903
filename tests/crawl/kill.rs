//! Killing a crawl of a real source, again and again.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use duibiao::app::App;

use super::toy::rows;
use crate::support::duibiao;
use crate::support::replay::Recorded;

fn pages(source: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("corpora/pages")
        .join(source)
}

fn arguments(recorded: &Recorded, pace_ms: u64) -> Vec<String> {
    let words = [
        "crawl",
        "dbba",
        "--full",
        "--set",
        "province=DB13",
        "--base",
    ];
    let mut arguments: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    arguments.extend([recorded.base(), "--pace-ms".to_owned(), pace_ms.to_string()]);
    arguments
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crawl_killed_between_pages_goes_on_and_loses_nothing() {
    let recorded = Recorded::open(&pages("dbba")).await;
    let folder = tempfile::tempdir().unwrap();
    let program = assert_cmd::cargo::cargo_bin("duibiao");
    let mut crawl = Command::new(program)
        .arg("--data-dir")
        .arg(folder.path().join("data"))
        .args(arguments(&recorded, 1_500))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Until the first page was asked for, and a little longer so that it is committed.
    for _ in 0..600 {
        if !recorded.asked().is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    tokio::time::sleep(Duration::from_millis(700)).await;
    crawl.kill().unwrap();
    crawl.wait().unwrap();
    let before = recorded.asked().len();
    assert_eq!(before, 1, "killed between the first page and the second");

    let again = arguments(&recorded, 1);
    let output = tokio::task::spawn_blocking(move || {
        let output = duibiao(&folder)
            .args(again)
            .args(["--format", "json"])
            .output()
            .unwrap();
        (output, folder)
    });
    let (output, folder) = output.await.unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{report}");
    assert_eq!(report[0]["resumed"], true, "{report}");
    assert_eq!(report[0]["standing"], "complete", "{report}");
    assert_eq!(recorded.asked().len(), 2, "no page is asked for twice");
    let app = App::open(&folder.path().join("data")).await.unwrap();
    assert_eq!(rows(&app).await, 3);
}
