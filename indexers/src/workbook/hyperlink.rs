//! `HYPERLINK` formulas: `HYPERLINK("address","words")`, a quote inside a text written twice.

/// Longest formula a spreadsheet may hold.
const LONGEST: usize = 8_192;

/// Reads the address and, where there are any, the words of a link formula.
pub(super) fn read(formula: &str) -> Option<(String, Option<String>)> {
    if formula.len() > LONGEST {
        return None;
    }
    let formula = formula.trim().trim_start_matches('=');
    let name = formula
        .get(..9)
        .filter(|name| name.eq_ignore_ascii_case("HYPERLINK"))?;
    let inside = formula[name.len()..].trim_start().strip_prefix('(')?;
    let (address, rest) = quoted(inside)?;
    let words = rest.trim_start().strip_prefix([',', ';']).and_then(quoted);
    Some((address, words.map(|(words, _)| words)))
}

/// Reads a quoted text and returns what stands behind it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start().strip_prefix('"')?;
    let mut read = String::new();
    let mut rest = text;
    loop {
        let end = rest.find('"')?;
        read.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(behind) => {
                read.push('"');
                rest = behind;
            }
            None => return Some((read, rest)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn both_arguments_are_read_and_doubled_quotes_are_one() {
        assert_eq!(
            read(r#"HYPERLINK("https://a.example", "say ""hi""")"#),
            Some((
                "https://a.example".to_owned(),
                Some(r#"say "hi""#.to_owned())
            ))
        );
        assert_eq!(read(r#"=hyperlink("x")"#), Some(("x".to_owned(), None)));
        for none in [
            "SUM(A1:A2)",
            r#"HYPERLINK("open"#,
            "HYPERLINK(A1)",
            "",
            "汉字汉字",
        ] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
