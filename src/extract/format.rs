//! What a file is, told by its bytes and only then by its name.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::ExtractError;
use super::decode::decode;

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Portable document (ISO 32000).
    Pdf,
    /// Word-processing document (ISO/IEC 29500).
    Docx,
    /// Spreadsheet (ISO/IEC 29500).
    Xlsx,
    /// HTML page.
    Html,
    /// XML of the NISO STS tag set (ANSI/NISO Z39.102) or of ISO STS before it.
    Sts,
    /// `AsciiDoc`.
    AsciiDoc,
    /// Markdown.
    Markdown,
    /// Plain text, also comma-separated values.
    Text,
}

/// Formats told by the end of a name, where the bytes say nothing.
const ENDINGS: &[(&str, Format)] = &[
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("adoc", Format::AsciiDoc),
    ("asciidoc", Format::AsciiDoc),
    ("asc", Format::AsciiDoc),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
];

/// Roots of the XML that is read.
const STS_ROOTS: &[&str] = &["standard", "adoption", "gb-standard", "iso-standard"];

/// First bytes of files that are not read, and what they are.
const OTHERS: &[(&[u8], &str)] = &[
    (b"\xD0\xCF\x11\xE0", "an old Office file (.doc, .xls, .ppt)"),
    (b"{\\rtf", "rich text (.rtf)"),
    (b"\x89PNG", "a picture (png)"),
    (b"\xFF\xD8\xFF", "a picture (jpeg)"),
    (b"II*\0", "a picture (tiff)"),
    (b"MM\0*", "a picture (tiff)"),
    (b"\x1F\x8B", "a packed file (gzip)"),
    (b"Rar!", "an archive (rar)"),
    (b"7z\xBC\xAF", "an archive (7z)"),
];

impl Format {
    /// Tells what a file is.
    ///
    /// # Errors
    ///
    /// [`ExtractError::Unsupported`] for a kind that is not read.
    pub fn detect(name: &str, bytes: &[u8]) -> Result<Self, ExtractError> {
        let head = &bytes[..bytes.len().min(1024)];
        // Readers accept what stands before the mark, and printers write it (ISO 32000-1, annex H.3).
        if head.windows(5).any(|five| five == b"%PDF-") {
            return Ok(Self::Pdf);
        }
        if let Some((_, what)) = OTHERS.iter().find(|(mark, _)| head.starts_with(mark)) {
            return Err(ExtractError::Unsupported((*what).to_owned()));
        }
        if head.starts_with(b"PK\x03\x04") {
            return Self::of_archive(bytes);
        }
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let named = ENDINGS
            .iter()
            .find(|(known, _)| ending.eq_ignore_ascii_case(known))
            .map(|(_, format)| *format);
        let start = decode(&bytes[..bytes.len().min(8192)]).text;
        let start = start.trim_start();
        if named != Some(Self::Markdown)
            && named != Some(Self::AsciiDoc)
            && start.starts_with('<')
            && let Some(root) = first_element(start)
        {
            let local = root.rsplit(':').next().unwrap_or(root);
            if STS_ROOTS.contains(&local) {
                return Ok(Self::Sts);
            }
            if local.eq_ignore_ascii_case("html") || named == Some(Self::Html) {
                return Ok(Self::Html);
            }
            if ending.eq_ignore_ascii_case("xml") || start.starts_with("<?xml") {
                return Err(ExtractError::Unsupported(format!(
                    "XML with the root `{root}`"
                )));
            }
        }
        Ok(named.unwrap_or(Self::Text))
    }

    /// Tells archives apart by the parts they hold; the names stand in clear in the archive's directory.
    fn of_archive(bytes: &[u8]) -> Result<Self, ExtractError> {
        const PARTS: &[(&[u8], Format)] = &[
            (b"word/document", Format::Docx),
            (b"xl/workbook", Format::Xlsx),
        ];
        let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        PARTS
            .iter()
            .find(|(part, _)| holds(part))
            .map(|(_, format)| *format)
            .ok_or_else(|| {
                ExtractError::Unsupported("an archive (zip) without a document".to_owned())
            })
    }
}

/// The name of the first element after declarations, comments and the document type.
fn first_element(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = &rest[rest.find('<')? + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = &comment[comment.find("-->")?..];
        } else if !rest.starts_with(['!', '?']) {
            let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))?;
            return (end > 0).then(|| &rest[..end]);
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Html => "html",
            Self::Sts => "STS XML",
            Self::AsciiDoc => "AsciiDoc",
            Self::Markdown => "Markdown",
            Self::Text => "text",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_decide_before_the_name() {
        for (name, bytes, format) in [
            ("a.txt", &b"%PDF-1.7\n"[..], Format::Pdf),
            ("a", b"<!DOCTYPE html><html><p>x", Format::Html),
            (
                "a.xml",
                b"<?xml version='1.0'?><!-- <b> --><standard>",
                Format::Sts,
            ),
            (
                "a.xml",
                b"<?xml version='1.0'?><!DOCTYPE adoption><adoption>",
                Format::Sts,
            ),
            ("a.html", b"<p>no root", Format::Html),
            ("a.MD", b"# 1", Format::Markdown),
            ("a.adoc", b"= T", Format::AsciiDoc),
            ("a.csv", b"a,b", Format::Text),
            ("a", b"< 5 mm", Format::Text),
            ("a", b"", Format::Text),
        ] {
            assert_eq!(Format::detect(name, bytes), Ok(format), "{name}");
        }
        for bytes in [
            &b"\xD0\xCF\x11\xE0"[..],
            b"PK\x03\x04..mimetype",
            b"<?xml?><rss>",
        ] {
            assert!(matches!(
                Format::detect("x", bytes),
                Err(ExtractError::Unsupported(_))
            ));
        }
    }
}
