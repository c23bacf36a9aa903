//! A chapter of the manual.

/// A chapter of the manual in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// Name of its file and of its address.
    pub name: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What follows the title, as Markdown (`CommonMark` with tables). Links `help:NAME` lead to chapters, `page:PATH` to
    /// pages of the site.
    pub text: &'static str,
}

impl Chapter {
    /// Reads a file: its first line is the title.
    pub(super) fn read(name: &'static str, file: &'static str) -> Self {
        let (first, text) = file.split_once('\n').unwrap_or((file, ""));
        Self {
            name,
            title: first.trim_start_matches('#').trim(),
            text: text.trim(),
        }
    }
}
