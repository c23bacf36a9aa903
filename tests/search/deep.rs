//! Deep inputs through every door: the search page, the interface, the check. Whatever comes is answered with a page or
//! a sentence, soon, and nothing panics.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;
use tower::ServiceExt;

use crate::support::House;

/// Generous, because tests run unoptimised beside others; the real figures are in the benches.
const SOON: Duration = Duration::from_secs(20);

fn monsters() -> Vec<(&'static str, String)> {
    let clauses: Vec<String> = (0..200).map(|n| format!("标题:词{n}")).collect();
    vec![
        ("ten kilobytes of words", "轮胎 safety ".repeat(700)),
        ("two hundred clauses", clauses.join(" OR ")),
        ("quotes without an end", "\"轮胎 \"\" \"(".repeat(200)),
        ("parentheses", "(".repeat(3000)),
        (
            "control characters",
            "\u{0}\u{1}\u{7f}轮胎\u{8}\r\n\t".repeat(100),
        ),
        ("emoji", "👩‍👩‍👧🦆轮胎".repeat(100)),
        (
            "right to left",
            "\u{202e}إطارات ISO 9001 \u{2066}צמיגים\u{2069}".repeat(50),
        ),
        (
            "traditional Chinese",
            "輪胎 安全 國家標準 GB/T 19001—2016".repeat(50),
        ),
        (
            "full width",
            "ＩＳＯ　９００１：２０１５　ＡＮＤ　（轮胎）".repeat(50),
        ),
        (
            "fields without values",
            "标准号: 市场: ICS: 发布:..".repeat(100),
        ),
        ("a lone wildcard", "*".to_owned()),
    ]
}

/// Sends a request; the answer's status and text.
async fn ask(house: &House, name: &str, request: Request<Body>) -> (StatusCode, String) {
    let begun = Instant::now();
    let router = duibiao::server::router(Arc::clone(&house.app));
    let response = router.oneshot(request).await.unwrap();
    let status = response.status();
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 26).await;
    let took = begun.elapsed();
    assert!(took < SOON, "{name} took {took:?}");
    (status, String::from_utf8(bytes.unwrap().to_vec()).unwrap())
}

/// A page with a heading, or JSON that says what is wrong.
fn is_told(status: StatusCode, text: &str) -> bool {
    match status.as_u16() {
        200 => text.contains("<h1") || text.starts_with('{'),
        400..=499 => text.contains("<h1") || text.contains("\"message\""),
        _ => false,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn deep_inputs_are_answered_at_every_door() {
    let house = House::furnished().await;
    for (name, monster) in monsters() {
        let query: String = form_urlencoded::byte_serialize(monster.as_bytes()).collect();
        for path in [
            "/zh/search?q=",
            "/en/number?n=",
            "/api/v1/search?q=",
            "/api/v1/suggest?q=",
        ] {
            let request = Request::get(format!("{path}{query}"));
            let request = request.body(Body::empty()).unwrap();
            let (status, text) = ask(&house, name, request).await;
            assert!(
                is_told(status, &text),
                "{name} at {path}: {status} {text:.200}"
            );
        }
        for path in ["/api/v1/check", "/api/v1/numbers/resolve"] {
            let body = json!({"text": monster}).to_string();
            let request = Request::post(path).body(Body::from(body)).unwrap();
            let (status, text) = ask(&house, name, request).await;
            assert!(
                is_told(status, &text),
                "{name} at {path}: {status} {text:.200}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paste_of_a_megabyte_is_checked() {
    let house = House::furnished().await;
    let sentence = "本文件规定了要求，按 GB 6675.2-2014、ISO 9001 和 EN 71-1:2014+A1:2018 执行；\u{3000}3.1 一般。\n";
    let sameness = sentence.repeat((1 << 20) / sentence.len());
    let nothing = "字".repeat((1 << 20) / 3);
    let digits = "1234567890-./".repeat((1 << 20) / 13);
    let near = "GB/T ISO EN ".repeat((1 << 20) / 12);
    for (name, text) in [
        ("a long contract", sameness),
        ("no number", nothing),
        ("digits", digits),
        ("prefixes", near),
    ] {
        let body = json!({"text": text}).to_string();
        let request = Request::post("/api/v1/check")
            .body(Body::from(body))
            .unwrap();
        let begun = Instant::now();
        let (status, answer) = ask(&house, name, request).await;
        eprintln!("{name}: {status}, {:?}", begun.elapsed());
        assert!(is_told(status, &answer), "{name}: {status} {answer:.200}");
    }
}
