//! `duibiao audit`.

use super::Session;
use crate::accounts::Action;
use crate::cli::operator_arguments::AuditArguments;
use crate::cli::{Failure, Outcome, output};
use crate::export::Table;
use crate::model::Language;

pub(super) async fn run(session: &Session, options: &AuditArguments) -> Result<Outcome, Failure> {
    let entries = session
        .app
        .accounts
        .log(options.before, options.limit)
        .await?;
    let headers = match session.language {
        Language::Zh => ["编号", "时间", "何人", "何事", "对象", "详情"],
        Language::En => ["Id", "When", "Who", "What", "Subject", "Detail"],
    };
    let mut table = Table::new(session.language.pick("操作记录", "Audit log"), &headers);
    for entry in &entries {
        let (zh, en) = Action::names(&entry.action);
        table.push(vec![
            entry.id.to_string(),
            entry.at.clone(),
            entry.actor.clone(),
            session.language.pick(zh, en).to_owned(),
            entry.subject.clone(),
            entry.detail.clone(),
        ]);
    }
    output::list(options.format, &table, &entries, &entries)?;
    Ok(Outcome::found(!entries.is_empty()))
}
