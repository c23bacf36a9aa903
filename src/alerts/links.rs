//! Addresses that stand in letters and feeds.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::tokens::Token;
use crate::model::{Language, RecordId};

/// Paths of the pages that letters lead to, below the language.
pub mod paths {
    /// The form.
    pub const SUBSCRIBE: &str = "/subscribe";
    /// Managing one's subscriptions.
    pub const MANAGE: &str = "/subscriptions/{token}";
    /// Confirming an address.
    pub const CONFIRM: &str = "/confirm/{token}";
    /// Stopping all letters.
    pub const UNSUBSCRIBE: &str = "/unsubscribe/{token}";
    /// One digest.
    pub const DIGEST: &str = "/digests/{token}";
    /// Stopping all letters with one click of the mail program; without a language, because a program reads nothing.
    pub const ONE_CLICK: &str = "/u/{token}";
}

/// The address under which the service is reached, without a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Site(String);

/// A text that is no address of a site.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected the address of the site such as `https://duibiao.example`, found `{0}`")]
pub struct SiteError(String);

impl Site {
    /// Returns the address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the name of the host, without its port.
    pub fn host(&self) -> &str {
        let rest = self
            .0
            .split_once("://")
            .map_or(self.0.as_str(), |(_, rest)| rest);
        rest.split([':', '/']).next().unwrap_or_default()
    }

    /// Returns the address of a record.
    pub fn record(&self, language: Language, id: &RecordId) -> String {
        self.page(language, "/records/{token}", &segment(id.as_str()))
    }

    /// Returns the address of a page with a token.
    pub fn with_token(&self, language: Language, path: &str, token: &Token) -> String {
        self.page(language, path, token.as_str())
    }

    /// Returns the address that a mail program posts to.
    pub fn one_click(&self, token: &Token) -> String {
        format!(
            "{}{}",
            self.0,
            paths::ONE_CLICK.replace("{token}", token.as_str())
        )
    }

    fn page(&self, language: Language, path: &str, token: &str) -> String {
        format!(
            "{}/{}{}",
            self.0,
            language.code(),
            path.replace("{token}", token)
        )
    }
}

/// Escapes everything in a segment of a path but what RFC 3986 calls `pchar`.
fn segment(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            // Writing into memory cannot fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

impl FromStr for Site {
    type Err = SiteError;

    fn from_str(text: &str) -> Result<Self, SiteError> {
        let text = text.trim().trim_end_matches('/');
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"));
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._:/[]".contains(&byte);
        match rest {
            Some(rest) if !rest.is_empty() && rest.bytes().all(plain) => Ok(Self(text.to_owned())),
            _ => Err(SiteError(text.chars().take(80).collect())),
        }
    }
}

impl TryFrom<String> for Site {
    type Error = SiteError;

    fn try_from(text: String) -> Result<Self, SiteError> {
        text.parse()
    }
}

impl From<Site> for String {
    fn from(site: Site) -> Self {
        site.0
    }
}

impl fmt::Display for Site {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stand_on_the_site_they_belong_to() {
        let site: Site = "https://duibiao.example:8443/".parse().unwrap();
        assert_eq!(site.host(), "duibiao.example");
        assert_eq!(
            site.record(Language::Zh, &RecordId::new("G~TBT~N~EU~1088")),
            "https://duibiao.example:8443/zh/records/G~TBT~N~EU~1088"
        );
        for wrong in [
            "",
            "duibiao.example",
            "ftp://a",
            "https://",
            "https://a b",
            "https://a\r\nX: y",
        ] {
            assert!(wrong.parse::<Site>().is_err(), "{wrong:?}");
        }
    }
}
