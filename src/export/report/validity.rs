//! Validity checks (查新) as reports.

use super::{Report, ReportFormat, write_report};
use crate::export::{ExportError, Table, write_csv};
use crate::model::{Adoption, Language};
use crate::number::Rule;
use crate::validity::{Document, Finding, Row, ValidityReport};

/// Makes the report of a check: the day, the state of the store and the counts, then a line a number.
pub fn validity_report(checked: &ValidityReport, language: Language) -> Report {
    let title = language.pick("标准查新报告", "Validity of cited standards");
    let mut report = Report::new(language, title);
    for (name, value) in validity_facts(checked, language) {
        let colon = language.pick("：", ": ");
        report.paragraph(format!("{name}{colon}{value}"));
    }
    report.table(table(checked, language));
    report
}

/// Writes the report of a check in a format.
///
/// CSV has no place for a head, so what belongs there stands in rows of two cells above the table.
pub fn write_validity(
    checked: &ValidityReport,
    language: Language,
    format: ReportFormat,
) -> Result<Vec<u8>, ExportError> {
    if format != ReportFormat::Csv {
        return write_report(&validity_report(checked, language), checked, format);
    }
    let table = table(checked, language);
    let mut whole = Table::new(&table.name, &[""; COLUMNS]);
    let mut facts = validity_facts(checked, language).into_iter();
    let (name, value) = facts.next().unwrap_or_default();
    whole.headers[0] = name;
    whole.headers[1] = value;
    for (name, value) in facts {
        whole.push(vec![name, value]);
    }
    whole.push(Vec::new());
    whole.push(table.headers);
    table.rows.into_iter().for_each(|row| whole.push(row));
    let mut bytes = Vec::new();
    write_csv(&whole, &mut bytes)?;
    Ok(bytes)
}

/// Returns what a check was made of and against, as names and values.
pub fn validity_facts(checked: &ValidityReport, language: Language) -> Vec<(String, String)> {
    let pick = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    let snapshot = checked.snapshot;
    let counts: Vec<String> = Finding::ALL
        .into_iter()
        .filter(|finding| checked.count(*finding) > 0)
        .map(|finding| {
            let word = language.pick(finding.name_zh(), finding.name_en());
            format!("{word} {}", checked.count(finding))
        })
        .collect();
    vec![
        (pick("查新日期", "Made on"), checked.made_on.to_string()),
        (pick("状态截至", "Status as of"), checked.as_of.to_string()),
        (
            pick("数据版本", "State of the data"),
            match language {
                Language::Zh => format!("第 {} 版，{} 条记录", snapshot.revision, snapshot.records),
                Language::En => {
                    format!(
                        "revision {}, {} records",
                        snapshot.revision, snapshot.records
                    )
                }
            },
        ),
        (
            pick("编号", "Numbers"),
            match language {
                Language::Zh => format!("{} 个（共出现 {} 次）", checked.numbers, checked.mentions),
                Language::En => format!("{} (named {} times)", checked.numbers, checked.mentions),
            },
        ),
        (
            pick("结果", "Results"),
            counts.join(language.pick("，", ", ")),
        ),
    ]
}

/// Columns of the table.
const COLUMNS: usize = 14;

const HEADERS: [(&str, &str); COLUMNS] = [
    ("序号", "No"),
    ("原文", "Written"),
    ("次数", "Times"),
    ("规范写法", "Canonical"),
    ("结论", "Result"),
    ("适用版本", "Edition"),
    ("名称", "Title"),
    ("发布", "Published"),
    ("实施", "In force from"),
    ("由…代替", "Replaced by"),
    ("修改单", "Amendments"),
    ("采用", "Adopts"),
    ("识别规则", "Read by"),
    ("说明", "Remark"),
];

