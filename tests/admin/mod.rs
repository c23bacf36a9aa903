//! The administration, as a browser sees it.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use duibiao::accounts::{Actor, Password};
use duibiao::storage::UnresolvedKind;
use tower::ServiceExt;

use crate::support::House;

const PASSWORD: &str = "correct horse battery";

/// A browser: it keeps its cookie.
struct Browser {
    router: Router,
    cookie: Option<String>,
}

impl Browser {
    async fn at(house: &House) -> Self {
        let password = Password::new(PASSWORD).unwrap();
        let accounts = &house.app.accounts;
        accounts
            .put(Actor::CommandLine, "wang", password)
            .await
            .unwrap();
        Self {
            router: duibiao::server::router(Arc::clone(&house.app)),
            cookie: None,
        }
    }

    async fn send(
        &mut self,
        mut request: axum::http::request::Builder,
        body: String,
    ) -> (StatusCode, HeaderMap, String) {
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let request = request.body(Body::from(body)).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        if let Some(set) = parts.headers.get(header::SET_COOKIE) {
            let set = set.to_str().unwrap();
            self.cookie = set.split(';').next().map(str::to_owned);
        }
        let bytes = axum::body::to_bytes(body, 1 << 24).await.unwrap();
        (
            parts.status,
            parts.headers,
            String::from_utf8(bytes.to_vec()).unwrap(),
        )
    }

    async fn get(&mut self, path: &str) -> (StatusCode, HeaderMap, String) {
        self.send(Request::get(path), String::new()).await
    }

    async fn post(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
    ) -> (StatusCode, HeaderMap, String) {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        self.send(Request::post(path), body.finish()).await
    }

    async fn sign_in(&mut self, password: &str) -> (StatusCode, HeaderMap, String) {
        let fields = [("name", "wang"), ("password", password)];
        self.post("/en/admin/sign-in", &fields).await
    }
}

