//! 1. Each numbering scheme gives its labels, titles and levels.
//! 2. Notes, examples, items and tables are told from running text.
//! 3. Quantities at the start of a line open no clause.

use super::{PartKind, Provision, split};

/// `label|title|level` of each clause.
fn outline(text: &str) -> Vec<String> {
    let tree = split(text);
    tree.clauses
        .iter()
        .map(|clause| {
            let label = clause.label.as_ref().map_or("-", |label| label.as_str());
            format!("{label}|{}|{}", &text[clause.title.clone()], clause.level)
        })
        .collect()
}

#[test]
fn a_chinese_standard_is_divided_by_its_numbers() {
    let text = "前言\n本文件按照 GB/T 1.1 起草。\n1　范围\n本文件适用于推车。\n2　规范性引用文件\n3　术语和定义\n3.1　推车\n由轮子支撑的装置。\n4　要求\n4.1　材料\n木材应无虫蛀。\n4.2.1 间隙不应大于 5 mm。\n附录 A（规范性）　试验方法\nA.1　总则\nA.1.1 试样应烘干。\n参考文献";
    assert_eq!(
        outline(text),
        [
            "-|前言|1",
            "1|范围|1",
            "2|规范性引用文件|1",
            "3|术语和定义|1",
            "3.1|推车|2",
            "4|要求|1",
            "4.1|材料|2",
            "4.2.1||3",
            "附录A|（规范性）|1",
            "A.1|总则|2",
            "A.1.1||3",
            "-|参考文献|1"
        ]
    );
}

#[test]
fn an_iso_standard_in_markdown_is_divided_by_its_headings() {
    let text = "# Foreword\n\n## 1 Scope\nThis document specifies.\n## 5 Requirements\n### 5.1 General\nThe tile shall be flat.\n## Annex A (informative) Guidance\n### A.1 Use";
    assert_eq!(
        outline(text),
        [
            "-|Foreword|1",
            "1|Scope|1",
            "5|Requirements|1",
            "5.1|General|2",
            "Annex A|(informative) Guidance|1",
            "A.1|Use|2"
        ]
    );
}

#[test]
fn an_astm_standard_keeps_its_paragraph_numbers() {
    let text = "1. Scope\n1.1 This specification covers bars.\n1.2 Units.\n2. Referenced Documents\n2.1 ASTM Standards:\n6. Mechanical Properties\n6.1 Tensile Strength—The bars shall conform.";
    let found = outline(text);
    assert_eq!(found[..3], ["1|Scope|1", "1.1||2", "1.2||2"]);
    assert!(
        found.contains(&"2|Referenced Documents|1".to_owned()),
        "{found:?}"
    );
}

#[test]
fn a_chinese_regulation_is_divided_into_chapters_and_articles() {
    let text = "第一章　总则\n第一条　为了加强管理，制定本办法。\n第二条　本办法适用于产品。\n（一）玩具；\n（二）童车。\n第二章　监督\n第十二条 违反规定的，责令改正。";
    assert_eq!(
        outline(text),
        [
            "第一章|总则|2",
            "第一条||4",
            "第二条||4",
            "第二章|监督|2",
            "第十二条||4"
        ]
    );
    let tree = split(text);
    assert_eq!(
        tree.clauses[2]
            .parts
            .iter()
            .filter(|part| part.kind == PartKind::ListItem)
            .count(),
        2
    );
}

#[test]
fn an_eu_regulation_is_divided_into_articles() {
    let text = "CHAPTER I\nGENERAL PROVISIONS\nArticle 1\nSubject matter\n1. This Regulation lays down rules.\nArticle 2\nScope\nThis Regulation applies to toys.\nANNEX I\nEssential requirements";
    assert_eq!(
        outline(text)
            .iter()
            .map(|each| each.split('|').next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>(),
        ["CHAPTER I", "Article 1", "Article 2", "ANNEX I"]
    );
}

#[test]
fn a_us_regulation_nests_its_letters() {
    let text = "§ 1303.4 Banned hazardous products.\n(a) Toys bearing lead paint.\n(1) The limit is 90 ppm.\n(i) Coatings.\n(ii) Substrates.\n(2) Furniture.\n(b) Exemptions.\n(h) Other.\n(i) Ninth.";
    let labels: Vec<String> = outline(text)
        .iter()
        .map(|each| each.split('|').next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(
        labels,
        [
            "§ 1303.4",
            "(a)",
            "(a)(1)",
            "(a)(1)(i)",
            "(a)(1)(ii)",
            "(a)(2)",
            "(b)",
            "(h)",
            "(i)"
        ]
    );
}

#[test]
fn parts_and_provisions_are_told_apart() {
    let text = "4.1 强度\n强度应大于 5 MPa。\n5.5 mm 的间隙不计。\n注：参见附录。\n示例：5 mm。\na) 平直；\n表 1 限值\n| 项目 | 值 |\n| 铅 | 90 |\n4.2 颜色\n颜色宜浅。\n4.3 其他\n可不测。";
    let tree = split(text);
    let kinds: Vec<PartKind> = tree.clauses[0].parts.iter().map(|part| part.kind).collect();
    assert_eq!(
        kinds,
        [
            PartKind::Paragraph,
            PartKind::Paragraph,
            PartKind::Note,
            PartKind::Example,
            PartKind::ListItem,
            PartKind::Table
        ]
    );
    let provisions: Vec<Provision> = tree.clauses.iter().map(|clause| clause.provision).collect();
    assert_eq!(
        provisions,
        [
            Provision::Requirement,
            Provision::Recommendation,
            Provision::Permission
        ]
    );
    assert_eq!(tree.find("4.2").map(|clause| clause.level), Some(2));
}
