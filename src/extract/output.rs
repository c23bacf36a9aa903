//! The text under way: lines and tables, within the limit.

use indexers::squeeze;

use super::grid::Grid;
use super::{ExtractError, Limits};

/// Text that is written line by line.
#[derive(Debug)]
pub(super) struct Output {
    text: String,
    most: usize,
}

impl Output {
    /// Begins a text.
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            text: String::new(),
            most: limits.text_bytes,
        }
    }

    /// Writes a line with its blanks squeezed; nothing for an empty one.
    pub(super) fn line(&mut self, line: &str) -> Result<(), ExtractError> {
        let squeezed = squeeze(line);
        if squeezed.is_empty() {
            return Ok(());
        }
        self.raw(&squeezed)
    }

    /// Writes a heading of a depth, 1 the highest.
    pub(super) fn heading(&mut self, depth: usize, line: &str) -> Result<(), ExtractError> {
        let squeezed = squeeze(line);
        if squeezed.is_empty() {
            return Ok(());
        }
        self.raw(&format!("{} {squeezed}", "#".repeat(depth.clamp(1, 6))))
    }

    /// Writes a table, an empty line before and after it.
    pub(super) fn table(&mut self, grid: &Grid) -> Result<(), ExtractError> {
        if grid.is_empty() {
            return Ok(());
        }
        self.raw("")?;
        for line in grid.markdown() {
            self.raw(&line)?;
        }
        self.raw("")
    }

    /// Writes a line as it is.
    pub(super) fn raw(&mut self, line: &str) -> Result<(), ExtractError> {
        if self.text.len() + line.len() >= self.most {
            return Err(ExtractError::too_much(
                format!("at most {} bytes of text", self.most),
                "more than that",
            ));
        }
        self.text.push_str(line);
        self.text.push('\n');
        Ok(())
    }

    /// Returns the text.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// Writes digits and signs as a power: `10` and then `6` is ten, `10⁶` a million.
///
/// Anything else stays as it is: letters raised are marks of footnotes or words such as `th`.
pub(super) fn raised(text: &str) -> String {
    const POWERS: &[(char, char)] = &[
        ('0', '⁰'),
        ('1', '¹'),
        ('2', '²'),
        ('3', '³'),
        ('4', '⁴'),
        ('5', '⁵'),
        ('6', '⁶'),
        ('7', '⁷'),
        ('8', '⁸'),
        ('9', '⁹'),
        ('-', '⁻'),
        ('−', '⁻'),
        ('–', '⁻'),
        ('+', '⁺'),
    ];
    let power = |letter: char| {
        let found = POWERS.iter().find(|(plain, _)| *plain == letter);
        found.map(|(_, raised)| *raised)
    };
    let powers: Option<String> = text.trim().chars().map(power).collect();
    powers.unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_written_as_powers() {
        assert_eq!(raised("-6"), "⁻⁶");
        assert_eq!(raised("a)"), "a)");
        assert_eq!(squeeze(" a\u{3000} b\n"), "a b");
    }

    #[test]
    fn a_text_that_grows_too_long_is_refused() {
        let limits = Limits {
            text_bytes: 10,
            ..Limits::default()
        };
        let mut output = Output::new(&limits);
        assert!(output.line("12345").is_ok());
        assert!(matches!(
            output.line("12345"),
            Err(ExtractError::TooMuch { .. })
        ));
    }
}
