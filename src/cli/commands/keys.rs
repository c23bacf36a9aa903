//! `duibiao keys`.

use super::Session;
use crate::accounts::{Action, Actor};
use crate::cli::operator_arguments::{KeyArguments, KeysCommand};
use crate::cli::{Failure, Outcome, output};
use crate::export::Table;
use crate::keys::{NewKey, Scopes};
use crate::model::Language;

pub(super) async fn run(session: &Session, command: &KeysCommand) -> Result<Outcome, Failure> {
    let keys = &session.app.keys;
    match command {
        KeysCommand::Create(options) => create(session, options).await,
        KeysCommand::List { format } => {
            let list = keys.list().await?;
            let headers = match session.language {
                Language::Zh => [
                    "密钥",
                    "名称",
                    "权限",
                    "日限额",
                    "设立",
                    "最近使用",
                    "当日次数",
                    "吊销",
                ],
                Language::En => [
                    "Key",
                    "Name",
                    "Scopes",
                    "Daily quota",
                    "Made",
                    "Last used",
                    "Requests then",
                    "Revoked",
                ],
            };
            let mut table = Table::new(session.language.pick("密钥", "Keys"), &headers);
            for key in &list {
                table.push(vec![
                    key.key.clone(),
                    key.name.clone(),
                    key.scopes.to_string(),
                    key.daily_quota
                        .map(|quota| quota.to_string())
                        .unwrap_or_default(),
                    key.created_at.clone(),
                    key.last_used.clone().unwrap_or_default(),
                    key.used_then.to_string(),
                    key.revoked_at.clone().unwrap_or_default(),
                ]);
            }
            output::list(*format, &table, &list, &list)?;
            Ok(Outcome::found(!list.is_empty()))
        }
        KeysCommand::Revoke { key } => {
            keys.revoke(key).await?;
            let accounts = &session.app.accounts;
            // Whoever pastes the whole key must not find its secret in the log.
            let told = crate::keys::KeyToken::read(key);
            let told = told.as_ref().map_or(key.as_str(), |key| key.name());
            accounts
                .note(Actor::CommandLine, Action::RevokeKey, told, "")
                .await?;
            output::complaint(session.language.pick("已吊销", "revoked"));
            Ok(Outcome::Done)
        }
    }
}

async fn create(session: &Session, options: &KeyArguments) -> Result<Outcome, Failure> {
    let new = NewKey {
        name: options.name.clone(),
        scopes: Scopes::new(options.scopes.iter().copied())?,
        daily_quota: options.quota,
    };
    let token = session.app.keys.create(&new).await?;
    let detail = format!("{} ({})", new.name, new.scopes);
    session
        .app
        .accounts
        .note(Actor::CommandLine, Action::CreateKey, token.name(), &detail)
        .await?;
    output::complaint(session.language.pick(
        "密钥只显示这一次，请妥善保存：",
        "the key is shown this once; keep it safe:",
    ));
    output::line(&token.reveal())?;
    Ok(Outcome::Done)
}