fn table(checked: &ValidityReport, language: Language) -> Table {
    let headers = HEADERS.map(|(zh, en)| language.pick(zh, en));
    let mut table = Table::new(language.pick("查新结果", "Results"), &headers);
    for (place, row) in checked.items.iter().enumerate() {
        let edition = row.edition.as_ref();
        let of =
            |field: fn(&Document) -> Option<String>| edition.and_then(field).unwrap_or_default();
        let title = edition.and_then(|edition| edition.title.best(language));
        table.push(vec![
            (place + 1).to_string(),
            row.text.clone(),
            row.times.to_string(),
            row.normalized.first().cloned().unwrap_or_default(),
            language
                .pick(row.finding.name_zh(), row.finding.name_en())
                .to_owned(),
            of(|edition| Some(edition.number.clone())),
            title.map(|(_, title)| title.to_owned()).unwrap_or_default(),
            of(|edition| edition.published.clone()),
            of(|edition| edition.implemented.clone()),
            chain(&row.replaced_by, language),
            chain(&row.amendments, language),
            adopts(row, language),
            rule(row, language),
            remark(row, language),
        ]);
    }
    table
}

/// Numbers with their status, one behind the other.
fn chain(documents: &[Document], language: Language) -> String {
    let each = documents.iter().map(|document| {
        let standing = document.standing;
        let word = language.pick(standing.name_zh(), standing.name_en());
        match language {
            Language::Zh => format!("{}（{word}）", document.number),
            Language::En => format!("{} ({word})", document.number),
        }
    });
    each.collect::<Vec<_>>().join("; ")
}

fn adopts(row: &Row, language: Language) -> String {
    let each = row.adopts.iter().map(|adopted| {
        let degree = match adopted.degree {
            Some(Adoption::Idt) => "IDT ",
            Some(Adoption::Mod) => "MOD ",
            Some(Adoption::Neq) => "NEQ ",
            Some(Adoption::Eqv) => "EQV ",
            None => "",
        };
        let standing = adopted.document.as_ref().map(|document| document.standing);
        let word = standing.map(|one| language.pick(one.name_zh(), one.name_en()));
        let word = word.map(|word| match language {
            Language::Zh => format!("（{word}）"),
            Language::En => format!(" ({word})"),
        });
        format!("{degree}{}{}", adopted.number, word.unwrap_or_default())
    });
    each.collect::<Vec<_>>().join("; ")
}

/// The rule that read the number, and how sure it is.
fn rule(row: &Row, language: Language) -> String {
    let Some(rule) = row.rule else {
        return String::new();
    };
    let words = rule_words(rule, language);
    match row.confidence {
        Some(confidence) => format!("{words} {confidence:.2}"),
        None => words,
    }
}

/// Returns a rule of reading in words.
pub fn rule_words(rule: Rule, language: Language) -> String {
    match language {
        Language::En => rule.to_string(),
        Language::Zh => rule_zh(rule).to_owned(),
    }
}

fn rule_zh(rule: Rule) -> &'static str {
    match rule {
        Rule::Grammar => "符合该机构的编号规则",
        Rule::SharedPrefix => "代号为多个机构共用",
        Rule::HyphenYear => "年份前以连字符代冒号",
        Rule::YearLikePart => "形似年份的部分号",
        Rule::GluedNature => "性质代号与机构代号连写",
        Rule::SpokenPrefix => "口语代号",
        Rule::SisterBody => "与其他机构共用的系列",
        Rule::CommitteeDocument => "委员会文件编号规则",
        Rule::OmittedBody => "省略机构代号",
        Rule::Continued => "列举中省略代号",
        Rule::FreeForm => "机构自定格式",
    }
}

/// What a reader has to know beside the result.
fn remark(row: &Row, language: Language) -> String {
    let list = |documents: &[Document]| {
        let numbers = documents.iter().map(|one| one.number.as_str());
        numbers.collect::<Vec<_>>().join(", ")
    };
    let others = list(&row.candidates);
    let (zh, en) = match row.finding {
        Finding::Unreadable => return row.fault.clone().unwrap_or_default(),
        Finding::NotHeld if others.is_empty() => return String::new(),
        Finding::NotHeld => ("相近", "nearby"),
        Finding::Ambiguous => ("可能是", "may be"),
        _ if others.is_empty() => return String::new(),
        _ if row.dated => ("另有", "also"),
        _ => ("未注日期，另有版本", "undated; further editions"),
    };
    let colon = language.pick("：", ": ");
    format!("{}{colon}{others}", language.pick(zh, en))
}
