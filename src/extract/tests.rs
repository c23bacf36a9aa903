//! 1. A word-processing document shows the numbers a word processor shows.
//! 2. Tables come out as tables, merged cells repeated.
//! 3. Nothing that comes in makes a reader panic or run away: whole files, mutated files, archives that lie.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

/// Packs parts as an Office file.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

const STYLES: &str = r#"
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="C1"><w:name w:val="章标题"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="C2"><w:name w:val="一级条标题"/><w:basedOn w:val="C1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="An"><w:name w:val="附录标识"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>"#;

const NUMBERING: &str = r#"
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="C1"/><w:lvlText w:val="%1　"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="C2"/><w:lvlText w:val="%1.%2　"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="附　录　%1"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#;

fn paragraph(style: &str, properties: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
    )
}

fn numbered(id: u8, level: u8, text: &str) -> String {
    let properties =
        format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{id}\"/></w:numPr>");
    paragraph("a", &properties, text)
}

fn docx_of(body: &str) -> Vec<u8> {
    let part = |root: &str, inner: &str| {
        format!("<?xml version=\"1.0\"?><w:{root} {W}>{inner}</w:{root}>")
    };
    archive(&[
        (
            "word/document.xml",
            &part("document", &format!("<w:body>{body}</w:body>")),
        ),
        ("word/styles.xml", &part("styles", STYLES)),
        ("word/numbering.xml", &part("numbering", NUMBERING)),
    ])
}

fn sample_docx() -> Vec<u8> {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let down = "<w:vMerge w:val=\"restart\"/>";
    let table = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>",
        cell(down, "项目"),
        cell("<w:gridSpan w:val=\"2\"/>", "限值/(mg/kg)"),
        cell("<w:vMerge/>", ""),
        cell("", "铅"),
        cell("", "镉"),
    );
    let power = "<w:p><w:r><w:t>不应大于1×10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>-6</w:t></w:r>\
        <w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t> m。</w:t></w:r></w:ins></w:p>";
    let body = [
        paragraph("T1", "", "1 范围 1"),
        paragraph("C1", "", "范围"),
        paragraph("C1", "", "要求"),
        paragraph("C2", "", "材料"),
        paragraph("C2", "", "尺寸"),
        numbered(3, 0, "木材；"),
        numbered(3, 0, "塑料。"),
        numbered(4, 0, "另一列。"),
        paragraph("C1", "", "试验"),
        paragraph("C2", "", "条件"),
        power.to_owned(),
        table,
        paragraph("An", "", "（规范性）方法"),
        numbered(2, 1, "总则"),
    ];
    docx_of(&body.concat())
}

#[test]
fn a_document_shows_the_numbers_a_word_processor_shows() {
    let read = read("draft.docx", &sample_docx(), &Limits::default()).unwrap();
    let expected = "# 1 范围\n# 2 要求\n## 2.1 材料\n## 2.2 尺寸\na) 木材；\nb) 塑料。\na) 另一列。\n# 3 试验\n## 3.1 条件\n\
        不应大于1×10⁻⁶ m。\n\n| 项目 | 限值/(mg/kg) | 限值/(mg/kg) |\n| --- | --- | --- |\n| 项目 | 铅 | 镉 |\n\n\
        # 附 录 A （规范性）方法\nA.1 总则\n";
    assert_eq!(read.text, expected);
    assert_eq!(read.losses, [Loss::Deletions(1)]);
}

#[test]
fn a_draft_is_divided_into_its_clauses() {
    let read = read("draft.docx", &sample_docx(), &Limits::default()).unwrap();
    let tree = crate::text::clauses::split(&read.text);
    let labels: Vec<&str> = tree
        .clauses
        .iter()
        .filter_map(|clause| {
            clause
                .label
                .as_ref()
                .map(crate::text::clauses::Label::as_str)
        })
        .collect();
    assert_eq!(labels, ["1", "2", "2.1", "2.2", "3", "3.1", "附录A", "A.1"]);
}

/// A workbook of one sheet.
fn xlsx_of(sheet: &str) -> Vec<u8> {
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let workbook = format!(
        "<workbook xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"清单\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet9.xml\"/></Relationships>"
    );
    archive(&[
        ("_rels/.rels", &package),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", &relations),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>标准号</t></si><si><r><t xml:space=\"preserve\">GB/T </t></r><r><t>1.1-2020</t></r><rPh><t>x</t></rPh></si></sst>",
        ),
        (
            "xl/styles.xml",
            "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
        ),
        ("xl/worksheets/sheet9.xml", sheet),
    ])
}

fn sample_xlsx() -> Vec<u8> {
    xlsx_of(
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"SR1\" t=\"inlineStr\"><is><t>日期</t></is></c></row>\
          <row r=\"1048576\"><c r=\"A1048576\" t=\"s\"><v>1</v></c><c r=\"SR1048576\" s=\"1\"><v>43921</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>",
    )
}

