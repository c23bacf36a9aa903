//! Stores that cannot be used.

use crate::support::{House, duibiao, row};

#[test]
fn a_file_that_is_no_store_is_named_with_advice() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    fs_err::create_dir_all(&data).unwrap();
    fs_err::write(
        data.join("store.sqlite"),
        "this is no database, and long enough to be read as one".repeat(20),
    )
    .unwrap();
    let failed = duibiao(&folder).args(["search", "x"]).assert().code(3);
    let said = String::from_utf8_lossy(&failed.get_output().stderr).into_owned();
    assert!(
        said.contains("is not a store of this program, or is damaged"),
        "{said}"
    );
    assert!(said.contains("hint: restore a backup"), "{said}");
}

#[test]
fn a_data_directory_that_is_a_file_is_named_with_advice() {
    let folder = tempfile::tempdir().unwrap();
    fs_err::write(folder.path().join("data"), "").unwrap();
    let failed = duibiao(&folder).args(["search", "x"]).assert().code(3);
    let said = String::from_utf8_lossy(&failed.get_output().stderr).into_owned();
    assert!(said.contains("cannot use the data directory"), "{said}");
    assert!(said.contains("--data-dir"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_of_a_newer_program_is_left_alone() {
    let house = House::with_rows(&[row("ISO 1:2020", "One")]).await;
    house.app.store.close().await;
    let file = house.folder.path().join("store.sqlite");
    let pool = sqlx::SqlitePool::connect(&format!("sqlite:{}", file.display()))
        .await
        .unwrap();
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                 VALUES (9999, 'later', TRUE, X'00', 0)";
    sqlx::query(newer).execute(&pool).await.unwrap();
    pool.close().await;
    let refused = duibiao::app::App::open(house.folder.path())
        .await
        .unwrap_err();
    let said = refused.to_string();
    assert!(
        said.contains("the store has schema 9999, this program knows schemas up to"),
        "{said}"
    );
    assert!(refused.hint().contains("newer program"));
}
