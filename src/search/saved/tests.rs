use std::sync::Arc;

use super::*;
use crate::clock::FixedClock;
use crate::model::{Kind, Language};
use crate::search::Filters;
use crate::search::query::GRAMMAR_VERSION;
use crate::storage::{NewSavedSearch, Store};

fn saved(text: &str) -> SavedQuery {
    SavedQuery::new(text, Filters::default()).unwrap()
}

#[test]
fn a_saved_query_keeps_text_tree_and_version_through_its_stored_form() {
    let query = saved("轮胎 -翻新 市场:欧盟 截止:<30d");
    let stored = serde_json::to_string(&query).unwrap();
    let read: SavedQuery = serde_json::from_str(&stored).unwrap();
    assert_eq!(read, query);
    assert_eq!(read.grammar(), GRAMMAR_VERSION);
    assert_eq!(read.reread(), None);
    assert!(
        read.describe(Language::Zh).contains("不含“翻新”"),
        "{}",
        read.describe(Language::Zh)
    );
}

#[test]
fn a_query_that_matches_everything_is_refused_unless_filters_narrow_it() {
    for text in ["", "*", "-翻新", "状态:*"] {
        assert!(
            SavedQuery::new(text, Filters::default()).is_err(),
            "`{text}`"
        );
    }
    let notifications = Filters {
        kind: vec![Kind::Notification],
        ..Filters::default()
    };
    assert!(SavedQuery::new("", notifications).is_ok());
}

#[test]
fn a_fault_is_refused_with_its_place() {
    let error = SavedQuery::new("轮胎 (欧盟", Filters::default()).unwrap_err();
    assert!(error.caret("轮胎 (欧盟").contains('^'));
    assert!(!error.message(Language::En).is_empty());
}

#[test]
fn a_query_of_another_grammar_is_read_again_from_its_text() {
    let old = r#"{"text":"轮胎 市场:欧盟","canonical":"轮胎 country:欧盟","tree":{"old":"shape"},"grammar":0}"#;
    let query: SavedQuery = serde_json::from_str(old).unwrap();
    assert_eq!(query.canonical(), "轮胎 market:欧盟");
    assert_eq!(query.grammar(), GRAMMAR_VERSION);
    let reread = query.reread().unwrap();
    assert!(reread.changed());
    assert_eq!(reread.from_grammar, 0);
}

#[test]
fn a_stored_query_that_would_now_match_everything_is_not_read() {
    let old = r#"{"text":"*","canonical":"*","grammar":0}"#;
    assert!(serde_json::from_str::<SavedQuery>(old).is_err());
}

async fn house() -> (tempfile::TempDir, Store, SavedSearches) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let clock = Arc::new(FixedClock("2026-11-25T02:00:00Z".parse().unwrap()));
    let searches = SavedSearches::new(store.clone(), clock);
    (folder, store, searches)
}

#[tokio::test]
async fn a_search_is_kept_replaced_listed_and_forgotten_by_its_owner_only() {
    let (_folder, _store, searches) = house().await;
    let first = searches.save("li", "轮胎", saved("轮胎")).await.unwrap();
    let again = searches
        .save("li", " 轮胎 ", saved("轮胎 市场:欧盟"))
        .await
        .unwrap();
    assert_eq!(first.id, again.id);
    searches.save("wu", "轮胎", saved("tyre")).await.unwrap();
    let mine = searches.of("li").await.unwrap();
    assert_eq!(mine.len(), 1);
    assert_eq!(mine[0].query.text(), "轮胎 市场:欧盟");
    assert!(!searches.forget("wu", first.id).await.unwrap());
    assert!(searches.forget("li", first.id).await.unwrap());
    assert_eq!(searches.get(first.id).await.unwrap(), None);
    assert!(matches!(
        searches.save("li", " ", saved("轮胎")).await,
        Err(SaveError::Name(0))
    ));
}

#[tokio::test]
async fn an_update_reads_old_searches_again_and_names_those_that_changed() {
    let (_folder, store, searches) = house().await;
    let rows = [
        ("same", r#"{"text":"轮胎","canonical":"轮胎","grammar":0}"#),
        (
            "other",
            r#"{"text":"市场:欧盟","canonical":"country:欧盟","grammar":0}"#,
        ),
    ];
    for (name, query) in rows {
        let new = NewSavedSearch {
            owner: "li",
            name,
            query,
            grammar: 0,
            at: "2026-01-01T00:00:00Z",
        };
        store.save_search(new).await.unwrap();
    }
    let changed = searches.read_again().await.unwrap();
    let names: Vec<&str> = changed.iter().map(|search| search.name.as_str()).collect();
    assert_eq!(names, ["other"]);
    assert!(searches.read_again().await.unwrap().is_empty());
}
