//! Dossiers and the map as documents.

use super::Report;
use super::gap::{documents_table, market_name, subject};
use super::lines::{counts_sentence, lines_table};
use crate::dossier::{Dossier, Heatmap};
use crate::export::Table;
use crate::model::Language;

/// Makes the document of a dossier.
pub fn dossier_report(dossier: &Dossier, language: Language) -> Report {
    let report = &dossier.gap.report;
    let end = language.pick("出口合规档案", "dossier");
    let mut document = Report::new(language, format!("{} {end}", subject(report, language)));
    document.paragraph(format!(
        "{} {}；{} {}",
        language.pick("截至", "as of"),
        report.question.as_of,
        language.pick("报告编号", "report"),
        report.report_id,
    ));
    document.paragraph(language.pick(
        "资料仅供检索参考，一律以官方发布为准。",
        "For reference only: the official publication prevails.",
    ));
    let name = language.pick("1 必须满足", "1 Mandatory");
    document.table(documents_table(&dossier.must, name, language));
    document.table(schemes_table(dossier, language));
    let name = language.pick("2 适用标准", "2 Standards");
    document.table(documents_table(&dossier.standards, name, language));
    notifications(&mut document, dossier, language);
    document.heading("4 与国内标准的差距", "4 The gap to domestic standards");
    document.paragraph(counts_sentence(&report.counts, language));
    document.table(lines_table(&report.lines, language));
    document.table(calendar_table(dossier, language));
    document.heading("6 核对清单", "6 Checklist");
    let items = dossier.checklist.iter().map(|item| {
        let text = item.text.pick(language);
        format!("☐ {text} — {}", item.rests_on.join(", "))
    });
    document.list(items.collect());
    document.heading("7 未覆盖的内容", "7 Not covered");
    let gaps = report.not_covered.iter();
    document.list(gaps.map(|gap| gap.pick(language).to_owned()).collect());
    document
}

fn schemes_table(dossier: &Dossier, language: Language) -> Table {
    let mut table = Table::new(
        language.pick(
            "证书与机构（一般知识，以法规为准）",
            "Certificates and bodies",
        ),
        &[
            language.pick("法规", "Act"),
            language.pick("证书或标志", "Certificate or mark"),
            language.pick("机构", "Body"),
        ],
    );
    for scheme in &dossier.schemes {
        table.push(vec![
            scheme.act.clone(),
            scheme.certificate.pick(language).to_owned(),
            scheme.body.pick(language).to_owned(),
        ]);
    }
    table
}

fn notifications(document: &mut Report, dossier: &Dossier, language: Language) {
    let mut table = Table::new(
        language.pick("3 在途通报", "3 Notifications in flight"),
        &[
            language.pick("通报号", "Symbol"),
            language.pick("名称", "Title"),
            language.pick("市场", "Market"),
            language.pick("评议截止", "Comments until"),
            language.pick("还剩天数", "Days left"),
        ],
    );
    for one in &dossier.notifications {
        let title = one.title.best(language);
        table.push(vec![
            one.number.clone(),
            title.map_or_else(String::new, |(_, title)| title.to_owned()),
            one.market.clone(),
            one.comments_until.clone().unwrap_or_default(),
            one.days_left
                .map(|days| days.to_string())
                .unwrap_or_default(),
        ]);
    }
    if table.rows.is_empty() {
        document.heading("3 在途通报", "3 Notifications in flight");
        document.paragraph(language.pick("库中没有相关通报。", "No notification is held."));
    }
    document.table(table);
}

fn calendar_table(dossier: &Dossier, language: Language) -> Table {
    let mut table = Table::new(
        language.pick("5 日历", "5 Calendar"),
        &[
            language.pick("日期", "Date"),
            language.pick("还剩天数", "Days left"),
            language.pick("事项", "What"),
            language.pick("编号", "Number"),
        ],
    );
    for entry in &dossier.calendar {
        table.push(vec![
            entry.date.clone(),
            entry.days_left.to_string(),
            entry.occasion.words().pick(language).to_owned(),
            entry.number.clone(),
        ]);
    }
    table
}

/// Makes the document of the map.
pub fn heatmap_report(map: &Heatmap, language: Language) -> Report {
    let title = language.pick("产品 × 市场", "Products × markets");
    let mut document = Report::new(language, format!("{title} {}", map.as_of));
    document.paragraph(language.pick(
        "每格：法规数 / 标准数；可比指标数 / 指标数；▼ 我国较宽的指标数。",
        "Each cell: acts / standards; comparable / all indicators; ▼ indicators with a looser domestic limit.",
    ));
    let product = language.pick("产品", "Product");
    let markets = map.markets.iter().map(|code| market_name(code, language));
    let headers: Vec<&str> = std::iter::once(product).chain(markets).collect();
    let mut table = Table::new(title, &headers);
    for row in &map.rows {
        let cell = |market: &String| {
            let found = row.cells.iter().find(|cell| cell.market == *market);
            found.map_or_else(String::new, |cell| {
                let counts = &cell.counts;
                format!(
                    "{}/{}; {}/{}; ▼{}",
                    cell.regulations,
                    cell.standards,
                    counts.comparable,
                    counts.total,
                    counts.looser
                )
            })
        };
        let name = row.name.pick(language).to_owned();
        table.push(
            std::iter::once(name)
                .chain(map.markets.iter().map(cell))
                .collect(),
        );
    }
    document.table(table);
    document
}
