//! `duibiao outbox`.

use jiff::Timestamp;
use serde_json::json;

use super::Session;
use crate::alerts::address::mask;
use crate::alerts::outbox::bounce;
use crate::cli::alert_arguments::OutboxArguments;
use crate::cli::{Failure, Outcome, output};
use crate::export::Table;
use crate::model::Language;

pub(super) async fn run(session: &Session, options: &OutboxArguments) -> Result<Outcome, Failure> {
    let language = session.language;
    let alerts = session.app.alerts()?;
    if let Some(path) = &options.bounces {
        // Mailboxes hold whatever came in: what is no UTF-8 is no field of a report.
        let bytes = fs_err::read(path)?;
        let bounces = bounce::in_mailbox(&String::from_utf8_lossy(&bytes));
        let known = alerts.note_bounces(&bounces).await?;
        output::complaint(&match language {
            Language::Zh => format!("读到 {} 封退信，其中 {known} 封属于本系统", bounces.len()),
            Language::En => format!(
                "{} bounces read, {known} of them of letters of ours",
                bounces.len()
            ),
        });
        return Ok(Outcome::found(known > 0));
    }
    let letters = alerts.store().outbox(options.limit).await?;
    let headers = match language {
        Language::Zh => ["编号", "收件人", "类型", "状态", "次数", "时间", "回复"],
        Language::En => ["Id", "To", "Kind", "State", "Attempts", "When", "Reply"],
    };
    let mut table = Table::new(language.pick("发件箱", "Outbox"), &headers);
    let mut lines = Vec::new();
    for letter in &letters {
        let at = Timestamp::from_second(letter.next_at)
            .map(|at| at.to_string())
            .unwrap_or_default();
        let reply = letter.reply.clone().unwrap_or_default();
        let to = mask(&letter.address);
        lines.push(json!({
            "id": letter.id, "to": to, "kind": letter.kind.code(), "state": letter.state.code(),
            "attempts": letter.attempts, "at": at, "reply": reply,
        }));
        table.push(vec![
            letter.id.to_string(),
            to,
            letter.kind.code().to_owned(),
            letter.state.code().to_owned(),
            letter.attempts.to_string(),
            at,
            reply,
        ]);
    }
    let counts = |rows: Vec<(&'static str, u64)>| -> serde_json::Value {
        rows.into_iter()
            .map(|(code, count)| (code.to_owned(), count.into()))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let outbox = alerts
        .store()
        .count_outbox()
        .await?
        .into_iter()
        .map(|(state, count)| (state.code(), count));
    let subscribers = alerts
        .store()
        .count_subscribers()
        .await?
        .into_iter()
        .map(|(state, count)| (state.code(), count));
    let whole = json!({
        "letters": lines, "by_state": counts(outbox.collect()), "subscribers": counts(subscribers.collect()),
    });
    output::list(options.format, &table, &lines, &whole)?;
    Ok(Outcome::found(!letters.is_empty()))
}
