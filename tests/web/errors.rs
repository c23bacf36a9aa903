use axum::http::StatusCode;

use super::site::get;

#[test]
fn a_condition_that_cannot_be_read_is_named_and_the_query_is_kept() {
    for (path, part) in [
        (
            "/zh/search?q=%E8%BD%AE%E8%83%8E&from=yesterday",
            "发布时间的起点应写成",
        ),
        ("/zh/search?q=%E8%BD%AE%E8%83%8E&status=purple", "状态应是"),
        ("/zh/search?q=%E8%BD%AE%E8%83%8E&sort=best", "排序应是"),
        ("/en/search?q=%E8%BD%AE%E8%83%8E&kind=book", "The kind is"),
        ("/zh/records/GB_6675.1-2025?as_of=soon", "日期应写成"),
    ] {
        let answer = get(path);
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}");
        assert!(answer.html().contains(part), "{path}");
        assert!(
            !path.contains("q=") || answer.html().contains("value=\"轮胎\""),
            "{path}"
        );
    }
}

#[test]
fn a_cursor_of_another_search_leads_back_to_the_first_page() {
    let answer = get("/zh/search?q=%E8%BD%AE%E8%83%8E&market=EU&cursor=14.000000000000");
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        answer.link_to("从第一页看起"),
        "/zh/search?q=%E8%BD%AE%E8%83%8E&market=EU"
    );
}

#[test]
fn a_record_that_is_not_held_shows_the_nearest() {
    let answer = get("/zh/records/GB_6675.1-1999");
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let html = answer.html();
    assert!(html.contains("没有编号为“GB 6675.1-1999”的记录"));
    assert!(
        html.contains("href=\"/zh/records/GB_6675.1-2025\""),
        "other editions are offered"
    );
}

#[test]
fn a_page_that_is_not_there_speaks_the_language_of_its_address() {
    for (path, part) in [
        ("/en/nowhere", "There is no such page"),
        ("/zh/nowhere", "没有这个页面"),
        ("/nowhere", "没有这个页面"),
    ] {
        let answer = get(path);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.html().contains(part), "{path}");
    }
    assert_eq!(get("/zh/products/nothing").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_text_that_is_no_number_says_what_a_number_looks_like() {
    let answer = get("/zh/number?n=%E4%BD%A0%E5%A5%BD");
    assert!(answer.html().contains("不是可以识别的标准号"));
    assert!(answer.html().contains("GB/T 19001-2016"));
    assert_eq!(
        get("/zh/number?n=ISO%2099999:2019").status,
        StatusCode::NOT_FOUND
    );
}
