//! Languages of texts, and texts in several of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A language the pages are written in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Chinese, simplified.
    #[default]
    Zh,
    /// English.
    En,
}

impl Language {
    /// Returns the ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// Returns the text in this language out of a pair.
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// A text of our own in both languages of the pages.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Bilingual {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// Makes a text of its two forms.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// Returns the form for a reader; the other one where it is empty.
    pub fn pick(&self, language: Language) -> &str {
        let (wanted, other) = match language {
            Language::Zh => (&self.zh, &self.en),
            Language::En => (&self.en, &self.zh),
        };
        if wanted.is_empty() { other } else { wanted }
    }
}

/// One text in several languages, by ISO 639-1 code.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Texts(BTreeMap<String, String>);

impl Texts {
    /// Returns the text in one language.
    pub fn get(&self, code: &str) -> Option<&str> {
        self.0.get(code).map(String::as_str)
    }

    /// Sets the text in one language; an empty text is no text.
    pub fn set(&mut self, code: impl Into<String>, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.0.insert(code.into(), text);
        }
    }

    /// Returns the text for a reader: their language, else English, else any, with its language code.
    pub fn best(&self, language: Language) -> Option<(&str, &str)> {
        [language.code(), "en", "zh"]
            .into_iter()
            .find_map(|code| self.0.get_key_value(code))
            .or_else(|| self.0.iter().next())
            .map(|(code, text)| (code.as_str(), text.as_str()))
    }

    /// Returns the text in the language it was most likely written in, if that is not the reader's.
    pub fn original(&self, language: Language) -> Option<(&str, &str)> {
        let shown = self.best(language)?.0;
        self.iter().find(|&(code, _)| code != shown)
    }

    /// Iterates over language codes and texts in the order of the codes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(code, text)| (code.as_str(), text.as_str()))
    }

    /// Tells whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(String, String)> for Texts {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(texts: I) -> Self {
        let mut all = Self::default();
        for (code, text) in texts {
            all.set(code, text);
        }
        all
    }
}
