//! The Chinese sources over real captures (where they are) and over hand-made and hostile pages.

use std::path::PathBuf;

use crate::page::{CrawlPlan, Drift, Page, PageError, PageReading, Request};
use crate::page_source;
use crate::{RawRecord, RelationKind};

fn read(id: &str, request: &Request, text: &str) -> Result<PageReading, PageError> {
    page_source(id).unwrap().read(&Page {
        request,
        content_type: None,
        bytes: text.as_bytes(),
        text,
        headers: &[],
        names: None,
    })
}

fn seed(id: &str, settings: &[(&str, &str)]) -> Request {
    let settings = settings
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let plan = CrawlPlan {
        today: jiff::civil::date(2026, 11, 25),
        since: None,
        settings: settings.collect(),
    };
    page_source(id).unwrap().seeds(&plan).remove(0)
}

fn capture(name: &str) -> Option<String> {
    let shared = std::env::var_os("DUIBIAO_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    let text = fs_err::read_to_string(shared.join("data/tbt/captures").join(name)).ok();
    if text.is_none() {
        eprintln!("skipped: the capture {name} is not there");
    }
    text
}

fn detail(name: &str) -> Option<RawRecord> {
    let request = Request::get(
        "detail",
        "https://openstd.samr.gov.cn/bzgk/std/newGbInfo?hcno=AB12",
    );
    let mut reading = read("openstd", &request, &capture(name)?).unwrap();
    assert_eq!(reading.drift, [], "{name}");
    assert_eq!(reading.bad, [], "{name}");
    Some(reading.records.remove(0))
}

#[test]
fn every_real_list_page_of_openstd_gives_its_rows_and_its_total() {
    for (name, count) in [
        ("openstd_gb_t_1_1_1.html", 3),
        ("openstd_gb_t_20223_2006_1.html", 1),
        ("openstd_gb_t_20223_2014_1.html", 0),
        ("openstd_gb_t_5606_1_2004_1.html", 1),
    ] {
        let Some(page) = capture(name) else { continue };
        let reading = read("openstd", &seed("openstd", &[("details", "no")]), &page).unwrap();
        assert_eq!(reading.records.len(), count, "{name}");
        assert_eq!((reading.drift, reading.bad), (vec![], vec![]), "{name}");
        let listing = reading.listing.unwrap();
        assert_eq!(listing.keys.len(), count, "{name}");
        if count > 0 {
            assert_eq!(listing.total, Some(count as u64), "{name}");
        }
        let followed = read("openstd", &seed("openstd", &[]), &page).unwrap();
        assert_eq!(
            (followed.records.len(), followed.links.len()),
            (0, count),
            "{name}"
        );
    }
}

#[test]
fn a_real_row_of_openstd_has_every_column_bound() {
    let Some(page) = capture("openstd_gb_t_20223_2006_1.html") else {
        return;
    };
    let reading = read("openstd", &seed("openstd", &[("details", "no")]), &page).unwrap();
    let record = &reading.records[0];
    assert_eq!(record.key, "083B48FA72DBD3B9BDE74507BC31736A");
    assert_eq!(record.number, "GB/T 20223-2006");
    assert_eq!(record.titles["zh"], "棉短绒");
    assert_eq!(record.document_type.as_deref(), Some("推标"));
    assert_eq!(record.mandatory, Some(false));
    assert_eq!(record.status.as_deref(), Some("废止"));
    assert_eq!(record.dates["published"], "2006-03-10");
    assert_eq!(record.dates["implemented"], "2006-09-01");
}

#[test]
fn every_real_detail_page_of_openstd_gives_its_facts() {
    for (name, number, status, ccs, ics, published) in [
        (
            "openstd_gb_t_1_1_6.html",
            "GB/T 1.1-2000",
            "废止",
            "A00",
            "01.120",
            "2000-12-20",
        ),
        (
            "openstd_gb_t_1_1_9.html",
            "GB/T 1.1-2020",
            "现行",
            "A00",
            "01.120",
            "2020-03-31",
        ),
        (
            "openstd_gb_t_1_1_10.html",
            "GB/T 1.1-2009",
            "废止",
            "A00",
            "01.120",
            "2009-06-17",
        ),
        (
            "openstd_gb_t_20223_2006_4.html",
            "GB/T 20223-2006",
            "废止",
            "B32",
            "59.060.10",
            "2006-03-10",
        ),
        (
            "openstd_gb_t_5606_1_2004_4.html",
            "GB/T 5606.1-2004",
            "现行",
            "X87",
            "65.160",
            "2004-12-14",
        ),
    ] {
        let Some(record) = detail(name) else { continue };
        assert_eq!(record.number, number);
        assert_eq!(record.status.as_deref(), Some(status), "{name}");
        assert_eq!(
            (&record.ccs[..], &record.ics[..]),
            (&[ccs.to_owned()][..], &[ics.to_owned()][..])
        );
        assert_eq!(record.dates["published"], published);
        assert_eq!(
            record.extra.contains_key("adopting"),
            number == "GB/T 1.1-2000"
        );
        assert!(record.extra.contains_key("department"), "{name}");
    }
}

#[test]
fn an_english_title_is_whole_and_a_remark_names_what_is_replaced() {
    let Some(record) = detail("openstd_gb_t_5606_1_2004_4.html") else {
        return;
    };
    assert_eq!(record.titles["en"], "Cigarettes--Part 1:Sampling");
    assert_eq!(record.relations.len(), 1);
    assert_eq!(record.relations[0].kind, RelationKind::Supersedes);
    assert_eq!(record.relations[0].target, "GB/T 5606.1-1996");
    assert_eq!(record.committees, ["国家烟草局"]);
}

#[test]
fn the_samr_list_gives_everything_but_the_names_of_people() {
    let Some(page) = capture("samr_gbAdvancedSearchPage_sample.json") else {
        return;
    };
    let reading = read("samr", &seed("samr", &[]), &page).unwrap();
    assert_eq!((&reading.drift, &reading.bad), (&vec![], &vec![]));
    let [new, old] = &reading.records[..] else {
        panic!("two rows")
    };
    assert_eq!(new.number, "GB/T 9832-2026");
    assert_eq!(new.titles["en"], "Sewed plush and cloth toys");
    assert_eq!(new.extra["hcno"], "3D8664AABD788F6F00C742433CEAEFBC");
    assert_eq!(new.relations[0].target, "GB/T 9832-2007");
    assert_eq!(new.dates["implemented"], "2027-06-01");
    assert!(!format!("{new:?}").contains("不应入库"));
    assert_eq!(
        (old.titles["zh"].as_str(), old.ccs[0].as_str()),
        ("毛绒、布制玩具", "Y57")
    );
    assert_eq!(old.relations, []);
    assert!(reading.listing.unwrap().last);
}

#[test]
fn the_real_answer_of_hbba_has_the_days_of_china() {
    let Some(page) = capture("hbba_jb_t_13368_2018_0.json") else {
        return;
    };
    let reading = read("hbba", &seed("hbba", &[]), &page).unwrap();
    assert_eq!((&reading.drift, &reading.bad), (&vec![], &vec![]));
    let record = &reading.records[0];
    assert_eq!(record.number, "JB/T 13368-2018");
    assert_eq!(record.titles["zh"], "叉车属具 软包夹");
    assert_eq!(record.dates["implemented"], "2018-10-01");
    assert_eq!(record.dates["published"], "2018-02-09");
    assert_eq!(record.extra["record_number"], "61715-2018");
    assert_eq!(record.extra["record_date"], "2018-02-26");
    assert_eq!(record.extra["department"], "工业和信息化部");
    assert_eq!(record.status.as_deref(), Some("现行"));
}

/// Synthetic: the shape is that of the capture, the second row stands for an ignored filter.
const LOCAL_ROWS: &str = r#"{"current":1,"total":3,"records":[
    {"pk":"a1","code":"DB13/T 1-2020","chName":"甲","status":"现行","issueDate":1518105600000},
    {"pk":"a2","code":"DB37/T 2-2020","chName":"乙","status":"现行","issueDate":1518105600000}]}"#;

