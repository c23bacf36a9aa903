//! From a file to its text.

use super::decode::decode;
use super::{ExtractError, ExtractedText, Format, Limits, Loss, adoc, docx, html, pdf, sts, xlsx};

/// Reads a document: its name (only its ending matters, and only where the bytes say nothing) and its bytes.
///
/// May take seconds, and starts a child process for a pdf: call it where waiting is allowed.
///
/// # Errors
///
/// [`ExtractError`] with what was expected and found, and a hint.
pub fn read(name: &str, bytes: &[u8], limits: &Limits) -> Result<ExtractedText, ExtractError> {
    read_as(Format::detect(name, bytes)?, bytes, limits)
}

/// Reads a document whose kind is known.
///
/// # Errors
///
/// [`ExtractError`] with what was expected and found, and a hint.
pub fn read_as(
    format: Format,
    bytes: &[u8],
    limits: &Limits,
) -> Result<ExtractedText, ExtractError> {
    if bytes.len() > limits.file_bytes {
        return Err(ExtractError::FileTooLarge {
            found: bytes.len(),
            limit: limits.file_bytes,
        });
    }
    let (text, losses) = match format {
        Format::Pdf => pdf::read(bytes, limits)?,
        Format::Docx => docx::read(bytes, limits)?,
        Format::Xlsx => (xlsx::read(bytes, limits)?, Vec::new()),
        Format::Html | Format::Sts | Format::AsciiDoc | Format::Markdown | Format::Text => {
            of_text(format, bytes, limits)?
        }
    };
    if text.len() > limits.text_bytes {
        return Err(ExtractError::too_much(
            format!("at most {} bytes of text", limits.text_bytes),
            text.len().to_string(),
        ));
    }
    if text.trim().is_empty() {
        return Err(ExtractError::Empty);
    }
    let losses = losses.into_iter().filter(|loss| loss.count() > 0).collect();
    Ok(ExtractedText {
        text,
        format,
        losses,
    })
}

/// Reads the kinds that are text to begin with.
fn of_text(
    format: Format,
    bytes: &[u8],
    limits: &Limits,
) -> Result<(String, Vec<Loss>), ExtractError> {
    let decoded = decode(bytes);
    let mut losses = vec![Loss::Characters(decoded.lost)];
    let controls = decoded.text.chars().filter(|letter| is_no_letter(*letter));
    if controls.count() + decoded.lost > decoded.text.len() / 50 {
        return Err(ExtractError::Unsupported(
            "bytes that are no text".to_owned(),
        ));
    }
    let text = match format {
        Format::Html => {
            let (text, pictures) = html::read(&decoded.text, limits)?;
            losses.push(Loss::Pictures(pictures));
            text
        }
        Format::Sts => {
            let (text, pictures) = sts::read(&decoded.text, limits)?;
            losses.push(Loss::Pictures(pictures));
            text
        }
        Format::AsciiDoc => adoc::read(&decoded.text, limits)?,
        // Places in the text are places in the file, so nothing is changed.
        _ => decoded.text,
    };
    Ok((text, losses))
}

/// Characters that stand in programs and pictures and in no text.
fn is_no_letter(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{c}')
}
