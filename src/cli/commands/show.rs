//! `duibiao show`.

use super::Session;
use super::resolve::day_of;
use crate::cli::arguments::ShowArguments;
use crate::cli::format::Format;
use crate::cli::{Failure, Outcome, output};
use crate::export::Table;
use crate::model::Language;
use crate::notice;
use crate::search::{Edge, RecordView};

pub(super) async fn run(session: &Session, options: &ShowArguments) -> Result<Outcome, Failure> {
    let app = &session.app;
    let day = match &options.as_of {
        Some(text) => day_of(text)?,
        None => app.clock.today(),
    };
    let mut view = RecordView::of(&app.store, &options.number, day).await?;
    let mut candidates = Vec::new();
    if view.is_none() {
        candidates = app
            .resolver
            .number(&options.number, day)
            .await?
            .into_candidates();
        // The best candidate is shown and the others are named, so that nobody thinks it was the only one.
        if let Some(best) = candidates.first() {
            view = RecordView::of(&app.store, &best.id, day).await?;
        }
    }
    let Some(view) = view else {
        output::complaint(
            session
                .language
                .pick("没有这一编号的记录", "there is no record of this number"),
        );
        return Ok(Outcome::NothingFound);
    };
    match options.format {
        Format::Table => output::line(&page(&view, session.language))?,
        Format::Json | Format::Jsonl => output::json(&view)?,
        Format::Csv | Format::Xlsx => {
            let table = facts(&view, session.language);
            output::list(options.format, &table, &[&view], &view)?;
        }
    }
    if candidates.len() > 1 {
        let others: Vec<&str> = candidates[1..]
            .iter()
            .map(|other| other.number.as_str())
            .collect();
        let words = session.language.pick("另有", "also");
        output::complaint(&format!("{words}: {}", others.join(", ")));
    }
    Ok(Outcome::Done)
}

/// The facts of a record, one row each.
fn facts(view: &RecordView, language: Language) -> Table {
    let record = &view.record;
    let mut table = Table::new(
        &record.number,
        &[
            language.pick("项目", "Fact"),
            language.pick("内容", "Value"),
        ],
    );
    let mut fact = |zh: &str, en: &str, value: String| {
        if !value.is_empty() {
            table.push(vec![language.pick(zh, en).to_owned(), value]);
        }
    };
    let date = |date: Option<crate::model::PartialDate>| {
        date.map(|date| date.to_string()).unwrap_or_default()
    };
    let status = view.standing.status;
    fact("标准号", "Number", record.number.clone());
    fact("别名", "Also", record.also.join(", "));
    fact(
        "状态",
        "Status",
        language.pick(status.name_zh(), status.name_en()).to_owned(),
    );
    for (code, title) in record.titles.iter() {
        fact(
            &format!("名称 {code}"),
            &format!("Title {code}"),
            title.to_owned(),
        );
    }
    fact("市场", "Market", record.markets.join(" "));
    fact("机构", "Body", record.body.clone());
    fact("发布", "Published", date(record.lifecycle.published));
    fact("实施", "In force", date(record.lifecycle.implemented));
    fact("废止", "Withdrawn", date(record.lifecycle.withdrawn));
    fact(
        "评议截止",
        "Comments until",
        date(record.lifecycle.comments_until),
    );
    fact("ICS", "ICS", record.ics.join(" "));
    fact("CCS", "CCS", record.ccs.join(" "));
    fact("HS", "HS", record.hs.join(" "));
    fact("产品", "Products", record.products.join(" "));
    fact("委员会", "Committee", record.committees.join("; "));
    fact("链接", "Link", record.url.clone().unwrap_or_default());
    for edge in &view.outgoing {
        fact(
            relation_zh(edge, true),
            relation_en(edge, true),
            named(edge),
        );
    }
    for edge in &view.incoming {
        fact(
            relation_zh(edge, false),
            relation_en(edge, false),
            named(edge),
        );
    }
    for claim in &record.provenance.claims {
        fact(
            "来源",
            "Source",
            format!("{} · {} · {}", claim.source, claim.key, claim.fetched_at),
        );
    }
    for conflict in &record.provenance.conflicts {
        let others: Vec<&str> = conflict
            .others
            .iter()
            .map(|(value, _)| value.as_str())
            .collect();
        fact(
            "来源不一致",
            "Conflict",
            format!(
                "{}: {} ≠ {}",
                conflict.field,
                conflict.chosen.0,
                others.join(" ≠ ")
            ),
        );
    }
    for evidence in &record.evidence {
        let source = evidence.source.as_deref().unwrap_or_default();
        fact("证据", "Evidence", format!("{} {source}", evidence.kind));
    }
    table
}

fn page(view: &RecordView, language: Language) -> String {
    let mut shown = comfy_table::Table::new();
    shown.load_style(comfy_table::presets::NOTHING);
    if std::io::IsTerminal::is_terminal(&std::io::stdout()) {
        shown.set_content_arrangement(comfy_table::ContentArrangement::Dynamic);
    }
    shown.add_rows(&facts(view, language).rows);
    let mut text = shown.trim_fmt();
    // The card is Chinese by nature; who reads English has the boxes as they were notified.
    let card = notice::card(&view.record);
    if language == Language::Zh && !card.is_empty() {
        text.push_str("\n\n通报要点（仅据结构化栏目编写）\n");
        let lines: Vec<String> = card.iter().map(|line| format!("  {line}")).collect();
        text.push_str(&lines.join("\n"));
    }
    let editions = view
        .editions
        .iter()
        .filter(|edition| edition.id != view.record.id.as_str());
    let editions: Vec<String> = editions
        .map(|edition| {
            let status = language.pick(edition.status.name_zh(), edition.status.name_en());
            format!("  {} {status}", edition.number)
        })
        .collect();
    if !editions.is_empty() {
        text.push_str(language.pick(
            "\n\n其他版本与修改单\n",
            "\n\nOther editions and amendments\n",
        ));
        text.push_str(&editions.join("\n"));
    }
    if let Some(notice) = &view.notice {
        text.push_str("\n\n");
        text.push_str(language.pick(&notice.zh, &notice.en));
    }
    text
}

fn named(edge: &Edge) -> String {
    let degree = edge
        .degree
        .map(|degree| format!(" ({})", degree.code()))
        .unwrap_or_default();
    format!("{}{degree}", edge.number)
}

fn relation_zh(edge: &Edge, outgoing: bool) -> &'static str {
    crate::search::labels::relation(edge.kind, outgoing).0
}

fn relation_en(edge: &Edge, outgoing: bool) -> &'static str {
    crate::search::labels::relation(edge.kind, outgoing).1
}
