use std::collections::{HashSet, VecDeque};

use axum::http::{StatusCode, header};

use super::site::{ask, get};

/// Pages that are followed; links repeat themselves long before.
const MOST_PAGES: usize = 250;

#[test]
fn an_address_without_a_language_is_answered_in_the_language_of_the_browser() {
    for (accepted, target) in [
        ("", "/zh/"),
        ("en-GB,en;q=0.9", "/en/"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "/zh/"),
    ] {
        let answer = ask("/", &[(header::ACCEPT_LANGUAGE, accepted)]);
        assert_eq!(answer.status, StatusCode::TEMPORARY_REDIRECT);
        assert_eq!(answer.header(header::LOCATION), target);
        assert_eq!(answer.header(header::VARY), "accept-language");
    }
    let answer = get("/search?q=%E8%BD%AE%E8%83%8E&market=EU");
    assert_eq!(
        answer.header(header::LOCATION),
        "/zh/search?q=%E8%BD%AE%E8%83%8E&market=EU"
    );
    assert_eq!(
        get("/records/ISO_9001:2015").header(header::LOCATION),
        "/zh/records/ISO_9001:2015"
    );
}

#[test]
fn a_slash_too_many_or_too_few_is_forgiven() {
    assert_eq!(get("/zh").header(header::LOCATION), "/zh/");
    assert_eq!(
        get("/en/about/?x=1").header(header::LOCATION),
        "/en/about?x=1"
    );
}

#[test]
fn the_language_switch_keeps_page_and_query() {
    let chinese = get("/zh/search?q=%E8%BD%AE%E8%83%8E&market=EU&sort=newest");
    let switch = chinese.link_to("class=\"language\"");
    assert_eq!(
        switch,
        "/en/search?q=%E8%BD%AE%E8%83%8E&market=EU&sort=newest"
    );
    let english = get(&switch);
    assert!(english.html().contains("<html lang=\"en\">"));
    assert_eq!(
        english.link_to("class=\"language\""),
        "/zh/search?q=%E8%BD%AE%E8%83%8E&market=EU&sort=newest"
    );
}

/// From the two first pages along every link: a page that links to nothing is a page that lies.
#[test]
fn every_link_leads_somewhere() {
    let mut waiting: VecDeque<String> = ["/zh/", "/en/"].map(str::to_owned).into();
    let mut known: HashSet<String> = waiting.iter().cloned().collect();
    let mut shapes: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    let mut asked = 0;
    while let Some(path) = waiting.pop_front() {
        if asked == MOST_PAGES {
            break;
        }
        asked += 1;
        let answer = get(&path);
        // A test method that is not held is linked to the page that says so.
        let honest = path.contains("/number?") && answer.status == StatusCode::NOT_FOUND;
        assert!(
            answer.status.is_success() || honest,
            "{path}: {}",
            answer.status
        );
        if !answer.header(header::CONTENT_TYPE).starts_with("text/html") {
            continue;
        }
        for link in answer.links() {
            let link = link.split('#').next().unwrap().to_owned();
            // A few of each shape are enough: `/zh/records/…`, `/en/search?market`.
            let shape = link.split('=').next().unwrap();
            let shape = shape.rsplit_once('/').map_or(shape, |(before, _)| {
                if shape.contains('?') { shape } else { before }
            });
            let seen = shapes.entry(shape.to_owned()).or_default();
            if *seen < 12 && known.insert(link.clone()) {
                *seen += 1;
                waiting.push_back(link);
            }
        }
    }
    assert!(asked > 80, "only {asked} pages were reached");
}

#[test]
fn the_page_is_marked_in_the_top() {
    let html = get("/zh/products").html();
    assert!(
        html.contains("<a href=\"/zh/products\" aria-current=\"page\">"),
        "{html}"
    );
    assert_eq!(html.matches("aria-current=\"page\"").count(), 1);
}
