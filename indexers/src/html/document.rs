//! A parsed page and the clean text of its parts.

use scraper::{ElementRef, Selector};

use super::guard;
use crate::page::PageError;

/// A page that passed the guard.
#[derive(Debug)]
pub(crate) struct Html(scraper::Html);

impl Html {
    /// Parses a page.
    ///
    /// # Errors
    ///
    /// [`PageError`] for a page that is too long or nested too deeply.
    pub(crate) fn read(page: &str) -> Result<Self, PageError> {
        guard::check(page)?;
        Ok(Self(scraper::Html::parse_document(page)))
    }

    /// Returns the elements that a CSS selector meets, in order.
    pub(crate) fn all(&self, css: &str) -> Vec<ElementRef<'_>> {
        Selector::parse(css)
            .map(|selector| self.0.select(&selector).collect())
            .unwrap_or_default()
    }

    /// Returns the whole document as an element.
    pub(crate) fn root(&self) -> ElementRef<'_> {
        self.0.root_element()
    }
}

/// Returns the text inside an element with white space squeezed.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    let mut whole = String::new();
    for part in element.text() {
        whole.push_str(part);
    }
    squeeze(&whole)
}

/// Makes one blank of any run of white space (no-break and ideographic blanks too) and trims.
pub fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !squeezed.is_empty() {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    squeezed
}

/// Takes tags and entities out of a short text (`<sacinfo>毛绒</sacinfo>玩具`).
///
/// A text that the guard refuses is returned with its tags: better an ugly title than none.
pub(crate) fn plain(short: &str) -> String {
    if !short.contains(['<', '&']) || guard::check(short).is_err() {
        return squeeze(short);
    }
    text(scraper::Html::parse_fragment(short).root_element())
}
