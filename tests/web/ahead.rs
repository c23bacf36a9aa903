use axum::http::{StatusCode, header};

use super::site::get;

#[test]
fn the_calendar_lists_what_is_ahead_by_month_and_can_be_taken_away() {
    let page = get("/zh/calendar?from=2027-03").html();
    assert!(page.contains("id=\"month-2027-03\""), "{page}");
    assert!(page.contains("/zh/records/GB_7718-2025"));
    let csv = get("/zh/calendar.csv?from=2027-03");
    assert!(csv.header(header::CONTENT_TYPE).starts_with("text/csv"));
    assert!(csv.html().contains("2027-03-16,开始实施,GB 7718-2025"));
    let ics = get("/en/calendar.ics?from=2027-03");
    assert!(
        ics.header(header::CONTENT_TYPE)
            .starts_with("text/calendar")
    );
    let text = ics.html();
    assert!(text.contains("DTSTART;VALUE=DATE:20270316"), "{text}");
    assert!(
        text.contains("SUMMARY:Enters into force GB 7718-2025"),
        "{text}"
    );
}

#[test]
fn the_calendar_is_filtered_and_says_when_nothing_is_left() {
    let foreign = get("/en/calendar?from=2027-03&market=JP").html();
    assert!(!foreign.contains("GB_7718-2025"));
    let closing = get("/en/calendar?from=2027-03&occasion=comments_close").html();
    assert!(
        closing.contains("No date is known for 2027-03-01"),
        "{closing}"
    );
    assert!(closing.contains("without filters"));
    // What cannot be read is taken as not said.
    let odd = get("/en/calendar?from=soon&market=%3Cb%3E&occasion=x");
    assert_eq!(odd.status, StatusCode::OK);
    assert!(!odd.html().contains("<b>"));
}

#[test]
fn statistics_count_adoptions_and_say_that_there_are_no_notifications() {
    let page = get("/en/statistics").html();
    assert!(
        page.contains("No notifications are held for this time"),
        "{page}"
    );
    let mechanics = page.split("<tr>").find(|row| row.contains(">21</span>"));
    let mechanics = mechanics.unwrap_or_else(|| panic!("field 21 is not counted: {page}"));
    assert!(mechanics.contains(" %</td>"), "{mechanics}");
}

#[test]
fn the_first_page_leads_to_the_dossier_of_what_was_chosen() {
    let answer = get("/en/applies?product=stroller&market=EU");
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header(header::LOCATION), "/en/dossier/stroller/EU");
}

#[test]
fn every_chapter_of_the_manual_is_a_page_and_words_are_found_in_it() {
    for (language, word) in [("zh", "%E5%A4%87%E4%BB%BD"), ("en", "backup")] {
        let chapters = get(&format!("/{language}/help")).links();
        let prefix = format!("/{language}/help/");
        let chapters: Vec<_> = chapters
            .iter()
            .filter(|link| link.starts_with(&prefix))
            .collect();
        assert_eq!(chapters.len(), 8, "{language}");
        for chapter in chapters {
            assert_eq!(get(chapter).status, StatusCode::OK, "{chapter}");
        }
        let found = get(&format!("/{language}/help?q={word}"));
        assert!(
            found.html().contains(&format!("{prefix}operator#s")),
            "{language}"
        );
    }
    assert_eq!(get("/zh/help/nothing").status, StatusCode::NOT_FOUND);
}
