//! The subject: how many, how urgent, about what.

use jiff::Timestamp;

use super::Digest;
use crate::model::{Kind, Language};

/// Days within which a deadline is urgent.
const URGENT: i32 = 7;
/// Names of alerts that stand in a subject.
const MOST_NAMES: usize = 3;
/// Characters of a subject; mail programs show about forty Chinese ones.
const LONGEST: usize = 78;

/// Writes the subject of a digest.
pub(super) fn subject(digest: &Digest, language: Language, now: Timestamp) -> String {
    let count = digest.entries().count();
    let urgent = digest
        .groups
        .iter()
        .filter_map(|group| group.deadline(now))
        .filter(|deadline| deadline.days_left() <= URGENT)
        .count();
    let notified = digest
        .entries()
        .all(|entry| entry.item.kind == Kind::Notification);
    let names = digest.alert_names();
    let shown: Vec<&str> = names.iter().copied().take(MOST_NAMES).collect();
    let subject = match language {
        Language::Zh => {
            let what = if notified { "通报" } else { "动态" };
            let urgency = if urgent > 0 {
                format!("，{urgent} 条 {URGENT} 日内截止")
            } else {
                String::new()
            };
            let more = if names.len() > MOST_NAMES { "等" } else { "" };
            format!(
                "[对标] {count} 条新{what}{urgency}：{}{more}",
                shown.join("、")
            )
        }
        Language::En => {
            let what = match (notified, count) {
                (true, 1) => "notification",
                (true, _) => "notifications",
                (false, 1) => "update",
                (false, _) => "updates",
            };
            let urgency = if urgent > 0 {
                format!(", {urgent} closing within {URGENT} days")
            } else {
                String::new()
            };
            let more = if names.len() > MOST_NAMES { " …" } else { "" };
            format!(
                "[Duibiao] {count} new {what}{urgency}: {}{more}",
                shown.join(", ")
            )
        }
    };
    shorten(&one_line(&subject))
}

/// Names are what people typed: a line break in one must not begin a header.
fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}
