//! Killing a crawl of a real source between its first page and its second.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use duibiao::app::App;

use super::every::pages;
use super::toy::rows;
use crate::support::duibiao;
use crate::support::replay::Recorded;

/// Sources of different kinds: pages of forms, windows of days, an index with documents, a token and its pages.
const SOURCES: [&str; 4] = ["dbba", "us-federal-register", "relaton-iso", "iec"];

/// Time between two pages of the run that is killed; twice what committing a page takes on a busy machine.
const PACE: Duration = Duration::from_millis(2_500);

fn arguments(recorded: &Recorded, pace: Duration) -> Vec<String> {
    let manifest = recorded.server.manifest();
    let mut arguments = vec![
        "crawl".to_owned(),
        manifest.source.clone(),
        "--full".to_owned(),
    ];
    for (name, value) in &manifest.settings {
        arguments.extend(["--set".to_owned(), format!("{name}={value}")]);
    }
    arguments.extend(["--base".to_owned(), recorded.base()]);
    arguments.extend(["--pace-ms".to_owned(), pace.as_millis().to_string()]);
    arguments
}

/// Returns how many pages were asked for, tokens aside.
fn asked(recorded: &Recorded) -> usize {
    let asked = recorded.asked();
    asked
        .iter()
        .filter(|entry| !entry.path.starts_with("/oauth/"))
        .count()
}

async fn killed_and_taken_up(folder: &Path) {
    let recorded = Recorded::open(folder).await;
    let manifest = recorded.server.manifest().clone();
    let name = manifest.source.clone();
    let home = tempfile::tempdir().unwrap();
    let program = assert_cmd::cargo::cargo_bin("duibiao");
    let mut crawl = Command::new(program)
        .arg("--data-dir")
        .arg(home.path().join("data"))
        .args(arguments(&recorded, PACE))
        .envs(&manifest.secrets)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Until the first page was asked for, and a little longer so that it is committed.
    for _ in 0..600 {
        if asked(&recorded) > 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    tokio::time::sleep(PACE / 2).await;
    crawl.kill().unwrap();
    crawl.wait().unwrap();
    assert_eq!(
        asked(&recorded),
        1,
        "{name}: killed between the first page and the second"
    );

    let again = arguments(&recorded, Duration::from_millis(1));
    let output = tokio::task::spawn_blocking(move || {
        let output = duibiao(&home)
            .args(again)
            .envs(&manifest.secrets)
            .args(["--format", "json"])
            .output()
            .unwrap();
        (output, home)
    });
    let (output, home) = output.await.unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{name}: {report}");
    assert_eq!(report[0]["resumed"], true, "{name}: {report}");
    assert_eq!(report[0]["standing"], "complete", "{name}: {report}");
    let mut known = BTreeSet::new();
    for entry in recorded.asked() {
        // Forms to one address differ in their fields, which the journal does not keep.
        let counts = entry.method == "GET" && !entry.path.starts_with("/oauth/");
        let question = format!("{}?{}", entry.path, entry.query);
        assert!(
            !counts || known.insert(question),
            "{name}: asked for twice: {entry:?}"
        );
    }
    let app = App::open(&home.path().join("data")).await.unwrap();
    assert_eq!(Some(rows(&app).await), manifest.expect.records, "{name}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crawl_killed_between_pages_goes_on_and_loses_nothing() {
    for source in SOURCES {
        killed_and_taken_up(&pages(source)).await;
    }
}
