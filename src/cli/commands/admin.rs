//! `duibiao admin`.

use std::io::{BufRead, IsTerminal, Read};
use std::process::{Command, Stdio};

use serde_json::json;

use super::Session;
use crate::accounts::{Actor, Password};
use crate::cli::operator_arguments::AdminCommand;
use crate::cli::{Failure, Outcome, output};
use crate::export::Table;
use crate::model::Language;

/// Bytes of standard input that are looked at for a password.
const MOST: u64 = 4096;

pub(super) async fn run(session: &Session, command: &AdminCommand) -> Result<Outcome, Failure> {
    let accounts = &session.app.accounts;
    let language = session.language;
    match command {
        AdminCommand::Create { name } => {
            let password = Password::new(&ask_password(language)?)?;
            accounts.put(Actor::CommandLine, name, password).await?;
            output::complaint(language.pick(
                "管理员已设立；登录地址为 /zh/admin",
                "the administrator is made; sign in at /en/admin",
            ));
            Ok(Outcome::Done)
        }
        AdminCommand::List { format } => {
            let list = accounts.list().await?;
            let headers = match language {
                Language::Zh => ["名称", "设立", "连续失败"],
                Language::En => ["Name", "Made", "Failures in a row"],
            };
            let mut table = Table::new(language.pick("管理员", "Administrators"), &headers);
            let mut lines = Vec::new();
            for one in &list {
                lines.push(json!({"name": one.name, "created_at": one.created_at, "failures": one.failures}));
                table.push(vec![
                    one.name.clone(),
                    one.created_at.clone(),
                    one.failures.to_string(),
                ]);
            }
            output::list(*format, &table, &lines, &lines)?;
            Ok(Outcome::found(!list.is_empty()))
        }
        AdminCommand::Remove { name } => {
            accounts.remove(Actor::CommandLine, name).await?;
            output::complaint(language.pick("已撤销", "removed"));
            Ok(Outcome::Done)
        }
    }
}

/// Reads a password: a line of standard input, not shown while it is typed.
///
/// Arguments were turned down: every user of the machine can read them in the list of processes.
fn ask_password(language: Language) -> Result<String, Failure> {
    let input = std::io::stdin();
    let is_typed = input.is_terminal();
    if is_typed {
        output::complaint(language.pick(
            "密码（至少 12 个字符）：",
            "password (12 characters or more):",
        ));
        show_typing("-echo");
    }
    let mut line = String::new();
    let read = input.lock().take(MOST).read_line(&mut line);
    if is_typed {
        show_typing("echo");
    }
    read?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// Switches the terminal; where that cannot be done the password is typed openly, which its owner sees.
fn show_typing(mode: &str) {
    let _ = Command::new("stty")
        .arg(mode)
        .stdin(Stdio::inherit())
        .stderr(Stdio::null())
        .status();
}
