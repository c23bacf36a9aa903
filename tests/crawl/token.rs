//! Credentials that buy a token: once a run, again when it has run out, and never seen anywhere.

use duibiao::jobs::{Since, Standing};
use serde_json::json;

use super::every::{Place, pages};
use crate::support::replay::fault;

const SECRETS: [&str; 3] = ["replay-client", "replay-password", "replay-token"];

fn purchases(place: &Place) -> usize {
    let asked = place.recorded.asked();
    let bought = asked
        .iter()
        .filter(|entry| entry.path.starts_with("/oauth/"));
    bought.count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_bought_once_and_shown_with_every_page() {
    let place = Place::open(&pages("iec")).await;
    let outcome = place.crawl(Since::Ever).await;
    assert_eq!(outcome.standing, Standing::Complete, "{outcome:#?}");
    assert_eq!(purchases(&place), 1);
    for entry in place.recorded.server.journal().entries() {
        let shown = entry.headers.get("authorization").map(String::as_str);
        let expected = match entry.path.as_str() {
            "/robots.txt" => None,
            path if path.starts_with("/oauth/") => {
                Some("Basic cmVwbGF5LWNsaWVudDpyZXBsYXktcGFzc3dvcmQ=")
            }
            _ => Some("Bearer replay-token"),
        };
        assert_eq!(shown, expected, "{}", entry.path);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_has_run_out_is_bought_again_once() {
    let place = Place::open(&pages("iec")).await;
    let mut rule = fault("", json!({"kind": "status", "status": 401})).times(1);
    rule.conditions.path = Some("/harmonized/*".to_owned());
    rule.first = 2;
    place.recorded.play(1, vec![rule]);
    let outcome = place.crawl(Since::Ever).await;
    assert_eq!(outcome.standing, Standing::Complete, "{outcome:#?}");
    assert_eq!(purchases(&place), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn credentials_that_are_refused_end_the_run_and_are_not_repeated() {
    let place = Place::open(&pages("iec")).await;
    let mut rule = fault("", json!({"kind": "status", "status": 401}));
    rule.conditions.path = Some("/oauth/*".to_owned());
    place.recorded.play(1, vec![rule]);
    let outcome = place.crawl(Since::Ever).await;
    assert_eq!(outcome.standing, Standing::Halted, "{outcome:#?}");
    let told = format!("{outcome:?}");
    assert!(
        told.contains("access token") && told.contains("status 401"),
        "{told}"
    );
    assert_eq!(
        place.recorded.asked().len(),
        1,
        "nothing is asked without a token"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn neither_credentials_nor_token_are_kept() {
    let place = Place::open(&pages("iec")).await;
    let outcome = place.crawl(Since::Ever).await;
    let told = format!("{outcome:?}");
    let mut folders = vec![place.folder().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs_err::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs_err::read(&path).unwrap();
            for secret in SECRETS {
                let found = bytes
                    .windows(secret.len())
                    .any(|window| window == secret.as_bytes());
                assert!(!found, "{secret} is kept in {}", path.display());
                assert!(!told.contains(secret), "{secret} is told");
            }
        }
    }
}
