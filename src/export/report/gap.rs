//! A gap report as a document.

use corpora::markets;

use super::Report;
use super::lines::{counts_sentence, lines_table, place};
use crate::export::Table;
use crate::gap::{GapReport, ReportDocument, ReviewedReport, Role};
use crate::model::Language;

/// Makes the document of a gap report.
pub fn gap_report(reviewed: &ReviewedReport, language: Language) -> Report {
    let report = &reviewed.report;
    let end = language.pick("标准差距报告", "gap report");
    let mut document = Report::new(language, format!("{} {end}", subject(report, language)));
    document.paragraph(counts_sentence(&report.counts, language));
    document.paragraph(format!(
        "{} {}；{} {}；{} {}",
        language.pick("状态截至", "as of"),
        report.question.as_of,
        language.pick("规则", "rules"),
        report.rules_version,
        language.pick("报告编号", "report"),
        report.report_id,
    ));
    document.paragraph(language.pick(
        "结论以我国标准为主语；资料仅供检索参考，一律以官方发布为准。",
        "Verdicts are said of the Chinese side; for reference only, the official publication prevails.",
    ));
    document.table(lines_table(&report.lines, language));
    document.table(markets_table(report, language));
    document.table(envelope_table(report, language));
    document.table(unpaired_table(report, language));
    document.table(documents_table(
        &report.documents,
        language.pick("文件", "Documents"),
        language,
    ));
    document.table(missing_table(report, language));
    document.table(reviews_table(reviewed, language));
    document.heading("未覆盖的内容", "Not covered");
    let gaps = report.not_covered.iter();
    document.list(gaps.map(|gap| gap.pick(language).to_owned()).collect());
    document
}

/// Writes what a report is about: the product, or the documents, and the markets.
pub(super) fn subject(report: &GapReport, language: Language) -> String {
    let product = report.product.as_ref().map_or_else(
        || report.question.documents.join(", "),
        |name| name.pick(language).to_owned(),
    );
    let names: Vec<&str> = report
        .question
        .markets
        .iter()
        .map(|code| market_name(code, language))
        .collect();
    let markets = if names.is_empty() {
        language.pick("各市场", "all markets").to_owned()
    } else {
        names.join(language.pick("、", ", "))
    };
    format!("{product} × {markets}")
}

/// Returns the name of a market.
pub(super) fn market_name(code: &str, language: Language) -> &str {
    markets::market(code).map_or(code, |market| {
        language.pick(&market.name_zh, &market.name_en)
    })
}

fn markets_table(report: &GapReport, language: Language) -> Table {
    let mut table = Table::new(
        language.pick("分市场", "By market"),
        &[
            language.pick("市场", "Market"),
            language.pick("覆盖与结论", "Coverage and verdicts"),
        ],
    );
    for market in &report.by_market {
        table.push(vec![
            market_name(&market.market, language).to_owned(),
            counts_sentence(&market.counts, language),
        ]);
    }
    table
}

fn envelope_table(report: &GapReport, language: Language) -> Table {
    let mut table = Table::new(
        language.pick("最严包络", "Strictest envelope"),
        &[
            language.pick("参数", "Parameter"),
            language.pick("同时满足各方", "Satisfies all"),
            language.pick("要求", "Requirements"),
        ],
    );
    for line in &report.envelopes {
        let members: Vec<String> = line
            .members
            .iter()
            .map(|member| format!("{} ({})", member.printed, place(member)))
            .collect();
        let printed = if line.envelope.is_empty {
            let ends = [&line.envelope.low, &line.envelope.high];
            let proof: Vec<&str> = ends
                .into_iter()
                .flatten()
                .filter_map(|end| line.members.get(end.limit))
                .map(|member| member.printed.as_str())
                .collect();
            format!(
                "{} {}",
                language.pick("无法同时满足：", "none satisfies all:"),
                proof.join(" ∩ ")
            ) + " = ∅"
        } else {
            line.printed.clone()
        };
        table.push(vec![
            line.parameter.pick(language).to_owned(),
            printed,
            members.join("; "),
        ]);
    }
    table
}