#[test]
fn another_provinces_rows_count_but_are_no_records_of_hebei() {
    let request = seed("dbba", &[]);
    assert!(format!("{request:?}").contains("hebeizjj"));
    let reading = read("dbba", &request, LOCAL_ROWS).unwrap();
    assert_eq!(reading.records.len(), 1);
    assert_eq!(reading.listing.unwrap().keys, ["a1", "a2"]);
    assert_eq!(
        reading.links.len(),
        1,
        "the short page is followed by the next"
    );
    let shandong = read("dbba", &seed("dbba", &[("province", "db37")]), LOCAL_ROWS).unwrap();
    assert_eq!(shandong.records[0].number, "DB37/T 2-2020");
}

#[test]
fn an_empty_answer_to_a_code_is_asked_again_without_it() {
    let empty = r#"{"current":1,"total":0,"records":[]}"#;
    let reading = read("dbba", &seed("dbba", &[]), empty).unwrap();
    assert!(reading.listing.is_none());
    assert!(!format!("{:?}", reading.links[0]).contains("hebeizjj"));
}

#[test]
fn a_page_that_is_not_the_one_asked_for_is_refused() {
    let second = LOCAL_ROWS.replace("\"current\":1", "\"current\":2");
    assert!(read("dbba", &seed("dbba", &[]), &second).is_err());
    for id in ["samr", "samr-foreign", "hbba", "dbba"] {
        for text in [
            "",
            "<html>busy</html>",
            "[]",
            "{}",
            r#"{"rows":7,"records":{}}"#,
        ] {
            assert!(read(id, &seed(id, &[]), text).is_err(), "{id}: {text}");
        }
        let wrong = r#"{"rows":[1,{"id":[]},null],"records":[1,{"pk":{}},null]}"#;
        let reading = read(id, &seed(id, &[]), wrong).unwrap();
        assert_eq!((reading.records.len(), reading.bad.len()), (0, 3), "{id}");
    }
    assert!(read("openstd", &seed("openstd", &[]), "<html>busy").is_err());
}

