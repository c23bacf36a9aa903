//! What the outcomes of crawls are called in both languages.

use indexers::crawl::Shortfall;

use crate::jobs::Standing;
use crate::model::Language;

/// Names how a run stands.
pub(super) fn standing(standing: Standing, language: Language) -> &'static str {
    let (zh, en) = match standing {
        Standing::Complete => ("完整", "complete"),
        Standing::Incomplete => ("不完整", "incomplete"),
        Standing::Limited => ("达到上限", "limited"),
        Standing::Interrupted => ("已中断，可继续", "interrupted, goes on"),
        Standing::Halted => ("主机暂停访问，可继续", "host left alone, goes on"),
        Standing::Busy => ("另一进程正在采集", "another process is at it"),
        Standing::NotConfigured => ("缺少密钥配置", "a secret is missing"),
        Standing::DryRun => ("试运行", "dry run"),
    };
    language.pick(zh, en)
}

/// Says why a run is not complete.
pub(super) fn shortfall(shortfall: &Shortfall, language: Language) -> String {
    if language == Language::En {
        return shortfall.to_string();
    }
    match shortfall {
        Shortfall::Repeats { walk } => format!("列表“{walk}”：页面与前面的页面重复"),
        Shortfall::Doubled { walk, keys } => format!("列表“{walk}”：有 {keys} 条重复出现"),
        Shortfall::Missing {
            walk,
            declared,
            found,
        } => format!("列表“{walk}”：声明 {declared} 条，只见 {found} 条"),
        Shortfall::Fell {
            walk,
            before,
            after,
        } => format!("列表“{walk}”：总数在读取期间由 {before} 降为 {after}"),
        Shortfall::ShortPage { walk } => format!("列表“{walk}”：中间有一页条目偏少"),
        Shortfall::Empty { walk } => format!("列表“{walk}”：没有条目，也没有总数"),
        Shortfall::Failed { pages } => format!("有 {pages} 个页面未能读取"),
        Shortfall::Limited { records } => format!("达到 {records} 条上限"),
        Shortfall::Interrupted => "由操作者中断".to_owned(),
        Shortfall::Halted { reason } => format!("主机暂停访问：{reason}"),
        Shortfall::Endless { most } => format!("页面超过 {most} 个"),
        Shortfall::NoSeeds => "该来源没有给出起始请求".to_owned(),
        other => other.to_string(),
    }
}

/// Says what to do after runs that are not complete.
pub(super) fn after_unwell(only_secrets_are_missing: bool, language: Language) -> &'static str {
    if only_secrets_are_missing {
        return language.pick(
            "`duibiao crawl --list` 列出各来源所需的密钥",
            "`duibiao crawl --list` names the secrets that each source needs",
        );
    }
    language.pick(
        "再次运行会从中断处继续；`duibiao sources` 显示各来源状况",
        "the same command again goes on where this one ended; `duibiao sources` shows how each stands",
    )
}

/// Says which secrets are missing and where they are put.
pub(super) fn missing_secrets(names: &[&str], language: Language) -> String {
    let names = names.join(", ");
    match language {
        Language::Zh => {
            format!("需要 {names}，未全部找到；请设为环境变量，或写入 duibiao.toml 的 [secrets]")
        }
        Language::En => format!(
            "expected {names}, found not all of it; set it in the environment or under [secrets] in duibiao.toml"
        ),
    }
}
