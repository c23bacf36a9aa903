use axum::http::StatusCode;

use super::site::get;

#[test]
fn a_hit_shows_number_status_title_and_what_matched() {
    let answer = get("/zh/search?q=%E8%BD%AE%E8%83%8E");
    assert_eq!(answer.status, StatusCode::OK);
    let html = answer.html();
    assert!(html.contains("<mark>轮胎</mark>"));
    assert!(html.contains("<span class=\"status current\">现行</span>"));
    assert!(html.contains("<a class=\"number\" href=\"/zh/records/"));
    assert!(
        html.contains("value=\"轮胎\""),
        "the box keeps what was typed"
    );
    let english = get("/en/search?q=%E8%BD%AE%E8%83%8E").html();
    assert!(
        english.contains("In force") && english.contains("lang=\"zh\""),
        "originals carry their language"
    );
}

#[test]
fn a_filter_is_chosen_by_a_facet_and_let_go_by_its_chip() {
    let all = get("/zh/search?q=%E8%BD%AE%E8%83%8E");
    let narrowed = all.link_to("choice-name\">国际<");
    assert_eq!(narrowed, "/zh/search?q=%E8%BD%AE%E8%83%8E&market=INT");
    let chosen = get(&narrowed);
    assert!(chosen.html().contains("aria-label=\"去掉条件 市场：国际\""));
    assert!(
        chosen
            .html()
            .contains("<input type=\"hidden\" name=\"market\" value=\"INT\">")
    );
    assert_eq!(
        chosen.link_to("去掉条件 市场：国际"),
        "/zh/search?q=%E8%BD%AE%E8%83%8E"
    );
}

#[test]
fn paging_reaches_every_hit_once() {
    let mut path = "/zh/search?q=%E9%92%A2&limit=7".to_owned();
    let mut seen = Vec::new();
    loop {
        let page = get(&path);
        let html = page.html();
        let hits = html.split("<ol class=\"hits\"").nth(1).unwrap();
        seen.extend(hits.split("<p class=\"hit-head\">").skip(1).map(|hit| {
            hit.split("href=\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .to_owned()
        }));
        if !html.contains("class=\"next\"") {
            assert!(html.contains("以上是全部结果"));
            break;
        }
        path = page.link_to("class=\"next\"");
    }
    let all = seen.len();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), all);
    assert!(all > 20, "{all}");
}

#[test]
fn a_number_in_any_spelling_is_offered_on_top_and_never_jumped_to() {
    let answer = get("/zh/search?q=GB6675.1-2025");
    assert_eq!(answer.status, StatusCode::OK);
    let html = answer.html();
    let direct = html
        .split("<section class=\"note\"")
        .nth(1)
        .unwrap()
        .split("</section>")
        .next()
        .unwrap();
    assert!(
        direct.contains("href=\"/zh/records/GB_6675.1-2025\""),
        "{direct}"
    );
}

#[test]
fn nothing_found_says_what_was_searched_and_where_to_go_on() {
    let answer = get("/zh/search?q=%E9%9A%94%E5%A3%81%E8%80%81%E7%8E%8B%20qqxxzz&market=EU");
    assert_eq!(answer.status, StatusCode::OK);
    let html = answer.html();
    for part in [
        "没有找到与“隔壁老王 qqxxzz”相符的记录",
        "检索式是这样理解的",
        "查了哪些来源",
        "没有收录的内容",
        "去掉全部条件再查",
    ] {
        assert!(html.contains(part), "{part}");
    }
    assert!(html.contains("市场 = 欧盟"));
    assert!(html.contains("只查“qqxxzz”"));
}

#[test]
fn a_product_lists_what_applies_market_by_market() {
    let html = get("/zh/products/stroller").html();
    for part in [
        "<h2>技术法规</h2>",
        "<h2>标准</h2>",
        "<h2>通报</h2>",
        "product=stroller&#38;market=EU",
    ] {
        assert!(html.contains(part), "{part}");
    }
    assert!(html.contains("没有收录不等于没有要求"));
}

#[test]
fn a_record_shows_its_limits_relations_and_origin() {
    let html = get("/zh/records/GB~T_1499.2-2018").html();
    for part in [
        "限量指标",
        "≥\u{a0}400\u{a0}MPa",
        "被代替",
        "GB 1499.2-2024",
        "以官方发布为准",
        "[S]",
        "河北",
    ] {
        assert!(html.contains(part), "{part}");
    }
}

#[test]
fn a_record_on_another_day_shows_the_status_of_that_day() {
    let then = get("/zh/records/GB~T_1499.2-2018?as_of=2018-01-01").html();
    assert!(then.contains("以下状态截至 2018-01-01"));
    assert!(then.contains("<span class=\"status upcoming\">"));
}
