//! What tests share: data directories, the binary, rows of records, the real data where it is at hand.

pub(crate) mod replay;
pub(crate) mod smtp_server;

use std::path::PathBuf;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use duibiao::app::App;
use duibiao::clock::FixedClock;
use duibiao::jobs::{self, Silent};
use serde_json::Value;
use tempfile::TempDir;
use tower::ServiceExt;

/// A data directory that goes with the test, and the program opened over it.
pub(crate) struct House {
    pub(crate) app: Arc<App>,
    pub(crate) folder: TempDir,
}

/// The day on which tests live, so that statuses do not turn under them.
pub(crate) const TODAY: &str = "2026-11-25T02:00:00Z";

impl House {
    /// Opens an empty house.
    pub(crate) async fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock(TODAY.parse().unwrap()));
        let app = Arc::new(App::open_with(folder.path(), clock).await.unwrap());
        Self { app, folder }
    }

    /// Opens a house with the carried corpus.
    pub(crate) async fn furnished() -> Self {
        let house = Self::empty().await;
        jobs::wake(&house.app, &Silent).await.unwrap();
        house
    }

    /// Opens a house with some rows.
    pub(crate) async fn with_rows(rows: &[String]) -> Self {
        let house = Self::empty().await;
        house.import(rows).await;
        house
    }

    /// Imports rows as a file.
    pub(crate) async fn import(&self, rows: &[String]) -> jobs::ImportReport {
        let path = self.folder.path().join("rows.jsonl");
        fs_err::write(&path, rows.join("\n")).unwrap();
        jobs::import(&self.app, &[path], &Silent).await.unwrap()
    }
}

/// A catalogue row.
pub(crate) fn row(number: &str, title_en: &str) -> String {
    row_with(number, title_en, "")
}

/// A catalogue row with more fields, written as `"name":value,`.
pub(crate) fn row_with(number: &str, title_en: &str, more: &str) -> String {
    format!(
        r#"{{"number":"{number}","title_en":"{title_en}",{more}"source_repo":"relaton/relaton-data-iso","source_path":"data/{number}.yaml","sdo":"ISO"}}"#
    )
}

/// The folder of real data, where it is at hand.
pub(crate) fn shared() -> Option<PathBuf> {
    let named = std::env::var_os("DUIBIAO_SHARED").map(PathBuf::from);
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let found = named.unwrap_or(beside);
    if found.join("data").is_dir() {
        return Some(found);
    }
    eprintln!("skipped: no real data at {}", found.display());
    None
}

/// The binary over a data directory.
pub(crate) fn duibiao(folder: &TempDir) -> assert_cmd::Command {
    let mut command = assert_cmd::Command::cargo_bin("duibiao").unwrap();
    command
        .env_remove("DUIBIAO_DATA_DIR")
        .arg("--data-dir")
        .arg(folder.path().join("data"));
    command
}

/// Asks the server in this process and reads the answer as JSON.
pub(crate) async fn ask(house: &House, request: Request<Body>) -> (StatusCode, Value) {
    let router = duibiao::server::router(Arc::clone(&house.app));
    let response = router.oneshot(request).await.unwrap();
    let status = response.status();
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 24)
        .await
        .unwrap();
    (
        status,
        serde_json::from_slice(&bytes).unwrap_or(Value::Null),
    )
}

/// Posts JSON to the server in this process.
pub(crate) async fn post(house: &House, path: &str, body: &Value) -> (StatusCode, Value) {
    ask(
        house,
        Request::post(path)
            .body(Body::from(body.to_string()))
            .unwrap(),
    )
    .await
}