#[test]
fn columns_move_and_new_ones_are_reported() {
    let page = "<table class=result_list><tr><th>状态<th>标准名称<th>价格<th>标准号<th>发布日期</tr>
        <tr><td>现行<td><a onclick=\"showInfo('AB12')\">甲</a><td>9<td>GB 1-2020<td>2020-01-02</tr></table>";
    let reading = read("openstd", &seed("openstd", &[("details", "no")]), page).unwrap();
    assert_eq!(reading.records[0].number, "GB 1-2020");
    assert_eq!(reading.records[0].mandatory, Some(true));
    assert_eq!(reading.drift, [Drift::Unbound("价格".to_owned())]);
}

#[test]
fn a_million_nested_tags_and_a_torn_page_cost_little() {
    let started = std::time::Instant::now();
    let nested = "<div>".repeat(1_000_000);
    assert!(read("openstd", &seed("openstd", &[]), &nested[..3 << 20]).is_err());
    assert!(read("openstd", &seed("openstd", &[]), &nested).is_err());
    let Some(page) = capture("openstd_gb_t_1_1_1.html") else {
        return;
    };
    for part in 1..20 {
        let mut end = page.len() * part / 20;
        while !page.is_char_boundary(end) {
            end -= 1;
        }
        let _: Result<PageReading, PageError> =
            read("openstd", &seed("openstd", &[]), &page[..end]);
    }
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn a_page_of_jsa_has_its_degree_of_adoption_and_its_list_goes_on() {
    // Synthetic: the shape is that of the contract, titles and number are real.
    let page = "<h2>JIS X 0208:1997<br>7ビット及び8ビットの2バイト情報交換用符号化漢字集合<br>7-bit and 8-bit</h2>
        <p>発行年月日：1997-01-20</p><p>状態：有効</p>
        <table><tr><th>ICS</th><td>35.040</td></tr><tr><th>対応国際規格</th><td>ISO/IEC 646:1991（NEQ）</td></tr></table>";
    let request = Request::get(
        "detail",
        "https://webdesk.jsa.or.jp/books/W11M0090/index/?bunsyo_id=JIS+X+0208:1997",
    );
    let record = read("jsa", &request, page).unwrap().records.remove(0);
    assert_eq!(record.number, "JIS X 0208:1997");
    assert_eq!(record.status.as_deref(), Some("有効"));
    assert_eq!(record.relations[0].degree, Some(crate::Adoption::Neq));
    assert_eq!(record.ics, ["35.040"]);
    let list = "<script>var count = 3;</script><div class=blockGenaral><a href='/x?bunsyo_id=JIS+A+1'>1</a></div>";
    let reading = read("jsa", &Request::get("list", "x"), list).unwrap();
    assert_eq!(reading.listing.unwrap().total, Some(3));
    assert_eq!(reading.links.len(), 2);
}
