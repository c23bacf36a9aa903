//! Backups.
//!
//! 1. What is restored is what was backed up, and answers the same searches.
//! 2. A backup that is cut short, changed, or no backup is refused, and nothing is touched.
//! 3. A store that is there is not overwritten; when replaced it is kept beside the new one.

use std::path::Path;

use duibiao::app::App;
use duibiao::backup::{BackupError, Existing, back_up, restore};
use duibiao::jobs::{self, Silent};
use duibiao::search::SearchRequest;

use crate::support::{House, duibiao, row};

async fn house() -> House {
    House::with_rows(&[
        row("ISO 2307:2019", "Fibre ropes - Determination of properties"),
        row("ISO 9001:2015", "Quality management systems"),
    ])
    .await
}

async fn packed(house: &House, file: &Path) {
    let made = back_up(
        &house.app.store,
        house.folder.path(),
        file,
        &*house.app.clock,
    )
    .await
    .unwrap();
    assert_eq!(made.records, 2);
}

#[tokio::test]
async fn what_is_restored_answers_as_what_was_backed_up() {
    let house = house().await;
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("one.backup");
    packed(&house, &file).await;
    let data = elsewhere.path().join("data");
    let manifest = restore(&file, &data, Existing::Keep).await.unwrap();
    assert_eq!(manifest.revision, house.app.store.revision().await.unwrap());
    let app = App::open(&data).await.unwrap();
    jobs::wake(&app, &Silent).await.unwrap();
    let searcher = app.searcher().await.unwrap();
    let found = searcher
        .search(&SearchRequest::of("fibre ropes"))
        .await
        .unwrap();
    assert_eq!(found.hits[0].number, "ISO 2307:2019");
    let left: Vec<_> = fs_err::read_dir(house.folder.path())
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("copy"))
        .collect();
    assert!(left.is_empty(), "the copy is removed: {left:?}");
}

#[tokio::test]
async fn a_damaged_backup_is_refused_and_nothing_is_touched() {
    let house = house().await;
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("one.backup");
    packed(&house, &file).await;
    let whole = fs_err::read(&file).unwrap();
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0x40;
    let cases: [(&str, &[u8]); 4] = [
        ("cut short", &whole[..whole.len() / 2]),
        ("changed", &flipped),
        ("text", b"no backup at all"),
        ("empty", b""),
    ];
    for (what, bytes) in cases {
        let broken = elsewhere.path().join("broken");
        fs_err::write(&broken, bytes).unwrap();
        let data = elsewhere.path().join("data");
        let refused = restore(&broken, &data, Existing::Keep).await.unwrap_err();
        assert!(
            matches!(refused, BackupError::Damaged { .. }),
            "{what}: {refused}"
        );
        let left = fs_err::read_dir(&data).map_or(0, Iterator::count);
        assert_eq!(left, 0, "{what} left files behind");
    }
}

#[tokio::test]
async fn a_store_that_is_there_is_kept() {
    let (house, other) = (house().await, house().await);
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("one.backup");
    packed(&house, &file).await;
    let data = other.folder.path().to_owned();
    other.app.store.close().await;
    let refused = restore(&file, &data, Existing::Keep).await.unwrap_err();
    assert!(matches!(refused, BackupError::Occupied { .. }), "{refused}");
    restore(&file, &data, Existing::MoveAside).await.unwrap();
    assert!(data.join("store.sqlite.replaced").exists());
    let again = back_up(&house.app.store, &data, &file, &*house.app.clock).await;
    assert!(matches!(again, Err(BackupError::Exists { .. })));
}

#[test]
fn the_command_line_backs_up_and_restores() {
    let here = tempfile::tempdir().unwrap();
    let file = here.path().join("one.backup");
    let rows = here.path().join("rows.jsonl");
    fs_err::write(&rows, row("ISO 9001:2015", "Quality management systems")).unwrap();
    let run = |arguments: &[&str]| {
        duibiao(&here)
            .args(arguments)
            .args(["--lang", "en"])
            .assert()
    };
    run(&["import", rows.to_str().unwrap()]).success();
    let made = run(&["backup", file.to_str().unwrap()]).success();
    let words = String::from_utf8_lossy(&made.get_output().stdout).into_owned();
    assert!(words.contains("1 records"), "{words}");
    let refused = run(&["restore", file.to_str().unwrap()]).code(3);
    let advice = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(advice.contains("--replace"), "{advice}");
    run(&["restore", file.to_str().unwrap(), "--replace"]).success();
    run(&["search", "quality"]).success();
}
