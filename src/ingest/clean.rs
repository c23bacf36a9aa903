//! Cleaning the texts of sources: markup, entities, white space.

/// Returns the plain text of a title or abstract: no tags, entities resolved, white space squeezed, paragraphs kept.
pub(super) fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return squeeze(text);
    }
    if has_tags(text) {
        return squeeze(&nanohtml2text::html2text(text));
    }
    squeeze(&html_escape::decode_html_entities(text))
}

/// Tells markup from a "less than": `< 5 mm` and `a<b` are text, `<p>` and `</div>` are not.
fn has_tags(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let rest = text[at + 1..].trim_start_matches('/');
        let name: String = rest
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        TAGS.contains(&name.to_ascii_lowercase().as_str())
            && rest[name.len()..].starts_with(['>', ' ', '/', '\n', '\t'])
    })
}

/// Elements that occur in catalogue texts.
const TAGS: [&str; 24] = [
    "a", "b", "br", "div", "em", "font", "h1", "h2", "h3", "i", "li", "ol", "p", "sacinfo", "span",
    "strong", "sub", "sup", "table", "tbody", "td", "tr", "u", "ul",
];

fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for line in text.lines() {
        let mut words = line.split_whitespace();
        let Some(first) = words.next() else { continue };
        if !squeezed.is_empty() {
            squeezed.push('\n');
        }
        squeezed.push_str(first);
        for word in words {
            squeezed.push(' ');
            squeezed.push_str(word);
        }
    }
    squeezed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_goes_and_comparison_signs_stay() {
        assert_eq!(
            plain("<p style=\"margin:2px\">Road&nbsp;vehicles &amp; <b>eCall</b></p>"),
            "Road vehicles & eCall"
        );
        assert_eq!(plain("tubes < 5 mm and a<b"), "tubes < 5 mm and a<b");
        assert_eq!(plain("  A \n\n  b\tc "), "A\nb c");
        assert_eq!(plain("&quot;Vehicles&quot;"), "\"Vehicles\"");
    }
}
