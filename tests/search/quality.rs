//! Search quality on the judged cases that the corpora carry.

use std::path::Path;

use duibiao::model::Language;
use duibiao::search::quality::judge;

use crate::support::House;

#[tokio::test(flavor = "multi_thread")]
async fn the_judged_cases_are_found_as_well_as_the_report_says() {
    let house = House::furnished().await;
    let searcher = house.app.searcher().await.unwrap();
    let report = judge(searcher).await.unwrap();
    let fallen = report.fallen();
    let table = report.markdown(Language::En);
    assert!(fallen.is_empty(), "below their floors: {fallen:?}\n{table}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/queries/REPORT.md");
    let committed = fs_err::read_to_string(path).unwrap_or_default();
    assert!(
        committed == table,
        "corpora/queries/REPORT.md is another one; look at the difference, and when it is right write it with \
         `duibiao --lang en eval queries --format md`:\n{table}"
    );
}
