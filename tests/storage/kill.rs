//! Killing an import, again and again.

use std::process::{Command, Stdio};
use std::time::Duration;

use duibiao::app::App;
use duibiao::search::{SearchRequest, SearchResponse};

use crate::support::{duibiao, row};

const ROWS: usize = 12_000;

fn kill_after(folder: &tempfile::TempDir, file: &std::path::Path, wait: Duration) -> bool {
    let program = assert_cmd::cargo::cargo_bin("duibiao");
    let mut import = Command::new(program)
        .arg("--data-dir")
        .arg(folder.path().join("data"))
        .arg("import")
        .arg(file)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(wait);
    let finished = import.try_wait().unwrap().is_some();
    import.kill().unwrap();
    import.wait().unwrap();
    finished
}

async fn search(app: &App, query: &str) -> SearchResponse {
    app.searcher()
        .await
        .unwrap()
        .search(&SearchRequest::of(query))
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_killed_again_and_again_loses_nothing_and_doubles_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rows.jsonl");
    let rows: Vec<String> = (0..ROWS)
        .map(|n| {
            row(
                &format!("ISO {}:2020", 100_000 + n),
                &format!("Widgets of size {n}"),
            )
        })
        .collect();
    fs_err::write(&file, rows.join("\n")).unwrap();

    let mut committed = 0;
    for wait in [150, 300, 500, 800, 1_200] {
        let finished = kill_after(&folder, &file, Duration::from_millis(wait));
        let app = App::open(&folder.path().join("data")).await.unwrap();
        assert!(
            app.store.check().await.unwrap().is_empty(),
            "the store is whole after a kill"
        );
        let count = app.store.record_count().await.unwrap();
        assert!(
            count >= committed,
            "a committed record was lost: {count} after {committed}"
        );
        committed = count;
        app.store.close().await;
        if finished {
            break;
        }
    }

    duibiao(&folder).arg("import").arg(&file).assert().success();
    let app = App::open(&folder.path().join("data")).await.unwrap();
    assert_eq!(app.store.record_count().await.unwrap(), ROWS as u64);
    assert_eq!(
        search(&app, "widgets").await.records,
        ROWS as u64,
        "the index holds every record once"
    );
    let last = search(&app, &format!("ISO {}", 100_000 + ROWS - 1)).await;
    assert_eq!(
        last.hits[0].number,
        format!("ISO {}:2020", 100_000 + ROWS - 1)
    );

    let again = duibiao(&folder)
        .args(["import", "--format", "json"])
        .arg(&file)
        .output()
        .unwrap();
    let report: serde_json::Value = serde_json::from_slice(&again.stdout).unwrap();
    assert_eq!(
        report["files"][0]["unchanged"], ROWS,
        "a second import changes nothing"
    );
    assert_eq!(report["indexed"], 0);
}
