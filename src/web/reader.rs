//! Who reads: the language and the address that was asked for.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;

use super::address::SearchAddress;
use super::error::{Problem, WebError};
use crate::app::App;
use crate::model::Language;
use crate::search::{SearchError, Searcher};

/// The reader of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reader {
    /// The language of the page.
    pub(super) language: Language,
    /// Path and query as they were asked for.
    pub(super) address: String,
}

impl Reader {
    /// Returns the address of the same page in the other language.
    pub(super) fn elsewhere(&self) -> String {
        let other = match self.language {
            Language::Zh => Language::En,
            Language::En => Language::Zh,
        };
        let rest = language_of(&self.address).map_or("/", |(_, rest)| rest);
        format!("/{}{rest}", other.code())
    }

    /// Returns the value of a parameter of the address, trimmed; empty where it is not there.
    pub(super) fn parameter(&self, name: &str) -> String {
        let query = self.address.split_once('?').map_or("", |(_, query)| query);
        form_urlencoded::parse(query.as_bytes())
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.trim().to_owned())
            .unwrap_or_default()
    }

    /// Returns the searcher, or the error page in the reader's language.
    pub(super) async fn searcher<'a>(&self, app: &'a App) -> Result<&'a Searcher, WebError> {
        app.searcher()
            .await
            .map_err(|error| self.fail(SearchError::from(error)))
    }

    /// Makes the error page of a problem, in the reader's language.
    pub(super) fn fail(&self, problem: impl Into<Problem>) -> WebError {
        WebError::new(self.clone(), problem.into())
    }
}

impl<S: Sync> FromRequestParts<S> for Reader {
    type Rejection = Infallible;

    /// Takes the language from the address, else from the browser.
    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let original = parts
            .extensions
            .get::<OriginalUri>()
            .map_or(&parts.uri, |OriginalUri(uri)| uri);
        let address = original
            .path_and_query()
            .map_or("/", |text| text.as_str())
            .to_owned();
        let language = language_of(&address)
            .map_or_else(|| preferred(&parts.headers), |(language, _)| language);
        Ok(Self { language, address })
    }
}

/// The search that stands in the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked(pub(super) SearchAddress);

impl<S: Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(Self(SearchAddress::read(
            parts.uri.query().unwrap_or_default(),
        )))
    }
}

/// Returns the language an address begins with, and what follows.
fn language_of(address: &str) -> Option<(Language, &str)> {
    [Language::Zh, Language::En]
        .into_iter()
        .find_map(|language| {
            let rest = address.strip_prefix('/')?.strip_prefix(language.code())?;
            (rest.is_empty() || rest.starts_with(['/', '?'])).then_some((language, rest))
        })
}

/// Returns the language a browser prefers (RFC 9110 §12.5.4); Chinese where it says nothing.
pub(super) fn preferred(headers: &HeaderMap) -> Language {
    let wanted = headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let weight_of = |language: Language| {
        let weights = wanted
            .split(',')
            .filter_map(|range| weight(range, language));
        weights.max()
    };
    match (weight_of(Language::Zh), weight_of(Language::En)) {
        (zh, Some(en)) if en > zh.unwrap_or(0) => Language::En,
        // Somebody who reads neither is more likely to read English.
        (None, None) if !wanted.trim().is_empty() && wanted.trim() != "*" => Language::En,
        _ => Language::Zh,
    }
}

/// Returns the weight of one language range in thousandths, if it names the language.
fn weight(range: &str, language: Language) -> Option<u32> {
    let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
    let primary = tag.trim().split('-').next()?;
    if !primary.eq_ignore_ascii_case(language.code()) {
        return None;
    }
    let Some(quality) = parameters.trim().strip_prefix("q=") else {
        return Some(1000);
    };
    let quality: f32 = quality.trim().parse().ok()?;
    [1000_u32, 900, 800, 700, 600, 500, 400, 300, 200, 100, 0]
        .into_iter()
        .find(|&step| f64::from(quality) * 1000.0 >= f64::from(step) - 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preferred_of(text: &str) -> Language {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, text.parse().unwrap());
        preferred(&headers)
    }

    #[test]
    fn the_browser_chooses_and_chinese_is_the_default() {
        assert_eq!(preferred(&HeaderMap::new()), Language::Zh);
        for (header, language) in [
            ("zh-CN,zh;q=0.9,en;q=0.8", Language::Zh),
            ("en-GB,en;q=0.9,zh;q=0.5", Language::En),
            ("de,en;q=0.5", Language::En),
            ("fr", Language::En),
            ("*", Language::Zh),
            ("en;q=zero", Language::En),
        ] {
            assert_eq!(preferred_of(header), language, "{header}");
        }
    }

    #[test]
    fn the_switch_keeps_page_and_query() {
        let reader = |address: &str| Reader {
            language: Language::Zh,
            address: address.to_owned(),
        };
        assert_eq!(
            reader("/zh/search?q=a&market=EU").elsewhere(),
            "/en/search?q=a&market=EU"
        );
        assert_eq!(reader("/zh").elsewhere(), "/en");
        assert_eq!(reader("/nowhere").elsewhere(), "/en/");
    }

    #[test]
    fn a_word_that_begins_like_a_language_is_none() {
        assert_eq!(language_of("/zhong"), None);
        assert_eq!(language_of("/en?x=1"), Some((Language::En, "?x=1")));
    }
}
