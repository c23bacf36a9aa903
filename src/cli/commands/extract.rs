//! `duibiao extract`.

use super::text_file::{self, Shown};
use super::{Session, questions};
use crate::cli::arguments::ExtractArguments;
use crate::cli::{Failure, Outcome, output};
use crate::compare::indicator::{Indicator, Language as TextLanguage, Modal};
use crate::compare::request::ExtractRequest;
use crate::export::Table;
use crate::model::Language;

pub(super) async fn run(
    options: &ExtractArguments,
    open: &impl AsyncFn() -> Result<Session, Failure>,
    language: Language,
) -> Result<Outcome, Failure> {
    if options.batch {
        return questions::answer_batch::<ExtractRequest>().await;
    }
    let wanted = match options.text_language {
        Some(TextLanguage::Zh) => "zh",
        Some(TextLanguage::En) => "en",
        None => "",
    };
    let text = text_file::text(&options.file, wanted, Shown::Facts, open).await?;
    let answer = questions::answer(ExtractRequest {
        lang: options.text_language,
        text,
    })?;
    let indicators = &answer.indicators;
    output::list(
        options.format,
        &table(indicators, language),
        indicators,
        &answer,
    )?;
    Ok(Outcome::found(!indicators.is_empty()))
}

fn table(indicators: &[Indicator], language: Language) -> Table {
    let headers = match language {
        Language::Zh => ["参数", "限值", "单位", "条件", "方法", "约束力"],
        Language::En => ["Parameter", "Limit", "Unit", "Condition", "Method", "Modal"],
    };
    let mut table = Table::new(language.pick("指标", "Indicators"), &headers);
    for indicator in indicators {
        let modal = match indicator.modal {
            Modal::Requirement => language.pick("要求", "requirement"),
            Modal::Recommendation => language.pick("推荐", "recommendation"),
        };
        let known = |part: &Option<String>| part.clone().unwrap_or_default();
        let unit = indicator
            .unit
            .clone()
            .filter(|unit| unit != "1")
            .unwrap_or_default();
        table.push(vec![
            indicator.parameter.clone(),
            indicator.limit.to_string(),
            unit,
            known(&indicator.condition),
            known(&indicator.method),
            modal.to_owned(),
        ]);
    }
    table
}
