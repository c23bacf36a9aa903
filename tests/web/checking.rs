//! 查新 as a browser gets it: pasted text and files, results as a page and as files, and what cannot be checked.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use tower::ServiceExt;

use super::site::{Answer, get, with_house};

const BOUNDARY: &str = "part-of-the-form";

/// A part of a form: its name, the name of its file, its bytes.
type Part<'p> = (&'p str, Option<&'p str>, &'p [u8]);

fn send(path: &str, parts: &[Part<'_>]) -> Answer {
    let mut body = Vec::new();
    for (name, file, bytes) in parts {
        let file = file.map_or_else(String::new, |file| format!("; filename=\"{file}\""));
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    with_house(async |house| {
        let request = Request::post(path)
            .header(
                header::CONTENT_TYPE,
                format!("multipart/form-data; boundary={BOUNDARY}"),
            )
            .header(header::CONTENT_LENGTH, body.len())
            .body(Body::from(body))
            .unwrap();
        let router = duibiao::server::router(Arc::clone(&house.app));
        Answer::of(router.oneshot(request).await.unwrap()).await
    })
}

fn check(text: &str) -> Answer {
    send("/zh/check", &[("text", None, text.as_bytes())])
}

#[test]
fn every_page_leads_to_the_form_and_the_form_to_a_table() {
    assert_eq!(get("/zh/").link_to("查新"), "/zh/check");
    let form = get("/zh/check").html();
    assert!(form.contains("enctype=\"multipart/form-data\"") && form.contains("type=\"file\""));
    let answer = check("按 GB 6675.2-2014 和 ISO 99999:2020 执行");
    assert_eq!(answer.status, StatusCode::OK);
    let html = answer.html();
    for expected in ["GB 6675.2-2014", "库中没有", "符合该机构的编号规则", "把握"] {
        assert!(html.contains(expected), "{expected}: {html}");
    }
    assert!(answer.link_to("GB 6675.2-2014").starts_with("/zh/records/"));
}

#[test]
fn the_result_is_taken_away_in_every_form() {
    for (format, begins) in [
        ("csv", &b"\xef\xbb\xbf"[..]),
        ("json", b"{"),
        ("md", b"#"),
        ("xlsx", b"PK"),
        ("docx", b"PK"),
        ("html", b"<!doctype html>"),
    ] {
        let answer = send(
            "/en/check",
            &[
                ("text", None, b"GB 6675.2-2014"),
                ("as_of", None, b"2020-01-01"),
                ("format", None, format.as_bytes()),
            ],
        );
        assert_eq!(answer.status, StatusCode::OK, "{format}");
        let start = String::from_utf8_lossy(&answer.bytes[..16]).to_lowercase();
        assert!(
            start.as_bytes().starts_with(&begins.to_ascii_lowercase()),
            "{format}: {start}"
        );
        let name = answer.header(header::CONTENT_DISPOSITION);
        assert_eq!(
            name,
            format!("attachment; filename=\"check-2020-01-01.{format}\"")
        );
    }
}

#[test]
fn a_file_is_read_and_its_name_and_text_never_become_markup() {
    let file = send(
        "/zh/check",
        &[
            ("text", None, b""),
            (
                "file",
                Some("<img src=x>.txt"),
                "<script>alert(1)</script> GB 6675.2-2014".as_bytes(),
            ),
        ],
    );
    assert_eq!(file.status, StatusCode::OK);
    let html = file.html();
    assert!(
        !html.contains("<script>") && !html.contains("<img"),
        "{html}"
    );
    assert!(html.contains("&#60;img src=x&#62;.txt") || html.contains("&lt;img src=x&gt;.txt"));
    let pasted = check("</textarea><script>alert(1)</script> \u{0} \u{202e} 😀 GB 6675.2-2014");
    assert_eq!(pasted.status, StatusCode::OK);
    assert!(!pasted.html().contains("<script>"));
}

#[test]
fn what_cannot_be_checked_is_answered_with_what_to_do() {
    let large = vec![b'a'; (8 << 20) + 1];
    let many: Vec<String> = (1..=5001).map(|n| format!("ISO {n}:2015")).collect();
    let many = many.join("\n");
    let cases: [(&str, &[Part<'_>], u16, &str); 7] = [
        (
            "nothing",
            &[("text", None, b" \n")],
            400,
            "没有文字，也没有文件",
        ),
        (
            "a day",
            &[("text", None, b"ISO 9001"), ("as_of", None, b"gestern")],
            400,
            "日期应写成",
        ),
        (
            "a form",
            &[("text", None, b"ISO 9001"), ("format", None, b"exe")],
            400,
            "没有这种结果形式",
        ),
        (
            "a damaged docx",
            &[("file", Some("a.docx"), b"PK\x03\x04 word/document.xml")],
            422,
            "文件已损坏",
        ),
        (
            "a picture",
            &[("file", Some("a.png"), b"\x89PNG\r\n\x1a\n")],
            422,
            "读不了这种文件",
        ),
        ("too large", &[("text", None, &large)], 413, "超过 8 MB"),
        (
            "too many",
            &[("text", None, many.as_bytes())],
            413,
            "编号超过 5000 个",
        ),
    ];
    for (name, parts, status, sentence) in cases {
        let answer = send("/zh/check", parts);
        assert_eq!(answer.status.as_u16(), status, "{name}");
        let html = answer.html();
        assert!(
            html.contains("role=\"alert\"") && html.contains(sentence),
            "{name}: {html}"
        );
    }
    let broken = with_house(async |house| {
        let request = Request::post("/zh/check")
            .body(Body::from("text=ISO"))
            .unwrap();
        let router = duibiao::server::router(Arc::clone(&house.app));
        Answer::of(router.oneshot(request).await.unwrap()).await
    });
    assert_eq!(broken.status, StatusCode::BAD_REQUEST);
    assert!(broken.html().contains("没有传完整"));
}

#[test]
fn a_number_alone_says_which_edition_applies_and_by_which_rule() {
    let dated = get("/zh/number?n=GB+6675.2-2014").html();
    assert!(dated.contains("注日期引用：只指这一版"), "{dated}");
    let undated = get("/zh/number?n=GB+6675.2").html();
    assert!(undated.contains("不注日期引用"), "{undated}");
}
