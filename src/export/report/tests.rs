//! Reports in every format, and opened again.
//!
//! 1. The tables of a spreadsheet and the headings of a document are what went in.
//! 2. Texts of others cannot become markup.
//! 3. The same report gives the same bytes.

use std::io::{Cursor, Read};

use calamine::{Reader, Xlsx};

use super::*;
use crate::export::Table;
use crate::model::Language;

fn report() -> Report {
    let mut report = Report::new(Language::Zh, "玩具 × 欧盟 <差距>");
    report.paragraph("24 项指标，17 项可比");
    report.heading("未覆盖", "Not covered");
    report.list(vec!["a | b *c*".to_owned()]);
    for name in ["指标/比对", "指标/比对"] {
        let mut table = Table::new(name, &["参数", "限值"]);
        table.push(vec![
            "铅 | lead".to_owned(),
            "≤ 90 mg/kg <b>\u{1}".to_owned(),
        ]);
        report.table(table);
    }
    report
}

fn written(format: ReportFormat) -> Vec<u8> {
    write_report(&report(), &serde_json::json!({"a": 1}), format).unwrap()
}

#[test]
fn text_formats_escape_what_others_wrote() {
    let text = |format| String::from_utf8(written(format)).unwrap();
    insta::assert_snapshot!(text(ReportFormat::Markdown).replace('\u{1}', ""), @r"
    # 玩具 × 欧盟 \<差距>

    24 项指标，17 项可比

    ## 未覆盖

    - a | b \*c\*

    ## 指标/比对

    | 参数 | 限值 |
    | --- | --- |
    | 铅 \| lead | ≤ 90 mg/kg \<b> |

    ## 指标/比对

    | 参数 | 限值 |
    | --- | --- |
    | 铅 \| lead | ≤ 90 mg/kg \<b> |
    ");
    let html = text(ReportFormat::Html);
    assert!(html.contains("<h1>玩具 × 欧盟 &lt;差距&gt;</h1>") && !html.contains("<b>"));
    assert!(text(ReportFormat::Csv).contains("参数,限值\n铅 | lead,"));
}

#[test]
fn a_spreadsheet_has_a_sheet_a_table_and_a_summary_before_them() {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(written(ReportFormat::Xlsx))).unwrap();
    assert_eq!(book.sheet_names(), ["概要", "指标比对", "指标比对 2"]);
    let sheet = book.worksheet_range("指标比对").unwrap();
    assert_eq!(sheet.get((0, 1)).unwrap().to_string(), "限值");
    assert_eq!(sheet.get((1, 0)).unwrap().to_string(), "铅 | lead");
}

#[test]
fn a_document_has_real_headings_and_names_its_chinese_font() {
    let mut archive = zip::ZipArchive::new(Cursor::new(written(ReportFormat::Docx))).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive
            .by_name(name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        text
    };
    let body = part("word/document.xml");
    assert!(body.contains("w:pStyle w:val=\"Heading1\""), "{body}");
    assert!(body.contains("<w:tbl>") && body.contains("≤ 90 mg/kg &lt;b&gt;"));
    let styles = part("word/styles.xml");
    assert!(styles.contains("宋体") && styles.contains("黑体"));
    assert!(styles.contains("heading 1") && styles.contains("w:outlineLvl"));
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for format in ReportFormat::ALL {
        assert_eq!(written(format), written(format), "{}", format.name());
    }
}
