//! What a page may not exceed before it is parsed.

use crate::page::PageError;

/// Bytes of a page; the largest list page seen has 51 kB.
const LONGEST: usize = 4 << 20;
/// Open tags at one place; the deepest page seen has fewer than 40.
const DEEPEST: usize = 256;

/// Tags without content, and those that the next of their kind closes: neither adds depth by repetition.
const FLAT: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot",
];

/// Refuses pages that are too long or nested too deeply, in one pass over the text.
pub(super) fn check(page: &str) -> Result<(), PageError> {
    if page.len() > LONGEST {
        let found = format!("{} bytes", page.len());
        return Err(PageError::new(
            format!("a page of at most {LONGEST} bytes"),
            found,
        ));
    }
    let mut depth = 0_usize;
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let closing = rest.starts_with('/');
        let name = tag_name(rest.trim_start_matches('/'));
        if name.is_empty() || FLAT.contains(&name.as_str()) {
            continue;
        }
        if closing {
            depth = depth.saturating_sub(1);
            continue;
        }
        if name == "script" || name == "style" {
            rest = after_raw_text(rest, &name);
            continue;
        }
        depth += 1;
        if depth > DEEPEST {
            return Err(PageError::new(
                format!("at most {DEEPEST} nested tags"),
                "more than that",
            ));
        }
    }
    Ok(())
}

fn tag_name(text: &str) -> String {
    text.bytes()
        .take(16)
        .take_while(u8::is_ascii_alphanumeric)
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect()
}

/// Skips a script or style; without an end it reaches to the end of the page, as in a browser.
fn after_raw_text<'page>(rest: &'page str, name: &str) -> &'page str {
    let mut from = 0;
    while let Some(at) = rest[from..].find("</") {
        from += at + 2;
        if tag_name(&rest[from..]) == name {
            return &rest[from..];
        }
    }
    ""
}
