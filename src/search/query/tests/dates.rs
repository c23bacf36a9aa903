//! Dates of queries, resolved on Wednesday 2026-11-25.

use jiff::civil::{Date, date};

use crate::search::query::{Content, Dates, Days, Node, parse};

const TODAY: Date = date(2026, 11, 25);

fn asked(query: &str) -> Dates {
    let node = parse(query).unwrap_or_else(|error| panic!("{query}: {error}"));
    let Node::Field { values, .. } = node else {
        panic!("{query} is a field")
    };
    let Content::Dates(dates) = values[0].content else {
        panic!("{query} is a date")
    };
    dates
}

/// `from..to` of the days a query asks for.
fn days(query: &str) -> String {
    let Days { from, to } = asked(query).resolve(TODAY);
    let text = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{}..{}", text(from), text(to))
}

#[test]
fn written_dates_keep_their_precision_and_cover_all_their_days() {
    for (written, expected) in [
        ("2024", "2024-01-01..2024-12-31"),
        ("2024年", "2024-01-01..2024-12-31"),
        ("2024-02", "2024-02-01..2024-02-29"),
        ("2024年2月", "2024-02-01..2024-02-29"),
        ("2024/2", "2024-02-01..2024-02-29"),
        ("2024.02.03", "2024-02-03..2024-02-03"),
        ("20240203", "2024-02-03..2024-02-03"),
        ("2024年2月3日", "2024-02-03..2024-02-03"),
        ("２０２４－０２", "2024-02-01..2024-02-29"),
        ("2020..2024", "2020-01-01..2024-12-31"),
        ("2020-2024", "2020-01-01..2024-12-31"),
        ("2020—2024", "2020-01-01..2024-12-31"),
        ("2020至2024", "2020-01-01..2024-12-31"),
        ("2020～2024", "2020-01-01..2024-12-31"),
        ("2020…2024", "2020-01-01..2024-12-31"),
        ("2020……2024", "2020-01-01..2024-12-31"),
        ("2020-05..", "2020-05-01.."),
        ("..2024", "..2024-12-31"),
        (">2020", "2021-01-01.."),
        (">=2020-05", "2020-05-01.."),
        ("<2024", "..2023-12-31"),
        ("≤2024", "..2024-12-31"),
    ] {
        assert_eq!(days(&format!("发布:{written}")), expected, "{written}");
    }
}

#[test]
fn named_days_weeks_months_and_years_move_with_today() {
    for (written, expected) in [
        ("今天", "2026-11-25..2026-11-25"),
        ("yesterday", "2026-11-24..2026-11-24"),
        ("本周", "2026-11-23..2026-11-29"),
        ("上周", "2026-11-16..2026-11-22"),
        ("next-week", "2026-11-30..2026-12-06"),
        ("本月", "2026-11-01..2026-11-30"),
        ("下月", "2026-12-01..2026-12-31"),
        ("今年", "2026-01-01..2026-12-31"),
        ("Last-Year", "2025-01-01..2025-12-31"),
        ("去年..today", "2025-01-01..2026-11-25"),
        ("-2w..+1m", "2026-11-11..2026-12-25"),
    ] {
        assert_eq!(days(&format!("发布:{written}")), expected, "{written}");
    }
}

#[test]
fn distances_look_back_to_publication_and_ahead_to_deadlines() {
    for (query, expected) in [
        ("发布:<30d", "2026-10-27..2026-11-25"),
        ("发布:<=30d", "2026-10-26..2026-11-25"),
        ("发布:>30d", "..2026-10-25"),
        ("发布:>=30d", "..2026-10-26"),
        ("发布:1y", "2025-11-25..2026-11-25"),
        ("截止:<30d", "2026-11-25..2026-12-24"),
        ("截止:30天", "2026-11-25..2026-12-25"),
        ("截止:>2w", "2026-12-10.."),
        ("截止:<6m", "2026-11-25..2027-05-24"),
        ("实施:≥6个月", "2027-05-25.."),
    ] {
        assert_eq!(days(query), expected, "{query}");
    }
}

#[test]
fn what_lies_beyond_the_calendar_ends_with_it() {
    assert_eq!(days("截止:>9999y"), "9999-12-31..");
    assert_eq!(
        asked("截止:>9999y").resolve(Date::MAX).from,
        Some(Date::MAX)
    );
    assert_eq!(asked("发布:本周").resolve(Date::MIN).from, Some(Date::MIN));
}

#[test]
fn a_saved_distance_means_other_days_on_another_day() {
    let dates = asked("截止:<30d");
    assert_eq!(dates.resolve(date(2027, 1, 1)).from, Some(date(2027, 1, 1)));
    assert_eq!(dates.to_string(), "<30d");
}
