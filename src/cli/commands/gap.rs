//! `duibiao gap`, `duibiao gap diff`, `duibiao gap review`.

use std::path::Path;

use super::Session;
use crate::cli::format::Format;
use crate::cli::gap_arguments::{GapArguments, ReviewArguments, TargetArguments};
use crate::cli::{Failure, Outcome, batch, output};
use crate::export::{Table, gap_report};
use crate::gap::{GapError, GapReport, ReportDiff, Review, ReviewRequest, Target};
use crate::model::Language;

impl From<TargetArguments> for Target {
    fn from(arguments: TargetArguments) -> Self {
        Self {
            product: arguments.product,
            market: arguments.market,
            documents: arguments.documents,
            as_of: arguments.as_of,
        }
    }
}

pub(super) async fn run(session: &Session, options: GapArguments) -> Result<Outcome, Failure> {
    let app = &session.app;
    let today = app.clock.today();
    if options.batch {
        return batch::answer(|target: Target| async {
            let made = crate::gap::report(&app.store, target, today).await;
            made.map_err(|error| (code(&error), error.to_string()))
        })
        .await;
    }
    let made = crate::gap::report(&app.store, options.target.into(), today).await?;
    let report = gap_report(&made, session.language);
    output::report(options.format, &report, &made)?;
    Ok(Outcome::found(!made.report.lines.is_empty()))
}

fn code(error: &GapError) -> &'static str {
    match error {
        GapError::Store(_) | GapError::Stopped(_) => "internal",
        GapError::NoDocument(_) => "no_such_record",
        GapError::TooMany { .. } => "too_large",
        _ => "bad_request",
    }
}

/// Prints what changed between two kept reports; nothing changed ends with exit code 1.
pub(super) fn diff(
    old: &Path,
    new: &Path,
    format: Format,
    language: Language,
) -> Result<Outcome, Failure> {
    let diff = ReportDiff::of(&kept(old)?, &kept(new)?);
    if diff.rules_differ {
        output::complaint(language.pick(
            "两份报告所用规则版本不同，结论可能仅因此不同",
            "the reports were made by different rules, and a verdict may differ for that alone",
        ));
    }
    let table = changes(&diff, language);
    output::list(format, &table, &diff.changed, &diff)?;
    Ok(Outcome::found(!diff.is_empty()))
}

fn kept(path: &Path) -> Result<GapReport, Failure> {
    let bytes = fs_err::read(path)?;
    serde_json::from_slice(&bytes).map_err(|reason| {
        Failure::input(
            format!(
                "expected a gap report as JSON in `{}`: {reason}",
                path.display()
            ),
            "keep one with `duibiao gap … --format json > old.json`",
        )
    })
}

fn changes(diff: &ReportDiff, language: Language) -> Table {
    let headers = match language {
        Language::Zh => [
            "变化",
            "市场",
            "参数",
            "结论",
            "我国限值",
            "对方限值",
            "编号",
        ],
        Language::En => [
            "Change",
            "Market",
            "Parameter",
            "Verdict",
            "Domestic",
            "Foreign",
            "Line",
        ],
    };
    let mut table = Table::new(language.pick("变化", "Changes"), &headers);
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "—".to_owned());
    for line in &diff.changed {
        let arrow = |pair: [String; 2]| {
            let [before, after] = pair;
            if before == after {
                after
            } else {
                format!("{before} → {after}")
            }
        };
        let word = |at: usize| {
            language
                .pick(line.verdict[at].zh(), line.verdict[at].en())
                .to_owned()
        };
        table.push(vec![
            language.pick("改变", "changed").to_owned(),
            line.market.clone(),
            line.parameter.pick(language).to_owned(),
            arrow([word(0), word(1)]),
            arrow([text(&line.domestic[0]), text(&line.domestic[1])]),
            arrow([text(&line.foreign[0]), text(&line.foreign[1])]),
            line.id.clone(),
        ]);
    }
    let lists = [
        (&diff.added, language.pick("新增", "added")),
        (&diff.removed, language.pick("消失", "removed")),
    ];
    for (lines, word) in lists {
        for line in lines {
            let printed = |side: &Option<crate::compare::gap::LineSide>| {
                text(&side.as_ref().map(|side| side.printed.clone()))
            };
            table.push(vec![
                word.to_owned(),
                line.market.clone(),
                line.parameter.pick(language).to_owned(),
                line.label.pick(language).to_owned(),
                printed(&line.domestic),
                printed(&line.foreign),
                line.id.clone(),
            ]);
        }
    }
    table
}

/// Keeps a review where one is given, and prints the history of the line.
pub(super) async fn review(
    session: &Session,
    options: &ReviewArguments,
) -> Result<Outcome, Failure> {
    let app = &session.app;
    let target = options.target.clone().into();
    let mut made = crate::gap::report(&app.store, target, app.clock.today()).await?;
    if options.agree || options.verdict.is_some() {
        let request = ReviewRequest {
            line: options.line.clone(),
            verdict: options.verdict,
            reason: options.reason.clone(),
            reviewer: options.reviewer.clone(),
        };
        let at = app.clock.now().to_string();
        made = made.review(&app.store, &request, &at).await?;
    } else if !made.report.lines.iter().any(|line| line.id == options.line) {
        return Err(GapError::NoLine(options.line.clone()).into());
    }
    let history = made
        .reviews
        .get(&options.line)
        .map_or(&[][..], Vec::as_slice);
    let table = history_table(history, session.language);
    output::list(Format::Table, &table, history, &history)?;
    Ok(Outcome::found(!history.is_empty()))
}

fn history_table(history: &[Review], language: Language) -> Table {
    let headers = match language {
        Language::Zh => ["时间", "原结论", "复核结论", "理由", "复核人"],
        Language::En => ["When", "Computed", "Reviewed", "Reason", "Reviewer"],
    };
    let mut table = Table::new(language.pick("复核", "Reviews"), &headers);
    for review in history {
        let word = |verdict: crate::compare::verdict::Verdict| {
            language.pick(verdict.zh(), verdict.en()).to_owned()
        };
        table.push(vec![
            review.at.clone(),
            word(review.computed),
            word(review.verdict),
            review.reason.clone(),
            review.reviewer.clone(),
        ]);
    }
    table
}
