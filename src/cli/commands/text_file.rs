//! Texts from files of any kind, from standard input, and from the store.

use std::io::Read;
use std::path::Path;

use super::Session;
use super::documents::{identifier, is_number};
use crate::cli::{Failure, output};
use crate::extract::ExtractError;
use crate::model::Rights;
use crate::texts::{self, TextsError};

/// What of a text a command shows; a text of the store must allow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// Single values.
    Facts,
    /// Sentences.
    Text,
}

impl Shown {
    fn is_allowed(self, rights: Rights) -> bool {
        match self {
            Self::Facts => rights.shows_facts(),
            Self::Text => rights.shows_text(),
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Facts => "facts",
            Self::Text => "full",
        }
    }
}

/// Reads the bytes of a file, or of standard input where the name is `-`.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    fs_err::read(path).map_err(|error| {
        let hint = "name a document (docx, pdf, html, xml, xlsx, adoc, md, txt), or `-`";
        Failure::input(error.to_string(), hint)
    })
}

/// Reads a document as text; an empty one is an empty text.
pub(super) async fn read(path: &Path) -> Result<String, Failure> {
    let name = path.to_string_lossy();
    match texts::document(&name, bytes(path)?).await {
        Ok(read) => Ok(read.text),
        Err(TextsError::Document(ExtractError::Empty)) => Ok(String::new()),
        Err(TextsError::Document(error)) => Err(Failure::input(
            format!("{}: {error}", path.display()),
            error.hint(),
        )),
        Err(error) => Err(error.into()),
    }
}

/// Returns the text an argument means: that of a file, or the one kept beside the record of a number, in the language
/// wanted where there are several. The store is opened only for a number.
pub(super) async fn text(
    path: &Path,
    wanted: &str,
    shown: Shown,
    open: &impl AsyncFn() -> Result<Session, Failure>,
) -> Result<String, Failure> {
    if !is_number(path) {
        return read(path).await;
    }
    let session = open().await?;
    let app = &session.app;
    let number = path.to_string_lossy();
    let record = identifier(&session, &number, app.clock.today()).await?;
    let Some(stored) = texts::stored(&app.store, &record, wanted).await? else {
        return Err(Failure::input(
            format!("expected a file or a number whose text is kept, found `{number}` without one"),
            format!("attach it with `duibiao import FILE --as \"{number}\"`"),
        ));
    };
    if !shown.is_allowed(stored.rights) {
        return Err(Failure::input(
            format!(
                "expected a text with the rights `{}`, found `{}` for `{number}`",
                shown.word(),
                stored.rights.code()
            ),
            "rights are given with `duibiao import FILE --as NUMBER --rights …`",
        ));
    }
    if wanted.is_empty() {
        let words = session
            .language
            .pick("所用文本的语言", "language of the text");
        output::complaint(&format!("{record}: {words} {}", stored.language));
    }
    Ok(stored.text)
}
