//! A digest written as HTML and as text.

use askama::Template;

use super::{Digest, DigestView};
use crate::alerts::links::{Site, paths};
use crate::alerts::tokens::Token;
use crate::model::Language;

/// Bytes of HTML a letter may have: a great mail service cuts what is longer, and the way out with it.
pub const LARGEST_HTML: usize = 100_000;

/// The links of one letter.
#[derive(Debug, Clone)]
pub struct DigestLinks {
    /// The permanent page of the digest.
    pub page: Token,
    /// The page where subscriptions are managed.
    pub manage: Token,
    /// The way out.
    pub unsubscribe: Token,
}

/// A digest, ready to be put into a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The HTML, at most [`LARGEST_HTML`] bytes.
    pub html: String,
}

/// A digest that cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("the digest cannot be written: {0}")]
pub struct RenderError(#[from] askama::Error);

/// The words around the items.
#[derive(Debug)]
struct LetterWords {
    tag: &'static str,
    lead: &'static str,
    why: &'static str,
    original: &'static str,
    page: &'static str,
    manage: &'static str,
    unsubscribe: &'static str,
    sent_because: &'static str,
    official: &'static str,
    left_out: fn(usize) -> String,
}

const ZH: LetterWords = LetterWords {
    tag: "zh-Hans",
    lead: "以下是您关注的内容的最新动态，按截止日期和影响排序。",
    why: "收到原因",
    original: "原文",
    page: "在网页上查看这封摘要",
    manage: "管理订阅",
    unsubscribe: "停止发送",
    sent_because: "您收到这封邮件，是因为有人用这个邮箱订阅并由您确认。",
    official: "资料仅供检索参考，一律以官方发布为准。",
    left_out: |count| format!("另有 {count} 条因篇幅未列入，见网页。"),
};

const EN: LetterWords = LetterWords {
    tag: "en",
    lead: "What is new in what you watch, by deadline and effect.",
    why: "Why you got this",
    original: "original",
    page: "See this digest on the web",
    manage: "Manage subscriptions",
    unsubscribe: "Stop these letters",
    sent_because: "You get this letter because you confirmed a subscription with this address.",
    official: "For reference only; the official publication alone is authoritative.",
    left_out: |count| format!("{count} more did not fit and stand on the web page."),
};

#[derive(Debug, Template)]
#[template(path = "letter.html")]
struct Html<'v> {
    view: &'v DigestView,
    words: &'static LetterWords,
    page: &'v str,
    manage: &'v str,
    unsubscribe: &'v str,
}

#[derive(Debug, Template)]
#[template(path = "letter.txt", escape = "none")]
struct Text<'v> {
    view: &'v DigestView,
    words: &'static LetterWords,
    page: &'v str,
    manage: &'v str,
    unsubscribe: &'v str,
}

/// Writes a digest; items that do not fit are counted and left to the page.
///
/// # Errors
///
/// [`RenderError`] when a template fails, which needs memory to run out.
pub fn render(digest: &Digest, site: &Site, links: &DigestLinks) -> Result<Rendered, RenderError> {
    let language = digest.language;
    let words = match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    };
    let page = site.with_token(language, paths::DIGEST, &links.page);
    let manage = site.with_token(language, paths::MANAGE, &links.manage);
    let unsubscribe = site.with_token(language, paths::UNSUBSCRIBE, &links.unsubscribe);
    let mut view = DigestView::of(digest, site, language);
    let (page, manage, unsubscribe) = (page.as_str(), manage.as_str(), unsubscribe.as_str());
    let html = loop {
        let html = Html {
            view: &view,
            words,
            page,
            manage,
            unsubscribe,
        }
        .render()?;
        let shown = view.shown();
        if html.len() <= LARGEST_HTML || shown == 0 {
            break html;
        }
        // Items are of about one size: this comes close in one step and ends, because each step keeps less.
        view.keep((shown * LARGEST_HTML / html.len()).min(shown - 1));
    };
    let text = Text {
        view: &view,
        words,
        page,
        manage,
        unsubscribe,
    }
    .render()?;
    Ok(Rendered {
        subject: view.subject,
        text,
        html,
    })
}
