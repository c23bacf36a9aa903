//! The short letters: the question whether to subscribe, and the link to one's page.

use crate::model::Language;

/// What a short letter is about; it says nothing else, and advertises nothing.
#[derive(Debug, Clone, Copy)]
pub(super) enum Question<'q> {
    /// Whether the address wants to subscribe.
    Confirm {
        /// Where it is confirmed.
        href: &'q str,
    },
    /// The page where subscriptions are managed.
    Manage {
        /// The page.
        href: &'q str,
    },
}

/// Writes a short letter: subject, text, HTML.
pub(super) fn question(question: &Question<'_>, language: Language) -> (String, String, String) {
    let (subject, sentences, link, href) = match (question, language) {
        (Question::Confirm { href }, Language::Zh) => (
            "[对标] 请确认订阅",
            [
                "有人用这个邮箱在对标订阅了标准与通报动态。如果是您，请打开下面的链接并按“确认”。",
                "链接 72 小时内有效。如果不是您，请不要理会这封邮件：不确认就不会再收到任何邮件。",
            ],
            "确认订阅",
            href,
        ),
        (Question::Confirm { href }, Language::En) => (
            "[Duibiao] Please confirm your subscription",
            [
                "Somebody gave this address to hear of standards and notifications. If it was you, open the link and press “Confirm”.",
                "The link is good for 72 hours. If it was not you, do nothing: without a confirmation no further letter comes.",
            ],
            "Confirm the subscription",
            href,
        ),
        (Question::Manage { href }, Language::Zh) => (
            "[对标] 管理订阅的链接",
            [
                "这是您管理订阅的私人页面。请不要转发：有此链接的人可以更改您的订阅。",
                "如果您没有索取这个链接，请不要理会这封邮件。",
            ],
            "管理订阅",
            href,
        ),
        (Question::Manage { href }, Language::En) => (
            "[Duibiao] The link to your subscriptions",
            [
                "This is your private page. Do not forward it: whoever has the link can change your subscriptions.",
                "If you did not ask for it, do nothing.",
            ],
            "Manage subscriptions",
            href,
        ),
    };
    let text = format!("{}\n\n{link}\n{href}\n\n{}\n", sentences[0], sentences[1]);
    let escape = |text: &str| html_escape::encode_double_quoted_attribute(text).into_owned();
    let html = format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title></head>\
         <body style=\"font:16px/1.6 system-ui,sans-serif\"><p>{}</p><p><a href=\"{}\">{link}</a></p><p>{}</p></body></html>",
        language.pick("zh-Hans", "en"),
        escape(subject),
        escape(sentences[0]),
        escape(href),
        escape(sentences[1]),
    );
    (subject.to_owned(), text, html)
}