#[test]
fn a_sheet_is_a_table_whatever_size_it_says_it_has() {
    let read = read("list.xlsx", &sample_xlsx(), &Limits::default()).unwrap();
    assert_eq!(
        read.text.trim(),
        "| 标准号 | 标准号 | 日期 |\n| --- | --- | --- |\n| GB/T 1.1-2020 |  | 2020-03-31 |"
    );
}

const PAGE: &str = "<!doctype html><html><head><title>t</title><script>if (a<b) x()</script></head><body><nav>菜单</nav>\
    <h2>5 要求</h2><p>面积不应大于 10<sup>-6</sup> m<sup>2</sup>，<b>见</b>表1。</p><ol type=a><li>甲<li>乙</ol>\
    <table><caption>表1 限值</caption><tr><th rowspan=2>项目<th colspan=2>限值<tr><td>铅<td>镉</table><img src=x></body></html>";

#[test]
fn a_page_keeps_headings_powers_lists_and_tables() {
    let read = read("page.html", PAGE.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(
        read.text,
        "## 5 要求\n面积不应大于 10⁻⁶ m²，见表1。\na) 甲\nb) 乙\n表1 限值\n\n| 项目 | 限值 | 限值 |\n| --- | --- | --- |\n| 项目 | 铅 | 镉 |\n\n"
    );
    assert_eq!(read.losses, [Loss::Pictures(1)]);
}

const STS: &str = "<?xml version='1.0'?><standard xmlns:tbx='x'><front><std-meta><x>no</x></std-meta></front><body>\
    <sec><label>3</label><title>Terms</title><term-sec><label>3.1</label><tbx:termEntry><tbx:langSet><tbx:definition>rice in husk</tbx:definition>\
    <tbx:note>NOTE 1 Raw.</tbx:note><tbx:tig><tbx:term>paddy</tbx:term></tbx:tig><tbx:tig><tbx:term>paddy rice</tbx:term></tbx:tig></tbx:langSet></tbx:termEntry></term-sec></sec>\
    <sec><label>4</label><title>Limits<xref ref-type='fn'><sup>1)</sup></xref></title><p>As follows: <list><list-item><label>a</label><p>at most 5 %;</p></list-item></list></p>\
    <non-normative-note><label>NOTE 1</label><p>Mind.</p></non-normative-note>\
    <table-wrap><label>Table 1</label><caption><title>Defects</title></caption><table><tr><th>Kind</th><th>%</th></tr><tr><td>Paddy</td><td>2,5</td></tr></table></table-wrap></sec></body>\
    <back><app><label>Annex A</label><annex-type>(normative)</annex-type><title>Method</title><sec><label>A.1</label><p>Take <std><std-id>z</std-id>ISO 712</std>.</p></sec></app></back></standard>";

#[test]
fn an_xml_standard_keeps_labels_terms_notes_and_tables() {
    let read = read("iso.xml", STS.as_bytes(), &Limits::default()).unwrap();
    let expected = "# 3 Terms\n## 3.1 paddy\npaddy rice\nrice in husk\nNOTE 1 Raw.\n# 4 Limits\nAs follows:\na) at most 5 %;\nNOTE 1 Mind.\n\
        Table 1 — Defects\n\n| Kind | % |\n| --- | --- |\n| Paddy | 2,5 |\n\n# Annex A (normative) Method\n## A.1\nTake ISO 712.\n";
    assert_eq!(read.text, expected);
}

const ADOC: &str = "= Rice\n:docnumber: 17301\n\n.Foreword\nISO {docnumber} is\na standard.\n\n== Scope\nText\nof two lines.\n\n[[A]]\n[appendix,obligation=normative]\n== Method\n\
    === Steps\n* take;\n. first\n. second\n\n[NOTE]\nMind <<A>>.\n\n[cols=\"2*\"]\n.Limits\n|===\n| a | b\n| 1\n| 2\n|===\n\n[reviewer=ISO]\n****\nNo.\n****\n";

#[test]
fn sections_of_asciidoc_are_numbered_and_lines_joined() {
    let read = read("rice.adoc", ADOC.as_bytes(), &Limits::default()).unwrap();
    let expected = "# Foreword\nISO 17301 is a standard.\n# 1 Scope\nText of two lines.\n# Annex A (normative) Method\n## A.1 Steps\n— take;\na) first\nb) second\n\
        NOTE Mind Annex A.\nTable 1 — Limits\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n";
    assert_eq!(read.text, expected);
}

#[test]
fn archives_that_unpack_to_too_much_are_refused() {
    let long = format!("<w:document {W}>{}", " ".repeat(4 << 20));
    let bomb = archive(&[("word/document.xml", &long)]);
    let limits = Limits {
        archive_ratio: 10,
        ..Limits::default()
    };
    assert!(matches!(
        read("a.docx", &bomb, &limits),
        Err(ExtractError::TooMuch { .. })
    ));
    let few = Limits {
        archive_parts: 2,
        ..Limits::default()
    };
    assert!(matches!(
        read("a.docx", &sample_docx(), &few),
        Err(ExtractError::TooMuch { .. })
    ));
}

#[test]
fn nesting_and_declared_entities_are_refused() {
    let deep = format!("<html>{}", "<div>".repeat(100_000));
    assert!(matches!(
        read("a.html", deep.as_bytes(), &Limits::default()),
        Err(ExtractError::TooMuch { .. })
    ));
    // Inside foreign content even table cells nest.
    let foreign = format!("<html><p>x<math>{}", "<td>".repeat(100_000));
    assert!(read("a.html", foreign.as_bytes(), &Limits::default()).is_err());
    let entities = "<!DOCTYPE standard [<!ENTITY a 'aaaa'>]><standard><p>&a;</p></standard>";
    assert!(read("a.xml", entities.as_bytes(), &Limits::default()).is_err());
}

#[test]
fn every_error_says_what_was_expected_and_what_to_do() {
    let errors = [
        read("a.png", b"\x89PNG\r\n", &Limits::default()),
        read("a.txt", b"  \n", &Limits::default()),
        read("a.txt", &[1, 2, 3, 0, 5], &Limits::default()),
        read("a.docx", b"PK\x03\x04word/document.xml", &Limits::default()),
    ];
    for error in errors.into_iter().map(Result::unwrap_err) {
        assert!(error.to_string().starts_with("expected"), "{error}");
        assert!(!error.hint().is_empty());
    }
}

/// A pdf of one page with one line, its table of places included.
fn sample_pdf(line: &str) -> Vec<u8> {
    let content = format!("BT /F1 12 Tf 72 720 Td ({line}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        let _ = write!(file, "{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let table = file.len();
    let _ = write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        let _ = writeln!(file, "{place:010} 00000 n ");
    }
    let _ = write!(
        file,
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    );
    file.into_bytes()
}

#[test]
fn a_pdf_is_read_where_the_program_is_there_and_else_it_is_named() {
    let bytes = sample_pdf("4.1 The tensile strength shall be not less than 500 MPa.");
    match read("a.pdf", &bytes, &Limits::default()) {
        Err(error @ ExtractError::NoProgram(_)) => {
            println!("skipped: {error}");
            assert!(error.hint().contains("poppler"));
        }
        read => {
            let text = read.unwrap().text;
            assert_eq!(
                text.trim(),
                "4.1 The tensile strength shall be not less than 500 MPa."
            );
            let empty = super::read("a.pdf", &sample_pdf(""), &Limits::default());
            assert_eq!(empty, Err(ExtractError::Scan { pages: 1 }));
            let broken = super::read("a.pdf", b"%PDF-1.4 nothing", &Limits::default());
            assert!(broken.is_err());
        }
    }
}

/// Replaces, removes and doubles bytes.
fn mutated(mut bytes: Vec<u8>, changes: &[(u32, u8, u8)]) -> Vec<u8> {
    for (place, kind, value) in changes {
        if bytes.is_empty() {
            break;
        }
        let at = *place as usize % bytes.len();
        match kind % 4 {
            0 => bytes[at] = *value,
            1 => {
                bytes.remove(at);
            }
            2 => bytes.insert(at, *value),
            _ => bytes.truncate(at),
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_mutated_file_never_panics(kind in 0_usize..5, changes in prop::collection::vec(any::<(u32, u8, u8)>(), 1..12)) {
        let (name, bytes) = match kind {
            0 => ("a.docx", sample_docx()),
            1 => ("a.xlsx", sample_xlsx()),
            2 => ("a.html", PAGE.into()),
            3 => ("a.xml", STS.into()),
            _ => ("a.adoc", ADOC.into()),
        };
        let _ = read(name, &mutated(bytes, &changes), &Limits::default());
    }

    #[test]
    fn mutated_parts_of_an_office_file_never_panic(changes in prop::collection::vec(any::<(u32, u8, u8)>(), 1..8)) {
        let damaged = |text: &str| String::from_utf8_lossy(&mutated(text.into(), &changes)).into_owned();
        let numbering = damaged(&format!("<w:numbering {W}>{NUMBERING}</w:numbering>"));
        let body = [numbered(1, 0, "一"), numbered(1, 9, "二"), numbered(4, 1, "三")].concat();
        let document = damaged(&format!("<w:document {W}><w:body>{body}</w:body></w:document>"));
        let _ = read("a.docx", &archive(&[("word/document.xml", &document), ("word/numbering.xml", &numbering)]), &Limits::default());
        let sheet = damaged("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>43921.5</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:XFD9\"/></mergeCells></worksheet>");
        let _ = read("a.xlsx", &xlsx_of(&sheet), &Limits::default());
    }

    #[test]
    fn any_text_is_read_as_any_kind(text in "\\PC{0,200}") {
        for format in [Format::Html, Format::Sts, Format::AsciiDoc, Format::Markdown, Format::Text] {
            let _ = read_as(format, text.as_bytes(), &Limits::default());
        }
    }
}
