//! Codes that moved between editions of the classification of standards.

use duibiao::search::{Filters, SearchRequest};

use crate::support::{House, row_with};

#[tokio::test(flavor = "multi_thread")]
async fn a_code_finds_what_either_edition_classifies_there() {
    let rows = [
        ("JIS L 4404:2020", "59.080.60"),
        ("ISO 10874:2009", "97.150"),
        ("ISO 2061:2015", "59.080.20"),
    ];
    let rows = rows.map(|(number, code)| {
        row_with(number, "Floor coverings", &format!(r#""ics":["{code}"],"#))
    });
    let house = House::with_rows(&rows).await;
    let searcher = house.app.searcher().await.unwrap();
    for (code, expected) in [
        ("59.080.60", 2),
        ("97.150", 2),
        ("97", 2),
        ("59.080", 2),
        ("59.080.20", 1),
    ] {
        let filtered = SearchRequest {
            filters: Filters {
                ics: vec![code.to_owned()],
                ..Filters::default()
            },
            ..SearchRequest::default()
        };
        let typed = SearchRequest::of(format!("ICS:{code}"));
        for request in [filtered, typed] {
            let answer = searcher.search(&request).await.unwrap();
            assert_eq!(answer.total, expected, "{code}: {:?}", request.query);
        }
    }
}
