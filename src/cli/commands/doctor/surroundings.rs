//! What the program lives on: folder, disk, clock, tools, mail.

use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use tokio::net::TcpStream;
use tokio::process::Command;

use super::finding::Finding;
use crate::accounts::CookieKey;
use crate::app::App;
use crate::model::Language;
use crate::storage::Store;

/// Room that must be left, as a multiple of the store: an index is rebuilt beside the old one, a backup beside the store.
const TIMES_THE_STORE: u64 = 2;
/// And at least, in bytes.
const LEAST_ROOM: u64 = 512 << 20;
/// How long a mail server may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// Files that only their owner may read.
const SECRETS: [&str; 3] = [Store::FILE, CookieKey::FILE, "alerts.key"];

/// Looks at everything around the store.
pub(super) async fn examine(app: &App, language: Language) -> Vec<Finding> {
    let mut findings = vec![
        folder(&app.data_dir, language),
        secrets(&app.data_dir, language),
    ];
    findings.push(disk(&app.data_dir, language).await);
    findings.push(clock(app, language).await);
    findings.push(poppler(language).await);
    findings.push(mail(app, language).await);
    findings
}

/// The data directory can be written to.
fn folder(data_dir: &Path, language: Language) -> Finding {
    let name = "folder";
    let probe = data_dir.join(format!("doctor.{}", std::process::id()));
    let written =
        fs_err::write(&probe, b"written by doctor").and_then(|()| fs_err::remove_file(&probe));
    match written {
        Ok(()) => Finding::well(name, data_dir.display().to_string()),
        Err(error) => Finding::trouble(
            name,
            error.to_string(),
            language.pick(
                "让运行本程序的用户能写数据目录",
                "let the user who runs the program write to the data directory",
            ),
        ),
    }
}

/// Store and keys are not open to every user of the machine.
#[cfg(unix)]
fn secrets(data_dir: &Path, language: Language) -> Finding {
    use std::os::unix::fs::PermissionsExt;
    /// Anything for those who are neither owner nor group.
    const OTHERS: u32 = 0o007;
    let is_open = |file: &&&str| {
        fs_err::metadata(data_dir.join(file))
            .is_ok_and(|about| about.permissions().mode() & OTHERS != 0)
    };
    let folder_is_closed =
        fs_err::metadata(data_dir).is_ok_and(|about| about.permissions().mode() & OTHERS == 0);
    let open: Vec<&&str> = SECRETS.iter().filter(is_open).collect();
    if open.is_empty() || folder_is_closed {
        return Finding::well("permissions", "closed to other users");
    }
    let names: Vec<&str> = open.into_iter().copied().collect();
    Finding::note(
        "permissions",
        format!("other users of the machine can read {}", names.join(", ")),
        language.pick("chmod 700 数据目录", "chmod 700 the data directory"),
    )
}

#[cfg(not(unix))]
fn secrets(_data_dir: &Path, _language: Language) -> Finding {
    Finding::well("permissions", "not looked at on this system")
}

/// Enough room is left.
async fn disk(data_dir: &Path, language: Language) -> Finding {
    let name = "disk";
    let store = fs_err::metadata(data_dir.join(Store::FILE)).map_or(0, |about| about.len());
    let wanted = LEAST_ROOM.max(store.saturating_mul(TIMES_THE_STORE));
    let Some(free) = free_bytes(data_dir).await else {
        return Finding::well(name, "the room that is left cannot be told here");
    };
    let found = format!("{} MB free, {} MB wanted", free >> 20, wanted >> 20);
    if free >= wanted {
        Finding::well(name, found)
    } else {
        Finding::trouble(
            name,
            found,
            language.pick(
                "腾出空间：重建索引与备份都要与库同样大的地方",
                "free some space: rebuilding the index and backing up take as much as the store",
            ),
        )
    }
}

/// Asks `df`, whose output POSIX fixes; the standard library cannot tell.
async fn free_bytes(folder: &Path) -> Option<u64> {
    let output = Command::new("df")
        .arg("-Pk")
        .arg(folder)
        .output()
        .await
        .ok()?;
    free_of(&String::from_utf8_lossy(&output.stdout))
}

/// Reads the fourth column of the second line, in kilobytes.
fn free_of(output: &str) -> Option<u64> {
    let line = output.lines().nth(1)?;
    let kilobytes: u64 = line.split_whitespace().nth(3)?.parse().ok()?;
    Some(kilobytes << 10)
}

/// The clock is not behind what was written already.
async fn clock(app: &App, language: Language) -> Finding {
    let name = "clock";
    let now = app.clock.now();
    let read = app.store.freshness().await.unwrap_or_default();
    let latest = read
        .iter()
        .filter_map(|source| source.fresh_at.parse::<Timestamp>().ok())
        .max();
    match latest.filter(|latest| *latest > now) {
        None => Finding::well(name, now.to_string()),
        Some(latest) => Finding::trouble(
            name,
            format!("it is {now}, but a source was read at {latest}"),
            language.pick(
                "校准时钟：状态、截止日与会话都依赖它",
                "set the clock: statuses, deadlines and sessions depend on it",
            ),
        ),
    }
}

/// Documents in PDF can be read.
async fn poppler(language: Language) -> Finding {
    let name = "poppler";
    match Command::new("pdftotext").arg("-v").output().await {
        Ok(output) => {
            // It says its version where others complain.
            let said = String::from_utf8_lossy(&output.stderr);
            Finding::well(name, said.lines().next().unwrap_or("found").to_owned())
        }
        Err(_) => Finding::note(
            name,
            "`pdftotext` is missing: documents in PDF cannot be read",
            language.pick("安装 poppler-utils", "install poppler-utils"),
        ),
    }
}

/// Letters can be sent.
async fn mail(app: &App, language: Language) -> Finding {
    let name = "mail";
    let settings = &app.config.mail;
    if settings.host.is_empty() {
        return Finding::note(
            name,
            "no server is named: letters wait in the outbox",
            language.pick("设置 [mail] host", "set `host` under [mail]"),
        );
    }
    let address = format!("{}:{}", settings.host, settings.port());
    let reached = tokio::time::timeout(PATIENCE, TcpStream::connect(&address)).await;
    let fault = match reached {
        Ok(Ok(_)) if app.config.alerts.site.starts_with("http://127.") => {
            return Finding::trouble(
                name,
                "letters lead to this machine",
                language.pick(
                    "把 [alerts] site 设为读者能打开的网址",
                    "set `site` under [alerts] to the address that readers reach",
                ),
            );
        }
        Ok(Ok(_)) => return Finding::well(name, format!("{address} answers")),
        Ok(Err(error)) => error.to_string(),
        Err(_) => "no answer".to_owned(),
    };
    Finding::trouble(
        name,
        format!("{address}: {fault}"),
        language.pick(
            "核对 [mail] 的 host、port 与防火墙",
            "check `host` and `port` under [mail], and the firewall",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_room_that_is_left_is_read_from_what_posix_fixes() {
        let output = "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda1 100 40 60 40% /\n";
        assert_eq!(free_of(output), Some(60 << 10));
        assert_eq!(free_of(""), None);
        assert_eq!(free_of("a\nb c d"), None);
    }

    #[test]
    fn a_folder_that_is_not_there_is_trouble() {
        let finding = folder(Path::new("/nowhere/at/all"), Language::En);
        assert!(!finding.healthy && finding.advice.is_some());
    }
}
