//! Two documents side by side, as a document.

use super::Report;
use super::clauses::{clause_counts, clauses_table};
use super::lines::{counts_sentence, lines_table};
use crate::export::Table;
use crate::gap::{Comparison, ComparisonSide};
use crate::model::Language;

/// Makes the document of a comparison.
pub fn comparison_report(comparison: &Comparison, language: Language) -> Report {
    let (a, b) = (&comparison.a, &comparison.b);
    let title = format!("{} ⇄ {}", a.document.number, b.document.number);
    let mut document = Report::new(language, title);
    document.paragraph(counts_sentence(&comparison.counts, language));
    document.table(comparison_facts(comparison, language));
    document.table(lines_table(&comparison.lines, language));
    let adopts = [a, b].into_iter().flat_map(|side| &side.document.adopts);
    let sentences: Vec<String> = adopts
        .map(|note| note.sentence.pick(language).to_owned())
        .collect();
    if !sentences.is_empty() {
        document.heading("采标", "Adoption");
        document.list(sentences);
    }
    if let Some(texts) = &comparison.texts {
        document.paragraph(clause_counts(texts, language));
        document.table(clauses_table(texts, language));
    }
    if !comparison.not_covered.is_empty() {
        document.heading("未覆盖的内容", "Not covered");
        let gaps = comparison.not_covered.iter();
        document.list(gaps.map(|gap| gap.pick(language).to_owned()).collect());
    }
    document
}

/// Makes the table of what is known of both documents.
pub fn comparison_facts(comparison: &Comparison, language: Language) -> Table {
    let (a, b) = (&comparison.a, &comparison.b);
    let mut table = Table::new(
        language.pick("概览", "Overview"),
        &[
            language.pick("项目", "Fact"),
            &a.document.number,
            &b.document.number,
        ],
    );
    let mut fact = |zh: &str, en: &str, of: &dyn Fn(&ComparisonSide) -> String| {
        let (left, right) = (of(a), of(b));
        if !(left.is_empty() && right.is_empty()) {
            table.push(vec![language.pick(zh, en).to_owned(), left, right]);
        }
    };
    fact("名称", "Title", &|side| {
        let best = side.document.title.best(language);
        best.map_or_else(String::new, |(_, title)| title.to_owned())
    });
    fact("状态", "Status", &|side| {
        let status = side.document.status;
        language.pick(status.name_zh(), status.name_en()).to_owned()
    });
    fact("市场", "Market", &|side| side.document.market.clone());
    fact("机构", "Body", &|side| side.body.clone());
    fact("发布", "Published", &|side| {
        side.document.published.clone().unwrap_or_default()
    });
    fact("实施", "In force", &|side| {
        side.document.implemented.clone().unwrap_or_default()
    });
    fact("ICS", "ICS", &|side| side.ics.join(" "));
    fact("其他版本", "Other editions", &|side| {
        side.editions.join(", ")
    });
    fact("库中限值", "Limits held", &|side| {
        side.document.limits.to_string()
    });
    table
}
