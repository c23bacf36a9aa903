use axum::http::{StatusCode, header};

use super::site::{ask, get};

/// What a page may weigh on the wire, style sheet and script included.
const HEAVIEST: usize = 100_000;

/// Records whose evidence is looked at.
const MOST_RECORDS: usize = 200;

const PAGES: [&str; 21] = [
    "/zh/",
    "/en/",
    "/zh/search?q=%E8%BD%AE%E8%83%8E",
    "/en/search?q=steel&limit=100",
    "/zh/search",
    "/zh/records/GB~T_1499.2-2018",
    "/zh/products",
    "/en/products/toy",
    "/zh/about",
    "/en/sources",
    "/zh/records/EU-2023-988-GPSR",
    "/en/dossier/toy/EU",
    "/zh/gap?product=toy&market=US",
    "/zh/compare?a=GB_6675.4-2014&b=ISO_8124-3:2020",
    "/zh/heatmap",
    "/zh/calendar",
    "/en/statistics",
    "/zh/help",
    "/en/help?q=backup",
    "/zh/help/programs",
    "/en/subscribe",
];

#[test]
fn what_a_visitor_writes_never_becomes_markup() {
    let evil = "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%27%3Cimg%20src%3Dx%3E";
    for path in [
        format!("/zh/search?q={evil}"),
        format!("/zh/search?q=a&market={evil}&as_of=2020"),
        format!("/zh/search?q=a&from={evil}"),
        format!("/zh/search?q=a&cursor={evil}"),
        format!("/en/number?n={evil}"),
        format!("/en/records/{evil}"),
        format!("/en/products/{evil}"),
        format!("/zh/{evil}"),
    ] {
        let html = get(&path).html();
        assert!(
            !html.contains("<script>") && !html.contains("<img"),
            "{path}"
        );
    }
}

#[test]
fn nothing_is_inline_and_the_policy_forbids_it() {
    for path in PAGES {
        let answer = get(path);
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let policy = answer.header(header::CONTENT_SECURITY_POLICY);
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("unsafe"),
            "{policy}"
        );
        let html = answer.html();
        assert!(
            !html.contains("<style") && !html.contains(" style=\""),
            "{path}"
        );
        assert_eq!(
            html.matches("<script").count(),
            html.matches("<script type=\"module\" src=\"/assets/")
                .count(),
            "{path}"
        );
    }
}

#[test]
fn pages_are_light() {
    let compressed = |path: &str| ask(path, &[(header::ACCEPT_ENCODING, "gzip")]).bytes.len();
    for path in PAGES {
        let page = get(path);
        let assets: usize = page
            .links()
            .iter()
            .chain(&scripts(&page.html()))
            .filter(|link| link.starts_with("/assets/"))
            .map(|link| compressed(link))
            .sum();
        let all = compressed(path) + assets;
        assert!(assets > 0 && all < HEAVIEST, "{path} weighs {all} bytes");
    }
}

fn scripts(html: &str) -> Vec<String> {
    html.split(" src=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

#[test]
fn a_page_that_has_not_changed_is_not_sent_twice() {
    for path in PAGES {
        let first = get(path);
        let tag = first.header(header::ETAG).to_owned();
        assert!(tag.starts_with("W/\""), "{path}: {tag}");
        let second = ask(path, &[(header::IF_NONE_MATCH, &tag)]);
        assert_eq!(second.status, StatusCode::NOT_MODIFIED, "{path}");
        assert!(second.bytes.is_empty(), "{path}");
    }
    assert!(get("/zh/nowhere").headers.get(header::ETAG).is_none());
}

#[test]
fn assets_may_be_kept_for_ever_and_are_not_sent_twice() {
    let style = get("/zh/about")
        .links()
        .into_iter()
        .find(|link| link.starts_with("/assets/"))
        .unwrap();
    let first = get(&style);
    assert_eq!(first.status, StatusCode::OK);
    assert!(first.header(header::CACHE_CONTROL).contains("immutable"));
    let tag = first.header(header::ETAG).to_owned();
    let second = ask(&style, &[(header::IF_NONE_MATCH, &tag)]);
    assert_eq!(second.status, StatusCode::NOT_MODIFIED);
    assert!(second.bytes.is_empty());
    assert_eq!(
        get("/assets/style.000000000000.css").status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        get("/favicon.svg").header(header::CONTENT_TYPE),
        "image/svg+xml"
    );
    assert!(get("/robots.txt").html().contains("Disallow: /zh/search"));
}

#[test]
fn evidence_on_sharing_sites_is_named_but_not_linked() {
    let list = get("/zh/search.jsonl?kind=standard&market=CN").html();
    let mut named = 0;
    for line in list.lines().take(MOST_RECORDS) {
        let hit: serde_json::Value = serde_json::from_str(line).unwrap();
        let html = get(&format!("/zh/records/{}", hit["id"].as_str().unwrap())).html();
        named += html.matches("文档分享站").count();
        for site in ["book118.com", "scribd.com", "renrendoc.com", "docin.com"] {
            assert!(!html.contains(&format!("{site}/")), "{site} is linked");
        }
    }
    assert!(
        named > 0,
        "no record names a sharing site: the test looks at nothing"
    );
}

#[test]
fn list_pages_stay_out_of_search_engines_and_records_do_not() {
    assert!(
        get("/zh/search?q=a")
            .html()
            .contains("name=\"robots\" content=\"noindex\"")
    );
    assert!(
        !get("/zh/records/GB~T_1499.2-2018")
            .html()
            .contains("noindex")
    );
}
