//! `duibiao verdict`.

use super::questions;
use crate::cli::arguments::VerdictArguments;
use crate::cli::{Failure, Outcome, output};
use crate::compare::indicator::Indicator;
use crate::compare::request::{VerdictRequest, VerdictResponse};
use crate::compare::verdict::{Rule, Side};
use crate::export::Table;
use crate::model::Language;

pub(super) async fn run(
    options: &VerdictArguments,
    language: Language,
) -> Result<Outcome, Failure> {
    if options.batch {
        return questions::answer_batch::<VerdictRequest>().await;
    }
    let domestic = indicator("DOMESTIC", options.domestic.as_deref())?;
    let foreign = indicator("FOREIGN", options.foreign.as_deref())?;
    let answer = questions::answer(VerdictRequest { domestic, foreign })?;
    output::list(
        options.format,
        &table(&answer, language),
        &[&answer],
        &answer,
    )?;
    Ok(Outcome::Done)
}

/// An indicator of the command line; `null` is none.
fn indicator(name: &str, text: Option<&str>) -> Result<Option<Indicator>, Failure> {
    let text = text.unwrap_or("null");
    serde_json::from_str(text).map_err(|reason| {
        let message = format!("expected an indicator as JSON for {name}: {reason}");
        let hint = "write it as `duibiao extract --format json` does, for example \
                    {\"parameter\":\"铅\",\"comparator\":\"≤\",\"value\":90,\"unit\":\"mg/kg\"}";
        Failure::input(message, hint)
    })
}

/// The verdict, and the steps of its proof.
fn table(answer: &VerdictResponse, language: Language) -> Table {
    let headers = match language {
        Language::Zh => ["步骤", "一方", "内容"],
        Language::En => ["Step", "Side", "Statement"],
    };
    let mut table = Table::new(language.pick("判定", "Verdict"), &headers);
    for step in &answer.finding.proof {
        let side = match step.side {
            None => "",
            Some(Side::Domestic) => language.pick("国内", "domestic"),
            Some(Side::Foreign) => language.pick("国外", "foreign"),
        };
        table.push(vec![
            rule(step.rule, language).to_owned(),
            side.to_owned(),
            step.statement.clone(),
        ]);
    }
    let label = language.pick(answer.label.zh, answer.label.en);
    let explanation = language.pick(answer.explanation.zh, answer.explanation.en);
    let name = language.pick("结论", "Verdict");
    table.push(vec![
        name.to_owned(),
        label.to_owned(),
        explanation.to_owned(),
    ]);
    table
}

fn rule(rule: Rule, language: Language) -> &'static str {
    let (zh, en) = match rule {
        Rule::AsPrinted => ("原文", "as printed"),
        Rule::Parameter => ("参数", "parameter"),
        Rule::Method => ("方法", "method"),
        Rule::Condition => ("条件", "condition"),
        Rule::Conversion => ("换算", "conversion"),
        Rule::Rounding => ("修约", "rounding"),
        Rule::AdmittedSet => ("允许值集合", "admitted set"),
        Rule::Inclusion => ("包含关系", "inclusion"),
    };
    language.pick(zh, en)
}