/// The token of the forms of a page.
fn token(page: &str) -> String {
    let after = page.split("name=\"token\" value=\"").nth(1).unwrap();
    after.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_let_in_without_a_session() {
    let house = House::empty().await;
    let mut browser = Browser::at(&house).await;
    for path in ["/zh/admin", "/zh/admin/keys", "/zh/admin/audit"] {
        let (status, headers, _) = browser.get(path).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(headers[header::LOCATION], "/zh/admin/sign-in");
    }
    browser.cookie = Some("duibiao-session=0000".to_owned());
    assert_eq!(browser.get("/zh/admin").await.0, StatusCode::SEE_OTHER);
    let (status, _, _) = browser.post("/zh/admin/keys", &[("name", "x")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert!(house.app.keys.list().await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_room_is_shown_in_both_languages() {
    let house = House::furnished().await;
    let mut browser = Browser::at(&house).await;
    let (status, headers, _) = browser.sign_in(PASSWORD).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let cookie = headers[header::SET_COOKIE].to_str().unwrap();
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    for language in ["zh", "en"] {
        for room in [
            "sources",
            "ledger",
            "conflicts",
            "imports",
            "jobs",
            "outbox",
            "reviews",
            "keys",
            "backup",
            "audit",
        ] {
            let path = format!("/{language}/admin/{room}");
            let (status, headers, page) = browser.get(&path).await;
            assert_eq!(status, StatusCode::OK, "{path}");
            assert!(
                page.contains("<h1>") && page.contains("aria-current"),
                "{path}"
            );
            assert_eq!(headers[header::CACHE_CONTROL], "no-store", "{path}");
        }
    }
    assert_eq!(
        browser.get("/en/admin/nowhere").await.0,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_without_the_token_of_its_session_changes_nothing() {
    let house = House::empty().await;
    let mut browser = Browser::at(&house).await;
    browser.sign_in(PASSWORD).await;
    for forged in ["", "0000"] {
        let fields = [("name", "x"), ("scope", "admin"), ("token", forged)];
        let (status, _, _) = browser.post("/en/admin/keys", &fields).await;
        assert_eq!(status, StatusCode::FORBIDDEN);
    }
    assert!(house.app.keys.list().await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_made_shown_once_revoked_and_all_of_it_is_logged() {
    let house = House::empty().await;
    let mut browser = Browser::at(&house).await;
    browser.sign_in(PASSWORD).await;
    let (_, _, page) = browser.get("/en/admin/keys").await;
    let token = token(&page);
    let fields = [
        ("name", "nightly <import>"),
        ("scope", "read"),
        ("scope", "import"),
        ("quota", "9"),
        ("token", &token),
    ];
    let (_, _, page) = browser.post("/en/admin/keys", &fields).await;
    let shown = page.split("<code class=\"code\">").nth(1).unwrap();
    let shown = shown.split('<').next().unwrap().to_owned();
    let key = house.app.keys.check(&shown).await.unwrap().unwrap();
    assert_eq!(
        (key.scopes.to_string().as_str(), key.daily_quota),
        ("read,import", Some(9))
    );
    assert!(!page.contains("<import>"), "a name is not escaped");
    let (_, _, page) = browser.get("/en/admin/keys").await;
    assert!(!page.contains(&shown));
    let fields = [("subject", key.key.as_str()), ("token", &token)];
    browser.post("/en/admin/keys", &fields).await;
    assert!(house.app.keys.check(&shown).await.unwrap().is_none());
    let log = house.app.accounts.log(None, 9).await.unwrap();
    let actions: Vec<&str> = log.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(actions[..2], ["revoke_key", "create_key"]);
    assert!(!format!("{log:?}").contains(&shown));
    let (_, _, page) = browser.get("/en/admin/audit").await;
    assert!(page.contains("revoked a key") && page.contains("wang"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_is_asked_for_and_a_number_is_taken_off_the_ledger() {
    let house = House::empty().await;
    let store = &house.app.store;
    let noted = [("GB 99999-2031", UnresolvedKind::Absent)];
    store.note_unresolved(&noted, "2026-11-25").await.unwrap();
    let mut browser = Browser::at(&house).await;
    browser.sign_in(PASSWORD).await;
    let (_, _, page) = browser.get("/zh/admin/ledger").await;
    assert!(page.contains("GB 99999-2031"));
    let token = token(&page);
    let fields = [("subject", "GB 99999-2031"), ("token", &token)];
    browser.post("/zh/admin/ledger", &fields).await;
    assert!(store.unresolved(9).await.unwrap().is_empty());
    let fields = [("subject", "eping"), ("token", &token)];
    browser.post("/zh/admin/sources", &fields).await;
    let jobs = store.jobs().await.unwrap();
    assert_eq!(jobs[0].name, "once:eping");
    let fields = [("subject", "../etc"), ("token", &token)];
    browser.post("/zh/admin/sources", &fields).await;
    assert_eq!(store.jobs().await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_written_beside_the_store() {
    let house = House::empty().await;
    let mut browser = Browser::at(&house).await;
    browser.sign_in(PASSWORD).await;
    let (_, _, page) = browser.get("/en/admin/backup").await;
    let token = token(&page);
    let (status, _, page) = browser.post("/en/admin/backup", &[("token", &token)]).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("duibiao-20261125T020000Z.backup"), "{page}");
    assert!(
        house
            .folder
            .path()
            .join("backups/duibiao-20261125T020000Z.backup")
            .is_file()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn failures_lock_the_name_and_signing_out_ends_the_session() {
    let house = House::empty().await;
    let mut browser = Browser::at(&house).await;
    browser.sign_in(PASSWORD).await;
    let (_, _, page) = browser.get("/en/admin").await;
    let kept = browser.cookie.clone();
    let token = token(&page);
    let (status, _, _) = browser
        .post("/en/admin/sign-out", &[("token", &token)])
        .await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    browser.cookie = kept;
    assert_eq!(browser.get("/en/admin").await.0, StatusCode::SEE_OTHER);
    for expected in [401, 401, 401, 401, 429, 429] {
        let (status, _, page) = browser.sign_in("wrong").await;
        assert_eq!(status.as_u16(), expected);
        assert!(!page.contains("wrong\""), "a password is sent back");
    }
}
