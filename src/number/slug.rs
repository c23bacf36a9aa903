//! The form of a number in an address: injective, reversible, readable.
//!
//! A blank becomes `_` and a slash `~`, because both are frequent and neither needs escaping in
//! a path (RFC 3986 §2.3). A literal `_`, `~`, `!`, `%`, `?` or `#` is written `!` and two hex
//! digits. Percent-encoding alone was turned down: browsers and proxies normalise it differently.

use std::fmt::Write as _;

/// The characters that stand for themselves nowhere in a slug, besides blank and slash.
const ESCAPED: &str = "_~!%?#\\\"<>";

/// Writes any record number as one path segment.
///
/// Takes the canonical text; gives a text without blank, slash or control character. Different
/// texts give different slugs, and [`unslug`] gives the text back.
pub fn slug_of(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            ' ' => slug.push('_'),
            '/' => slug.push('~'),
            _ if ESCAPED.contains(character) || character.is_ascii_control() => {
                // Writing to a text cannot fail.
                let _ = write!(slug, "!{:02x}", u32::from(character));
            }
            _ => slug.push(character),
        }
    }
    slug
}

/// Reads a slug back into the text it was made from.
///
/// An escape that is not followed by two hex digits stands for itself, so that every address
/// reads as something and a wrong one merely finds nothing.
pub fn unslug(slug: &str) -> String {
    let mut text = String::with_capacity(slug.len());
    let mut rest = slug;
    while let Some(character) = rest.chars().next() {
        rest = &rest[character.len_utf8()..];
        match character {
            '_' => text.push(' '),
            '~' => text.push('/'),
            '!' => match rest.get(..2).and_then(escaped_character) {
                Some(escaped) => {
                    text.push(escaped);
                    rest = &rest[2..];
                }
                None => text.push('!'),
            },
            _ => text.push(character),
        }
    }
    text
}

fn escaped_character(digits: &str) -> Option<char> {
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    u8::from_str_radix(digits, 16)
        .ok()
        .filter(u8::is_ascii)
        .map(char::from)
}

#[cfg(test)]
mod tests {
    use super::{slug_of, unslug};

    #[test]
    fn blanks_and_slashes_become_unreserved_characters() {
        assert_eq!(slug_of("GB/T 19001-2016"), "GB~T_19001-2016");
        assert_eq!(unslug("GB~T_19001-2016"), "GB/T 19001-2016");
    }

    #[test]
    fn texts_that_hold_the_escapes_stay_apart() {
        let texts = ["a b", "a_b", "a/b", "a~b", "a!b", "a!5fb", "a%20b", "a?b#c"];
        let mut slugs: Vec<String> = texts.iter().map(|text| slug_of(text)).collect();
        for (text, slug) in texts.iter().zip(&slugs) {
            assert_eq!(unslug(slug), *text);
            assert!(!slug.contains(['/', ' ', '%', '?', '#']), "{slug}");
        }
        slugs.sort();
        slugs.dedup();
        assert_eq!(slugs.len(), texts.len());
    }

    #[test]
    fn a_broken_escape_stands_for_itself() {
        assert_eq!(unslug("a!zz"), "a!zz");
        assert_eq!(unslug("a!"), "a!");
        assert_eq!(unslug("a!国"), "a!国");
    }
}
