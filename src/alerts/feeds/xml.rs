//! Texts in XML 1.0.

use std::fmt;

/// A text as it stands between tags or in an attribute.
///
/// Control characters have no place in XML 1.0, not even escaped: they are left out, because one of them in one title
/// would make the whole feed unreadable.
pub(super) struct Escaped<'t>(pub(super) &'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => formatter.write_str("&amp;")?,
                '<' => formatter.write_str("&lt;")?,
                '>' => formatter.write_str("&gt;")?,
                '"' => formatter.write_str("&quot;")?,
                '\t' | '\n' => formatter.write_str(" ")?,
                '\u{FFFE}' | '\u{FFFF}' => {}
                other if other.is_control() => {}
                other => write!(formatter, "{other}")?,
            }
        }
        Ok(())
    }
}