fn unpaired_table(report: &GapReport, language: Language) -> Table {
    let mut table = Table::new(
        language.pick("未配对的我国指标", "Domestic indicators of other grades"),
        &[
            language.pick("市场", "Market"),
            language.pick("参数", "Parameter"),
            language.pick("我国限值", "Domestic limit"),
            language.pick("我国依据", "Domestic source"),
        ],
    );
    for one in &report.unpaired {
        table.push(vec![
            one.market.clone(),
            one.parameter.pick(language).to_owned(),
            one.domestic.printed.clone(),
            place(&one.domestic),
        ]);
    }
    table
}

pub(super) fn documents_table(
    documents: &[ReportDocument],
    name: &str,
    language: Language,
) -> Table {
    let mut table = Table::new(
        name,
        &[
            language.pick("一方", "Side"),
            language.pick("市场", "Market"),
            language.pick("类型", "Kind"),
            language.pick("编号", "Number"),
            language.pick("名称", "Title"),
            language.pick("状态", "Status"),
            language.pick("限值数", "Limits held"),
            language.pick("采标", "Adoption"),
        ],
    );
    for document in documents {
        let side = match document.role {
            Role::Domestic => language.pick("我国", "domestic"),
            Role::Foreign => language.pick("对方", "foreign"),
        };
        let (kind, status) = (document.kind, document.status);
        let adopts: Vec<&str> = document
            .adopts
            .iter()
            .map(|note| note.sentence.pick(language))
            .collect();
        table.push(vec![
            side.to_owned(),
            document.market.clone(),
            language.pick(kind.name_zh(), kind.name_en()).to_owned(),
            document.number.clone(),
            document
                .title
                .best(language)
                .map_or_else(String::new, |(_, title)| title.to_owned()),
            language.pick(status.name_zh(), status.name_en()).to_owned(),
            document.limits.to_string(),
            adopts.join("; "),
        ]);
    }
    table
}

fn missing_table(report: &GapReport, language: Language) -> Table {
    let mut table = Table::new(
        language.pick("缺失与未比较", "Missing and not compared"),
        &[
            language.pick("编号", "Number"),
            language.pick("说明", "Why"),
        ],
    );
    let missing = &report.missing;
    for number in &missing.foreign_without_domestic {
        let why = language.pick("库中无我国对应标准", "no domestic counterpart is held");
        table.push(vec![number.clone(), why.to_owned()]);
    }
    for number in &missing.domestic_without_foreign {
        let why = language.pick("库中无对方对应标准", "no foreign counterpart is held");
        table.push(vec![number.clone(), why.to_owned()]);
    }
    for one in &report.set_aside {
        let limits = language.pick("条限值未比较", "limits not compared");
        let why = format!("{} {limits}：{}", one.limits, one.reason.pick(language));
        table.push(vec![one.number.clone(), why]);
    }
    table
}

fn reviews_table(reviewed: &ReviewedReport, language: Language) -> Table {
    let mut table = Table::new(
        language.pick("人工复核", "Reviews"),
        &[
            language.pick("指标编号", "Line"),
            language.pick("时间", "When"),
            language.pick("原结论", "Computed"),
            language.pick("复核结论", "Reviewed"),
            language.pick("理由", "Reason"),
            language.pick("复核人", "Reviewer"),
        ],
    );
    for (line, reviews) in &reviewed.reviews {
        for review in reviews {
            let word = |verdict: crate::compare::verdict::Verdict| {
                language.pick(verdict.zh(), verdict.en()).to_owned()
            };
            table.push(vec![
                line.clone(),
                review.at.clone(),
                word(review.computed),
                word(review.verdict),
                review.reason.clone(),
                review.reviewer.clone(),
            ]);
        }
    }
    table
}
