//! Lines of a comparison as a table, the same in every report.

use crate::compare::gap::{GapLine, LineSide, VerdictCounts};
use crate::export::Table;
use crate::model::{Evidence, Language};

/// Makes the table of some lines.
pub(super) fn lines_table(lines: &[GapLine], language: Language) -> Table {
    let headers = match language {
        Language::Zh => [
            "结论",
            "参数",
            "我国限值",
            "我国依据",
            "对方限值",
            "对方依据",
            "市场",
            "理由",
            "提示",
            "证据",
            "编号",
        ],
        Language::En => [
            "Verdict",
            "Parameter",
            "Domestic limit",
            "Domestic source",
            "Foreign limit",
            "Foreign source",
            "Market",
            "Reason",
            "Cautions",
            "Evidence",
            "Line",
        ],
    };
    let mut table = Table::new(language.pick("指标比对", "Indicators"), &headers);
    for line in lines {
        let printed = |side: &Option<LineSide>| {
            side.as_ref()
                .map_or_else(|| "—".to_owned(), |side| side.printed.clone())
        };
        let source = |side: &Option<LineSide>| side.as_ref().map(place).unwrap_or_default();
        let cautions: Vec<String> = line
            .cautions
            .iter()
            .map(|caution| caution.words().pick(language).to_owned())
            .collect();
        let evidence: Vec<String> = [&line.domestic, &line.foreign]
            .into_iter()
            .flatten()
            .flat_map(|side| side.evidence.iter().map(evidence_text))
            .collect();
        table.push(vec![
            format!(
                "{} {}",
                line.finding.verdict.sign(),
                line.label.pick(language)
            ),
            line.parameter.pick(language).to_owned(),
            printed(&line.domestic),
            source(&line.domestic),
            printed(&line.foreign),
            source(&line.foreign),
            line.market.clone(),
            line.explanation.pick(language).to_owned(),
            cautions.join(language.pick("；", "; ")),
            evidence.join("; "),
            line.id.clone(),
        ]);
    }
    table
}

/// Number, clause and condition of a side.
pub(super) fn place(side: &LineSide) -> String {
    let clause = side.clause.as_deref().unwrap_or_default();
    let condition = side.indicator.condition.as_deref().unwrap_or_default();
    [side.document.number.as_str(), clause, condition]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

fn evidence_text(evidence: &Evidence) -> String {
    let source = evidence.source.as_deref().unwrap_or_default();
    let confidence = evidence.confidence.as_deref().unwrap_or_default();
    [evidence.kind.as_str(), source, confidence]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Writes counts in one sentence: coverage before verdicts.
pub(super) fn counts_sentence(counts: &VerdictCounts, language: Language) -> String {
    let verdicts: Vec<String> = counts
        .in_order()
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(verdict, count)| {
            let word = language.pick(verdict.zh(), verdict.en());
            format!("{} {word} {count}", verdict.sign())
        })
        .collect();
    if verdicts.is_empty() {
        return counts.coverage().pick(language).to_owned();
    }
    format!(
        "{}{}{}",
        counts.coverage().pick(language),
        language.pick("：", ": "),
        verdicts.join(language.pick("，", ", "))
    )
}
