//! `duibiao import FILE --as NUMBER`: the text of a document beside a record.

use super::Session;
use super::documents::identifier;
use super::text_file;
use crate::cli::arguments::ImportArguments;
use crate::cli::{Failure, Outcome, output};
use crate::export::Table;
use crate::extract::Loss;
use crate::model::Language;
use crate::storage::TextChange;
use crate::texts::{Attached, Paper, attach};

pub(super) async fn run(session: &Session, options: &ImportArguments) -> Result<Outcome, Failure> {
    let app = &session.app;
    let (Some(number), [file]) = (&options.as_text_of, options.files.as_slice()) else {
        return Err(Failure::input(
            format!("expected one file with --as, found {}", options.files.len()),
            "attach one document at a time",
        ));
    };
    let record = identifier(session, number, app.clock.today()).await?;
    let paper = Paper {
        name: file.to_string_lossy().into_owned(),
        bytes: text_file::bytes(file)?,
        language: options.text_language.clone(),
        rights: options.rights,
    };
    let attached = attach(&app.store, app.clock.as_ref(), &record, paper).await?;
    let table = table(&attached, session.language);
    output::list(options.format, &table, &[&attached], &attached)?;
    Ok(Outcome::Done)
}

fn table(attached: &Attached, language: Language) -> Table {
    let headers = match language {
        Language::Zh => [
            "记录",
            "文件",
            "格式",
            "语言",
            "字数",
            "权限",
            "结果",
            "未收入",
        ],
        Language::En => [
            "Record",
            "File",
            "Kind",
            "Language",
            "Characters",
            "Rights",
            "Result",
            "Left out",
        ],
    };
    let change = match attached.change {
        TextChange::Added => language.pick("新增", "added"),
        TextChange::Replaced => language.pick("已更新", "replaced"),
        TextChange::Unchanged => language.pick("未变", "unchanged"),
    };
    let losses: Vec<String> = attached
        .losses
        .iter()
        .map(|loss| left_out(*loss, language))
        .collect();
    let mut table = Table::new(language.pick("文本", "Text"), &headers);
    table.push(vec![
        attached.record.clone(),
        attached.origin.clone(),
        attached.format.clone(),
        attached.language.clone(),
        attached.characters.to_string(),
        attached.rights.code().to_owned(),
        change.to_owned(),
        losses.join(language.pick("，", ", ")),
    ]);
    table
}

fn left_out(loss: Loss, language: Language) -> String {
    let (zh, en) = match loss {
        Loss::Pictures(_) => ("幅图片", "pictures"),
        Loss::PageLines(_) => ("行页眉页码", "lines that repeat on every page"),
        Loss::Deletions(_) => ("处修订删除", "deleted passages"),
        Loss::Characters(_) => ("个无法解码的字符", "characters that cannot be decoded"),
    };
    format!("{} {}", loss.count(), language.pick(zh, en))
}
