//! Keys, limits, conditional requests, streams.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use duibiao::app::App;
use duibiao::clock::FixedClock;
use duibiao::config::Config;
use duibiao::jobs::{self, Silent};
use duibiao::keys::NewKey;
use serde_json::Value;
use tempfile::TempDir;
use tower::ServiceExt;

use crate::support::{House, TODAY, row};

/// A program with a configuration, and its router.
struct Served {
    app: Arc<App>,
    router: Router,
    _folder: TempDir,
}

impl Served {
    async fn with(config: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock(TODAY.parse().unwrap()));
        let config = Config::read(config).unwrap();
        let app = App::open_configured(folder.path(), clock, config).await;
        let app = Arc::new(app.unwrap());
        jobs::wake(&app, &Silent).await.unwrap();
        Self {
            router: duibiao::server::router(Arc::clone(&app)),
            app,
            _folder: folder,
        }
    }

    async fn key(&self, scopes: &str, daily_quota: Option<u64>) -> String {
        let new = NewKey {
            name: "a test".to_owned(),
            scopes: scopes.parse().unwrap(),
            daily_quota,
        };
        self.app.keys.create(&new).await.unwrap().reveal()
    }

    /// Asks from an address, with some headers.
    async fn ask(
        &self,
        path: &str,
        from: &str,
        headers: &[(&str, &str)],
    ) -> (StatusCode, HeaderMap, Value) {
        self.send(Request::get(path), from, headers, Body::empty())
            .await
    }

    async fn send(
        &self,
        mut request: axum::http::request::Builder,
        from: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> (StatusCode, HeaderMap, Value) {
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request.body(body).unwrap();
        let address = SocketAddr::new(from.parse().unwrap(), 4000);
        request.extensions_mut().insert(ConnectInfo(address));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 1 << 26).await.unwrap();
        let value = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        (parts.status, parts.headers, value)
    }
}

const FAR: &str = "203.0.113.9";

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_asks_too_fast_is_told_when_to_come_again() {
    let served = Served::with("[api]\nrequests_a_minute = 2").await;
    for left in [1, 0] {
        let (status, headers, _) = served.ask("/api/v1/records?limit=1", FAR, &[]).await;
        assert_eq!(status, StatusCode::OK);
        let told = headers["ratelimit"].to_str().unwrap();
        assert!(told.contains(&format!("r={left};")), "{told}");
    }
    let (status, headers, error) = served.ask("/api/v1/records?limit=1", FAR, &[]).await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(error["error"]["code"], "too_many_requests");
    let wait: u64 = headers[header::RETRY_AFTER]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
    // Another address, this machine, health and pages are not held up by it.
    for (path, from) in [
        ("/api/v1/records?limit=1", "203.0.113.10"),
        ("/api/v1/records?limit=1", "127.0.0.1"),
        ("/healthz", FAR),
        ("/zh/about", FAR),
    ] {
        assert_eq!(
            served.ask(path, from, &[]).await.0,
            StatusCode::OK,
            "{path} {from}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trusted_proxy_speaks_for_its_callers_and_nobody_else_does() {
    let config = "[api]\nrequests_a_minute = 1\ntrusted_proxies = [\"127.0.0.1\"]";
    let served = Served::with(config).await;
    let path = "/api/v1/records?limit=1";
    let forwarded = |address| [("x-forwarded-for", address)];
    let one = served
        .ask(path, "127.0.0.1", &forwarded("198.51.100.1"))
        .await;
    let other = served
        .ask(path, "127.0.0.1", &forwarded("198.51.100.2"))
        .await;
    let again = served
        .ask(path, "127.0.0.1", &forwarded("198.51.100.1"))
        .await;
    assert_eq!(
        [one.0, other.0, again.0],
        [
            StatusCode::OK,
            StatusCode::OK,
            StatusCode::TOO_MANY_REQUESTS
        ]
    );
    // Who is no proxy cannot take another name.
    assert_eq!(
        served.ask(path, FAR, &forwarded("198.51.100.7")).await.0,
        StatusCode::OK
    );
    let renamed = served.ask(path, FAR, &forwarded("198.51.100.8")).await;
    assert_eq!(renamed.0, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_opens_what_its_scopes_name() {
    let served = Served::with("[api]\nanonymous = \"nothing\"").await;
    let (read, admin) = (
        served.key("read", None).await,
        served.key("admin", None).await,
    );
    let search = "/api/v1/records?limit=1";
    let bearer = |key: &str| format!("Bearer {key}");
    let (status, headers, error) = served.ask(search, FAR, &[]).await;
    assert_eq!(
        (status, &error["error"]["code"]),
        (StatusCode::UNAUTHORIZED, &"no_key".into())
    );
    assert!(headers.contains_key(header::WWW_AUTHENTICATE));
    let authorization = bearer(&read);
    let with_read = [("authorization", authorization.as_str())];
    assert_eq!(served.ask(search, FAR, &with_read).await.0, StatusCode::OK);
    let (status, _, error) = served.ask("/api/v1/unresolved", FAR, &with_read).await;
    assert_eq!(
        (status, &error["error"]["code"]),
        (StatusCode::FORBIDDEN, &"forbidden".into())
    );
    let with_admin = [("x-api-key", admin.as_str())];
    assert_eq!(
        served.ask("/api/v1/unresolved", FAR, &with_admin).await.0,
        StatusCode::OK
    );
    // The description stays open: it tells how to ask.
    assert_eq!(
        served.ask("/api/v1/openapi.json", FAR, &[]).await.0,
        StatusCode::OK
    );
    let wrong = [("x-api-key", "dbk_0123456789ab_00")];
    assert_eq!(
        served.ask(search, FAR, &wrong).await.0,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quota_ends_with_the_day_and_a_revoked_key_at_once() {
    let served = Served::with("").await;
    let key = served.key("read", Some(2)).await;
    let headers = [("x-api-key", key.as_str())];
    let path = "/api/v1/records?limit=1";
    for _ in 0..2 {
        assert_eq!(served.ask(path, FAR, &headers).await.0, StatusCode::OK);
    }
    let (status, told, error) = served.ask(path, FAR, &headers).await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    assert!(
        error["error"]["message"]
            .as_str()
            .unwrap()
            .contains("quota"),
        "{error}"
    );
    // Ten in the morning in Beijing: fourteen hours are left.
    assert_eq!(told[header::RETRY_AFTER], "50400");
    served.app.keys.revoke(&key).await.unwrap();
    assert_eq!(
        served.ask(path, FAR, &headers).await.0,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_imported_with_a_key_for_it_and_its_bad_rows_are_told() {
    let served = Served::with("").await;
    let key = served.key("import", None).await;
    let rows = format!(
        "{}\nno json\n",
        row("ISO 99999:2031", "A standard that came by key")
    );
    let send = |headers: Vec<(&'static str, String)>, name: &'static str| {
        let rows = rows.clone();
        let served = &served;
        async move {
            let headers: Vec<(&str, &str)> = headers
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            let request = Request::post(format!("/api/v1/import?name={name}"));
            served.send(request, FAR, &headers, Body::from(rows)).await
        }
    };
    assert_eq!(send(vec![], "a.jsonl").await.0, StatusCode::UNAUTHORIZED);
    let headers = vec![("x-api-key", key)];
    let (status, _, _) = send(headers.clone(), "..%2Fa.jsonl").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    let (status, _, report) = send(headers, "a.jsonl").await;
    assert_eq!(status, StatusCode::OK, "{report}");
    assert_eq!(report["files"][0]["added"], 1, "{report}");
    assert_eq!(report["files"][0]["bad_rows"][0]["line"], 2, "{report}");
    let found = served
        .ask("/api/v1/numbers/ISO%2099999:2031", FAR, &[])
        .await;
    assert_eq!(found.0, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_have_changed_is_not_sent_again() {
    let house = House::furnished().await;
    let router = duibiao::server::router(Arc::clone(&house.app));
    let ask = |path: &str, tag: Option<&str>| {
        let mut request = Request::get(path);
        if let Some(tag) = tag {
            request = request.header(header::IF_NONE_MATCH, tag);
        }
        router.clone().oneshot(request.body(Body::empty()).unwrap())
    };
    let path = "/api/v1/search?q=ISO";
    let first = ask(path, None).await.unwrap();
    let tag = first.headers()[header::ETAG].to_str().unwrap().to_owned();
    assert_eq!(
        ask(path, Some(&tag)).await.unwrap().status(),
        StatusCode::NOT_MODIFIED
    );
    let other = ask("/api/v1/search?q=GB", Some(&tag)).await.unwrap();
    assert_eq!(other.status(), StatusCode::OK);
    house
        .import(&[row("ISO 99998:2030", "Something new")])
        .await;
    assert_eq!(
        ask(path, Some(&tag)).await.unwrap().status(),
        StatusCode::OK
    );
    let missing = ask("/api/v1/records/nothing", None).await.unwrap();
    assert!(!missing.headers().contains_key(header::ETAG));
}

async fn text(house: &House, path: &str) -> String {
    let router = duibiao::server::router(Arc::clone(&house.app));
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = router.oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 26)
        .await
        .unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_and_its_pages_hold_every_record_once() {
    let house = House::furnished().await;
    let count = usize::try_from(house.app.store.record_count().await.unwrap()).unwrap();
    let id = |record: &Value| record["id"].as_str().unwrap().to_owned();
    let lines = text(&house, "/api/v1/records/export").await;
    let streamed: BTreeSet<String> = lines
        .lines()
        .map(|line| id(&serde_json::from_str(line).unwrap()))
        .collect();
    assert_eq!((streamed.len(), lines.lines().count()), (count, count));
    let mut paged = BTreeSet::new();
    let mut cursor = String::new();
    loop {
        let (_, page) =
            super::get(&house, &format!("/api/v1/records?limit=97&cursor={cursor}")).await;
        paged.extend(page["records"].as_array().unwrap().iter().map(id));
        match page["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(paged, streamed);
    let table = text(&house, "/api/v1/records/export?format=csv&lang=en").await;
    assert_eq!(
        table
            .lines()
            .filter(|line| line.starts_with("\u{feff}Id,"))
            .count(),
        1
    );
    let (status, error) = super::get(&house, "/api/v1/records?cursor=x").await;
    assert_eq!(
        (status, &error["error"]["code"]),
        (StatusCode::BAD_REQUEST, &"bad_cursor".into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_of_a_search_holds_all_its_hits() {
    let house = House::furnished().await;
    let (_, answer) = super::get(&house, "/api/v1/search?q=%E9%92%A2&limit=1").await;
    let lines = text(&house, "/api/v1/records/export?q=%E9%92%A2").await;
    assert_eq!(
        lines.lines().count() as u64,
        answer["total"].as_u64().unwrap()
    );
    let (status, _) = super::get(&house, "/api/v1/records/export?q=x&status=purple").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn scripts_of_named_sites_may_ask_and_of_others_not() {
    let served = Served::with("[api]\norigins = [\"https://example.org\"]").await;
    for (origin, expected) in [
        ("https://example.org", true),
        ("https://example.net", false),
    ] {
        let headers = [("origin", origin), ("access-control-request-method", "GET")];
        let request = Request::options("/api/v1/search");
        let (_, told, _) = served.send(request, FAR, &headers, Body::empty()).await;
        assert_eq!(
            told.contains_key("access-control-allow-origin"),
            expected,
            "{origin}"
        );
        assert!(!told.contains_key("access-control-allow-credentials"));
    }
}
